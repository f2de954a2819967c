import { dehydrate, type QueryClient } from "@tanstack/react-query";
import { takeTraces, textsOf, type Trace } from "./recordTraces.js";

type Fiber = {
  readonly memoizedProps: unknown;
  readonly memoizedState: unknown;
  readonly updateQueue: unknown;
  readonly dependencies: unknown;
  readonly stateNode: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
};

/** Everything readable in the page: what was recorded since the last search, and what is there now. */
export function searchPage(clients: readonly QueryClient[]): Trace[] {
  const now = (where: string, value: unknown) => textsOf(value).map((text) => ({ where, text }));
  return [
    ...takeTraces(),
    ...now("DOM now", document.documentElement.outerHTML),
    ...now("storage now", [{ ...sessionStorage }, { ...localStorage }, document.cookie, name, history.state]),
    ...now("address", location.href),
    ...now(
      "performance entries",
      performance.getEntries().map((entry) => JSON.stringify(entry)),
    ),
    ...clients.flatMap((client) => [
      ...now(
        "query cache",
        client
          .getQueryCache()
          .getAll()
          .map(({ queryKey, state, meta }) => [queryKey, state, meta]),
      ),
      ...now("dehydrated state", dehydrate(client, { shouldDehydrateQuery: () => true })),
    ]),
    ...now("React tree", fibers().map(dataOf)),
  ];
}

/** The props, hook state, effects, context and instance state of a fiber. */
function dataOf(fiber: Fiber): unknown[] {
  const { memoizedProps, memoizedState, updateQueue, dependencies, stateNode } = fiber;
  return [memoizedProps, memoizedState, updateQueue, dependencies, stateNode instanceof Node ? null : stateNode];
}

/** All fibers of all roots, those of the last render included. */
export function fibers(): Fiber[] {
  const found = new Set<Fiber>();
  const visit = (fiber: Fiber | null): void => {
    for (let at = fiber; at !== null && !found.has(at); at = at.sibling) {
      found.add(at);
      visit(at.alternate);
      visit(at.child);
    }
  };
  for (const element of document.querySelectorAll("*"))
    for (const key of Object.keys(element))
      if (key.startsWith("__reactContainer$")) visit((element as unknown as Record<string, Fiber>)[key] ?? null);
  return [...found];
}

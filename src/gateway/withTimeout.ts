import { GatewayError } from "./GatewayError.js";

/**
 * Runs `work` until it settles, `after` ms have passed, or `signal` aborts, whichever comes first. `work` receives a signal for the
 * last two cases; it may ignore it.
 *
 * @throws {GatewayError} `timeout`, the GatewayError of `work`, or `network` with any other error of `work` as its cause. The reason
 * of an abort is rethrown unchanged.
 */
export async function withTimeout<T>(
  after: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let cleanUp = () => {};
  const stopped = new Promise<never>((_, reject) => {
    const stop = (reason: unknown) => {
      controller.abort(reason);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason of an abort can be any value
      reject(reason);
    };
    const timer = setTimeout(() => stop(new GatewayError({ kind: "timeout", after })), after);
    const onAbort = () => stop(signal?.reason);
    signal?.addEventListener("abort", onAbort);
    cleanUp = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
  });
  try {
    return await Promise.race([work(controller.signal), stopped]);
  } catch (error) {
    if (controller.signal.aborted) throw controller.signal.reason;
    controller.abort(); // closes the connection when the rest of the answer is no longer needed
    throw error instanceof GatewayError ? error : new GatewayError({ kind: "network" }, { cause: error });
  } finally {
    cleanUp();
  }
}

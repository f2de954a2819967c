import { beforeEach, expect, it, vi } from "vitest";
import { placePopover } from "../../../src/panel/parts/placePopover.js";

type Placement = { anchor: Partial<DOMRect>; size?: [width: number, height: number]; direction?: string };

/** Places a popover at an anchor, in a window of 800 by 600 px. */
function place({ anchor: rect, size: [width, height] = [160, 100], direction = "ltr" }: Placement) {
  const [popover, anchor] = [document.createElement("div"), document.createElement("div")];
  document.body.replaceChildren(anchor, popover);
  anchor.style.direction = direction;
  let box = rect;
  anchor.getBoundingClientRect = () => box as DOMRect;
  let size = [width, height];
  Object.defineProperties(popover, { offsetWidth: { get: () => size[0] }, offsetHeight: { get: () => size[1] } });
  const showPopover = vi.fn();
  popover.showPopover = showPopover;
  const stop = placePopover(popover, anchor);
  return {
    showPopover,
    stop,
    position: () => [popover.style.left, popover.style.top],
    moveAnchor: (next: Partial<DOMRect>) => (box = next),
    resize: (...next: [width: number, height: number]) => (size = next),
  };
}

beforeEach(() => {
  vi.spyOn(document.documentElement, "clientWidth", "get").mockReturnValue(800);
  vi.spyOn(document.documentElement, "clientHeight", "get").mockReturnValue(600);
});

const middle = { left: 400, right: 500, top: 100, bottom: 130 };
it.each<[string, Placement, [left: string, top: string]]>([
  ["below the anchor, aligned with its right edge", { anchor: middle }, ["340px", "134px"]],
  ["aligned with the left edge in right-to-left text", { anchor: middle, direction: "rtl" }, ["400px", "134px"]],
  ["above the anchor without room below", { anchor: { ...middle, top: 497, bottom: 527 } }, ["340px", "393px"]],
  ["below the anchor with just enough room", { anchor: { ...middle, top: 466, bottom: 496 } }, ["340px", "500px"]],
  ["below the anchor without room on either side", { anchor: middle, size: [160, 590] }, ["340px", "134px"]],
  ["inside the window at its left edge", { anchor: { ...middle, left: 10, right: 60 } }, ["4px", "134px"]],
  [
    "inside the window at its right edge",
    { anchor: { ...middle, left: 760, right: 790 }, direction: "rtl" },
    ["636px", "134px"],
  ],
])("places a popover %s", (_, placement, position) => {
  const placed = place(placement);
  expect(placed.showPopover).toHaveBeenCalledOnce();
  expect(placed.position()).toEqual(position);
});

it("follows the anchor when the page scrolls or the window is resized, until it is stopped", () => {
  const { position, moveAnchor, stop } = place({ anchor: middle });
  moveAnchor({ ...middle, top: 80, bottom: 110 });
  document.body.dispatchEvent(new Event("scroll"));
  expect(position()).toEqual(["340px", "114px"]);
  moveAnchor({ left: 300, right: 400, top: 80, bottom: 110 });
  window.dispatchEvent(new Event("resize"));
  expect(position()).toEqual(["240px", "114px"]);
  stop();
  moveAnchor({ left: 0, right: 200, top: 0, bottom: 30 });
  document.body.dispatchEvent(new Event("scroll"));
  window.dispatchEvent(new Event("resize"));
  expect(position()).toEqual(["240px", "114px"]);
});

it("is placed again when its content changes its size, until it is stopped", () => {
  const observers: { change: () => void; observed: Element[] }[] = [];
  class FakeResizeObserver {
    private readonly own: (typeof observers)[number];
    constructor(change: () => void) {
      observers.push((this.own = { change, observed: [] }));
    }
    observe = (element: Element) => void this.own.observed.push(element);
    disconnect = () => void this.own.observed.splice(0);
  }
  vi.stubGlobal("ResizeObserver", FakeResizeObserver);
  const { position, resize, stop } = place({ anchor: { ...middle, top: 497, bottom: 527 } });
  expect(position()).toEqual(["340px", "393px"]);
  expect(observers[0]?.observed).toHaveLength(1);
  resize(160, 200);
  observers[0]?.change();
  expect(position()).toEqual(["340px", "293px"]);
  stop();
  expect(observers[0]?.observed).toEqual([]);
});

it.each<[string, PropertyDescriptor]>([
  ["has no popovers", { value: undefined }],
  [
    "fails to show one",
    {
      value: () => {
        throw new DOMException("no");
      },
    },
  ],
])("places a fixed element where the browser %s, also inside a containing block of the host", (_, showPopover) => {
  const popover = document.createElement("div");
  Object.defineProperty(popover, "showPopover", showPopover);
  // A containing block that begins at 50, 20.
  popover.getBoundingClientRect = () =>
    ({ left: parseFloat(popover.style.left) + 50, top: parseFloat(popover.style.top) + 20 }) as DOMRect;
  const anchor = document.createElement("div");
  anchor.getBoundingClientRect = () => middle as DOMRect;
  placePopover(popover, anchor);
  expect(popover).not.toHaveAttribute("popover");
  expect(popover).toHaveAttribute("data-fixed");
  expect([popover.style.left, popover.style.top]).toEqual(["450px", "114px"]);
});

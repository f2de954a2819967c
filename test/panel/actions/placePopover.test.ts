import { beforeEach, expect, it, vi } from "vitest";
import { placePopover } from "../../../src/panel/actions/placePopover.js";

type Place = { anchor: Partial<DOMRect>; size?: [width: number, height: number]; direction?: string };

/** A popover beside an anchor, in a window of 800 by 600. */
function open({ anchor: rect, size: [width, height] = [160, 100], direction = "ltr" }: Place) {
  const [popover, anchor] = [document.createElement("div"), document.createElement("div")];
  document.body.replaceChildren(anchor, popover);
  anchor.style.direction = direction;
  let place = rect;
  anchor.getBoundingClientRect = () => place as DOMRect;
  Object.defineProperties(popover, { offsetWidth: { value: width }, offsetHeight: { value: height } });
  const showPopover = vi.fn();
  popover.showPopover = showPopover;
  const end = placePopover(popover, anchor);
  return {
    popover,
    showPopover,
    end,
    at: () => [popover.style.left, popover.style.top],
    moveTo: (next: Partial<DOMRect>) => (place = next),
  };
}

beforeEach(() => {
  vi.spyOn(document.documentElement, "clientWidth", "get").mockReturnValue(800);
  vi.spyOn(document.documentElement, "clientHeight", "get").mockReturnValue(600);
});

it("stands under the anchor, flush with its end", () => {
  const { showPopover, at } = open({ anchor: { left: 400, right: 500, top: 100, bottom: 130 } });
  expect(showPopover).toHaveBeenCalledTimes(1);
  expect(at()).toEqual(["340px", "134px"]);
});

it("is flush with the other end where the text runs from right to left", () => {
  const { at } = open({ anchor: { left: 400, right: 500, top: 100, bottom: 130 }, direction: "rtl" });
  expect(at()).toEqual(["400px", "134px"]);
});

it("stands over the anchor where there is no room below", () => {
  expect(open({ anchor: { left: 400, right: 500, top: 497, bottom: 527 } }).at()).toEqual(["340px", "393px"]);
  expect(open({ anchor: { left: 400, right: 500, top: 466, bottom: 496 } }).at()).toEqual(["340px", "500px"]);
});

it("stands below where there is room nowhere", () => {
  const { at } = open({ anchor: { left: 400, right: 500, top: 100, bottom: 130 }, size: [160, 590] });
  expect(at()).toEqual(["340px", "134px"]);
});

it("stays inside the window at either side", () => {
  expect(open({ anchor: { left: 10, right: 60, top: 100, bottom: 130 } }).at()[0]).toBe("4px");
  const rtl = { anchor: { left: 760, right: 790, top: 100, bottom: 130 }, direction: "rtl" };
  expect(open(rtl).at()[0]).toBe("636px");
});

it("goes along when any part of the page scrolls or the window changes, until it ends", () => {
  const { at, moveTo, end } = open({ anchor: { left: 400, right: 500, top: 100, bottom: 130 } });
  moveTo({ left: 400, right: 500, top: 80, bottom: 110 });
  document.body.dispatchEvent(new Event("scroll"));
  expect(at()[1]).toBe("114px");
  moveTo({ left: 300, right: 400, top: 80, bottom: 110 });
  window.dispatchEvent(new Event("resize"));
  expect(at()[0]).toBe("240px");
  end();
  moveTo({ left: 0, right: 200, top: 0, bottom: 30 });
  document.body.dispatchEvent(new Event("scroll"));
  window.dispatchEvent(new Event("resize"));
  expect(at()).toEqual(["240px", "114px"]);
});

it("leaves the popover in the flow where the browser knows none", () => {
  const popover = document.createElement("div");
  Object.defineProperty(popover, "showPopover", { value: undefined });
  const end = placePopover(popover, document.body);
  end();
  expect(popover.style.cssText).toBe("");
});

import { HoldListPanelElement } from "./HoldListPanelElement.js";

/** Registers the tag where there are custom elements and the name is free: another copy of this module may have come first. */
export function registerElement(): void {
  if (typeof customElements === "undefined" || customElements.get("hold-list-panel") !== undefined) return;
  customElements.define("hold-list-panel", HoldListPanelElement);
}

import { HoldListPanelElement } from "./HoldListPanelElement.js";

/** Registers the tag, unless there is no registry (on a server) or another copy of this module has registered it. */
export function registerElement(): void {
  if (typeof customElements === "undefined" || customElements.get("hold-list-panel") !== undefined) return;
  customElements.define("hold-list-panel", HoldListPanelElement);
}

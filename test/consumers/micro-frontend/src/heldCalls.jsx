import sheet from "hold-list-panel/styles.css?inline";
import { createRoot } from "react-dom/client";
import { Desk } from "./Desk.jsx";

class HeldCalls extends HTMLElement {
  connectedCallback() {
    const shadow = this.attachShadow({ mode: "open" });
    const styles = new CSSStyleSheet();
    styles.replaceSync(sheet);
    shadow.adoptedStyleSheets = [styles];
    this.root = createRoot(shadow);
    this.root.render(<Desk />);
  }

  disconnectedCallback() {
    this.root.unmount();
  }
}
customElements.define("held-calls", HeldCalls);

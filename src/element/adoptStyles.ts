import panelStyles from "../panel/HoldListPanel.css?inline";
import hostStyles from "./HoldListPanelElement.css?inline";

const styles = `${hostStyles}\n${panelStyles}`;
// A constructed sheet can be adopted only by shadow roots of the document whose window constructed it.
const sheets = new WeakMap<Document, CSSStyleSheet>();

/** Adds the styles of the panel to a shadow root, as a constructed sheet: content-security policies do not block it. */
export function adoptStyles(shadow: ShadowRoot): void {
  const { ownerDocument } = shadow;
  if (!("adoptedStyleSheets" in shadow)) return prependStyleElement(shadow);
  const sheet = sheets.get(ownerDocument) ?? createSheet(ownerDocument);
  sheets.set(ownerDocument, sheet);
  shadow.adoptedStyleSheets = [sheet];
}

function createSheet(ownerDocument: Document): CSSStyleSheet {
  const sheet = new (ownerDocument.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
}

/** For browsers without `adoptedStyleSheets` (Safari before 16.4). */
function prependStyleElement(shadow: ShadowRoot): void {
  if (shadow.querySelector(":scope > style") !== null) return;
  const style = shadow.ownerDocument.createElement("style");
  style.textContent = styles;
  shadow.prepend(style);
}

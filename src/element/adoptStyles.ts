import panelStyles from "../panel/HoldListPanel.css?inline";
import hostStyles from "./HoldListPanelElement.css?inline";

const styles = `${hostStyles}\n${panelStyles}`;
// A sheet is good for the shadow roots of its own document only; there it is one for all of them.
const sheets = new WeakMap<Document, CSSStyleSheet>();

/** Gives a shadow root the panel's look. As a constructed sheet, which a content-security policy lets through. */
export function adoptStyles(shadow: ShadowRoot): void {
  const { ownerDocument: page } = shadow;
  if (!("adoptedStyleSheets" in shadow)) return writeStyles(shadow);
  const sheet = sheets.get(page) ?? createSheet(page);
  sheets.set(page, sheet);
  shadow.adoptedStyleSheets = [sheet];
}

function createSheet(page: Document): CSSStyleSheet {
  const sheet = new (page.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
}

/** For browsers of before 2023. */
function writeStyles(shadow: ShadowRoot): void {
  if (shadow.querySelector(":scope > style") !== null) return;
  const style = shadow.ownerDocument.createElement("style");
  style.textContent = styles;
  shadow.prepend(style);
}

/** What is shown on the page, and how. */
export type DemoView = {
  /** The language of the panel. The demo around it is in English. */
  readonly language: "en" | "zh";
  readonly scheme: "auto" | "light" | "dark";
  readonly panelWidth: "narrow" | "wide";
  readonly isDrawerOpen: boolean;
};

/** The view at the start: in the browser's language and colour scheme, on a phone without the drawer. */
export function initialView(): DemoView {
  const language = navigator.language.startsWith("zh") ? "zh" : "en";
  return { language, scheme: "auto", panelWidth: "narrow", isDrawerOpen: matchMedia("(min-width: 45rem)").matches };
}

/** How the page is looked at. */
export type View = {
  readonly language: "en" | "zh";
  readonly scheme: "auto" | "light" | "dark";
  readonly panel: "narrow" | "wide";
  /** Whether the drawer with the controls is open. */
  readonly drawer: boolean;
};

/** In the browser's language and colours. */
export function viewAtFirst(): View {
  const language = navigator.language.startsWith("zh") ? "zh" : "en";
  return { language, scheme: "auto", panel: "narrow", drawer: true };
}

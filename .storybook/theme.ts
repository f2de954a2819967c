import { create } from "storybook/theming";

/** The manual's theme, in the colour scheme of the browser. */
export function manualTheme() {
  return create({
    base: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    brandTitle: "Hold List Panel",
    brandUrl: "../demo/index.html",
    brandTarget: "_top",
  });
}

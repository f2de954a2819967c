// What a host's page loads uses features that are Baseline "widely available": in every engine for 30 months. The exceptions below
// are used only where they exist.
import css from "@eslint/css";
import baselineJs from "eslint-plugin-baseline-js";

const available = "widely";

export const baseline = [
  {
    files: ["src/{gateway,session,hold-list,panel,element}/**/*.{ts,tsx}"],
    plugins: { "baseline-js": baselineJs },
    rules: {
      "baseline-js/use-baseline": [
        "error",
        {
          available,
          includeWebApis: { preset: "type-aware" },
          includeJsBuiltins: { preset: "type-aware" },
          ignoreFeatures: [
            "async-clipboard", // otherwise the call ID is selected, to be copied by hand
            "notifications", // otherwise a line says that there are none
            "popover", // otherwise the box lies in the panel's own layer
            "functions-caller-arguments", // a false alarm: `caller` is a field of a call
          ],
        },
      ],
    },
  },
  {
    files: ["src/{panel,element}/**/*.css"],
    plugins: { css },
    language: "css/css",
    rules: {
      "css/use-baseline": [
        "error",
        {
          available,
          allowProperties: [
            "forced-color-adjust", // otherwise the browser chooses the colours
            "overflow-anchor", // otherwise a browser anchors the scroll position itself, or cannot
            "user-select", // a convenience, or the default
          ],
          allowPropertyValues: { "font-family": ["ui-monospace"] }, // otherwise the next font
        },
      ],
    },
  },
];

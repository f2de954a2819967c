import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import storybook from "eslint-plugin-storybook";
import globals from "globals";
import ts from "typescript-eslint";
import { baseline } from "./eslint.baseline.js";

export default defineConfig(
  { ignores: ["dist*", "storybook-static", "coverage"] },
  {
    files: ["**/*.{js,mjs,ts,tsx}"],
    extends: [
      js.configs.recommended,
      ts.configs.recommendedTypeChecked,
      hooks.configs.flat["recommended-latest"],
      a11y.flatConfigs.recommended,
    ],
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js", "*.mjs", ".*.mjs", ".ci/*.mjs"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: { "react-hooks": { additionalEffectHooks: "useIsomorphicLayoutEffect" } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  storybook.configs["flat/recommended"],
  { files: ["**/*.{js,mjs}"], extends: [ts.configs.disableTypeChecked] },
  ...baseline,
  {
    // Apps of their own, with dependencies that are not installed here. Their types are checked where they are built.
    files: ["test/consumers/*/**", "test/bench/**"],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
);

import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import storybook from "eslint-plugin-storybook";
import globals from "globals";
import ts from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist*", "storybook-static", "coverage", "test/browser/node_modules"] },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js", ".ci/*.mjs"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  hooks.configs.flat["recommended-latest"],
  { settings: { "react-hooks": { additionalEffectHooks: "useBrowserLayoutEffect" } } },
  a11y.flatConfigs.recommended,
  storybook.configs["flat/recommended"],
  {
    // Imports run one way: demo and stories -> element -> index -> panel -> hold-list -> session -> gateway.
    files: ["src/gateway/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: ["react", "react/*", "react-dom", "@tanstack/*", "zustand", "zustand/*", "../*"] },
      ],
    },
  },
  {
    files: ["src/session/**"],
    rules: {
      "no-restricted-imports": ["error", { patterns: ["react", "react/*", "@tanstack/*", "../*", "!../gateway"] }],
    },
  },
  {
    files: ["src/hold-list/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: ["**/panel/**", "**/element/**", "**/simulator/**", "**/demo/**", "**/docs/**", "**/test/**"] },
      ],
    },
  },
  {
    files: ["src/panel/**", "src/*"],
    ignores: ["src/**/*.stories.tsx"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: ["**/element/**", "**/simulator/**", "**/demo/**", "**/docs/**", "**/test/**"] },
      ],
    },
  },
  {
    files: ["src/element/**"],
    rules: {
      "no-restricted-imports": ["error", { patterns: ["**/simulator/**", "**/demo/**", "**/docs/**", "**/test/**"] }],
    },
  },
  { files: ["**/*.{js,mjs}"], extends: [ts.configs.disableTypeChecked] },
  {
    // Apps of their own, with dependencies that are not installed here. Their types are checked where they are built.
    files: ["test/consumers/*/**"],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
);

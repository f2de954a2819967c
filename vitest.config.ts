import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { browserLaunchOptions } from "./test/browser/browser.mjs";
import { snippetModules } from "./test/docs/snippetModules.js";

const ofOtherProjects = [
  "test/demo/**",
  "test/storm/**",
  "test/soak/**",
  "test/secrets/**",
  "test/faults/**",
  "test/look/**",
  "test/element/browser/**",
  "test/engines/**",
  "test/browser/**",
  "test/package/**",
  "test/consumers/**",
  "test/docs/site/**",
];
/** Tests without JSX that need a document. */
const withDocument = [
  "test/element/HoldListPanelElement.test.ts",
  "test/element/settings.test.ts",
  "test/hold-list/tabs/busyElsewhere.test.ts",
  "test/hold-list/tabs/createTabSharing.test.ts",
  "test/hold-list/tabs/throttledTabs.test.ts",
  "test/hold-list/time/holdTimesStorage.test.ts",
  "test/panel/actions/createTypeAhead.test.ts",
  "test/panel/parts/placePopover.test.ts",
  "test/panel/alerts/createNotifier.test.ts",
  "test/panel/alerts/useAcknowledgements.test.ts",
  "test/panel/format/languageTag.test.ts",
  "test/panel/labels/resolveLabels.test.ts",
  "test/panel/labels/usePanelLabels.test.ts",
  "test/panel/parts/useBusy.test.ts",
  "test/panel/rows/onSecond.test.ts",
  "test/session/createAgentSession.test.ts",
];

export default defineConfig(async () => {
  const launchOptions = await browserLaunchOptions();
  const browser = (viewport = { width: 1280, height: 720 }) => ({
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions, contextOptions: { locale: "en-US", timezoneId: "UTC", viewport } }),
    instances: [{ browser: "chromium" as const }],
  });
  return {
    plugins: [react(), snippetModules()],
    // Named in full, so that no story meets a dependency that Vite has yet to bundle and reload the page for.
    optimizeDeps: {
      include: [
        "react",
        "react-dom",
        "react-dom/client",
        "react/jsx-runtime",
        "react/jsx-dev-runtime",
        "@tanstack/react-query",
        "zustand",
        "zustand/vanilla",
        "storybook/test",
      ],
    },
    test: {
      maxWorkers: 2, // on two cores Vitest would use one
      projects: [
        {
          extends: true as const,
          test: {
            name: "node",
            environment: "node",
            pool: "threads",
            include: ["test/**/*.test.ts"],
            exclude: [...ofOtherProjects, ...withDocument],
            setupFiles: "test/setup.ts",
          },
        },
        {
          extends: true as const,
          test: {
            name: "unit",
            environment: "jsdom",
            pool: "vmThreads", // keeps jsdom loaded, yet gives each file its own context
            include: ["test/**/*.test.tsx", ...withDocument],
            exclude: ofOtherProjects,
            setupFiles: ["test/setup.ts", "test/setup.dom.ts"],
          },
        },
        {
          extends: true as const,
          test: {
            name: "package",
            environment: "node",
            include: ["test/package/**/*.test.ts"],
            globalSetup: "test/package/globalSetup.ts",
            sequence: { groupOrder: 1 },
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true as const,
          test: {
            name: "demo",
            environment: "node",
            include: ["test/demo/**/*.test.ts"],
            globalSetup: "test/demo/globalSetup.ts",
            // Most of their time is waiting. After the others, which take the whole machine.
            sequence: { groupOrder: 1 },
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true as const,
          test: {
            name: "element",
            environment: "node",
            include: ["test/element/browser/**/*.test.ts"],
            globalSetup: "test/element/browser/globalSetup.ts",
            sequence: { groupOrder: 1 },
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true as const,
          test: {
            name: "storm",
            environment: "node",
            include: ["test/{storm,soak,secrets,faults}/**/*.test.ts"],
            globalSetup: "test/storm/globalSetup.ts",
            sequence: { groupOrder: 2 },
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true as const,
          plugins: [storybookTest({ configDir: ".storybook" })],
          test: {
            name: "stories",
            browser: browser(),
          },
        },
        {
          extends: true as const,
          test: {
            name: "look",
            // Some states take seconds to come. After the demo, whose patience is short.
            sequence: { groupOrder: 2 },
            env: { PICTURES: process.env.PICTURES ?? "" },
            include: ["test/look/**/*.test.{ts,tsx}"],
            browser: browser({ width: 1200, height: 2400 }), // as large as its pages, or pictures are scaled
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  };
});

import type { Preview } from "@storybook/react-vite";
import "../src/panel/HoldListPanel.css";
import "./preview.css";
import { manualTheme } from "./theme.js";

export default {
  tags: ["autodocs"],
  parameters: {
    a11y: { test: "error" },
    controls: { expanded: true },
    docs: { toc: true, theme: manualTheme() },
    options: {
      storySort: {
        order: [
          "Introduction",
          "Live panel",
          "Guide",
          [
            "Embed it",
            "Sign in and renew the Guid",
            "Events",
            "Several tabs",
            "Actions",
            "Theme it",
            "Translate it",
            "Headless",
            "Supervisor",
            "Custom element",
            "Reverse proxy",
            "Server rendering and strict pages",
            "Testing with the simulator",
            "Recipes",
          ],
          "Reference",
          ["Retcodes", "Faults", "Gateway load", "Accessibility", "Performance"],
          "Panel",
          ["Calls", "Hold times", "Failures", "Appearance", "Badge", "Supervisor"],
          "Actions",
        ],
      },
    },
  },
} satisfies Preview;

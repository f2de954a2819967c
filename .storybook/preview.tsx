import type { Preview } from "@storybook/react-vite";
import "../src/panel/HoldListPanel.css";
import "./preview.css";

export default {
  tags: ["autodocs"],
  parameters: {
    a11y: { test: "error" },
    controls: { expanded: true },
    docs: { toc: true },
    options: { storySort: { order: ["Introduction", "HoldListPanel"] } },
  },
} satisfies Preview;

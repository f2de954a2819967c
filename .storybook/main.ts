import type { StorybookConfig } from "@storybook/react-vite";
import { docgenOptions } from "./docgen.js";

export default {
  framework: "@storybook/react-vite",
  stories: ["../src/docs/*.mdx", "../src/**/*.stories.tsx"],
  addons: ["@storybook/addon-docs", "@storybook/addon-a11y", "@storybook/addon-vitest"],
  viteFinal: (config) => ({ ...config, build: { ...config.build, cssTarget: "chrome123" } }), // Vite's default target rewrites light-dark()
  // Reads types and defaults across files. The cast is needed because Storybook's type for these options does not resolve.
  typescript: { reactDocgen: "react-docgen-typescript", reactDocgenTypescriptOptions: docgenOptions as never },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
} satisfies StorybookConfig;

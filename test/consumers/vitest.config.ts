import { defineConfig } from "vitest/config";

// A config of its own, since these tests install packages from the registry: `npm run test:consumers`.
export default defineConfig({
  test: {
    name: "consumers",
    root: import.meta.dirname,
    environment: "node",
    include: ["*.test.ts"],
    globalSetup: "../package/globalSetup.ts",
    // Shows the progress of each test.
    reporters: ["verbose"],
    disableConsoleIntercept: true,
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});

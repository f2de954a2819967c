import { defineConfig } from "vitest/config";

// A project of its own, since it installs from the registry: `npm run test:consumers`.
export default defineConfig({
  test: {
    name: "consumers",
    root: import.meta.dirname,
    environment: "node",
    include: ["*.test.ts"],
    globalSetup: "../package/globalSetup.ts",
    // Each tells what it is doing, as it does it.
    reporters: ["verbose"],
    disableConsoleIntercept: true,
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});

import { defineConfig } from "vitest/config";

// A config of its own, since these tests need two more browsers: `npm run test:engines`.
export default defineConfig({
  test: {
    name: "engines",
    root: import.meta.dirname,
    environment: "node",
    include: ["*.test.ts"],
    globalSetup: "globalSetup.ts",
    reporters: ["verbose"],
    disableConsoleIntercept: true,
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});

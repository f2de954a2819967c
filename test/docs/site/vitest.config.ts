import { defineConfig } from "vitest/config";

// Not part of `npm test`: tests the output of `npm run build:docs`.
export default defineConfig({
  test: {
    name: "docs",
    environment: "node",
    include: ["test/docs/site/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

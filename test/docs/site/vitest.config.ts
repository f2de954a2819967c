import { defineConfig } from "vitest/config";

// Apart from `npm test`: it tries what `npm run build:docs` has just built.
export default defineConfig({
  test: {
    name: "docs",
    environment: "node",
    include: ["test/docs/site/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

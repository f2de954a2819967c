import { defineConfig } from "vite";

// React's development build, since only it warns of hydration mismatches.
export default defineConfig({
  define: { "process.env.NODE_ENV": '"development"' },
  build: { minify: false, rolldownOptions: { input: "client.js", output: { entryFileNames: "client.js" } } },
});

import { defineConfig } from "vite";

// React's development build: only that one warns of a page that is not what the server sent.
export default defineConfig({
  define: { "process.env.NODE_ENV": '"development"' },
  build: { minify: false, rolldownOptions: { input: "client.js", output: { entryFileNames: "client.js" } } },
});

import react from "@vitejs/plugin-react";
import dts from "unplugin-dts/vite";
import { defineConfig, type Plugin } from "vite";
import { viteSimulator } from "./src/simulator/viteSimulator.js";

/**
 * Emits only the style sheet of an entry that imports nothing else: removes its empty module, and adds the empty declarations that
 * TypeScript 6 requires for side-effect imports.
 */
const onlySheet = (name: string): Plugin => ({
  name: "only-sheet",
  enforce: "post",
  generateBundle(_, bundle) {
    delete bundle[`${name}.js`];
    this.emitFile({ type: "asset", fileName: `${name}.css.d.ts`, source: "export {};\n" });
  },
});

// Browsers with light-dark(). Transpiled, it would ignore a color-scheme that an element sets on itself.
const keepsLightDark = ["chrome123", "firefox120", "safari17.5"];

const { PORT, CC_GATEWAY_URL: gatewayUrl = "", CC_GATEWAY_INSECURE } = process.env;

// vite                       -> serves the demo page and the simulator
// vite build                 -> the demo page with the simulator inside (dist-demo), for any web host
// vite build --mode lib      -> the package (dist)
// vite build --mode element  -> <hold-list-panel> as one self-contained file (dist/element.js)
// With CC_GATEWAY_URL the first two, and vite preview, use a real gateway through the server's proxy instead.
export default defineConfig(({ mode, command }) => {
  if (mode === "lib")
    return {
      publicDir: false as const,
      plugins: [react(), dts({ tsconfigPath: "tsconfig.build.json", entryRoot: "src" }), onlySheet("styles")],
      build: {
        lib: {
          entry: {
            index: "src/index.ts",
            "simulator/simulator": "src/simulator/simulator.ts",
            styles: "src/styles.ts",
          },
          formats: ["es" as const],
          cssFileName: "styles",
        },
        minify: false as const,
        sourcemap: true,
        target: "es2022",
        cssCodeSplit: false,
        rolldownOptions: {
          external: [/^react($|\/)/, /^react-dom($|\/)/, /^@tanstack\//, /^zustand($|\/)/],
          output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
        },
      },
    };
  if (mode === "element")
    return {
      publicDir: false as const,
      plugins: [react()],
      define: { "process.env.NODE_ENV": '"production"' },
      build: {
        lib: { entry: "src/element/element.ts", formats: ["es" as const], fileName: "element" },
        emptyOutDir: false,
        sourcemap: true,
        target: "es2022",
        cssTarget: keepsLightDark,
        // ASCII only, so that the file can be served or inlined in any encoding.
        rolldownOptions: { output: { minify: true, charset: "ascii" as const, comments: { legal: true } } },
      },
    };
  const demoGateway = gatewayUrl !== "" ? "real" : command === "build" ? "in-page" : "served";
  const address = { host: "127.0.0.1", port: Number(PORT) || 5173 };
  return {
    base: "./",
    plugins: [react(), viteSimulator({ gatewayUrl, insecure: CC_GATEWAY_INSECURE === "1" })],
    define: { "import.meta.env.DEMO_GATEWAY": JSON.stringify(demoGateway) },
    // Listed in full, so that no dependency is discovered late, which would reload the page.
    optimizeDeps: {
      entries: ["index.html"], // without the pages of the apps in test/consumers
      include: [
        "react",
        "react-dom",
        "react-dom/client",
        "react/jsx-runtime",
        "react/jsx-dev-runtime",
        "@tanstack/react-query",
        "zustand",
        "zustand/vanilla",
      ],
    },
    server: address,
    preview: address,
    build: { outDir: "dist-demo", cssTarget: keepsLightDark },
  };
});

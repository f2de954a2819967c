import react from "@vitejs/plugin-react";
import dts from "unplugin-dts/vite";
import { defineConfig, type Plugin } from "vite";
import { lightDarkFallback } from "./vite.lightDarkFallback.js";
import { viteSimulator } from "./src/simulator/server/viteSimulator.js";

/**
 * The sheet by itself, without the empty module that brought it here, and with empty declarations: TypeScript 6 wants them for
 * side-effect imports.
 */
const onlySheet = (name: string): Plugin => ({
  name: "only-sheet",
  enforce: "post",
  generateBundle(_, bundle) {
    delete bundle[`${name}.js`];
    this.emitFile({ type: "asset", fileName: `${name}.css.d.ts`, source: "export {};\n" });
  },
});

// Browsers with light-dark(). For older ones Vite would rewrite it, and the result ignores an inline `color-scheme`.
const keepsLightDark = ["chrome123", "firefox120", "safari17.5"];

// The lowest supported browsers: ES2022 with static blocks, and container queries. The README and the manual name the same.
const lowestBrowsers = ["chrome106", "edge106", "firefox121", "safari16.4"];

const css = { postcss: { plugins: [lightDarkFallback] } };

const { PORT, CC_GATEWAY_URL: gatewayUrl = "", CC_GATEWAY_INSECURE } = process.env;

// vite                       -> the demo page and the simulator, over HTTP
// vite build                 -> the demo page with the simulator inside (dist-demo), for any web host
// vite build --mode lib      -> the package (dist)
// vite build --mode element  -> beside it <hold-list-panel>, one file with all that it needs inside
// With CC_GATEWAY_URL the first two, and vite preview, take their server's way to a real gateway instead.
export default defineConfig(({ mode, command }) => {
  if (mode === "lib")
    return {
      publicDir: false as const,
      plugins: [react(), dts({ tsconfigPath: "tsconfig.build.json", entryRoot: "src" }), onlySheet("styles")],
      css,
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
        cssMinify: true,
        target: lowestBrowsers,
        cssTarget: keepsLightDark,
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
      css,
      define: { "process.env.NODE_ENV": '"production"' },
      build: {
        lib: { entry: "src/element/element.ts", formats: ["es" as const], fileName: "element" },
        emptyOutDir: false,
        target: lowestBrowsers,
        cssTarget: keepsLightDark,
        rolldownOptions: {
          output: { codeSplitting: false, minify: true, charset: "ascii" as const, comments: { legal: true } },
        },
      },
    };
  const demoGateway = gatewayUrl !== "" ? "real" : command === "build" ? "in-page" : "served";
  const address = { host: "127.0.0.1", port: Number(PORT) || 5173 };
  return {
    base: "./",
    plugins: [react(), viteSimulator({ gatewayUrl, insecure: CC_GATEWAY_INSECURE === "1" })],
    css,
    define: { "import.meta.env.DEMO_GATEWAY": JSON.stringify(demoGateway) },
    // Named in full, so that the page is not reloaded for a dependency that is met late.
    optimizeDeps: {
      entries: ["index.html"], // not the pages of other apps, in test/consumers
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
    build: { outDir: "dist-demo", target: lowestBrowsers, cssTarget: keepsLightDark },
  };
});

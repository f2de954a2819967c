import react from "@vitejs/plugin-react";
import dts from "unplugin-dts/vite";
import { defineConfig, type Plugin } from "vite";

/** Empty declarations beside the sheet: TypeScript 6 wants them for side-effect imports. */
const emptyTypes = (fileName: string): Plugin => ({
  name: "empty-types",
  generateBundle() {
    this.emitFile({ type: "asset", fileName, source: "export {};\n" });
  },
});

// vite build             -> the demo page (dist-demo)
// vite build --mode lib  -> the package (dist)
export default defineConfig(({ mode }) => {
  if (mode === "lib")
    return {
      publicDir: false as const,
      plugins: [react(), dts({ tsconfigPath: "tsconfig.build.json", entryRoot: "src" }), emptyTypes("styles.css.d.ts")],
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
  return { base: "./", plugins: [react()], build: { outDir: "dist-demo" } };
});

import { cpSync } from "node:fs";
import { join } from "node:path";

const dist = join(import.meta.dirname, "dist");
const copy = (from, to) => ({
  apply: (compiler) => compiler.hooks.done.tap("copy", () => cpSync(from, join(dist, to))),
});
const rules = [
  { test: /\.jsx$/, loader: "esbuild-loader", options: { jsx: "automatic" } },
  { test: /\.css$/, use: ["style-loader", "css-loader"] },
];

const main = {
  entry: "./main/main.js",
  output: { path: dist, filename: "main.js" },
  module: { rules },
  performance: { hints: false },
  plugins: [copy("main/index.html", "index.html")],
};

// The settings that qiankun's manual asks for.
const calls = {
  entry: "./calls/main.jsx",
  output: {
    path: join(dist, "calls"),
    filename: "main.js",
    library: { name: "calls", type: "umd" },
    chunkLoadingGlobal: "webpackJsonp_calls",
  },
  module: { rules },
  performance: { hints: false },
  plugins: [copy("calls/index.html", "calls/index.html")],
};

export default [main, calls];

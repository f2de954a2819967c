import { cpSync } from "node:fs";
import { join } from "node:path";

export default {
  entry: "./src/main.tsx",
  output: { path: join(import.meta.dirname, "dist"), filename: "main.js" },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [
      { test: /\.tsx?$/, use: "ts-loader" },
      { test: /\.css$/, use: ["style-loader", "css-loader"] },
    ],
  },
  performance: { hints: false },
  plugins: [
    { apply: (compiler) => compiler.hooks.done.tap("page", () => cpSync("index.html", join("dist", "index.html"))) },
  ],
};

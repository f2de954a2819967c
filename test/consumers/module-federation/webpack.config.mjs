import { cpSync } from "node:fs";
import { join } from "node:path";
import webpack from "webpack";

const { ModuleFederationPlugin } = webpack.container;
const dist = join(import.meta.dirname, "dist");
const common = {
  module: {
    rules: [
      { test: /\.jsx$/, loader: "esbuild-loader", options: { jsx: "automatic" } },
      { test: /\.css$/, use: ["style-loader", "css-loader"] },
    ],
  },
  performance: { hints: false },
};

const host = (folder, shared) => ({
  ...common,
  entry: `./${folder}/host/main.js`,
  output: { path: join(dist, folder), filename: "main.js", uniqueName: "desktop" },
  plugins: [
    new ModuleFederationPlugin({
      name: "desktop",
      remotes: { calls: `calls@/${folder}/remote/remoteEntry.js` },
      shared,
    }),
    {
      apply: (compiler) =>
        compiler.hooks.done.tap("copy", () => cpSync("index.html", join(dist, folder, "index.html"))),
    },
  ],
});

const remote = (folder, shared) => ({
  ...common,
  entry: {},
  output: { path: join(dist, folder, "remote"), uniqueName: "calls" },
  plugins: [
    new ModuleFederationPlugin({
      name: "calls",
      filename: "remoteEntry.js",
      exposes: { "./HeldCalls": `./${folder}/remote/HeldCalls.jsx` },
      shared,
    }),
  ],
});

const react = { react: { singleton: true }, "react-dom": { singleton: true } };
const all = { ...react, "hold-list-panel": { singleton: true } };

export default [host("shared", all), remote("shared", all), host("separate", react), remote("separate", react)];

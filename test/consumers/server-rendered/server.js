import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { Desk } from "./Desk.js";

const typeOf = (name) => (name.endsWith(".css") ? "text/css" : "text/javascript");
const assets = readdirSync("dist/assets");
const files = new Map([["/client.js", "text/javascript"], ...assets.map((name) => [`/assets/${name}`, typeOf(name)])]);
const css = assets.find((name) => name.endsWith(".css"));

const page = () => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Agent desktop</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/assets/${css}" />
  </head>
  <body>
    <div id="root">${renderToString(createElement(Desk))}</div>
    <script type="module" src="/client.js"></script>
  </body>
</html>`;

createServer(async ({ url }, response) => {
  const type = files.get(url);
  if (type !== undefined) response.setHeader("Content-Type", type).end(await readFile(`dist${url}`));
  else if (url === "/") response.setHeader("Content-Type", "text/html").end(page());
  else response.writeHead(404).end();
}).listen(Number(process.env.PORT), "127.0.0.1");

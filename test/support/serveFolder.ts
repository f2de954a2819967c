import { readFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** Serves the files of a built page. */
export function serveFolder(folder: string): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = pathname === "/" ? "index.html" : pathname;
    readFile(join(folder, file)).then(
      (content) => response.writeHead(200, { "Content-Type": types[extname(file)] ?? "" }).end(content),
      () => response.writeHead(404).end(),
    );
  };
}

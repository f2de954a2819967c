// No bundler: the script that the package ships, beside a page.
import { cpSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

mkdirSync("dist");
for (const file of ["index.html", "desktop.js", "desktop.css"]) cpSync(file, `dist/${file}`);
cpSync(fileURLToPath(import.meta.resolve("hold-list-panel/element")), "dist/element.js");

// Copies the package's script beside the page, without a bundler.
import { cpSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

mkdirSync("dist");
for (const file of ["index.html", "desktop.js", "desktop.css"]) cpSync(file, `dist/${file}`);
cpSync(fileURLToPath(import.meta.resolve("hold-list-panel/element")), "dist/element.js");

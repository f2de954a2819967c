// Installs dependencies if they are missing or older than the lock file: after a fresh clone or a pull.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (modified("node_modules/.package-lock.json") < modified("package-lock.json")) {
  console.log("Installing dependencies (once)…");
  const { status } = spawnSync("npm ci --no-audit --no-fund", { shell: true, stdio: "inherit" });
  process.exit(status ?? 1);
}

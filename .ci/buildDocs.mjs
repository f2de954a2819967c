// Builds the demo and the manual as one static site in dist-docs, which works in any folder of any web server. Then tests it.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";

function run(command) {
  const { status } = spawnSync(command, { shell: true, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync("dist-docs", { recursive: true, force: true });
mkdirSync("dist-docs");
copyFileSync("src/docs/site/index.html", "dist-docs/index.html");
copyFileSync("README.md", "dist-docs/README.md");
for (const scheme of ["light", "dark"]) copyFileSync(`.github/panel-${scheme}.png`, `dist-docs/panel-${scheme}.png`);
// The demo must use the built-in simulator even if CC_GATEWAY_URL is set.
delete process.env.CC_GATEWAY_URL;
run("npx vite build --outDir dist-docs/demo");
run("npx storybook build --output-dir dist-docs/manual");
run("npx vitest run --config test/docs/site/vitest.config.ts");

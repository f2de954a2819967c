// Demo and manual as one static site in dist-docs, for any web host and any folder there; then tries what it built.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";

function run(command) {
  const { status } = spawnSync(command, { shell: true, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync("dist-docs", { recursive: true, force: true });
mkdirSync("dist-docs");
copyFileSync("src/docs/site/index.html", "dist-docs/index.html");
for (const scheme of ["light", "dark"]) copyFileSync(`.github/panel-${scheme}.png`, `dist-docs/panel-${scheme}.png`);
// With the simulator inside, even where CC_GATEWAY_URL is set.
delete process.env.CC_GATEWAY_URL;
run("npx vite build --outDir dist-docs/demo");
run("npx storybook build --output-dir dist-docs/manual");
run("npx vitest run --config test/docs/site/vitest.config.ts");

// Finds a Chromium for the tests, or installs one on a Linux x64 machine without any. Uses the first that starts:
// $CHROME_PATH, Playwright's own download, an installed Chrome or Edge, a chromium on the PATH, and last the
// headless Chromium that the npm package @sparticuz/chromium ships in its tarball (own lock file: test/browser).
// TEST_BROWSER=packed uses only the last one: the same browser and fonts on every Linux machine.
import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "playwright";

/** @typedef {import('playwright').LaunchOptions} LaunchOptions */

const root = fileURLToPath(new URL("../..", import.meta.url));
const base = {
  chromiumSandbox: false, // the sandbox can't start as root or in a container
  args: [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--font-render-hinting=none",
  ],
};

/**
 * The browser of a folder whose lock file names a version of @sparticuz/chromium. Undefined where it cannot be had.
 * @returns {Promise<LaunchOptions | undefined>}
 */
export async function packedBrowser(folder = "test/browser") {
  if (process.platform !== "linux" || process.arch !== "x64") return;
  const home = join(root, folder);
  const bin = join(home, "node_modules/@sparticuz/chromium/bin");
  const { version } = JSON.parse(readFileSync(join(home, "package-lock.json"), "utf8")).packages[
    "node_modules/@sparticuz/chromium"
  ];
  const dir = join(root, "node_modules/.cache", `chromium-${version}`);
  if (!existsSync(dir)) {
    if (!existsSync(bin)) {
      console.error(`Installing the browser of ${folder} (70 MB, once).`);
      const r = spawnSync("npm", ["ci", "--prefix", home, "--no-audit", "--no-fund", "--ignore-scripts"], {
        stdio: ["ignore", "ignore", "inherit"],
      });
      if (r.status !== 0) return;
    }
    const tmp = `${dir}.${process.pid}`;
    mkdirSync(tmp, { recursive: true });
    await pipeline(
      createReadStream(join(bin, "chromium.br")),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      createWriteStream(join(tmp, "chromium"), { mode: 0o755 }),
    );
    const { extract } = createRequire(join(home, "package.json"))("tar-fs");
    for (const f of ["aws", "al2023", "fonts", "swiftshader"].filter((f) => existsSync(join(bin, `${f}.tar.br`))))
      await pipeline(createReadStream(join(bin, `${f}.tar.br`)), createBrotliDecompress(), extract(tmp));
    writeFileSync(
      join(tmp, "fonts.conf"),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir prefix="relative">fonts</dir><dir>${join(dir, "fonts")}</dir><cachedir>${join(dir, "fc")}</cachedir></fontconfig>`,
    );
    try {
      renameSync(tmp, dir);
    } catch {
      rmSync(tmp, { recursive: true, force: true }); // another process was first
    }
  }
  // Without LANG, navigator.language is 'en-US@posix', and Intl throws.
  // The shipped nss, nspr and expat come last, so that the system's own are preferred.
  const libs = [process.env.LD_LIBRARY_PATH, join(dir, "lib")].filter(Boolean).join(":");
  // Old versions ship no fonts, and crash without any.
  const fonts = existsSync(join(dir, "fonts")) ? { FONTCONFIG_PATH: dir } : {};
  return {
    ...base,
    executablePath: join(dir, "chromium"),
    env: { ...process.env, LANG: "en_US.UTF-8", LD_LIBRARY_PATH: libs, ...fonts },
  };
}

/** @returns {LaunchOptions[]} */
function installed() {
  if (process.env.TEST_BROWSER === "packed") return [];
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((d) => ["google-chrome", "chromium", "chromium-browser", "microsoft-edge"].map((n) => join(d, n)));
  const runs = (/** @type {string} */ p) => {
    try {
      accessSync(p, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  return [
    {},
    { channel: "chrome" },
    { channel: "msedge" },
    ...(process.platform === "linux" ? onPath.filter(runs).map((executablePath) => ({ executablePath })) : []),
  ];
}

/** @returns {Promise<LaunchOptions>} */
async function find() {
  if (process.env.CHROME_PATH) return { ...base, executablePath: process.env.CHROME_PATH };
  for (const o of installed())
    try {
      await (await chromium.launch({ ...base, ...o })).close(); // a missing one fails within milliseconds
      return { ...base, ...o };
    } catch {
      /* try the next */
    }
  const o = await packedBrowser();
  if (o) return o;
  throw new Error(
    'No Chromium for the tests: install Chrome or Edge, set CHROME_PATH, or run "npx playwright install chromium".',
  );
}

/**
 * Playwright's launch options for the tests' browser. The search runs once: child processes, and the further times that
 * Vitest loads its config (once per project), read the result from the environment.
 * @returns {Promise<LaunchOptions>}
 */
export async function browserLaunchOptions() {
  process.env.FOUND_TEST_BROWSER ??= JSON.stringify(await find());
  return JSON.parse(process.env.FOUND_TEST_BROWSER);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const o = await browserLaunchOptions();
  const b = await chromium.launch(o);
  console.log(o.executablePath ?? o.channel ?? chromium.executablePath(), b.version());
  await b.close();
}

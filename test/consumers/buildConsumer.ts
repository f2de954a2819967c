import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PackedPackage } from "../package/packPackage.js";

const run = promisify(execFile);

type Manifest = { scripts?: Record<string, string>; dependencies: Record<string, string> };

/** How an app is built. */
export type Building = {
  /** Versions to install instead of those in its package.json. */
  versions?: Record<string, string> | undefined;
  /** Whether to install packages. If false, the app resolves the packed package, and everything else in this repository. @default true */
  install?: boolean | undefined;
};

/**
 * Installs and builds the app in a folder beside this file, as its author would: with the packed package, outside of this
 * repository, with only the packages in its own package.json.
 *
 * @returns the folder of the built app, and a function that removes it
 */
export async function buildConsumer(
  name: string,
  packed: PackedPackage,
  { versions = {}, install = true }: Building = {},
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(install ? tmpdir() : packed.folder, `hold-list-consumer-${name}-`));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await cp(join(import.meta.dirname, name), folder, { recursive: true });
    const file = join(folder, "package.json");
    const manifest = JSON.parse(await readFile(file, "utf8")) as Manifest;
    if (install) {
      manifest.dependencies = { ...manifest.dependencies, "hold-list-panel": `file:${packed.tarball}`, ...versions };
      await writeFile(file, JSON.stringify(manifest));
      const changed = Object.entries(versions).map(([dependency, version]) => ` ${dependency}@${version}`);
      await timed(`${name}: installed${changed.join("")}`, () =>
        npm(folder, "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"),
      );
    }
    if (manifest.scripts?.build !== undefined) await timed(`${name}: built`, () => npm(folder, "run", "build"));
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function npm(cwd: string, ...args: string[]): Promise<void> {
  // Without Vitest's "test" and npm's variables about this repository.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_ENV$|VITEST|INIT_CWD$)/.test(name));
  const env = { ...Object.fromEntries(inherited), CI: "true", NEXT_TELEMETRY_DISABLED: "1" };
  try {
    await run("npm", args, { cwd, env, shell: process.platform === "win32" });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`npm ${args.join(" ")} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const began = Date.now();
  await work();
  console.log(`${what} (${((Date.now() - began) / 1_000).toFixed(1)} s)`);
}

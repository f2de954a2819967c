import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PackedPackage } from "../package/packPackage.js";

const run = promisify(execFile);

type Manifest = { scripts?: Record<string, string>; dependencies: Record<string, string> };

/** What an app is built with. */
export type Building = {
  /** What to install instead of what its package.json says. */
  versions?: Record<string, string> | undefined;
  /** Whether to install at all: else it finds the packed package, and the rest in this repository, as it is. @default true */
  install?: boolean | undefined;
};

/**
 * Installs and builds the app of a folder beside this file, as its author would: from the packed package, outside of this
 * repository, with nothing in reach but what its own package.json names.
 *
 * @returns the folder of the built app, and what removes it
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
      const told = Object.entries(versions).map(([dependency, version]) => ` ${dependency}@${version}`);
      await timed(`${name}: installed${told.join("")}`, () =>
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
  // Without Vitest's "test", and whatever else npm has told this program about this repository.
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

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
/** The repository's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The package as `npm publish` would upload it. */
export type PackedPackage = {
  /** Contains `node_modules/hold-list-panel`. Its dependencies resolve to the repository's own `node_modules`, further up. */
  readonly folder: string;
  readonly tarball: string;
};

/** Builds and packs the package, and unpacks it where programs in `folder` resolve it. */
export async function packPackage(): Promise<PackedPackage> {
  const cache = join(root, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "packed-"));
  // Vitest's "test" would build React's development version.
  const env = { ...process.env, NODE_ENV: "production" };
  const { stdout } = await run("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: root,
    env,
    shell: process.platform === "win32",
  });
  const tarball = join(folder, stdout.trim().split("\n").at(-1) ?? "");
  const modules = join(folder, "node_modules");
  await mkdir(modules);
  await run("tar", ["-xzf", tarball, "-C", modules]);
  await rename(join(modules, "package"), join(modules, "hold-list-panel"));
  // Without a package.json there, the package's name would resolve to the repository itself.
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  return { folder, tarball };
}

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
/** The repository's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The package as `npm publish` would send it. */
export type PackedPackage = {
  /** Holds `node_modules/hold-list-panel`. What that needs is found further up, in the repository's own `node_modules`. */
  readonly folder: string;
  readonly tarball: string;
};

/** Builds and packs the package, and unpacks it where programs in `folder` find it. */
export async function packPackage(): Promise<PackedPackage> {
  const cache = join(root, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "packed-"));
  // Vitest's "test" would build React's slow half.
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
  // Else a program there would find the repository itself by the same name.
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  return { folder, tarball };
}

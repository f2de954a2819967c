import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Rollup } from "vite";
import { inject } from "vitest";

/** How a host's code is bundled. */
type BundleOptions = {
  /** A name for the source's file that no other test uses. */
  readonly name: string;
  /** Modules that the bundle does not contain. */
  readonly external: RegExp[];
  readonly minify: boolean;
};

/** Bundles a host's source with the packed package. */
export async function bundleHost(source: string, options: BundleOptions): Promise<Rollup.OutputChunk[]> {
  const root = inject("packed").folder;
  const entry = join(root, `${options.name}.js`);
  await writeFile(entry, source);
  const output = (await build({
    root,
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      lib: { entry, formats: ["es"] },
      minify: false,
      target: "es2022",
      rolldownOptions: { external: options.external, output: { minify: options.minify } },
    },
  })) as Rollup.RollupOutput[];
  return output.flatMap((part) => part.output).filter((part) => part.type === "chunk");
}

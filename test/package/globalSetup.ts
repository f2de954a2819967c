import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { packPackage, type PackedPackage } from "./packPackage.js";

declare module "vitest" {
  export interface ProvidedContext {
    packed: PackedPackage;
  }
}

/** One package for all files of tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const packed = await packPackage();
  project.provide("packed", packed);
  return () => rm(packed.folder, { recursive: true });
}

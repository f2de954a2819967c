// npm run fleet
//
// Simulates fleets of 10,000 and 100,000 agents through a day of faults: see Day.ts. Prints requests a second, and writes
// results.json and the manual's plot.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { format } from "prettier";
import { build } from "vite";

const parallel = 4;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const outDir = await mkdtemp(join(tmpdir(), "hold-list-fleet-"));
const bundle = pathToFileURL(join(outDir, "main.mjs")).href;

function runInWorker(job) {
  const code = `const { parentPort, workerData: { bundle, job } } = require("node:worker_threads");
    import(bundle).then(({ run }) => parentPort.postMessage(run(job)));`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData: { bundle, job } });
    worker.once("message", resolve).once("error", reject);
  });
}

try {
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: here("main.ts"),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: "main.mjs" } },
    },
  });
  const { jobs, present } = await import(bundle);
  const outcomes = [];
  const waiting = [...jobs.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, job] = next;
      outcomes[index] = await runInWorker(job);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  const plot = present(outcomes);
  const results = outcomes.map(({ result }) => result);
  await writeFile(here("results.json"), await format(JSON.stringify(results), { parser: "json", printWidth: 120 }));
  await writeFile(here("../../src/docs/pictures/fleet.svg"), plot);
} finally {
  await rm(outDir, { recursive: true });
}

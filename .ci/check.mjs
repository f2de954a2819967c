// Checks format, lint rules, imports and types at the same time, and prints the output of each when it ends.
import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";

const checks = ["prettier --check .", "eslint .", "depcruise --config .dependency-cruiser.mjs src", "tsc"];

await Promise.all(
  checks.map(async (command) => {
    const check = spawn(`${command} 2>&1`, { shell: true, stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise((resolve) => check.once("close", resolve));
    const output = await buffer(check.stdout);
    const isPassed = (await ended) === 0;
    console.log(`${isPassed ? "passed" : "FAILED"}: ${command}\n${isPassed ? "" : output.toString()}`);
    if (!isPassed) process.exitCode = 1;
  }),
);

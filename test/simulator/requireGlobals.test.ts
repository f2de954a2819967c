import { afterEach, expect, it, vi } from "vitest";
import { createSimulator } from "../../src/simulator/simulator.js";

afterEach(() => void vi.unstubAllGlobals());

it.each(["Request", "Response"])("throws with the remedy when the environment has no %s", (name) => {
  vi.stubGlobal(name, undefined);
  expect(() => createSimulator()).toThrow(
    new RegExp(`^The simulator needs ${name}, but .* Object\\.assign\\(this\\.global, \\{ fetch, .*, ${name} \\}\\)`),
  );
});

it("names all missing globals, as in jest with jsdom", () => {
  for (const name of ["fetch", "Request", "Response"]) vi.stubGlobal(name, undefined);
  expect(() => createSimulator()).toThrow("The simulator needs Request and Response");
});

it("refuses to order an endless body without ReadableStream", () => {
  vi.stubGlobal("ReadableStream", undefined);
  const simulator = createSimulator();
  expect(() => simulator.order({ kind: "silence", after: "headers" })).toThrow("needs ReadableStream");
  expect(simulator.faults).toEqual([]);
});

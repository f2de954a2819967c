import { reportFault } from "../../session/callHost.js";
import type { LabelSource } from "./PanelLabels.js";

type Path = readonly string[];
type LabelFunction = (...given: never[]) => string;

/** Runs code of the host and reports its errors, one for each path. */
export function createAttempt(): LabelSource["attempt"] {
  const reported = new Set<string>();
  return (path, run) => {
    try {
      return run();
    } catch (error) {
      if (!reported.has(path)) reportFault(error);
      reported.add(path);
      return undefined;
    }
  };
}

/**
 * Labels with the keys of `usual`. An entry of the source replaces the usual one if it has the same type. A function that throws
 * or returns no text is reported once, and the next layer or the usual function takes its place.
 */
export function mergeLabels<Labels extends object>(usual: Labels, source: LabelSource, path: Path = []): Labels {
  const merged = Object.entries(usual).map(([key, value]) => [key, mergeLabel(value, source, [...path, key])]);
  return Object.fromEntries(merged) as Labels;
}

function mergeLabel(usual: unknown, source: LabelSource, path: Path): unknown {
  if (typeof usual === "function") return labelFunction(usual as LabelFunction, source, path);
  if (isObject(usual)) return mergeLabels(usual, source, path);
  return textAt(source, path) ?? usual;
}

/** A label that takes arguments: the host's function, or `usual` where there is none that works. */
export function labelFunction<Label extends LabelFunction>(usual: Label, source: LabelSource, path: Path): Label {
  const label = (...given: never[]): string => {
    for (const layer of source.layers) {
      const text = source.attempt(path.join("."), () => textFrom(layer, path, given));
      if (text !== undefined) return text;
    }
    return usual(...given);
  };
  return label as Label;
}

/** The first text at the path, or undefined. */
export function textAt(source: LabelSource, path: Path): string | undefined {
  return valueAt(source, path, (value) => typeof value === "string") as string | undefined;
}

/** The first value at the path that `isValid` accepts, or undefined. */
export function valueAt(source: LabelSource, path: Path, isValid: (value: unknown) => boolean): unknown {
  return source.layers
    .map((layer) => source.attempt(path.join("."), () => read(layer, path)))
    .find((value) => value !== undefined && isValid(value));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** @throws whatever the host's function throws, and a TypeError where it returns no text. */
function textFrom(layer: unknown, path: Path, given: never[]): string | undefined {
  const owner = read(layer, path.slice(0, -1));
  const label = read(owner, path.slice(-1));
  if (typeof label !== "function") return undefined;
  const text: unknown = Reflect.apply(label, owner, given);
  if (typeof text !== "string") throw new TypeError(`The label "${path.join(".")}" must return a string.`);
  return text;
}

function read(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

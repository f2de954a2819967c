import { callHost } from "../../session/callHost.js";
import { isolatedIn } from "../format/isolatedIn.js";
import { languageTag } from "../format/languageTag.js";
import { withoutBidiControls } from "../format/withoutBidiControls.js";
import { en } from "./en.js";
import type { HostLabels, LabelSource, PanelLabels } from "./PanelLabels.js";
import { createAttempt, isObject, mergeLabels } from "./mergeLabels.js";

/** Resolves a host's labels, as {@link createLabelResolver} describes. */
export type LabelResolver = (given: HostLabels | undefined, supervisedName: string | null) => PanelLabels;

/**
 * Creates a function that merges a host's labels over the English ones. Resolved labels never throw and always give text: an
 * entry that is missing or of the wrong type, and a function that throws or returns no string, are replaced by English. Errors
 * are reported once for each label.
 *
 * Labels that a host writes inline are a new object at each of its renders. The resolver returns the same object as before while
 * all strings are equal and the same keys hold functions. Its functions call those of the host's latest object. A host that
 * changes only what a function returns, and no string, therefore renders nothing new: change `language` or another string too.
 */
export function createLabelResolver(): LabelResolver {
  const attempt = createAttempt();
  let last: { given: HostLabels | undefined; name: string | null; source: LabelSource; labels: PanelLabels } | null =
    null;
  return (given, name) => {
    if (last !== null && last.given === given && last.name === name) return last.labels;
    const layers = layersOf(given, name, attempt);
    const known = last;
    if (known !== null && known.name === name && callHost(() => isSame(known.source.layers, layers), false)) {
      known.given = given;
      known.source.layers = layers;
      return known.labels;
    }
    const source: LabelSource = { layers, attempt };
    last = { given, name, source, labels: panelLabels(source) };
    return last.labels;
  };
}

/** Resolves a host's labels once. */
export function resolveLabels(given: HostLabels | undefined, supervisedName: string | null): PanelLabels {
  return createLabelResolver()(given, supervisedName);
}

/** For a supervisor, the labels about the supervised agent come first. The name is isolated in words of another direction. */
function layersOf(given: unknown, name: string | null, attempt: LabelSource["attempt"]): readonly unknown[] {
  if (name === null) return [given];
  const labelsFor = (shownName: string): object => {
    const own = attempt("supervising", () => {
      const supervising = isObject(given) ? given.supervising : undefined;
      return typeof supervising === "function"
        ? (Reflect.apply(supervising, given, [shownName]) as unknown)
        : undefined;
    });
    return isObject(own) ? own : en.supervising(shownName);
  };
  const plain = callHost(() => withoutBidiControls(name), name); // untyped hosts give anything
  const labels = labelsFor(plain);
  const isolated = isolatedIn(
    Object.values(labels)
      .filter((label) => typeof label === "string")
      .join(),
    plain,
  );
  return [isolated === plain ? labels : labelsFor(isolated), given];
}

function panelLabels(source: LabelSource): PanelLabels {
  const { supervising, ...usual } = en;
  const labels = mergeLabels(usual, source);
  return { ...labels, language: languageTag(labels.language), supervising, source };
}

// Labels are nested as deep as `retrieve.confirm.question`, inside the array of layers.
const deepest = 3;

function isSame(before: unknown, after: unknown, depth = 0): boolean {
  if (typeof before === "function") return typeof after === "function";
  if (!isObject(before) || !isObject(after) || depth > deepest) return Object.is(before, after);
  const keys = Object.keys(before);
  return (
    keys.length === Object.keys(after).length &&
    keys.every((key) => key in after && isSame(before[key], after[key], depth + 1))
  );
}

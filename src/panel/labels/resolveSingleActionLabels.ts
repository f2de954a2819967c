import { enActions } from "./enActions.js";
import type { LabelSource } from "./PanelLabels.js";
import { createAttempt, isObject, labelFunction, textAt, valueAt } from "./mergeLabels.js";
import type { HeldCallConfirmation, SingleActionLabels } from "./SingleActionLabels.js";

/**
 * Resolves the labels that a host gave to an action of its own. They never throw: the action's ID replaces a label that is
 * missing, and an invalid optional entry is left out.
 */
export function resolveSingleActionLabels(given: unknown, id: string): SingleActionLabels {
  return mergeSingleActionLabels({ label: id }, { layers: [given], attempt: createAttempt() }, []);
}

/**
 * Merges the source's labels of one action over the usual ones. An object replaces all of them, so that a renamed action does
 * not keep the other texts of its former name; only a label that is missing or blank is the usual one.
 */
export function mergeSingleActionLabels(
  usual: SingleActionLabels,
  source: LabelSource,
  path: readonly string[],
): SingleActionLabels {
  if (valueAt(source, path, isObject) === undefined) return usual;
  const text = (key: string) => textAt(source, [...path, key]);
  const label = text("label")?.trim() ? (text("label") ?? usual.label) : usual.label;
  const busy = text("busy");
  const startPath = [...path, "announceStart"];
  const hasStart = valueAt(source, startPath, (value) => typeof value === "function") !== undefined;
  return {
    label,
    busy,
    done: text("done"),
    othersWait: text("othersWait"),
    announceStart: hasStart
      ? labelFunction(usual.announceStart ?? (() => busy ?? enActions.busy(label)), source, startPath)
      : undefined,
    confirm: confirmation(usual.confirm, label, source, [...path, "confirm"]),
  };
}

/** Any value but a false one asks for a confirmation: an invalid question must not let the action run without one. */
function confirmation(
  usual: HeldCallConfirmation | undefined,
  label: string,
  source: LabelSource,
  path: readonly string[],
): HeldCallConfirmation | undefined {
  if (valueAt(source, path, Boolean) === undefined) return undefined;
  return {
    question: labelFunction(usual?.question ?? (() => label), source, [...path, "question"]),
    no: textAt(source, [...path, "no"]) ?? usual?.no ?? enActions.dismiss,
  };
}

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { enActions } from "../../../src/panel/labels/enActions.js";
import type { HostLabels } from "../../../src/panel/labels/PanelLabels.js";
import { resolveActionLabels } from "../../../src/panel/labels/resolveActionLabels.js";
import { createLabelResolver, resolveLabels } from "../../../src/panel/labels/resolveLabels.js";
import { resolveSingleActionLabels } from "../../../src/panel/labels/resolveSingleActionLabels.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";
import { zhCNActions } from "../../../src/panel/labels/zhCNActions.js";
import { wordsOf } from "./wordsOf.js";

const broken = (): never => {
  throw new Error("The host's labels are broken.");
};
const resolve = (labels: unknown) => resolveActionLabels(resolveLabels(labels as HostLabels, null));
const actionTexts = (labels: object) =>
  new Map([...wordsOf({ ...labels, source: "" })].filter(([path]) => (path.split(".")[0] ?? "") in enActions));

const report = vi.fn();
beforeEach(() => {
  report.mockClear();
  vi.stubGlobal("reportError", report);
});
afterEach(() => vi.unstubAllGlobals());

it("adds the English texts about acting where the host gave none", () => {
  const labels = resolve(zhCN);
  expect(labels.heading).toBe(zhCN.heading);
  expect(actionTexts(labels)).toEqual(actionTexts(enActions));
});

it("gives a complete set as it is", () => {
  // Optional entries that are left out are undefined in the resolved labels.
  const given = new Map(
    [...actionTexts(resolve({ ...zhCN, ...zhCNActions }))].filter(([, text]) => text !== "undefined"),
  );
  expect(given).toEqual(actionTexts(zhCNActions));
});

it("accepts labels that were not resolved", () => {
  expect(resolveActionLabels({ ...zhCN, ...zhCNActions }).tryAgain).toBe(zhCNActions.tryAgain);
});

it("returns the same object for the same labels", () => {
  const labels = resolveLabels({ empty: "none" }, null);
  expect(resolveActionLabels(labels)).toBe(resolveActionLabels(labels));
});

it("calls the latest functions of inline labels", () => {
  const resolveInline = createLabelResolver();
  const inline = (text: string): HostLabels => ({
    busy: () => text,
    retrieve: { label: "Take", announceStart: () => text },
  });
  const { busy, retrieve } = resolveActionLabels(resolveInline(inline("first"), null));
  resolveInline(inline("second"), null);
  expect([busy("Take"), retrieve.announceStart?.("8 0 0 0")]).toEqual(["second", "second"]);
});

it.each([undefined, null, 7, "Retrieve", broken])("replaces each entry that is %s by English", (value) => {
  const entries = Object.keys(enActions)
    .filter((key) => typeof value !== "string" || typeof enActions[key as keyof typeof enActions] !== "string")
    .map((key) => [key, value]);
  expect(actionTexts(resolve(Object.fromEntries(entries)))).toEqual(actionTexts(enActions));
});

it("keeps no text of an action's former name", () => {
  const { retrieve } = resolve({ retrieve: { label: "Pick up" } });
  expect(retrieve).toEqual({ label: "Pick up" });
});

it.each([undefined, "", " ", 7])("keeps the usual name of an action whose label is %j", (label) => {
  expect(resolve({ retrieve: { label, busy: "Taking…" } }).retrieve).toMatchObject({
    label: "Retrieve",
    busy: "Taking…",
  });
});

it("keeps a confirmation whose texts are broken", () => {
  const { hangUp, retrieve } = resolve({
    hangUp: { label: "Drop", confirm: { question: broken, no: 7 } },
    retrieve: { label: "Take", confirm: true },
  });
  expect(hangUp.confirm?.question("10086")).toBe(enActions.hangUp.confirm?.question("10086"));
  expect(hangUp.confirm?.no).toBe(enActions.hangUp.confirm?.no);
  expect([retrieve.confirm?.question("10086"), retrieve.confirm?.no]).toEqual(["Take", enActions.dismiss]);
  expect(report).toHaveBeenCalledOnce();
});

it("gives an action without a confirmation none", () => {
  expect(resolve({ hangUp: { label: "Drop", confirm: undefined } }).hangUp.confirm).toBeUndefined();
});

it.each([undefined, null, 7, "note", {}, { label: 7 }, { label: broken }])(
  "names an action of the host by its ID where its labels are %j",
  (labels) => expect(resolveSingleActionLabels(labels, "note").label).toBe("note"),
);

it("leaves out invalid texts of an action of the host", () => {
  const given = { label: "Note", busy: 7, done: null, othersWait: {}, announceStart: "Noting", confirm: false };
  expect(resolveSingleActionLabels(given, "note")).toEqual({ label: "Note" });
});

it("announces the busy text where the host's announcement throws", () => {
  const labels = resolveSingleActionLabels({ label: "Note", busy: "Noting…", announceStart: broken }, "note");
  expect(labels.announceStart?.("8 0 0 0")).toBe("Noting…");
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { en } from "../../../src/panel/labels/en.js";
import type { HoldListLabels } from "../../../src/panel/labels/HoldListLabels.js";
import type { HostLabels } from "../../../src/panel/labels/PanelLabels.js";
import { createLabelResolver, resolveLabels } from "../../../src/panel/labels/resolveLabels.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";
import { wordsOf } from "./wordsOf.js";

const fault = new Error("The host's labels are broken.");
const broken = (): never => {
  throw fault;
};
/** Labels as a host without types may give them. */
const untyped = (labels: unknown) => labels as HostLabels;
const texts = (labels: object) =>
  new Map([...wordsOf({ ...labels, source: "" })].filter(([path]) => path !== "source"));

const report = vi.fn();
beforeEach(() => {
  report.mockClear();
  vi.stubGlobal("reportError", report);
});
afterEach(() => vi.unstubAllGlobals());

describe("resolveLabels", () => {
  it.each([undefined, null, "zh-CN", 7, [], {}])("gives the English labels for %j", (given) =>
    expect(texts(resolveLabels(untyped(given), null))).toEqual(wordsOf(en)),
  );

  it.each([en, zhCN])("gives a complete set as it is: $language", (given) =>
    expect(texts(resolveLabels(given, null))).toEqual(wordsOf({ ...given, supervising: en.supervising })),
  );

  it("fills the keys that are left out, also in nested records", () => {
    const labels = resolveLabels(untyped({ empty: "", callTypes: { internal: "Colleague" } }), null);
    expect(labels).toMatchObject({ heading: en.heading, empty: "" });
    expect(labels.callTypes).toEqual({ ...en.callTypes, internal: "Colleague" });
  });

  const wrong: unknown[] = [
    undefined,
    null,
    7,
    true,
    Symbol("label"),
    ["text"],
    { text: "text" },
    () => undefined,
    broken,
  ];
  it.each(wrong)("replaces each entry that is %s by English", (value) => {
    const entries = Object.keys(en).map((key) => [key, value]);
    expect(texts(resolveLabels(untyped(Object.fromEntries(entries)), null))).toEqual(wordsOf(en));
  });

  it.each(["list", "callTypes", "leftBecause"] as const)("replaces wrong entries of the record %s", (record) => {
    const entries = Object.keys(en[record]).map((key, index) => [key, wrong[index % wrong.length]]);
    const given = untyped({ [record]: Object.fromEntries(entries) as unknown });
    expect(resolveLabels(given, null)[record]).toEqual(en[record]);
  });

  it("replaces a text by English where reading it throws", () => {
    const given = {
      get heading() {
        return broken();
      },
    };
    expect(resolveLabels(untyped(given), null).heading).toBe(en.heading);
    expect(report).toHaveBeenCalledWith(fault);
  });

  it("reports a function that throws or returns no text once", () => {
    const resolve = createLabelResolver();
    for (let render = 0; render < 3; render++) {
      const labels = resolve(untyped({ count: broken, http: () => 502 }), null);
      expect(labels.count(2)).toBe(en.count(2));
      expect(labels.http(502)).toBe(en.http(502));
    }
    expect(report.mock.calls).toEqual([[fault], [new TypeError('The label "http" must return a string.')]]);
  });

  it("calls a function with its own labels as `this`", () => {
    const given = {
      empty: "none",
      count(this: HoldListLabels) {
        return this.empty;
      },
    };
    expect(resolveLabels(given, null).count(0)).toBe("none");
  });

  it.each([
    ["zh_CN", "zh-CN"],
    ["", navigator.language],
    [undefined, "en"],
  ])("gives a valid language tag for %j", (language, tag) =>
    expect(resolveLabels(untyped({ ...zhCN, language }), null).language).toBe(tag),
  );
});

describe("resolveLabels for a supervisor", () => {
  it("uses the texts about the supervised agent", () => {
    expect(resolveLabels(undefined, "Li Na")).toMatchObject({ heading: en.supervising("Li Na").heading });
    expect(resolveLabels(zhCN, "Li Na")).toMatchObject({
      heading: zhCN.supervising("Li Na").heading,
      retry: zhCN.retry,
    });
  });

  it.each([undefined, null, "Li Na", broken, () => null, () => "Li Na"])(
    "uses the English ones where `supervising` is %s",
    (supervising) => {
      const labels = resolveLabels(untyped({ ...zhCN, supervising }), "Li Na");
      expect(labels.heading).toBe(en.supervising("Li Na").heading);
      expect(labels.retry).toBe(zhCN.retry);
    },
  );

  it("isolates the name from words of another direction, and only there", () => {
    const rightToLeft = { supervising: (name: string) => ({ heading: `בהמתנה: ${name}` }) };
    expect(resolveLabels(rightToLeft, "Li Na (2)").heading).toBe("בהמתנה: \u2068Li Na (2)\u2069");
    expect(resolveLabels(undefined, "דנה").heading).toBe("On hold: \u2068דנה\u2069");
    expect(resolveLabels(undefined, "Li\u202e Na").heading).toBe("On hold: Li Na");
  });

  it("checks each entry that `supervising` returns", () => {
    const supervising = () => untyped({ heading: 7, empty: "none", announceFirstList: broken });
    const labels = resolveLabels({ ...zhCN, supervising }, "Li Na");
    expect([labels.heading, labels.empty, labels.announceFirstList(1)]).toEqual([
      zhCN.heading,
      "none",
      zhCN.announceFirstList(1),
    ]);
  });
});

describe("createLabelResolver", () => {
  const inline = (empty: string, count: (calls: number) => string): HostLabels => ({ ...zhCN, empty, count });

  it("returns the same object for inline labels with equal texts, whose latest functions it calls", () => {
    const resolve = createLabelResolver();
    const labels = resolve(
      inline("none", () => "first"),
      "Li Na",
    );
    expect(
      resolve(
        inline("none", () => "second"),
        "Li Na",
      ),
    ).toBe(labels);
    expect(labels.count(1)).toBe("second");
  });

  it.each<[string, HostLabels, string | null]>([
    ["a text", inline("nobody", String), "Li Na"],
    ["the supervised agent", inline("none", String), "Wang Wei"],
    ["the supervision", inline("none", String), null],
    ["a text in a record", { ...inline("none", String), list: { ...zhCN.list, gateway: "list" } }, "Li Na"],
    [
      "a text about the supervised agent",
      { ...inline("none", String), supervising: () => ({ heading: "x" }) },
      "Li Na",
    ],
    ["a text about acting", { ...inline("none", String), retrieve: { label: "Take" } }, "Li Na"],
    ["a key that is gone", { empty: "none", count: String }, "Li Na"],
  ])("returns another object when %s changes", (_, given, name) => {
    const resolve = createLabelResolver();
    const labels = resolve(inline("none", String), "Li Na");
    expect(resolve(given, name)).not.toBe(labels);
  });

  it("returns the English labels once for a host that gives none", () => {
    const resolve = createLabelResolver();
    expect(resolve(undefined, null)).toBe(resolve(undefined, null));
    expect(resolve({}, null)).toBe(resolve({}, null));
  });
});

import { expect, it } from "vitest";
import { labelsForLanguage } from "../../src/element/labelsForLanguage.js";
import { en } from "../../src/panel/labels/en.js";
import { zhCN } from "../../src/panel/labels/zhCN.js";

it.each([
  "zh",
  "zh-CN",
  "zh_CN",
  "ZH-cn",
  "zh-Hans",
  "zh-Hans-HK",
  "zh-SG",
  "zh_CN.UTF-8",
  "cmn-CN",
  "zh-CHS",
  " zh-CN ",
])("gives %s the Simplified Chinese labels", (tag) => {
  expect(labelsForLanguage(tag)).toMatchObject({ language: "zh-CN", heading: zhCN.heading });
});

it.each(["zh-TW", "zh_TW", "zh-HK", "zh-MO", "zh-Hant", "zh-hant-CN", "zh-CHT", "yue-Hant-HK"])(
  "gives %s the English labels, since there are no Traditional Chinese ones",
  (tag) => {
    expect(labelsForLanguage(tag)).toMatchObject({ language: "en", heading: en.heading });
  },
);

it.each(["en", "en_US@posix", "de-AT", "zha", "", "C", "-", "not a tag", "x".repeat(100)])(
  "gives %j the English labels without throwing",
  (tag) => {
    expect(labelsForLanguage(tag)).toMatchObject({ language: "en", heading: en.heading });
  },
);

import { expect, it, vi } from "vitest";
import { languageTag } from "../../../src/panel/format/languageTag.js";

it.each([
  ["zh-CN", "zh-CN"],
  ["zh_CN", "zh-CN"],
  ["ZH-cn", "zh-CN"],
  ["zh_TW.UTF-8", "zh-TW"],
  ["zh-Hant-TW", "zh-Hant-TW"],
  ["en-US@posix", "en-US"],
  [" de ", "de"],
  ["xx-invalid", "xx-invalid"],
])("reads %j as %j", (language, tag) => expect(languageTag(language)).toBe(tag));

it.each(["", "C", "Chinese (Simplified)", "-", "zh-", undefined, null, 7])(
  "replaces %j by the browser's language",
  (language) => {
    vi.spyOn(navigator, "language", "get").mockReturnValue("fr-CH");
    expect(languageTag(language as string)).toBe("fr-CH");
  },
);

it.each(["", "en-US@posix", "C"])("returns a valid tag where the browser's own language is %j", (language) => {
  vi.spyOn(navigator, "language", "get").mockReturnValue(language);
  expect(() => new Intl.DateTimeFormat(languageTag(""))).not.toThrow();
});

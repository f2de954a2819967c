/**
 * The BCP 47 tag for a language as a host may write it: `zh_CN`, `zh_CN.UTF-8` and `en-US@posix` are accepted. The browser's
 * language replaces a text that is no tag, and "en" replaces that. Never throws.
 */
export function languageTag(language: string): string {
  const browser = typeof navigator === "undefined" ? undefined : navigator.language;
  return canonicalTag(language) ?? canonicalTag(browser) ?? "en";
}

function canonicalTag(language: unknown): string | undefined {
  if (typeof language !== "string") return undefined;
  try {
    return Intl.getCanonicalLocales(
      language
        .trim()
        .replace(/[.@].*$/, "")
        .replaceAll("_", "-"),
    )[0];
  } catch {
    return undefined;
  }
}

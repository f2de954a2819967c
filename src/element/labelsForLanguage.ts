import { en, enActions, type HeldCallActionLabels, type HoldListLabels, zhCN, zhCNActions } from "../index.js";

const english = { ...en, ...enActions };
const simplifiedChinese = { ...zhCN, ...zhCNActions };

/**
 * The built-in labels for a language tag in any spelling: `zh-CN`, `zh_CN.UTF-8`, `ZH-hans`. Traditional Chinese and every other
 * language get the English ones, whose `language` is "en".
 */
export function labelsForLanguage(tag: string): HoldListLabels & HeldCallActionLabels {
  return isSimplifiedChinese(tag) ? simplifiedChinese : english;
}

/** Parsed here and not by `Intl.Locale`, which throws at `zh_CN`. */
function isSimplifiedChinese(tag: string): boolean {
  const [language = "", ...subtags] = tag
    .trim()
    .toLowerCase()
    .split(/[-_.@]/);
  if (!["zh", "cmn"].includes(language)) return false;
  if (subtags.some((subtag) => ["hans", "chs"].includes(subtag))) return true;
  return !subtags.some((subtag) => ["hant", "cht", "tw", "hk", "mo"].includes(subtag));
}

import type { Plugin, Rule } from "postcss";

const lightDark = /light-dark\((?<light>[^,()]+),[^()]+\)/;

/**
 * Adds a fallback for browsers without `light-dark()` (Chrome before 123). A custom property declared with `light-dark()` gets its
 * light value, and the original declaration follows inside `@supports`. Without the fallback such a browser accepts the custom
 * property, and then each declaration that uses it is invalid.
 *
 * A sheet that contains `@supports` rules of its own keeps them unchanged.
 */
export const lightDarkFallback: Plugin = {
  postcssPlugin: "light-dark-fallback",
  OnceExit(root, { atRule }) {
    const rules = root.nodes.filter((node) => node.type === "rule");
    for (const rule of rules) {
      const pairs = pairsOf(rule);
      if (pairs.length === 0) continue;
      const supported = rule.clone({ nodes: pairs.map((pair) => pair.clone()) });
      rule.after(atRule({ name: "supports", params: "(color: light-dark(red, red))", nodes: [supported] }));
      for (const pair of pairs) pair.value = pair.value.replace(lightDark, "$<light>");
    }
  },
};

const pairsOf = (rule: Rule) =>
  rule.nodes.filter((node) => node.type === "decl").filter(({ variable, value }) => variable && lightDark.test(value));

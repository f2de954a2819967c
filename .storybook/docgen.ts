type Prop = {
  readonly parent?: { readonly fileName: string };
  readonly defaultValue: { value?: unknown } | null;
};

/** How tables are read from TSDoc: with defaults, and without what props inherit from React's own elements. */
export const docgenOptions = {
  shouldExtractLiteralValuesFromEnum: true,
  shouldRemoveUndefinedFromOptional: true,
  savePropValueAsString: true,
  propFilter: ({ parent, defaultValue }: Prop) => {
    // Storybook quotes the default of a prop of strings, which TSDoc has quoted already. There is no other place to tell it.
    if (typeof defaultValue?.value === "string") defaultValue.value = defaultValue.value.replace(/^"(.*)"$/, "$1");
    return parent === undefined || !parent.fileName.includes("node_modules");
  },
};

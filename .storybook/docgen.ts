type Prop = {
  readonly parent?: { readonly fileName: string };
  readonly defaultValue: { value?: unknown } | null;
};

/** Options for tables generated from TSDoc: with defaults, without props inherited from React's element types. */
export const docgenOptions = {
  shouldExtractLiteralValuesFromEnum: true,
  shouldRemoveUndefinedFromOptional: true,
  savePropValueAsString: true,
  propFilter: ({ parent, defaultValue }: Prop) => {
    // Storybook quotes the default of a string prop, but TSDoc has already quoted it. No other hook can change that.
    if (typeof defaultValue?.value === "string") defaultValue.value = defaultValue.value.replace(/^"(.*)"$/, "$1");
    return parent === undefined || !parent.fileName.includes("node_modules");
  },
};

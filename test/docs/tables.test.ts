import { join } from "node:path";
import { withCustomConfig } from "react-docgen-typescript";
import { describe, expect, it } from "vitest";
import { docgenOptions } from "../../.storybook/docgen.js";

const root = join(import.meta.dirname, "../..");
const parser = withCustomConfig(join(root, "tsconfig.json"), docgenOptions);
const tables = parser.parse(
  [
    "src/HoldListProvider.tsx",
    "src/panel/HoldListPanel.tsx",
    "src/panel/actions/RetrieveLongestHeldButton.tsx",
    "src/docs/tables.tsx",
  ].map((file) => join(root, file)),
);
const table = (name: string) => tables.find(({ displayName }) => displayName === name)?.props ?? {};

describe("the manual's tables, read from TSDoc", () => {
  it("describe every prop", () => {
    const undescribed = tables.flatMap(({ displayName, props }) =>
      Object.values(props).flatMap(({ name, description }) => (description === "" ? [`${displayName}.${name}`] : [])),
    );
    expect(undescribed).toEqual([]);
  });

  it.each([
    ["HoldListPanel", ["labels", "onSignIn", "mask", "actions", "onAction", "handleRef", "elementRef"]],
    ["HoldListProvider", ["gateway", "session", "supervised", "pollInterval", "attention", "onHeld", "onLeft"]],
    ["GatewayOptionsTable", ["baseUrl", "fetch", "timeout", "allowInsecureHttp", "credentials", "maxAgentId"]],
    ["HoldListTable", ["status", "refresh", "doubt", "calls", "unreadable", "updatedAt", "overdue"]],
  ])("list the props of %s", (name, props) => {
    expect(Object.keys(table(name))).toEqual(expect.arrayContaining(props));
  });

  it("leave out what HoldListPanel inherits from <section>", () => {
    expect(Object.keys(table("HoldListPanel"))).not.toContain("className");
  });

  it.each([
    ["order", "longest-first"],
    ["revealFor", "never"],
    ["sound", "false"],
    ["density", "comfortable"],
  ])("give the default of the panel's %s", (name, value) => {
    expect((table("HoldListPanel")[name]?.defaultValue as { value: string }).value).toBe(value);
  });
});

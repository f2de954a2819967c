// @vitest-environment node
import { join } from "node:path";
import { withCustomConfig } from "react-docgen-typescript";
import { expect, it } from "vitest";
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

it("has a word on each prop in each table", () => {
  const silent = tables.flatMap(({ displayName, props }) =>
    Object.values(props).flatMap(({ name, description }) => (description === "" ? [`${displayName}.${name}`] : [])),
  );
  expect(silent).toEqual([]);
});

it("has the panel's own props, with their defaults, and none of a section's", () => {
  const props = table("HoldListPanel");
  expect(Object.keys(props)).toMatchInlineSnapshot(`
    [
      "labels",
      "onSignIn",
      "order",
      "mask",
      "revealFor",
      "sound",
      "notifications",
      "renderCall",
      "renderHeader",
      "renderEmpty",
      "actions",
      "hasCurrentCall",
      "onAction",
      "handleRef",
      "density",
      "elementRef",
    ]
  `);
  expect(
    Object.values(props)
      .map(({ name, defaultValue }) => [name, (defaultValue as { value?: string } | null)?.value])
      .filter(([, value]) => value !== undefined),
  ).toMatchInlineSnapshot(`
    [
      [
        "labels",
        "en",
      ],
      [
        "order",
        "longest-first",
      ],
      [
        "mask",
        "numbers are shown whole",
      ],
      [
        "revealFor",
        "never",
      ],
      [
        "sound",
        "false",
      ],
      [
        "notifications",
        "false",
      ],
      [
        "actions",
        "none: the panel only reads",
      ],
      [
        "hasCurrentCall",
        "as the events tell",
      ],
      [
        "density",
        "comfortable",
      ],
    ]
  `);
});

it("has the provider's props, and the options of createGateway", () => {
  expect(Object.keys(table("HoldListProvider"))).toMatchInlineSnapshot(`
    [
      "gateway",
      "session",
      "supervised",
      "pollInterval",
      "hiddenPollInterval",
      "safetyInterval",
      "attention",
      "onHeld",
      "onLeft",
      "onAttention",
      "onMeasure",
      "queryClient",
    ]
  `);
  expect(Object.keys(table("GatewayOptionsTable"))).toMatchInlineSnapshot(`
    [
      "baseUrl",
      "fetch",
      "timeout",
      "allowInsecureHttp",
      "credentials",
      "maxAgentId",
    ]
  `);
  expect(Object.keys(table("HoldListTable"))).toMatchInlineSnapshot(`
    [
      "status",
      "refresh",
      "doubt",
      "calls",
      "unreadable",
      "updatedAt",
      "overdue",
    ]
  `);
});

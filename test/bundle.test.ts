// @vitest-environment node
import { fileURLToPath } from "node:url";
import { build, type Rollup } from "vite";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The code that a host's bundler makes of an app, without what the app brings along itself. */
async function bundle(app: string): Promise<string> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  try {
    const built = await build({
      root,
      configFile: false,
      logLevel: "error",
      publicDir: false,
      plugins: [
        {
          name: "app",
          enforce: "pre",
          resolveId: (id) => (id === "virtual:app" ? `${root}app.ts` : null),
          load: (id) => (id === `${root}app.ts` ? app.replace("hold-list-panel", `${root}src/index.ts`) : null),
        },
      ],
      build: {
        write: false,
        minify: false,
        target: "es2022",
        rolldownOptions: {
          input: "virtual:app",
          preserveEntrySignatures: "strict",
          external: [/^react($|\/)/, /^react-dom($|\/)/, /^@tanstack\//, /^zustand($|\/)/],
        },
      },
    });
    return (built as Rollup.RollupOutput).output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("\n");
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
}

const appOf = (names: string, props = "") => `
  import { createElement } from "react";
  import { ${names} } from "hold-list-panel";
  export const app = (gateway, session) =>
    createElement(HoldListProvider, { gateway, session }, createElement(HoldListPanel, { ${props} }));
`;

// Words, names and codes of the wire that no other code has.
const ofAnyAction = [
  "Retrieving",
  "hlp-menu",
  "hlp-outcome",
  "hlp-action-label",
  "menuitem",
  "200-015",
  "not-confirmed",
  "still-held",
  "createActionRunner",
  "showPopover",
  "正在取消保持",
];
const ofTheOthers = ["confjoin", "connecthold", "dropcall"];

let reading: string;
let retrieving: string;
let acting: string;
beforeAll(async () => {
  reading = await bundle(appOf("HoldListProvider, HoldListPanel"));
  retrieving = await bundle(appOf("HoldListProvider, HoldListPanel, retrieve", "actions: [retrieve]"));
  acting = await bundle(
    appOf(
      "HoldListProvider, HoldListPanel, retrieve, threeParty, connectAndLeave, hangUp, zhCNActions",
      "actions: [retrieve, threeParty, connectAndLeave, hangUp], labels: zhCNActions",
    ),
  );
}, 60_000);

describe("the bundle of a panel that only reads", () => {
  it("is one all the same", () => {
    expect(reading).toContain("hlp-panel");
    expect(reading).toContain("Sign in to see your calls on hold.");
  });

  it("has of the actions' files the one that asks whether there are any", () => {
    const files = [...reading.matchAll(/^\/\/ (?:#region )?(src\/.*\/actions\/.*)$/gm)].map(([, file]) => file);
    expect(files).toEqual(["src/panel/actions/useActionSettings.ts"]);
  });

  it.each([...ofAnyAction, "gethold", ...ofTheOthers])("has none of the actions' code or words in it: %s", (word) => {
    expect(acting).toContain(word);
    expect(reading).not.toContain(word);
  });
});

describe("the bundle of a panel that retrieves", () => {
  it("has what it needs", () => {
    for (const word of ["gethold", "Retrieving", "hlp-outcome"]) expect(retrieving).toContain(word);
  });

  it.each([...ofTheOthers, "正在取消保持"])(
    "has nothing of the other actions on the wire, nor another language: %s",
    (word) => {
      expect(retrieving).not.toContain(word);
    },
  );
});

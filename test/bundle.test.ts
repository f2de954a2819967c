import { fileURLToPath } from "node:url";
import { build, type Rollup } from "vite";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The bundle of an app, without the app's own dependencies. */
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

// Texts, names and codes that occur only in the code of actions.
const inAnyAction = [
  "Retrieving",
  "hlp-menu",
  "hlp-outcome",
  "menuitem",
  "200-015",
  "not-confirmed",
  "still-held",
  "createActionRunner",
  "showPopover",
  "正在取消保持",
];
const inOtherActions = ["confjoin", "connecthold", "dropcall"];

let withoutActions: string;
let withRetrieve: string;
let withAll: string;
beforeAll(async () => {
  withoutActions = await bundle(appOf("HoldListProvider, HoldListPanel"));
  withRetrieve = await bundle(appOf("HoldListProvider, HoldListPanel, retrieve", "actions: [retrieve]"));
  withAll = await bundle(
    appOf(
      "HoldListProvider, HoldListPanel, retrieve, threeParty, connectAndLeave, hangUp, zhCNActions",
      "actions: [retrieve, threeParty, connectAndLeave, hangUp], labels: zhCNActions",
    ),
  );
}, 60_000);

describe("the bundle of a panel without actions", () => {
  it("contains the panel", () => {
    expect(withoutActions).toContain("hlp-panel");
    expect(withoutActions).toContain("Sign in to see your calls on hold.");
  });

  it("contains only one file of the actions' folder", () => {
    const files = [...withoutActions.matchAll(/^\/\/ (?:#region )?(src\/.*\/actions\/.*)$/gm)].map(([, file]) => file);
    expect(files).toEqual(["src/panel/actions/useActionSettings.ts"]);
  });

  it("contains no code of the badge", () => {
    expect(withoutActions).not.toMatch(/hlp-badge|hlp-chip/);
  });

  it.each([...inAnyAction, "gethold", ...inOtherActions])("does not contain %s", (word) => {
    expect(withAll).toContain(word);
    expect(withoutActions).not.toContain(word);
  });
});

describe("the bundle of a panel with retrieve", () => {
  it("contains the code of retrieve", () => {
    for (const word of ["gethold", "Retrieving", "hlp-outcome"]) expect(withRetrieve).toContain(word);
  });

  it.each([...inOtherActions, "正在取消保持"])("does not contain %s", (word) => {
    expect(withRetrieve).not.toContain(word);
  });
});

import { afterAll, beforeAll, describe, it } from "vitest";
import { cdp, page } from "vitest/browser";
import { en, type HoldListPanelProps, zhCN } from "../../src/index.js";
import "../../src/themes/antd.css";
import "../../src/themes/dense.css";
import { openStates, type OpenState } from "./states.js";

// Pictures for people, not for comparison, because fonts differ between machines. `PICTURES=1 npx vitest run --project look
// pictures` writes them to test/look/pictures, which git ignores.
describe.runIf(import.meta.env.PICTURES)("pictures", () => {
  let open: OpenState[];
  const board = document.createElement("div");
  beforeAll(async () => {
    await page.viewport(1_180, 2_400);
    open = await openStates();
    document.body.append(board);
    for (const { host } of open) host.style.position = "static";
    board.append(...open.map(({ host }) => host));
  });
  afterAll(() => open.forEach(({ close }) => close()));

  type Scene = {
    scheme?: string;
    direction?: string;
    width?: number;
    text?: number;
    props?: Partial<HoldListPanelProps>;
  };

  async function take(name: string, { scheme = "light", direction = "ltr", width = 344, text = 1, props = {} }: Scene) {
    const background = scheme === "light" ? "#eceef2" : "#0c0e12";
    board.style.cssText = `all: initial; display: flex; flex-flow: row wrap; align-items: start; gap: 16px; padding: 16px; inline-size: ${Math.max(1_148, width)}px; color-scheme: ${scheme}; background: ${background}`;
    for (const { host, render } of open) {
      render(props);
      host.dir = direction;
      Object.assign(host.style, {
        inlineSize: `${width}px`,
        fontSize: `${16 * text}px`,
        colorScheme: scheme,
        background,
      });
    }
    await page.screenshot({ element: board, path: `pictures/${name}.png` });
  }

  it.each<[string, Scene]>([
    ["light", {}],
    ["dark", { scheme: "dark" }],
    ["280-px", { width: 280 }],
    ["280-px-chinese", { width: 280, props: { labels: zhCN } }],
    ["wide", { width: 900 }],
    ["wide-compact", { width: 900, props: { density: "compact" } }],
    ["compact", { props: { density: "compact" } }],
    ["compact-dark", { scheme: "dark", props: { density: "compact" } }],
    ["twice-the-text", { text: 2 }],
    ["twice-the-text-280-px", { text: 2, width: 280, props: { labels: zhCN } }],
    ["right-to-left", { direction: "rtl" }],
    ["antd", { props: { className: "hold-list-antd" } }],
    ["antd-dark", { scheme: "dark", props: { className: "hold-list-antd" } }],
    ["dense", { props: { className: "hold-list-dense", density: "compact" } }],
    ["dense-dark", { scheme: "dark", props: { className: "hold-list-dense", density: "compact" } }],
    ["right-to-left-wide", { direction: "rtl", width: 900 }],
  ])("draws every state in the scene %s", (name, scene) =>
    take(name, { ...scene, props: { labels: en, density: undefined, className: "", ...scene.props } }),
  );

  const sheets = import.meta.glob<string>("./hostile/*.css", { query: "?raw", import: "default", eager: true });

  it.each(Object.entries(sheets))("compares the panel without and with %s", async (file, sheet) => {
    const few = ["Attention", "CallDetails", "ListInDoubt", "Code100006SessionRefused"];
    const name = file.replace("./hostile/", "hostile-").replace(".css", "");
    board.replaceChildren(...open.filter(({ story }) => few.includes(story)).map(({ host }) => host));
    await take(name, { props: { labels: en, density: undefined, className: "" } });
    const clean = await page.screenshot({ element: board, save: false });
    const without = new Image();
    without.src = `data:image/png;base64,${clean}`;
    without.style.cssText = "all: initial; flex: none";
    const style = document.createElement("style");
    style.textContent = sheet;
    document.head.append(style);
    board.append(without);
    await without.decode();
    await page.screenshot({ element: board, path: `pictures/${name}.png` });
    style.remove();
    board.replaceChildren(...open.map(({ host }) => host));
  });

  it.each(["light", "dark"])("draws every state in forced colours with a %s scheme", async (scheme) => {
    const emulate = (features: { name: string; value: string }[]) =>
      cdp().send("Emulation.setEmulatedMedia", { features });
    await emulate([
      { name: "forced-colors", value: "active" },
      { name: "prefers-color-scheme", value: scheme },
    ]);
    await take(`forced-colours-${scheme}`, { scheme, props: { labels: en, density: undefined } });
    await emulate([]);
  });
});

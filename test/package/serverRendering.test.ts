import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, inject, it } from "vitest";

/** Runs a program in plain Node, without a DOM or a bundler, with React's development build. Returns its output. */
async function inNode(program: string) {
  const imports = `
    import { createElement } from "react";
    import { renderToString } from "react-dom/server";
    import * as library from "hold-list-panel";
    const { createAgentSession, createGateway, HoldListPanel, HoldListProvider, zhCN } = library;
  `;
  return promisify(execFile)(process.execPath, ["--input-type=module", "--eval", imports + program], {
    cwd: inject("packed").folder,
    env: { ...process.env, NODE_ENV: "development" },
  });
}

const renderPanel = (prepare: string, props = "{}") => `
  const gateway = createGateway({ baseUrl: "" });
  const session = createAgentSession();
  ${prepare}
  const panel = createElement(HoldListPanel, ${props});
  console.log(renderToString(createElement(HoldListProvider, { gateway, session }, panel)));
`;

it("renders the panel of a signed-out agent", async () => {
  const { stdout, stderr } = await inNode(renderPanel(""));
  expect(stdout).toContain('data-state="signed-out"');
  expect(stdout).toContain("Sign in to see your calls on hold.");
  expect(stderr).toBe("");
});

it("renders the signed-out panel also for a signed-in session, without its Guid", async () => {
  const props = '{ labels: zhCN, sound: true, notifications: true, mask: library.maskNumber, order: "newest-first" }';
  const signIn =
    'session.getState().signIn({ agentId: "291", guid: "0123456789abcdef0123456789abcdef.AgentGateway1" });';
  const { stdout, stderr } = await inNode(renderPanel(signIn, props));
  expect(stdout).toContain('lang="zh-CN"');
  expect(stdout).toBe((await inNode(renderPanel("", props))).stdout);
  expect(stdout).not.toContain("0123456789abcdef");
  expect(stderr).toBe("");
});

it("runs the simulator in Node", async () => {
  const { stdout } = await inNode(`
    const { createSimulator } = await import("hold-list-panel/simulator");
    const simulator = createSimulator();
    simulator.holdCall("291", { callId: "1501127996-2" });
    const gateway = createGateway({ baseUrl: "https://gateway.invalid", fetch: simulator.fetch });
    console.log(JSON.stringify(await gateway.fetchHoldList({ agentId: "291", guid: simulator.signIn("291") })));
  `);
  expect(stdout).toContain("1501127996-2");
});

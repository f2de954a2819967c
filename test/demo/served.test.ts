import { afterAll, beforeAll, expect, it } from "vitest";
import { en } from "../../src/panel/labels/en.js";
import { type Demo, openServedDemo } from "./openDemo.js";

let demo: Demo;
beforeAll(async () => {
  demo = await openServedDemo();
});
afterAll(() => demo.close());

it("serves with npm start a page that shows a call added over HTTP, without console messages", async () => {
  const desk = await demo.open();
  await desk.signIn();
  await desk.says(en.empty);
  await demo.control("POST", "agents/291/calls", { callId: "1501127996-2" });
  await desk.says("…996-2");
  expect(new URL(demo.url).hostname).toBe("127.0.0.1");
  expect(desk.complaints).toEqual([]);
});

it("serves requests with a double slash and without Content-Type, as other client programs send them", async () => {
  const path = (rest: string) => `${demo.url}/agentgateway/resource//${rest}`;
  const signIn = await fetch(path("onlineagent/300"), { method: "PUT", body: JSON.stringify({ password: "demo" }) });
  const guid = signIn.headers.get("Set-GUID")?.replace("JSESSIONID=", "") ?? "";
  await demo.control("POST", "agents/300/calls", { callId: "1501127920-0" });
  const list = await fetch(path("calldata/300/holdlist"), { headers: { Guid: guid } });
  expect(await list.json()).toMatchObject({ retcode: "0", result: [{ callid: "1501127920-0" }] });
});

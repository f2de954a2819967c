import { screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { zhCN } from "../../src/index.js";
import type { Fault, Simulator } from "../../src/simulator/simulator.js";
import { agentId, holdThree, move, renderPanel } from "../support/renderPanel.js";

const retcode = (code: string, message?: string): Fault => ({ kind: "retcode", retcode: code, message });

// A row for each failure of the agent's words; "" where there is no button.
const passing: [name: string, fault: Fault, english: string, button: string, chinese: string, taste: string][] = [
  [
    "no connection",
    { kind: "disconnect" },
    "No connection to the phone system. Trying again.",
    "Try now",
    "无法连接呼叫平台，正在重试。",
    "立即重试",
  ],
  [
    "a redirect",
    { kind: "redirect", location: "https://elsewhere.invalid/" },
    "No connection to the phone system. Trying again.",
    "Try now",
    "无法连接呼叫平台，正在重试。",
    "立即重试",
  ],
  [
    "a timeout",
    { kind: "silence" },
    "The phone system did not answer within 10 s. Trying again.",
    "Try now",
    "呼叫平台 10 秒内未响应，正在重试。",
    "立即重试",
  ],
  [
    "HTTP 502",
    { kind: "http", status: 502 },
    "The phone system answered with an error (HTTP 502). Trying again.",
    "Try now",
    "呼叫平台返回错误（HTTP 502），正在重试。",
    "立即重试",
  ],
  [
    "an answer that cannot be read",
    { kind: "body", body: "<!doctype html><title>Log in</title>", contentType: "text/html" },
    "The answer could not be read. Trying again. If it goes on, tell support.",
    "Try now",
    "返回的数据无法识别，正在重试。如持续出现，请联系技术支持。",
    "立即重试",
  ],
  ...["000-004", "105-001", "105-002", "105-004"].map((code): (typeof passing)[number] => [
    `${code}, switching over`,
    retcode(code),
    "The phone system is switching servers. The list updates when it is done.",
    "",
    "呼叫平台正在切换服务器，完成后自动更新。",
    "",
  ]),
  [
    "100-007, a fault",
    retcode("100-007"),
    "The phone system reported a fault. Trying again.",
    "Try now",
    "呼叫平台出现异常，正在重试。",
    "立即重试",
  ],
  ...["000-001", "000-002", "000-006"].map((code): (typeof passing)[number] => [
    `${code}, rejected`,
    retcode(code),
    "The phone system rejected the request. Tell support.",
    "",
    "呼叫平台拒绝了请求，请联系技术支持。",
    "",
  ]),
  [
    "000-007, too often",
    retcode("000-007"),
    "Asked too often. Updating more slowly.",
    "",
    "请求过于频繁，已放慢更新。",
    "",
  ],
  [
    "any other code",
    retcode("999-999"),
    "The phone system answered with an unknown code, 999-999. Trying again.",
    "Try now",
    "呼叫平台返回未知代码 999-999，正在重试。",
    "立即重试",
  ],
];

describe.each(passing)("%s", (_, fault, english, button, chinese, taste) => {
  const noButtonBut = (refresh: string) =>
    expect(screen.getAllByRole("button")).toEqual([screen.getByRole("button", { name: refresh })]);

  it("is told where there is no list yet", async () => {
    await renderPanel({ before: (simulator) => void simulator.order(fault) });
    await move(10_100);
    expect(screen.getByText("Cannot show calls on hold")).toBeVisible();
    expect(screen.getByText(`Callers may be on hold. ${english}`)).toBeVisible();
    expect(screen.getByText("Trying again")).toBeVisible();
    if (button === "") noButtonBut("Refresh calls on hold");
    else expect(screen.getByRole("button", { name: button })).toBeVisible();
  });

  it("is told over the last list", async () => {
    const { simulator } = await renderPanel({ before: holdThree });
    simulator.order(fault);
    await move(30_000);
    expect(screen.getByText("Not up to date since 10:42:07")).toBeVisible();
    expect(screen.getByText(english)).toBeVisible();
    expect(screen.getAllByRole("listitem")).toHaveLength(3);
  });

  it("is told in Chinese", async () => {
    await renderPanel({ before: (simulator) => void simulator.order(fault), props: { labels: zhCN } });
    await move(10_100);
    expect(screen.getByText("无法显示保持中的通话")).toBeVisible();
    expect(screen.getByText(`可能有客户在保持中。${chinese}`)).toBeVisible();
    if (taste === "") noButtonBut("刷新保持中的通话");
    else expect(screen.getByRole("button", { name: taste })).toBeVisible();
  });

  it("is told in Chinese over the last list", async () => {
    const { simulator } = await renderPanel({ before: holdThree, props: { labels: zhCN } });
    simulator.order(fault);
    await move(30_000);
    expect(screen.getByText("自 10:42:07 起未更新")).toBeVisible();
    expect(screen.getByText(chinese)).toBeVisible();
  });
});

const refused = [
  "Sign in again",
  "The phone system no longer accepts this sign-in. Callers may still be on hold.",
] as const;
const refusedInChinese = ["请重新签入", "当前签入已失效，可能仍有客户在保持中。"] as const;

// What stops the polls.
describe.each([
  ["100-006", ...refused, ...refusedInChinese],
  ["000-003", ...refused, ...refusedInChinese],
  ["105-005", ...refused, ...refusedInChinese],
  ["105-006", ...refused, ...refusedInChinese],
  ["105-007", ...refused, ...refusedInChinese],
  [
    "300-001",
    "No permission to see calls on hold",
    "Ask your administrator. Callers may still be on hold.",
    "没有查看保持通话的权限",
    "请联系管理员，可能仍有客户在保持中。",
  ],
])("%s", (code, title, reason, chineseTitle, chineseReason) => {
  it("stops the polls, says what to do, and keeps the list", async () => {
    const { simulator } = await renderPanel({ before: holdThree });
    simulator.order(retcode(code));
    await move(3_050);
    expect(screen.getByText(title)).toBeVisible();
    expect(screen.getByText(reason)).toBeVisible();
    expect(screen.getByText("Stopped")).toBeVisible();
    expect(screen.queryByText(/Trying again/)).toBeNull();
    expect(screen.getByRole("button", { name: "Retry" })).toBeVisible();
    expect(screen.getAllByRole("listitem")).toHaveLength(3);
    const asked = simulator.requests.length;
    await move(60_000);
    expect(simulator.requests).toHaveLength(asked);
  });

  it("is told in Chinese, without a list as well", async () => {
    await renderPanel({ before: (simulator) => void simulator.order(retcode(code)), props: { labels: zhCN } });
    await move(1_050);
    expect(screen.getByText(chineseTitle)).toBeVisible();
    expect(screen.getByText(chineseReason)).toBeVisible();
    expect(screen.getByText("已停止")).toBeVisible();
    expect(screen.getByRole("button", { name: "重试" })).toBeVisible();
  });

  it("is told in Chinese over the last list", async () => {
    const { simulator } = await renderPanel({ before: holdThree, props: { labels: zhCN } });
    simulator.order(retcode(code));
    await move(3_050);
    expect(screen.getByText(chineseTitle)).toBeVisible();
    expect(screen.getByText(chineseReason)).toBeVisible();
  });
});

it("shows code and message of the gateway as detail, never instead of our words", async () => {
  await renderPanel({ before: (simulator) => void simulator.order(retcode("999-999", "系统异常")) });
  expect(screen.getByText("Code 999-999: 系统异常")).toBeVisible();
  expect(screen.getByText(/unknown code, 999-999/)).toBeVisible();
});

it("shows the code alone where the gateway gave no message", async () => {
  await renderPanel({ before: (simulator) => void simulator.order(retcode("100-007", " ")) });
  expect(screen.getByText("Code 100-007")).toBeVisible();
});

it("offers to sign in only where the host can, and only for a refused session", async () => {
  const onSignIn = vi.fn();
  const { simulator, user, show } = await renderPanel({ before: holdThree, props: { onSignIn } });
  simulator.order({ kind: "disconnect", times: 2 });
  await move(4_050);
  expect(screen.queryByRole("button", { name: "Sign in" })).toBeNull();
  simulator.order(retcode("100-006"));
  await move(6_000);
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect(onSignIn).toHaveBeenCalledOnce();
  show({});
  expect(screen.queryByRole("button", { name: "Sign in" })).toBeNull();
  expect(screen.getByRole("button", { name: "Retry" })).toBeVisible();
});

const lists = (simulator: Simulator) => simulator.requests.filter(({ operation }) => operation === "holdList").length;

it("asks again at once on Retry", async () => {
  const { simulator, user } = await renderPanel({ before: (simulator) => void simulator.order(retcode("300-001")) });
  simulator.clearFaults();
  simulator.holdCall(agentId);
  await user.click(screen.getByRole("button", { name: "Retry" }));
  await move(10);
  expect(screen.getByRole("listitem")).toBeVisible();
  expect(screen.queryByText("No permission to see calls on hold")).toBeNull();
});

it("asks once, however often Retry and Refresh are pressed meanwhile", async () => {
  const { simulator, user } = await renderPanel({ before: (simulator) => void simulator.order(retcode("300-001")) });
  simulator.order({ kind: "latency", delay: 1_000 });
  const retry = screen.getByRole("button", { name: "Retry" });
  await user.dblClick(retry);
  expect(retry).toHaveAttribute("aria-disabled", "true");
  expect(retry).toHaveFocus();
  await user.dblClick(screen.getByRole("button", { name: "Refresh calls on hold" }));
  await user.click(retry);
  await move(1_050);
  expect(lists(simulator)).toBe(2);
  expect(screen.getByRole("button", { name: "Retry" })).toHaveAttribute("aria-disabled", "false");
});

it("asks at once on Refresh, which stays where it is and shows that it is busy", async () => {
  const { simulator, user } = await renderPanel();
  simulator.holdCall(agentId);
  simulator.order({ kind: "latency", delay: 500 });
  const refresh = screen.getByRole("button", { name: "Refresh calls on hold" });
  expect(refresh).toHaveAttribute("aria-disabled", "false");
  await user.click(refresh);
  expect(refresh).toHaveAttribute("aria-disabled", "true");
  await move(510);
  expect(lists(simulator)).toBe(2);
  expect(refresh).toHaveAttribute("aria-disabled", "false");
  expect(refresh).toHaveFocus();
  expect(screen.getByRole("listitem")).toBeVisible();
});

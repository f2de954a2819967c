import { screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { en, zhCN } from "../../src/index.js";
import type { HoldListLabels } from "../../src/panel/labels/HoldListLabels.js";
import type { Fault } from "../../src/simulator/simulator.js";
import { agentId, holdThree, orderFault } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { renderPanel } from "../support/renderPanel.js";
import { button, expectAbsent, expectShown, queryButton, refreshButton, rows } from "../support/screen.js";

const retcode = (code: string, message?: string): Fault => ({ kind: "retcode", retcode: code, message });
const languages: [string, HoldListLabels][] = [
  ["English", en],
  ["Chinese", zhCN],
];

// Which failure has which text is a matter of test/panel/labels/failureLabels.test.ts.
describe.each(languages)("a failure that passes, in %s", (_, labels) => {
  const passing: [name: string, fault: Fault, reason: string, isRetried: boolean][] = [
    ["a lost connection", { kind: "disconnect" }, labels.network, true],
    ["a timeout", { kind: "silence" }, labels.timeout(10), true],
    ["HTTP 502", { kind: "http", status: 502 }, labels.http(502), true],
    [
      "an unreadable answer",
      { kind: "body", body: "<!doctype html>", contentType: "text/html" },
      labels.malformed,
      true,
    ],
    ["a switch-over", retcode("000-004"), labels.switching, false],
    ["a gateway fault", retcode("100-007"), labels.fault, true],
    ["a rejected request", retcode("000-001"), labels.rejected, false],
    ["too many requests", retcode("000-007"), labels.tooOften, false],
    ["an unknown code", retcode("999-999"), labels.unknownCode("999-999"), true],
  ];

  it.each(passing)("is explained before the first list: %s", async (_, fault, reason, isRetried) => {
    await renderPanel({ before: orderFault(fault), props: { labels } });
    await passTime(10_100);
    expectShown(labels.cannotShow, labels.callersMayWait(reason), labels.tryingAgain);
    expect(queryButton(labels.tryNow) !== null).toBe(isRetried);
    expect(queryButton(labels.refresh)).toBeVisible();
  });

  it.each(passing)("is explained over the last list: %s", async (_, fault, reason) => {
    const { simulator } = await renderPanel({ before: holdThree, props: { labels } });
    simulator.order(fault);
    await passTime(30_000);
    expectShown(labels.notUpToDate("10:42:07"), reason);
    expect(rows()).toHaveLength(3);
  });
});

describe.each(languages)("a sign-on proxy that refuses, in %s", (_, labels) => {
  it.each<[string, Fault]>([
    ["a redirect", { kind: "redirect", location: "https://elsewhere.invalid/" }],
    ["HTTP 401", { kind: "http", status: 401 }],
  ])("asks to sign in and keeps the list: %s", async (_name, fault) => {
    const onSignIn = vi.fn();
    const { simulator } = await renderPanel({ before: holdThree, props: { labels, onSignIn } });
    simulator.order(fault);
    await passTime(30_000);
    expectShown(labels.signOnAgain, labels.signOnNeeded);
    expect(queryButton(labels.signIn)).toBeVisible();
    expect(rows()).toHaveLength(3);
  });
});

describe.each(languages)("a failure that stops polling, in %s", (_, labels) => {
  const stopping: [code: string, title: string, reason: string][] = [
    ["100-006", labels.signInAgain, labels.refused],
    ["300-001", labels.noPermission, labels.askAdministrator],
  ];

  it.each(stopping)("is explained over the last list: %s", async (code, title, reason) => {
    const { simulator } = await renderPanel({ before: holdThree, props: { labels } });
    simulator.order(retcode(code));
    await passTime(3_050);
    expectShown(title, reason, labels.stopped);
    expectAbsent(labels.tryingAgain);
    expect(button(labels.retry)).toBeVisible();
    expect(rows()).toHaveLength(3);
    const asked = simulator.requests.length;
    await passTime(120_000);
    expect(simulator.requests).toHaveLength(asked);
  });

  it.each(stopping)("is explained before the first list: %s", async (code, title, reason) => {
    await renderPanel({ before: orderFault(retcode(code)), props: { labels } });
    await passTime(1_050);
    expectShown(title, reason, labels.stopped);
    expect(button(labels.retry)).toBeVisible();
  });
});

it.each([
  ["a message", "系统异常", "Code 999-999: 系统异常"],
  ["no message", " ", "Code 999-999"],
])("shows the gateway's code with %s beside its own text", async (_, message, shown) => {
  await renderPanel({ before: orderFault(retcode("999-999", message)) });
  expectShown(shown, /answered with an unknown code/);
});

it("offers Sign in only if the host handles it, and only for a refused session", async () => {
  const onSignIn = vi.fn();
  const { simulator, user, show } = await renderPanel({ before: holdThree, props: { onSignIn } });
  simulator.order({ kind: "disconnect", times: 2 });
  await passTime(4_050);
  expect(button(en.tryNow)).toBeVisible();
  expect(queryButton(en.signIn)).toBeNull();
  simulator.order(retcode("100-006"));
  await passTime(6_000);
  await user.click(button(en.signIn));
  expect(onSignIn).toHaveBeenCalledOnce();
  show({});
  expect(queryButton(en.signIn)).toBeNull();
  expect(button(en.retry)).toBeVisible();
});

it("reads the list at once on Retry", async () => {
  const { simulator, user } = await renderPanel({ before: orderFault(retcode("300-001")) });
  simulator.clearFaults();
  simulator.holdCall(agentId);
  await user.click(button(en.retry));
  await passTime(10);
  expect(rows()).toHaveLength(1);
  expectAbsent(en.noPermission);
});

it("sends one request, however often Retry and Refresh are pressed meanwhile", async () => {
  const { simulator, user } = await renderPanel({ before: orderFault(retcode("300-001")) });
  simulator.order({ kind: "latency", delay: 1_000 });
  const retry = button(en.retry);
  await user.dblClick(retry);
  expect(retry).toHaveAttribute("aria-disabled", "true");
  expect(retry).toHaveFocus();
  await user.dblClick(refreshButton());
  await user.click(retry);
  await passTime(1_050);
  expect(simulator.requests).toHaveLength(2);
  expect(retry).toHaveAttribute("aria-disabled", "false");
});

it("reads the list at once on Refresh, which keeps its place and the focus while it is busy", async () => {
  const { simulator, user } = await renderPanel();
  simulator.holdCall(agentId);
  simulator.order({ kind: "latency", delay: 500 });
  const refresh = refreshButton();
  expect(refresh).toHaveAttribute("aria-disabled", "false");
  await user.click(refresh);
  expect(refresh).toHaveAttribute("aria-disabled", "true");
  await passTime(510);
  expect(simulator.requests).toHaveLength(2);
  expect(refresh).toHaveAttribute("aria-disabled", "false");
  expect(refresh).toHaveFocus();
  expect(screen.getByRole("listitem")).toBeVisible();
});

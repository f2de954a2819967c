import { act, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { LoadedAlerts } from "../../../src/panel/alerts/LoadedAlerts.js";
import { en } from "../../../src/panel/labels/en.js";

const fault = new Error("The file of the alerts could not be loaded.");
const settings = { calls: [], unacknowledged: new Map(), mask: undefined, labels: en, onFocusLost: () => {} };

it("says what is missing when the code cannot be loaded, and takes it back when it is loaded later", async () => {
  const report = vi.fn();
  vi.stubGlobal("reportError", report);
  const AttentionAlerts = () => <p>Alerts</p>;
  const load = vi.fn(() => Promise.resolve({ AttentionAlerts })).mockRejectedValueOnce(fault);
  render(<LoadedAlerts {...settings} sound notifications load={load} />);
  expect(await screen.findByText(en.soundUnavailable)).toBeVisible();
  expect(screen.getByText(en.notificationsUnavailable)).toBeVisible();
  expect(report.mock.calls).toEqual([[fault]]);

  act(() => void window.dispatchEvent(new Event("online")));
  expect(await screen.findByText("Alerts")).toBeVisible();
  expect(screen.queryByText(en.soundUnavailable)).toBeNull();
});

it("loads nothing while no alert is wanted", () => {
  const load = vi.fn(() => Promise.resolve({ AttentionAlerts: () => null }));
  render(<LoadedAlerts {...settings} sound={false} notifications={false} load={load} />);
  expect(load).not.toHaveBeenCalled();
});

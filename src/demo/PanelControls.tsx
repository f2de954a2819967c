import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { AgentDesktop } from "./AgentDesktop.js";
import { Choice } from "./Choice.js";
import { ControlGroup } from "./ControlGroup.js";
import { type PanelSettings, supervised } from "./panelSettings.js";
import { Switch } from "./Switch.js";
import { ThresholdSlider } from "./ThresholdSlider.js";
import { withThreshold } from "./thresholdSteps.js";

const sliders = [
  { level: "long", name: "Long hold after" },
  { level: "tooLong", name: "Too long after" },
] as const;

const orders = [
  { value: "longest-first", text: "Longest" },
  { value: "newest-first", text: "Newest" },
  { value: "gateway", text: "As received" },
] as const;

const switches = [
  {
    key: "hasActions",
    name: "Actions",
    on: "Retrieve, and more in each call’s menu. Alt+R retrieves the longest held.",
    off: "The panel is read-only.",
  },
  {
    key: "isMasked",
    name: "Mask numbers",
    on: "A call’s details show its number for 5 s.",
    off: "Numbers are shown whole.",
  },
  { key: "hasSound", name: "Sound", on: "A short tone at each threshold, three times at most.", off: "Silent." },
  {
    key: "hasNotifications",
    name: "Notifications",
    on: "One for each call held too long while this page has no focus.",
    off: "None.",
  },
  {
    key: "isSupervisor",
    name: "Supervisor’s view",
    on: `A second panel shows the calls that ${supervised.name}, agent ${supervised.agentId}, has on hold.`,
    off: "Only the agent’s own calls.",
  },
] as const;

const forwarding = {
  on: "Holds that begin now have exact times. The list is polled at each event, and every 30 s.",
  off: "From 20 s after the last event the list is polled every 2 s. Times are approximate (~) or lower bounds (≥).",
};

type PanelControlsProps = {
  settings: PanelSettings;
  onChange: (settings: PanelSettings) => void;
  desktop: AgentDesktop;
};

/** The settings that a host can choose for its panel. */
export function PanelControls({ settings, onChange, desktop }: PanelControlsProps): ReactNode {
  const forwardsEvents = useStore(desktop, (state) => state.forwardsEvents);
  const { attention } = settings;
  return (
    <ControlGroup name="Panel">
      <div className="demo-sliders">
        {sliders.map(({ level, name }) => (
          <ThresholdSlider
            key={level}
            name={name}
            level={level}
            value={attention[level]}
            onChange={(value) => onChange({ ...settings, attention: withThreshold(attention, level, value) })}
          />
        ))}
      </div>
      <div className="demo-split">
        <span aria-hidden="true">Order</span>
        <Choice
          name="Order"
          options={orders}
          value={settings.order}
          onChange={(order) => onChange({ ...settings, order })}
        />
      </div>
      {switches.map(({ key, name, on, off }) => (
        <Switch
          key={key}
          name={name}
          hint={settings[key] ? on : off}
          on={settings[key]}
          onChange={(isOn) => onChange({ ...settings, [key]: isOn })}
        />
      ))}
      <Switch
        name="Use live events"
        hint={forwardsEvents ? forwarding.on : forwarding.off}
        on={forwardsEvents}
        onChange={desktop.getState().forwardEvents}
      />
    </ControlGroup>
  );
}

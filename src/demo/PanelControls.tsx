import { type ReactNode, useId } from "react";
import { useStore } from "zustand";
import { Choice } from "./Choice.js";
import type { AgentDesktop } from "./createAgentDesktop.js";
import type { PanelSettings } from "./PanelSettings.js";
import { Switch } from "./Switch.js";
import { ThresholdSlider } from "./ThresholdSlider.js";
import { withThreshold } from "./thresholdSteps.js";
import type { DemoWords } from "./words/DemoWords.js";

type PanelControlsProps = {
  settings: PanelSettings;
  onChange: (settings: PanelSettings) => void;
  desktop: AgentDesktop;
  words: DemoWords;
};

/** What a host can choose for its panel. */
export function PanelControls({ settings, onChange, desktop, words }: PanelControlsProps): ReactNode {
  const headingId = useId();
  const passesEvents = useStore(desktop, (state) => state.passesEvents);
  const { attention, order } = settings;
  return (
    <section className="demo-controls" aria-labelledby={headingId}>
      <h3 className="demo-subheading" id={headingId}>
        {words.panelSettings}
      </h3>
      <div className="demo-sliders">
        {(["long", "tooLong"] as const).map((level) => (
          <ThresholdSlider
            key={level}
            name={words.thresholds[level]}
            level={level}
            value={attention[level]}
            onChange={(value) => onChange({ ...settings, attention: withThreshold(attention, level, value) })}
            language={words.panel.language}
          />
        ))}
      </div>
      <div className="demo-split">
        <span aria-hidden="true">{words.order.name}</span>
        <Choice
          name={words.order.name}
          options={[
            { value: "longest-first", text: words.order.longest },
            { value: "newest-first", text: words.order.newest },
            { value: "gateway", text: words.order.gateway },
          ]}
          value={order}
          onChange={(chosen) => onChange({ ...settings, order: chosen })}
        />
      </div>
      {(["acts", "masks", "sound", "notifications", "supervises"] as const).map((key) => (
        <Switch
          key={key}
          name={words[key].name}
          hint={settings[key] ? words[key].on : words[key].off}
          on={settings[key]}
          onChange={(on) => onChange({ ...settings, [key]: on })}
        />
      ))}
      <Switch
        name={words.passesEvents.name}
        hint={passesEvents ? words.passesEvents.on : words.passesEvents.off}
        on={passesEvents}
        onChange={desktop.getState().passEvents}
      />
    </section>
  );
}

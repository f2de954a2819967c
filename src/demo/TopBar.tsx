import type { ReactNode } from "react";
import { Choice } from "./Choice.js";
import type { DemoView } from "./demoView.js";

const widths = [
  { value: "narrow", text: "Narrow" },
  { value: "wide", text: "Wide" },
] as const;

const schemes = [
  { value: "auto", text: "Auto" },
  { value: "light", text: "Light" },
  { value: "dark", text: "Dark" },
] as const;

const languages = [
  { value: "en", text: "English", lang: "en" },
  { value: "zh", text: "中文", lang: "zh-CN" },
] as const;

type TopBarProps = { view: DemoView; onChange: (view: DemoView) => void; isSimulated: boolean };

/** The title of the page, and the choices of its view. */
export function TopBar({ view, onChange, isSimulated }: TopBarProps): ReactNode {
  return (
    <header className="demo-bar">
      <svg className="demo-mark" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5.5 4v8M10.5 4v8" />
      </svg>
      <h1 className="demo-title">Hold List Panel</h1>
      <p className="demo-muted demo-gateway">{`Demo with a ${isSimulated ? "simulated" : "real"} CC-Gateway`}</p>
      <div className="demo-choices">
        <div className="demo-only-wide">
          <Choice
            name="Panel width"
            options={widths}
            value={view.panelWidth}
            onChange={(panelWidth) => onChange({ ...view, panelWidth })}
          />
        </div>
        <Choice
          name="Colours"
          options={schemes}
          value={view.scheme}
          onChange={(scheme) => onChange({ ...view, scheme })}
        />
        <Choice
          name="Panel language"
          options={languages}
          value={view.language}
          onChange={(language) => onChange({ ...view, language })}
        />
      </div>
      <button
        type="button"
        className="demo-button demo-drawer-button"
        aria-expanded={view.isDrawerOpen}
        onClick={() => onChange({ ...view, isDrawerOpen: !view.isDrawerOpen })}
      >
        Controls
      </button>
    </header>
  );
}

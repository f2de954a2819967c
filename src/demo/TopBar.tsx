import type { ReactNode } from "react";
import { Choice } from "./Choice.js";
import type { View } from "./View.js";
import type { DemoWords } from "./words/DemoWords.js";

type TopBarProps = { view: View; onChange: (view: View) => void; isSimulated: boolean; words: DemoWords };

/** What this page is, and how to look at it. */
export function TopBar({ view, onChange, isSimulated, words }: TopBarProps): ReactNode {
  const { scheme, width } = words;
  return (
    <header className="demo-bar">
      <svg className="demo-mark" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5.5 4v8M10.5 4v8" />
      </svg>
      <h1 className="demo-title">{words.title}</h1>
      <p className="demo-soft demo-gateway">{isSimulated ? words.gateway.simulated : words.gateway.real}</p>
      <div className="demo-choices">
        <div className="demo-only-wide">
          <Choice
            name={width.name}
            options={[
              { value: "narrow", text: width.narrow },
              { value: "wide", text: width.wide },
            ]}
            value={view.panel}
            onChange={(panel) => onChange({ ...view, panel })}
          />
        </div>
        <Choice
          name={scheme.name}
          options={[
            { value: "auto", text: scheme.auto },
            { value: "light", text: scheme.light },
            { value: "dark", text: scheme.dark },
          ]}
          value={view.scheme}
          onChange={(chosen) => onChange({ ...view, scheme: chosen })}
        />
        <Choice
          name={words.language}
          options={[
            { value: "en", text: "English", lang: "en" },
            { value: "zh", text: "中文", lang: "zh-CN" },
          ]}
          value={view.language}
          onChange={(language) => onChange({ ...view, language })}
        />
        <button
          type="button"
          className="demo-button"
          aria-expanded={view.drawer}
          onClick={() => onChange({ ...view, drawer: !view.drawer })}
        >
          {words.controls}
        </button>
      </div>
    </header>
  );
}

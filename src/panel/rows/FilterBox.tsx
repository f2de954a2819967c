import { type KeyboardEvent, type ReactNode, useRef } from "react";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { ClearIcon, FilterIcon } from "../parts/icons.js";
import { PanelButton } from "../parts/PanelButton.js";
import { useFocusLoss } from "../parts/useFocusLoss.js";
import type { CallFilter } from "./useCallFilter.js";

type FilterBoxProps = {
  filter: CallFilter;
  /** How many calls are on hold. */
  total: number;
  labels: HoldListLabels;
  /** Called when the box is removed while it has the focus. */
  onFocusLost: () => void;
};

/** A field for a part of a number, skill or call ID, and how many calls it leaves. Escape clears it. */
export function FilterBox({ filter, total, labels, onFocusLost }: FilterBoxProps): ReactNode {
  const { text, setText, count, setFocused } = filter;
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useFocusLoss(box, onFocusLost);
  const clear = () => {
    // Before the button is removed, or the focus would be lost with it.
    input.current?.focus();
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // Or it would submit a form of the host around the panel.
    if (event.key === "Enter" && event.target === input.current) event.preventDefault();
    if (event.key !== "Escape" || text === "") return;
    event.preventDefault();
    event.stopPropagation(); // or it would also close a dialog of the host around the panel
    clear();
  };
  return (
    // Handles keys and focus that bubble up from the field and the button.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="hlp-filter"
      part="filter"
      ref={box}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <FilterIcon />
      {/* The browser must neither store numbers nor send them to a spelling service. */}
      <input
        className="hlp-filter-input"
        type="search"
        ref={input}
        value={text}
        placeholder={labels.filter}
        aria-label={labels.filter}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => setText(event.target.value)}
      />
      {text !== "" && (
        <>
          <bdi className="hlp-filter-count" aria-hidden="true">
            {labels.filterCount(count, total)}
          </bdi>
          <PanelButton
            className="hlp-icon-button"
            aria-label={labels.clearFilter}
            title={labels.clearFilter}
            onClick={clear}
            onFocusLost={() => input.current?.focus()}
          >
            <ClearIcon />
          </PanelButton>
        </>
      )}
    </div>
  );
}

import { type FocusEvent, type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { placePopover } from "../parts/placePopover.js";
import { ignoreRepeat } from "../parts/PanelButton.js";
import { focusedIn } from "../parts/useFocusLoss.js";

type BadgeFrameProps = {
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  /** Attributes of the panel that the styles need. */
  states: { "data-density": string | undefined; "data-doubtful": string | undefined };
  chip: ReactNode;
  /** Stays mounted while the panel is closed. */
  alerts?: ReactNode;
  /** The panel's content. It is rendered only while the panel is open. */
  children: ReactNode;
};

/** The chip's button and the panel that it opens. Escape, a press outside, and a focus that moves outside close the panel. */
export function BadgeFrame(props: BadgeFrameProps): ReactNode {
  const { isOpen, onToggle, headingId, headingRef, states, chip, alerts, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const panelId = useId();

  useEffect(() => {
    const [shown, anchor] = [panel.current, button.current];
    if (!isOpen || shown === null || anchor === null) return;
    const stop = placePopover(shown, anchor);
    headingRef.current?.focus({ preventScroll: true });
    return () => {
      stop();
      shown.removeAttribute("popover"); // takes it out of the top layer
    };
  }, [isOpen, headingRef]);

  useEffect(() => {
    const page = frame.current?.ownerDocument;
    if (!isOpen || page === undefined) return;
    const close = () => {
      // Before the content is removed, or the focus would be lost with it.
      if (frame.current?.contains(focusedIn(frame.current)) === true) button.current?.focus();
      onToggle(false);
    };
    const onPress = (event: Event) => {
      if (frame.current === null || event.composedPath().includes(frame.current)) return;
      close();
      // After the browser has moved the focus: to what was pressed, or to nothing.
      setTimeout(() => focusedIn(button.current) === page.body && button.current?.focus());
    };
    const onKey = (event: globalThis.KeyboardEvent) => event.key === "Escape" && !event.defaultPrevented && close();
    page.addEventListener("pointerdown", onPress, true);
    page.addEventListener("keydown", onKey);
    return () => {
      page.removeEventListener("pointerdown", onPress, true);
      page.removeEventListener("keydown", onKey);
    };
  }, [isOpen, onToggle]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation(); // or it would also close a dialog of the host around the badge
    button.current?.focus();
    onToggle(false);
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (isOpen && relatedTarget !== null && frame.current?.contains(relatedTarget) !== true) onToggle(false);
  };
  return (
    // Handles keys that bubble up from the controls.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="hlp-badge-frame" ref={frame} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        type="button"
        className="hlp-badge-button"
        part="badge-button"
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onKeyDown={ignoreRepeat}
        onClick={() => onToggle(!isOpen)}
      >
        {chip}
      </button>
      <div
        className="hlp-panel hlp-badge-panel"
        part="panel"
        id={panelId}
        role="dialog"
        aria-labelledby={headingId}
        hidden={!isOpen}
        ref={panel}
        {...states}
      >
        {isOpen && children}
        {alerts}
      </div>
    </div>
  );
}

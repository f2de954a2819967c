import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { MoreIcon } from "../parts/icons.js";
import { ignoreRepeat, PanelButton } from "../parts/PanelButton.js";
import { ActionIcon } from "./ActionIcon.js";
import { createTypeAhead } from "./createTypeAhead.js";
import { placePopover } from "./placePopover.js";

type MenuItem = {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** Why it cannot be pressed; null where it can. */
  readonly reason: string | null;
  readonly onPress: () => void;
};

type ActionMenuProps = { name: string; items: readonly MenuItem[]; onFocusLost: () => void };

/** A button with a menu, which stands in the browser's top layer: a row clips what is inside it. */
export function ActionMenu({ name, items, onFocusLost }: ActionMenuProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const [typeAhead] = useState(createTypeAhead);
  const frame = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const menuId = useId();
  const opener = () => frame.current?.querySelector("button");
  const itemsOf = () => [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];

  useEffect(() => {
    if (!isOpen || menu.current === null || frame.current === null) return;
    const stop = placePopover(menu.current, frame.current);
    menu.current.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    return stop;
  }, [isOpen]);

  const close = () => {
    opener()?.focus(); // first: an item that goes with the focus would take it away
    setIsOpen(false);
  };
  const onOpenerKey = (event: KeyboardEvent) => {
    ignoreRepeat(event);
    if (event.key !== "ArrowDown" || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation(); // it opens, and does not go to the next row
    setIsOpen(true);
  };
  const onMenuKey = (event: KeyboardEvent) => {
    ignoreRepeat(event);
    const all = itemsOf();
    const at = all.findIndex((item) => item === event.target);
    const target = {
      ArrowDown: all[(at + 1) % all.length],
      ArrowUp: all.at(at - 1),
      Home: all[0],
      End: all.at(-1),
    }[event.key];
    if (event.key === "Tab") return setIsOpen(false);
    if (event.key === "Escape") {
      event.stopPropagation(); // it closes this menu, not a dialog of the host's around the panel
      return close();
    }
    const next = target ?? typeAhead(event, all, at);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (!(frame.current?.contains(event.relatedTarget) ?? false)) setIsOpen(false);
  };
  return (
    <div className="hlp-menu-frame" ref={frame} onBlur={onBlur}>
      <PanelButton
        className="hlp-icon-button"
        data-hlp-control="menu"
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={onOpenerKey}
        onFocusLost={onFocusLost}
      >
        <MoreIcon />
      </PanelButton>
      {isOpen && (
        // A press keeps the focus in the menu: Safari gives none to a button.
        <div
          className="hlp-menu"
          id={menuId}
          role="menu"
          tabIndex={-1}
          aria-label={name}
          popover="manual"
          ref={menu}
          onKeyDown={onMenuKey}
          onMouseDown={(event) => event.preventDefault()}
        >
          {items.map(({ id, label, icon, reason, onPress }) => (
            <button
              key={id}
              type="button"
              className="hlp-menu-item"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={reason !== null}
              onClick={() => {
                if (reason !== null) return;
                close();
                onPress();
              }}
            >
              <ActionIcon icon={icon} />
              <span>{label}</span>
              {reason !== null && <span className="hlp-menu-reason">{reason}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

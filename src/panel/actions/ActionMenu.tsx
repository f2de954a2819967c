import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { MoreIcon } from "../parts/icons.js";
import { ignoreRepeat, PanelButton } from "../parts/PanelButton.js";
import { ActionIcon } from "./ActionIcon.js";
import { createTypeAhead } from "./createTypeAhead.js";
import { placePopover } from "../parts/placePopover.js";
import type { LostFocus } from "../parts/useFocusLoss.js";

type MenuItem = {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** Why the item is disabled; null where it is enabled. */
  readonly block: string | null;
  readonly onPress: () => void;
};

type ActionMenuProps = { name: string; items: readonly MenuItem[]; onFocusLost: (lost: LostFocus) => void };

/** A menu button. Its menu is in the browser's top layer, since a row clips its content. */
export function ActionMenu({ name, items, onFocusLost }: ActionMenuProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const [typeAhead] = useState(createTypeAhead);
  const frame = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const menuId = useId();

  useEffect(() => {
    if (!isOpen || menu.current === null || frame.current === null) return;
    const stop = placePopover(menu.current, frame.current);
    menu.current.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    return stop;
  }, [isOpen]);

  const close = () => {
    // Before the menu is removed, or the focus would be lost with its item.
    frame.current?.querySelector("button")?.focus();
    setIsOpen(false);
  };
  const onButtonKey = (event: KeyboardEvent) => {
    ignoreRepeat(event);
    if (event.key !== "ArrowDown" || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation(); // or the focus would move to the next row
    setIsOpen(true);
  };
  const onMenuKey = (event: KeyboardEvent) => {
    ignoreRepeat(event);
    if (event.key === "Tab") return setIsOpen(false);
    if (event.key === "Escape") {
      event.stopPropagation(); // or it would also close a dialog of the host around the panel
      return close();
    }
    const all = [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = all.findIndex((item) => item === event.target);
    const moves: Record<string, HTMLElement | undefined> = {
      ArrowDown: all[(at + 1) % all.length],
      ArrowUp: all.at(at - 1),
      Home: all[0],
      End: all.at(-1),
    };
    const next = moves[event.key] ?? typeAhead(event, all, at);
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
        onKeyDown={onButtonKey}
        onFocusLost={onFocusLost}
      >
        <MoreIcon />
      </PanelButton>
      {isOpen && (
        <div
          className="hlp-menu"
          id={menuId}
          role="menu"
          tabIndex={-1}
          aria-label={name}
          ref={menu}
          onKeyDown={onMenuKey}
          onMouseDown={(event) => event.preventDefault()} // keeps the focus: Safari does not focus a clicked button
        >
          {items.map((item) => (
            <ActionMenuItem key={item.id} item={item} onClose={close} />
          ))}
        </div>
      )}
    </div>
  );
}

function ActionMenuItem({ item, onClose }: { item: MenuItem; onClose: () => void }): ReactNode {
  const { label, icon, block, onPress } = item;
  const onClick = () => {
    if (block !== null) return;
    onClose();
    onPress();
  };
  return (
    <button
      type="button"
      className="hlp-menu-item"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={block !== null}
      onClick={onClick}
    >
      <ActionIcon icon={icon} />
      <span>{label}</span>
      {block !== null && <span className="hlp-menu-reason">{block}</span>}
    </button>
  );
}

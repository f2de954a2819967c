import { controlAt } from "./recordActions.js";

/** Records controls that are removed with the focus. A press beside any control, or Tab, may leave nothing focused. */
export function recordLostFocus(): void {
  let lost: string[] = [];
  window.takeLostFocus = () => lost.splice(0);
  let focused: string | null = null;
  let isAllowed = false;
  const isNothingFocused = () => document.activeElement === document.body;
  const allow = () => {
    isAllowed = true;
    setTimeout(() => (isAllowed = isNothingFocused()));
  };
  window.addEventListener("focusin", ({ target }) => {
    const { callId, name } = controlAt(target as Element);
    focused = `${name} of ${callId}`;
  });
  window.addEventListener("mousedown", allow, { capture: true });
  window.addEventListener("keydown", ({ key }) => key === "Tab" && allow(), { capture: true });
  const check = () => {
    if (focused !== null && isNothingFocused()) {
      if (!isAllowed) lost = [...lost, focused];
      focused = null;
    }
    requestAnimationFrame(check);
  };
  check();
}

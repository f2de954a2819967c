import { reportFault } from "../../session/callHost.js";

/**
 * Loads code that the first list does not need. A failure, as of a page that is offline or whose content security policy forbids
 * the file, is reported and costs that part only. It is loaded again when the browser comes back online. (Chromium keeps a module
 * that has failed until the page is reloaded, so that helps only where a bundler loads files in another way.)
 * @returns a function that ends the attempts
 */
export function loadCode<Code>(
  load: () => Promise<Code>,
  onLoaded: (code: Code) => void,
  onMissing: () => void = () => {},
): () => void {
  let isOver = false;
  const end = () => {
    isOver = true;
    window.removeEventListener("online", attempt);
  };
  const attempt = () =>
    void load().then(
      (code) => {
        if (isOver) return;
        end();
        onLoaded(code);
      },
      (error: unknown) => {
        if (isOver) return;
        reportFault(error);
        onMissing();
      },
    );
  window.addEventListener("online", attempt);
  attempt();
  return end;
}

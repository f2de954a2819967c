import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { vi } from "vitest";
import { callOf } from "./chromium.js";
import type { Engine } from "./Engine.js";
import { miniBrowserPath } from "./installed.js";

/** WebKitGTK's MiniBrowser over classic WebDriver, on a virtual display. */
export async function openWebKit(): Promise<Engine> {
  const display = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = (await once(display.stdio[3] as NodeJS.ReadableStream, "data")) as [Buffer];
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: `:${String(number).trim()}`,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", // root has no sandbox
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    },
    stdio: "ignore",
  });
  const call = createCaller(`http://127.0.0.1:${port}`);
  await vi.waitFor(() => call("GET", "/status"), { timeout: 10_000 });
  const browserOptions = { binary: miniBrowserPath, args: ["--automation"] };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": browserOptions } };
  const { sessionId } = (await call("POST", "/session", { capabilities })) as { sessionId: string };
  const session = `/session/${sessionId}`;

  // A command goes to the current window, so that each must follow its switch.
  let last: Promise<unknown> = Promise.resolve();
  const inWindow = (handle: string, command: () => Promise<unknown>) => {
    const next = async () => {
      await call("POST", `${session}/window`, { handle });
      return command();
    };
    return (last = last.then(next, next));
  };

  const first = (await call("GET", `${session}/window`)) as string;
  return {
    async open(url) {
      const openWindow = () => call("POST", `${session}/window/new`, { type: "window" });
      const { handle } = (await inWindow(first, openWindow)) as { handle: string };
      await inWindow(handle, () => call("POST", `${session}/url`, { url }));
      return {
        run: async (work, ...given) => {
          const script = `return ${callOf(work, given)}`;
          const result = await inWindow(handle, () => call("POST", `${session}/execute/sync`, { script, args: [] }));
          return result as ReturnType<typeof work>;
        },
        click: async (x, y) => {
          const actions = [
            { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 },
            { type: "pointerDown", button: 0 },
            { type: "pointerUp", button: 0 },
          ];
          const mouse = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions };
          await inWindow(handle, () => call("POST", `${session}/actions`, { actions: [mouse] }));
        },
        close: async () => void (await inWindow(handle, () => call("DELETE", `${session}/window`))),
      };
    },
    async close() {
      await call("DELETE", session);
      await Promise.all([end(driver), end(display)]);
    },
  };
}

/** Sends WebDriver commands. A command that fails rejects with the driver's own message. */
function createCaller(driver: string) {
  return async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(driver + path, { method, body: body ? JSON.stringify(body) : null });
    const { value } = (await response.json()) as { value: { message?: string } | null };
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.message ?? response.status}`);
    return value;
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, "exit");
  child.kill();
  await exit;
}

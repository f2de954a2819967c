import { type Connect, type Plugin } from "vite";
import { createSimulator, type Simulator } from "../createSimulator.js";
import { gatewayPath } from "../operations/gatewayPath.js";
import { strictSettings } from "../state/settingsPresets.js";
import { controlPath } from "./controlPath.js";
import { serveSimulator } from "./serveSimulator.js";

export interface ViteSimulatorOptions {
  /** The address of a real gateway, such as `https://host:8043`. `/agentgateway/` is proxied to it instead of a simulator. */
  gatewayUrl?: string | undefined;
  /** Accepts any certificate of the real gateway. @default false */
  insecure?: boolean | undefined;
  /** The simulator to serve. @default a new one with `strictSettings` */
  simulator?: Simulator | undefined;
}

/** Serves a simulator, or proxies to a real gateway, in Vite's dev and preview servers. */
export function viteSimulator({ gatewayUrl = "", insecure = false, simulator }: ViteSimulatorOptions = {}): Plugin {
  return gatewayUrl === "" ? simulated(simulator ?? createSimulator(strictSettings)) : proxied(gatewayUrl, insecure);
}

const name = "hold-list-panel:simulator";

function simulated(simulator: Simulator): Plugin {
  const listener = serveSimulator(simulator);
  const mount = middleware((pathname) => gatewayPath(pathname) !== null || controlPath(pathname) !== null, listener);
  return { name, configureServer: mount, configurePreviewServer: mount };
}

function proxied(target: string, insecure: boolean): Plugin {
  const proxy = { "^/+agentgateway/": { target, changeOrigin: true, secure: !insecure } };
  // Without this, Vite answers with the page and status 200, which looks like success.
  const mount = middleware(
    (pathname) => controlPath(pathname) !== null,
    (_, response) => {
      response.writeHead(404, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ error: "There is no simulator here: requests go to a real gateway." }));
    },
  );
  return {
    name,
    config: () => ({ server: { proxy }, preview: { proxy } }),
    configureServer: mount,
    configurePreviewServer: mount,
  };
}

function middleware(isOurs: (pathname: string) => boolean, listener: Connect.SimpleHandleFunction) {
  return ({ middlewares }: { middlewares: Connect.Server }) => {
    middlewares.use((request, response, next) => {
      // Not new URL(request.url, base): it parses a double slash as the start of a host.
      const { pathname } = new URL(`http://localhost${request.url ?? "/"}`);
      if (isOurs(pathname)) listener(request, response);
      else next();
    });
  };
}

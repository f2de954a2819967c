import { type Connect, type Plugin } from "vite";
import { controlPath } from "./controlPath.js";
import { createSimulator, type Simulator } from "../createSimulator.js";
import { gatewayPath } from "../operations/gatewayPath.js";
import { serveSimulator } from "./serveSimulator.js";
import { strictSettings } from "../state/SimulatorSettings.js";

export interface ViteSimulatorOptions {
  /** The address of a real gateway, to send `/agentgateway/` to instead of a simulator: `https://host:8043`. */
  gatewayUrl?: string | undefined;
  /** Accepts the real gateway's certificate whoever signed it. @default false */
  insecure?: boolean | undefined;
  /** The simulator to serve. @default one that is as strict as a real gateway */
  simulator?: Simulator | undefined;
}

/** Serves a simulator, or a way to a real gateway, from Vite's dev and preview servers. */
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
  // Vite would answer with the page itself, which a program could take for a control that worked.
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
      // Not new URL(request.url, base): it takes a double slash for the start of a host.
      const { pathname } = new URL(`http://localhost${request.url ?? "/"}`);
      if (isOurs(pathname)) listener(request, response);
      else next();
    });
  };
}

interface ImportMetaEnv {
  /** How the page reaches its gateway. Set in `vite.config.ts`, used in `openGateway.ts`. */
  readonly DEMO_GATEWAY: "served" | "in-page" | "real";
}

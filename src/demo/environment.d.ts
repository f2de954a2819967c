interface ImportMetaEnv {
  /** How the page reaches its gateway: see `vite.config.ts`, which decides it, and `openGateway.ts`, which does it. */
  readonly DEMO_GATEWAY: "served" | "in-page" | "real";
}

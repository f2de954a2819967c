// Which folder may import which. A circle, also one of types only, is an error.
const above = {
  gateway: "session|hold-list|panel|element|simulator|stories|docs|demo",
  session: "hold-list|panel|element|simulator|stories|docs|demo",
  "hold-list": "panel|element|simulator|stories|docs|demo",
  panel: "element|simulator|stories|docs|demo",
  element: "simulator|stories|docs|demo",
  simulator: "session|hold-list|panel|element|stories|docs|demo",
  stories: "docs|demo",
};

export default {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    ...Object.entries(above).map(([folder, higher]) => ({
      name: `${folder}-imports-only-below`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: `^src/(${higher})/` },
    })),
    {
      name: "only-hosts-import-the-entry",
      severity: "error",
      from: { path: "^src/(gateway|session|hold-list|panel|simulator)/" },
      to: { path: "^src/[^/]+$" },
    },
    {
      name: "simulator-imports-only-types-of-gateway",
      severity: "error",
      from: { path: "^src/simulator/" },
      to: { path: "^src/gateway/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "gateway-imports-no-package",
      severity: "error",
      from: { path: "^src/gateway/" },
      to: { dependencyTypes: ["npm", "npm-peer", "npm-dev"] },
    },
    {
      name: "session-imports-no-react",
      severity: "error",
      from: { path: "^src/session/" },
      to: { path: "node_modules/(react|@tanstack)" },
    },
    {
      name: "no-tests-in-src",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^test/", pathNot: "\\.json$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs", ".css", ".json"] },
  },
};

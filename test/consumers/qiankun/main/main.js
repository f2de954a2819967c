import { registerMicroApps, start } from "qiankun";

const isolation = new URLSearchParams(location.search).get("isolation");

// Imported in the micro app, its container queries would have no effect with this setting.
const isStyledHere = isolation === "experimentalStyleIsolation";
if (isStyledHere) void import("hold-list-panel/styles.css");

registerMicroApps([
  {
    name: "calls",
    entry: "/calls/",
    container: "#micro-app",
    activeRule: ({ hash }) => hash !== "#/customers",
    props: { isStyledByMainApp: isStyledHere },
  },
]);
start(isolation === null ? {} : { sandbox: { [isolation]: true } });

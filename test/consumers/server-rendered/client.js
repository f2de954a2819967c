import "hold-list-panel/styles.css";
import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { Desk } from "./Desk.js";

const root = document.getElementById("root");
const served = root.innerHTML;
hydrateRoot(root, createElement(Desk), {
  onRecoverableError: (error) => console.error("React threw the server's page away.", error),
});
// Tells the test whether the page was rendered by the server.
document.documentElement.dataset.served = String(served.includes("Sign in to see your calls on hold."));

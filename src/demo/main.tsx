import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createAgentSession, createGateway } from "../index.js";
import "../panel/HoldListPanel.css";
import { createAgentDesktop } from "./createAgentDesktop.js";
import { createScene } from "./createScene.js";
import { createSimulatorRemote } from "./createSimulatorRemote.js";
import "./demo.css";
import { DemoPage } from "./DemoPage.js";
import { openGateway } from "./openGateway.js";

const access = await openGateway();
const session = createAgentSession();
const desktop = createAgentDesktop(access, session);
const simulator = access.isSimulated ? createSimulatorRemote(access) : null;
const scene = simulator && createScene(desktop, session, simulator);

createRoot(document.getElementById("root") ?? document.body).render(
  <StrictMode>
    <DemoPage gateway={createGateway(access)} session={session} desktop={desktop} simulator={simulator} scene={scene} />
  </StrictMode>,
);

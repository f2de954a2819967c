import { bootstrapApplication } from "@angular/platform-browser";
import { AgentDesktop } from "./AgentDesktop";

void bootstrapApplication(AgentDesktop);

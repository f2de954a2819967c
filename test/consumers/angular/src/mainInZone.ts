import { provideZoneChangeDetection } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { AgentDesktop } from "./AgentDesktop";

void bootstrapApplication(AgentDesktop, { providers: [provideZoneChangeDetection()] });

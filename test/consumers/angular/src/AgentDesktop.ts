import { Component, signal } from "@angular/core";
import { parseSetGuid } from "hold-list-panel/element";
import { Calls } from "./Calls";

@Component({
  selector: "app-desktop",
  imports: [Calls],
  template: `
    <button type="button" (click)="signIn()">Sign in</button>
    <button type="button" (click)="shown.set(!shown())">{{ shown() ? "Hide calls" : "Show calls" }}</button>
    @if (shown()) {
      <app-calls agentId="291" [guid]="guid()" (held)="tell('held ' + $event)" (left)="tell('left ' + $event)" />
    }
    <output>{{ told().join(", ") }}</output>
  `,
})
export class AgentDesktop {
  readonly shown = signal(true);
  readonly guid = signal<string | null>(null);
  readonly told = signal<string[]>([]);

  tell(what: string) {
    this.told.update((told) => [...told, what]);
  }

  async signIn() {
    const response = await fetch("/agentgateway/resource/onlineagent/291", {
      method: "PUT",
      headers: { "Content-Type": "application/json; charset=UTF-8" },
      body: JSON.stringify({ password: "demo", phonenum: "40038", autoanswer: "false" }),
    });
    this.guid.set(parseSetGuid(response.headers.get("Set-GUID")));
  }
}

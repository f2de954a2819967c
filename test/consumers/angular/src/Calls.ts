import { Component, CUSTOM_ELEMENTS_SCHEMA, input, output } from "@angular/core";
import "hold-list-panel/element";

@Component({
  selector: "app-calls",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <hold-list-panel
      base-url=""
      [attr.agent-id]="agentId()"
      [guid]="guid()"
      [longAfter]="60000"
      [sound]="false"
      (held)="held.emit($event.detail.call.callId)"
      (left)="left.emit($event.detail.call.callId)"
    />
  `,
})
export class Calls {
  readonly agentId = input.required<string>();
  readonly guid = input.required<string | null>();
  readonly held = output<string>();
  readonly left = output<string>();
}

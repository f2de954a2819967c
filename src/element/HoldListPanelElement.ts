import { createElement, createRef } from "react";
import { adoptStyles } from "./adoptStyles.js";
import { createElementSession } from "./createElementSession.js";
import { createMount } from "./createMount.js";
import type { ElementLabels } from "./ElementLabels.js";
import { ElementPanel } from "./ElementPanel.js";
import type { ElementSettings } from "./ElementSettings.js";
import { gatewayAt } from "./gatewayAt.js";
import type { HoldListPanelEventMap } from "./HoldListPanelEvents.js";
import { defineSettings, settingAttributes } from "./settingAttributes.js";
import { takeEarlyProperties } from "./takeEarlyProperties.js";
import type { HoldListPanelHandle } from "../panel/HoldListPanelHandle.js";
import type { Gateway } from "../gateway/Gateway.js";

declare global {
  interface HTMLElementTagNameMap {
    "hold-list-panel": HoldListPanelElement;
  }
}

/** An element with the settings as properties, and with listeners that know their events. */
export interface HoldListPanelElementBase extends HTMLElement, ElementSettings {
  addEventListener<Type extends keyof HoldListPanelEventMap>(
    type: Type,
    listener: (this: HoldListPanelElement, event: HoldListPanelEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof HoldListPanelEventMap>(
    type: Type,
    listener: (this: HoldListPanelElement, event: HoldListPanelEventMap[Type]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Type]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

// A server that renders pages imports this too, and has no HTMLElement to extend.
const Base = (typeof HTMLElement === "undefined" ? class {} : HTMLElement) as unknown as {
  new (): HoldListPanelElementBase;
  prototype: HoldListPanelElementBase;
};

/**
 * `<hold-list-panel>`: the calls an agent has on hold, for desktops that are not React. Settings are attributes and properties;
 * the Guid comes by method or property, and by no attribute: a `guid` attribute is not read.
 *
 * Removed from the page it stops polling and drops the list. It stays signed in, so that it can come back: `signOut()` ends that.
 */
export class HoldListPanelElement extends Base {
  /** The attributes that count. */
  static get observedAttributes(): string[] {
    return Object.values(settingAttributes).map(({ attribute }) => attribute);
  }

  readonly #session = createElementSession();
  // Open: axe, test tools and screen reader add-ons look inside, and closed would hide nothing from a script of the page.
  readonly #shadow = this.attachShadow({ mode: "open" });
  readonly #mount = createMount(this.#shadow);
  #gateway: Gateway | null = null; // at the base URL of #gatewayFor
  #gatewayFor: string | null = null;
  #givenGateway: Gateway | undefined;
  #labels: ElementLabels | undefined;
  #isTurnOpen = false;
  readonly #handle = createRef<HoldListPanelHandle>();

  constructor() {
    super();
    takeEarlyProperties(this, [...Object.keys(settingAttributes), "guid", "labels", "gateway"]);
  }

  /**
   * The Guid of the agent that `agent-id` names. Together they sign in; another Guid for the same agent renews the former; null
   * or "" signs out. It can be written only: what is read is always undefined. For a sign-in that must not be taken for a
   * renewal, and for renewals that may come late, there are `signIn` and `renewGuid`.
   */
  get guid(): undefined {
    return undefined;
  }
  set guid(guid: string | null | undefined) {
    this.#session.setGuid(guid === null || guid === undefined || guid === "" ? null : String(guid));
    this.#changed();
  }

  /** Words of your own; keys that are left out are those of `language`. @default none */
  get labels(): ElementLabels | undefined {
    return this.#labels;
  }
  set labels(labels: ElementLabels | null | undefined) {
    this.#labels = labels ?? undefined;
    this.#changed();
  }

  /** A gateway from `createGateway`, for what `base-url` alone cannot say. It takes the place of `base-url`. @default none */
  get gateway(): Gateway | undefined {
    return this.#givenGateway;
  }
  set gateway(gateway: Gateway | null | undefined) {
    this.#givenGateway = gateway ?? undefined;
    this.#changed();
  }

  /**
   * The number of the present sign-in, null where there is none. Note it before a request whose answer may bring a new Guid.
   */
  get currentSignIn(): number | null {
    return this.#session.store.getState().session?.signIn ?? null;
  }

  /**
   * Starts a sign-in. What was shown of a former one is gone at once.
   * @returns the number of this sign-in, for `renewGuid`
   * @throws {TypeError} where the agent ID is not of digits, or the Guid cannot be a header's value.
   */
  signIn(agent: { agentId: string; guid: string }): number {
    this.#session.signIn(agent);
    this.#changed();
    return this.currentSignIn ?? 0;
  }

  /**
   * Replaces the Guid, as the gateway asks about every 60 s under dynamic authentication.
   * @param asked - `currentSignIn` as it was before the request that brought the new Guid: a late answer to a former sign-in
   * is ignored
   * @throws {TypeError} where the Guid cannot be a header's value.
   */
  renewGuid(guid: string, asked: number): void {
    this.#session.store.getState().renewGuid(guid, asked);
  }

  /** Ends the sign-in: polling stops, the list and the Guid are dropped. */
  signOut(): void {
    this.#session.signOut();
  }

  /**
   * Takes an answer of the gateway's event poll, which the page makes anyway: its JSON, also of an answer without an event. It
   * makes hold times exact, and polls of the list rare.
   */
  applyAgentEvent(answer: unknown): void {
    const { session, applyAgentEvent } = this.#session.store.getState();
    applyAgentEvent(answer);
    if (session !== null && this.currentSignIn === null)
      this.#emit("session-refused", { agentId: session.agentId, reason: "signed-out" });
  }

  /**
   * Tells since when a call is held, where the page knows better.
   * @param since - ms since 1970 by this machine's clock
   */
  setHeldSince(callId: string, since: number): void {
    this.#session.store.getState().setHeldSince(callId, since);
  }

  /** Asks the gateway now. Ends with the outcome, never rejects. */
  async refresh(): Promise<void> {
    await this.#handle.current?.refresh();
  }

  /** Retrieves the call that waits longest; false, and nothing is done, where there is none, or `actions` has no `retrieve`. */
  retrieveLongestHeld(): boolean {
    return this.#handle.current?.retrieveLongestHeld() ?? false;
  }

  /** Puts the focus on the first control of the first call, or on the heading where there is none. */
  focusFirst(): void {
    this.#handle.current?.focusFirst();
  }

  /** Called by the browser. */
  connectedCallback(): void {
    this.#mount.keep();
    adoptStyles(this.#shadow);
    this.#changed();
  }

  /** Called by the browser. */
  disconnectedCallback(): void {
    this.#mount.release();
  }

  /** Called by the browser. */
  attributeChangedCallback(): void {
    this.#changed();
  }

  /** What a page changes in one turn counts together. */
  #changed(): void {
    if (this.#isTurnOpen) return;
    this.#isTurnOpen = true;
    queueMicrotask(() => {
      this.#isTurnOpen = false;
      this.#update();
    });
  }

  #update(): void {
    const gateway = this.#currentGateway();
    try {
      this.#session.settle(this.agentId, gateway.baseUrl);
    } catch (error) {
      reportError(error);
    }
    if (!this.isConnected) return;
    const settings = Object.fromEntries(
      Object.keys(settingAttributes).map((name) => [name, this[name as keyof ElementSettings]]),
    ) as ElementSettings;
    const { store: session } = this.#session;
    this.#mount.render(
      createElement(ElementPanel, {
        gateway,
        session,
        settings,
        labels: this.#labels,
        handleRef: this.#handle,
        emit: this.#emit,
      }),
    );
  }

  /** The same object as long as the address is the same. */
  #currentGateway(): Gateway {
    if (this.#givenGateway !== undefined) return this.#givenGateway;
    const baseUrl = this.baseUrl ?? "";
    if (this.#gateway === null || this.#gatewayFor !== baseUrl) this.#gateway = gatewayAt(baseUrl);
    this.#gatewayFor = baseUrl;
    return this.#gateway;
  }

  readonly #emit = <Type extends keyof HoldListPanelEventMap>(
    type: Type,
    detail: HoldListPanelEventMap[Type]["detail"],
  ): void => void this.dispatchEvent(new CustomEvent(type, { detail }));
}

defineSettings(HoldListPanelElement.prototype);

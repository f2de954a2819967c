import { createElement, createRef } from "react";
import type { Gateway } from "../gateway/Gateway.js";
import type { HoldListPanelHandle } from "../panel/HoldListPanelHandle.js";
import { adoptStyles } from "./adoptStyles.js";
import { createElementGateway } from "./createElementGateway.js";
import { createElementSession } from "./createElementSession.js";
import { createMount } from "./createMount.js";
import { defineSettings, readSettings } from "./defineSettings.js";
import { elementAttributes } from "./elementAttributes.js";
import type { ElementGateway } from "./ElementGateway.js";
import type { ElementLabels } from "./ElementLabels.js";
import { ElementPanel } from "./ElementPanel.js";
import { HoldListPanelElementBase } from "./HoldListPanelElementBase.js";
import type { DispatchPanelEvent } from "./HoldListPanelEvents.js";
import { upgradeProperties } from "./upgradeProperties.js";

declare global {
  interface HTMLElementTagNameMap {
    "hold-list-panel": HoldListPanelElement;
  }
}

/**
 * `<hold-list-panel>`: the calls an agent has on hold, for desktops without React. Settings are attributes and properties. The
 * Guid is set by method or property only: a `guid` attribute is not read.
 *
 * Removing the element from the page stops polling and drops the list, but keeps the session, so that it can be inserted again.
 * `signOut()` ends the session.
 */
export class HoldListPanelElement extends HoldListPanelElementBase {
  /** The attributes that the browser reports changes of. */
  static get observedAttributes(): string[] {
    return Object.values(elementAttributes).map(({ attribute }) => attribute);
  }

  readonly #session = createElementSession(({ agentId, signIn }) =>
    this.#dispatch("guid-renewed", { agentId, signIn }),
  );
  // Open: axe, test tools and screen reader add-ons look inside. A closed root would not hide anything from the page's scripts.
  readonly #shadow = this.attachShadow({ mode: "open" });
  readonly #mount = createMount(this.#shadow);
  readonly #handle = createRef<HoldListPanelHandle>();
  #labels: ElementLabels | undefined;
  #hostGateway: Gateway | undefined;
  #ownGateway: (ElementGateway & { readonly address: string }) | undefined;
  #isUpdateScheduled = false;

  constructor() {
    super();
    upgradeProperties(this, [...Object.keys(elementAttributes), "guid", "labels", "gateway"]);
  }

  /**
   * The Guid of the agent that `agent-id` names. Setting both signs in; another Guid for the same agent renews the former one;
   * null or "" signs out. Write-only: reading gives undefined, `readGuid()` gives the value. Use `signIn` for a sign-in that must not count as a renewal, and
   * `renewGuid` for renewals that may arrive late.
   */
  get guid(): undefined {
    return undefined;
  }
  set guid(guid: string | null | undefined) {
    this.#session.setGuid(guid === null || guid === undefined || guid === "" ? null : String(guid));
    this.#scheduleUpdate();
  }

  /**
   * The Guid of the current session, for the page's own requests; null without one. A method and not a readable property, so that
   * nothing that enumerates the element's properties writes the Guid down.
   */
  readGuid(): string | null {
    return this.#session.store.getState().session?.guid ?? null;
  }

  /** Labels that replace those of `language`. Missing keys keep that language's text. @default none */
  get labels(): ElementLabels | undefined {
    return this.#labels;
  }
  set labels(labels: ElementLabels | null | undefined) {
    this.#labels = labels ?? undefined;
    this.#scheduleUpdate();
  }

  /** A gateway from `createGateway`, for options beyond its address. It replaces `base-url`. @default none */
  get gateway(): Gateway | undefined {
    return this.#hostGateway;
  }
  set gateway(gateway: Gateway | null | undefined) {
    this.#hostGateway = gateway ?? undefined;
    this.#scheduleUpdate();
  }

  /** The number of the current sign-in; null without one. Note it before a request whose answer may bring a new Guid. */
  get currentSignIn(): number | null {
    return this.#session.store.getState().session?.signIn ?? null;
  }

  /**
   * Starts a sign-in. The list of a former one is dropped at once.
   * @returns the number of this sign-in, for `renewGuid`
   * @throws {TypeError} where the agent ID is not digits, or the Guid cannot be a header value.
   */
  signIn(agent: { agentId: string | number; guid: string }): number {
    this.#session.signIn(agent);
    this.#scheduleUpdate();
    return this.currentSignIn ?? 0;
  }

  /**
   * Replaces the Guid, as the gateway asks about every 60 s under dynamic authentication.
   * @param asked - `currentSignIn` from before the request that brought the new Guid. A late answer to a former sign-in is
   * ignored.
   * @throws {TypeError} where the Guid cannot be a header value.
   */
  renewGuid(guid: string, asked: number): void {
    this.#session.renewGuid(guid, asked);
  }

  /** Ends the session: polling stops, the list and the Guid are dropped. */
  signOut(): void {
    this.#session.signOut();
  }

  /**
   * Applies the JSON of an answer to the page's event poll, also of an answer without an event. While answers arrive, hold times
   * are exact, changes show at once and the list is polled rarely.
   */
  applyAgentEvent(answer: unknown): void {
    const { session, applyAgentEvent } = this.#session.store.getState();
    applyAgentEvent(answer);
    if (session !== null && this.currentSignIn === null)
      this.#dispatch("session-refused", { agentId: session.agentId, reason: "signed-out" });
  }

  /**
   * Sets the time at which a hold began, where the page knows it better than the panel.
   * @param since - ms since 1970 by this machine's clock
   */
  setHeldSince(callId: string, since: number): void {
    this.#session.store.getState().setHeldSince(callId, since);
  }

  /** Polls now. Resolves with the outcome, never rejects. */
  async refresh(): Promise<void> {
    await this.#handle.current?.refresh();
  }

  /** Retrieves the longest held call. Returns false, and does nothing, without such a call or without the action `retrieve`. */
  retrieveLongestHeld(): boolean {
    return this.#handle.current?.retrieveLongestHeld() ?? false;
  }

  /** Focuses the first control of the first call, or the heading where there is no call. */
  focusFirst(): void {
    this.#handle.current?.focusFirst();
  }

  /** Called by the browser. */
  connectedCallback(): void {
    this.#mount.cancelUnmount();
    adoptStyles(this.#shadow);
    this.#scheduleUpdate();
  }

  /** Called by the browser. */
  disconnectedCallback(): void {
    this.#mount.scheduleUnmount();
  }

  /** Called by the browser. */
  attributeChangedCallback(): void {
    this.#scheduleUpdate();
  }

  /** Applies all changes that a page makes in one task together. */
  #scheduleUpdate(): void {
    if (this.#isUpdateScheduled) return;
    this.#isUpdateScheduled = true;
    queueMicrotask(() => {
      this.#isUpdateScheduled = false;
      this.#update();
    });
  }

  #update(): void {
    const { gateway, problem } = this.#currentGateway();
    try {
      this.#session.applyPending(this.agentId, gateway.baseUrl);
    } catch (error) {
      reportError(error);
    }
    if (!this.isConnected) return;
    this.#mount.render(
      createElement(ElementPanel, {
        gateway,
        problem,
        session: this.#session.store,
        settings: readSettings(this),
        labels: this.#labels,
        handleRef: this.#handle,
        dispatch: this.#dispatch,
      }),
    );
  }

  /** The same object as long as the address is the same. */
  #currentGateway(): ElementGateway {
    if (this.#hostGateway !== undefined) return { gateway: this.#hostGateway, problem: null };
    const address = this.baseUrl ?? "";
    if (this.#ownGateway?.address !== address) this.#ownGateway = { address, ...createElementGateway(address) };
    return this.#ownGateway;
  }

  readonly #dispatch: DispatchPanelEvent = (type, detail) => {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  };
}

defineSettings(HoldListPanelElement.prototype);

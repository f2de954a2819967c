import { type ReactNode, type Ref, useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { AgentDesktop } from "./createAgentDesktop.js";
import type { DemoWords } from "./words/DemoWords.js";

type SignInFormProps = {
  desktop: AgentDesktop;
  isSignedIn: boolean;
  isSimulated: boolean;
  passwordField: Ref<HTMLInputElement>;
  words: DemoWords;
};

/**
 * Agent ID and password. The fields have no names, so that no browser can send them anywhere, and what they hold is a
 * property, never an attribute of the page.
 */
export function SignInForm({ desktop, isSignedIn, isSimulated, passwordField, words }: SignInFormProps): ReactNode {
  const { agentId, busy, problem, signIn, wantSignIn } = useStore(desktop);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const password = form.current?.querySelectorAll("input")[1];
    if (isSimulated && password !== undefined) password.value = "demo";
  }, [isSimulated]);

  const submit = (force: boolean) => {
    const [agent, password, phone] = form.current?.querySelectorAll("input") ?? [];
    void signIn(
      { agentId: agent?.value ?? "", password: password?.value ?? "", phoneNumber: phone?.value ?? "40038" },
      force,
    );
  };
  return (
    <form
      className="demo-form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <label className="demo-field">
        {words.agentId}
        <input required inputMode="numeric" pattern="[0-9]{3,6}" autoComplete="username" defaultValue={agentId} />
      </label>
      <label className="demo-field">
        {words.password}
        <input type="password" autoComplete="current-password" ref={passwordField} />
      </label>
      {!isSimulated && (
        <label className="demo-field">
          {words.phoneNumber}
          <input required inputMode="tel" autoComplete="tel" />
        </label>
      )}
      <div className="demo-form-buttons">
        <button type="submit" className="demo-button demo-button-main" aria-disabled={busy}>
          {words.signIn}
        </button>
        {problem?.kind === "already-signed-in" && (
          <button type="button" className="demo-button" aria-disabled={busy} onClick={() => submit(true)}>
            {words.signInAnyway}
          </button>
        )}
        {isSignedIn && (
          <button type="button" className="demo-button" onClick={() => wantSignIn(false)}>
            {words.cancel}
          </button>
        )}
      </div>
      {isSimulated && <p className="demo-soft">{words.signInHint}</p>}
    </form>
  );
}

import { type ReactNode, type Ref, useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { AgentDesktop } from "./AgentDesktop.js";

type SignInFormProps = {
  desktop: AgentDesktop;
  isSignedIn: boolean;
  isSimulated: boolean;
  passwordField: Ref<HTMLInputElement>;
};

/**
 * The sign-in form. Its fields have no names, so that the browser never submits them, and their values are properties and never
 * attributes of the page.
 */
export function SignInForm({ desktop, isSignedIn, isSimulated, passwordField }: SignInFormProps): ReactNode {
  const { agentId, busy, problem, signIn, openForm } = useStore(desktop);
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
        Agent ID
        <input required inputMode="numeric" pattern="[0-9]{3,6}" autoComplete="username" defaultValue={agentId} />
      </label>
      <label className="demo-field">
        Password
        <input type="password" autoComplete="current-password" ref={passwordField} />
      </label>
      {!isSimulated && (
        <label className="demo-field">
          Phone number
          <input required inputMode="tel" autoComplete="tel" />
        </label>
      )}
      <div className="demo-form-buttons">
        <button type="submit" className={`demo-button${isSimulated ? "" : " demo-button-main"}`} aria-disabled={busy}>
          Sign in
        </button>
        {problem?.kind === "already-signed-in" && (
          <button type="button" className="demo-button" aria-disabled={busy} onClick={() => submit(true)}>
            Sign in here instead
          </button>
        )}
        {isSignedIn && (
          <button type="button" className="demo-button" onClick={() => openForm(false)}>
            Cancel
          </button>
        )}
      </div>
      {isSimulated && <p className="demo-muted">Any agent ID from 101 to 999999, with the password demo.</p>}
    </form>
  );
}

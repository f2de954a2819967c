import { type ReactNode, type Ref, useEffect, useId, useRef } from "react";
import { useStore } from "zustand";
import type { AgentDesktop } from "./createAgentDesktop.js";
import { useHoldGuard } from "../index.js";
import { SignInForm } from "./SignInForm.js";
import type { DemoWords } from "./words/DemoWords.js";

type AgentCardProps = {
  desktop: AgentDesktop;
  isSignedIn: boolean;
  isSimulated: boolean;
  passwordField: Ref<HTMLInputElement>;
  words: DemoWords;
};

/** Who is signed in, or the form to sign in with. */
export function AgentCard({ desktop, isSignedIn, isSimulated, passwordField, words }: AgentCardProps): ReactNode {
  const { agentId, busy, problem, wantsSignIn, signOut } = useStore(desktop);
  // An agent cannot sign out with a call on hold, and should not close the page either.
  const { callsOnHold } = useHoldGuard({ prompt: true });
  const showsForm = !isSignedIn || wantsSignIn;
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const showedForm = useRef(showsForm);

  useEffect(() => {
    if (showedForm.current === showsForm) return;
    showedForm.current = showsForm;
    // The control that was pressed has gone with the focus in it.
    if (document.activeElement === document.body) heading.current?.focus();
  }, [showsForm]);

  return (
    <section className="demo-agent" aria-labelledby={headingId}>
      <div className="demo-agent-head">
        <h2 className="demo-heading" id={headingId} ref={heading} tabIndex={-1}>
          {showsForm ? (isSignedIn ? words.signInAgain : words.signIn) : words.agent(agentId)}
        </h2>
        {!showsForm && (
          <div className="demo-sign-out">
            {callsOnHold > 0 && <span className="demo-soft">{words.stillOnHold(callsOnHold)}</span>}
            <button type="button" className="demo-button" aria-disabled={busy} onClick={() => void signOut()}>
              {words.signOut}
            </button>
          </div>
        )}
      </div>
      {showsForm && (
        <SignInForm
          desktop={desktop}
          isSignedIn={isSignedIn}
          isSimulated={isSimulated}
          passwordField={passwordField}
          words={words}
        />
      )}
      <p className="demo-problem" role="alert">
        {problem !== null && words.problem(problem)}
      </p>
    </section>
  );
}

import { type ReactNode, type Ref, useEffect, useId, useRef } from "react";
import { useStore } from "zustand";
import { useHoldGuard } from "../index.js";
import type { AgentDesktop } from "./AgentDesktop.js";
import { SignInForm } from "./SignInForm.js";
import { problemText } from "./signInProblem.js";

type AgentCardProps = {
  desktop: AgentDesktop;
  isSignedIn: boolean;
  isSimulated: boolean;
  passwordField: Ref<HTMLInputElement>;
  /** Shown below the signed-in agent. */
  children?: ReactNode;
};

/** The signed-in agent, or the sign-in form. */
export function AgentCard({ desktop, isSignedIn, isSimulated, passwordField, children }: AgentCardProps): ReactNode {
  const { agentId, busy, problem, isFormOpen, signOut } = useStore(desktop);
  // An agent with a call on hold cannot sign out, and is warned before closing the page.
  const { callsOnHold } = useHoldGuard({ prompt: true });
  const showsForm = !isSignedIn || isFormOpen;
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const showedForm = useRef(showsForm);

  useEffect(() => {
    if (showedForm.current === showsForm) return;
    showedForm.current = showsForm;
    // The focused control was removed, which moves the focus to the body.
    if (document.activeElement === document.body) heading.current?.focus();
  }, [showsForm]);

  return (
    <section className="demo-agent" aria-labelledby={headingId}>
      <div className="demo-agent-head">
        <h2 className="demo-heading" id={headingId} ref={heading} tabIndex={-1}>
          {showsForm ? (isSignedIn ? "Sign in again" : "Sign in") : `Agent ${agentId}`}
        </h2>
        {!showsForm && (
          <div className="demo-sign-out">
            {callsOnHold > 0 && (
              <span className="demo-muted">
                {callsOnHold === 1 ? "Retrieve 1 call to sign out" : `Retrieve ${callsOnHold} calls to sign out`}
              </span>
            )}
            <button type="button" className="demo-button" aria-disabled={busy} onClick={() => void signOut()}>
              Sign out
            </button>
          </div>
        )}
      </div>
      {showsForm && (
        <SignInForm desktop={desktop} isSignedIn={isSignedIn} isSimulated={isSimulated} passwordField={passwordField} />
      )}
      {isSignedIn && children}
      <p className="demo-problem" role="alert">
        {problem !== null && problemText(problem)}
      </p>
    </section>
  );
}

import type { DesktopAnswer } from "./askGateway.js";

/** Why a sign-in or a sign-out has failed, or why the session has ended. */
export type SignInProblem =
  | { readonly kind: "unreachable" | "wrong-password" | "already-signed-in" | "no-guid" }
  | { readonly kind: "refused" | "still-signed-in"; readonly retcode: string }
  /** The gateway no longer accepts the session, or has ended it. */
  | { readonly kind: "lost" | "ended" };

/** The problem that an answer to a sign-in reports; null where it brought a Guid. */
export function signInProblem(answer: DesktopAnswer | null): SignInProblem | null {
  if (answer === null) return { kind: "unreachable" };
  if (answer.retcode === "100-002") return { kind: "already-signed-in" };
  if (answer.retcode === "100-004") return { kind: "wrong-password" };
  if (answer.retcode !== "0") return { kind: "refused", retcode: answer.retcode };
  // Most likely CORS: the gateway has to expose Set-GUID to a page on another origin.
  return answer.guid === null ? { kind: "no-guid" } : null;
}

/** The problem that an answer to a sign-out reports; null where the agent is signed out. */
export function signOutProblem(answer: DesktopAnswer | null): SignInProblem | null {
  if (answer === null) return { kind: "unreachable" };
  // The last two say that there is no session to end.
  const isSignedOut = ["0", "100-006", "100-008"].includes(answer.retcode);
  return isSignedOut ? null : { kind: "still-signed-in", retcode: answer.retcode };
}

/** The text that the agent reads about a problem. */
export function problemText(problem: SignInProblem): string {
  switch (problem.kind) {
    case "unreachable":
      return "No connection to the phone system.";
    case "wrong-password":
      return "The password is wrong.";
    case "already-signed-in":
      return "This agent is already signed in elsewhere.";
    case "no-guid":
      return "Signed in, but this page cannot read Set-GUID: the gateway has to expose that header.";
    case "refused":
      return `The phone system refused the sign-in (code ${problem.retcode}).`;
    case "still-signed-in":
      return `Not signed out (code ${problem.retcode}). An agent with a call on hold cannot sign out.`;
    case "lost":
      return "The phone system no longer accepts this sign-in.";
    case "ended":
      return "The phone system has signed you out.";
    default:
      return problem satisfies never;
  }
}

import type { DesktopAnswer } from "./askGateway.js";

/** Why the agent is not signed in, or not out, as wished. */
export type SignInProblem =
  | { readonly kind: "unreachable" | "wrong-password" | "already-signed-in" | "no-guid" }
  | { readonly kind: "refused" | "still-signed-in"; readonly retcode: string }
  /** The gateway no longer accepts the sign-in, or has ended it itself. */
  | { readonly kind: "lost" | "ended" };

/** What an answer to a sign-in means; null where it brought a Guid. */
export function signInProblem(answer: DesktopAnswer | null): SignInProblem | null {
  if (answer === null) return { kind: "unreachable" };
  if (answer.retcode === "100-002") return { kind: "already-signed-in" };
  if (answer.retcode === "100-004") return { kind: "wrong-password" };
  if (answer.retcode !== "0") return { kind: "refused", retcode: answer.retcode };
  // Most likely hidden by CORS: a page on another origin has to be allowed to see Set-GUID.
  return answer.guid === null ? { kind: "no-guid" } : null;
}

/** What an answer to a sign-out means; null where the agent is signed out. */
export function signOutProblem(answer: DesktopAnswer | null): SignInProblem | null {
  if (answer === null) return { kind: "unreachable" };
  // Who is not signed in any more has nothing left to end.
  const isOut = ["0", "100-006", "100-008"].includes(answer.retcode);
  return isOut ? null : { kind: "still-signed-in", retcode: answer.retcode };
}

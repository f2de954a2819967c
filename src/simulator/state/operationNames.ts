/** The operations that move a call: they answer "accepted" and send events. */
export const actions = ["hold", "retrieve", "connect", "threeParty", "drop", "release"] as const;

/** The operations of the gateway. `drop` hangs up by call ID, `release` hangs up the current call. */
export const operations = [
  "signIn",
  "forceSignIn",
  "signOut",
  "updateGuid",
  "handshake",
  "pollEvents",
  "pollAllEvents",
  "holdList",
  "holdListEx",
  ...actions,
] as const;

export type Action = (typeof actions)[number];
export type Operation = (typeof operations)[number];

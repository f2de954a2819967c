/** An agent of the team, whose list a supervisor reads. */
export type Supervised = {
  /** Digits, such as `292`: the interface's `workno`. */
  readonly agentId: string;
  /** What the panel calls the agent; the gateway does not say it. */
  readonly name: string;
};

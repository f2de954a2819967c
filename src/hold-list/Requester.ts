/** Who asks: an agent, in one of possibly several sign-ins. */
export type Requester = { readonly agentId: string; readonly signIn: number };

/** The end of a long call ID, such as `…996-2`. */
export function shortCallId(callId: string): string {
  return callId.length > 6 ? `…${callId.slice(-5)}` : callId;
}

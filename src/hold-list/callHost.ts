/** A host's callback that throws is reported as the host's fault, and costs the list nothing. */
export function callHost(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    reportError(error);
  }
}

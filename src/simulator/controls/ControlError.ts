/** A control refused its arguments. The message says what is wrong. */
export class ControlError extends Error {
  override readonly name = "ControlError";

  constructor(
    message: string,
    /** The HTTP status of the control over HTTP: 400 for a wrong argument, 404 for something that does not exist. */
    readonly status: 400 | 404,
  ) {
    super(message);
  }
}

/** A control that cannot do what it was asked, in plain words. */
export class ControlError extends Error {
  override readonly name = "ControlError";

  constructor(
    message: string,
    /** For the HTTP controls: 400 for what is wrong, 404 for what is not there. */
    readonly status: 400 | 404,
  ) {
    super(message);
  }
}

/** The connection was cut without an answer: what `fetch` rejects with, and what makes the HTTP server destroy the socket. */
export class Disconnected extends TypeError {
  override readonly name = "TypeError";

  constructor() {
    super("fetch failed: the simulator cut the connection");
  }
}

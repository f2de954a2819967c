/** The connection was cut without an answer. `fetch` rejects with this error, and the HTTP server destroys the socket. */
export class Disconnected extends TypeError {
  override readonly name = "TypeError";

  constructor() {
    super("fetch failed: the simulator cut the connection");
  }
}

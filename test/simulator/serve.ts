import { createServer, type RequestListener } from "node:http";
import { type AddressInfo } from "node:net";

/** Serves on a free port of 127.0.0.1. Returns the address without a trailing slash, and a function that closes the server. */
export async function serve(listener: RequestListener): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

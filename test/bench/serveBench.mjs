// Serves the pages and the hold lists on the loopback interface:
//   /{column}/                                                        a page; ?calls={n} tells it which list to read
//   /{n}/agentgateway/resource/calldata/{agentid}/holdlist            n held calls
//   /{n}/agentgateway/resource/voicecall/{agentid}/…                  accepts a call action; the call leaves the list
// The list is changed by `control`, in this process.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { createCall, numberOf } from "./calls.mjs";

const types = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".map": "application/json" };

const now = () => performance.timeOrigin + performance.now();

function createList(size) {
  const places = Array.from({ length: size }, () => ({ generation: 0, revision: 0 }));
  const list = { requests: 0, answered: null, pending: false };
  const call = (place) => createCall(place, places[place].generation, places[place].revision);
  const serialize = () => {
    list.body = JSON.stringify({ message: "", retcode: "0", result: places.map((_, place) => call(place)) });
    list.pending = true;
  };
  serialize();
  return Object.assign(list, {
    /** Gives the call at a place another number. */
    change(place) {
      places[place].revision++;
      serialize();
    },
    numberAfterChange: (place) => numberOf(createCall(place, places[place].generation, places[place].revision + 1)),
    /** Replaces all calls by others. */
    replaceAll() {
      for (const place of places) place.generation++;
      serialize();
    },
    /** The number of the first call. */
    numberAfterReplacement: () => numberOf(createCall(0, places[0].generation + 1, places[0].revision)),
    /** Replaces one call by another, as a retrieved call leaves and the next one is held. */
    leave(callId) {
      const place = places.findIndex((_, at) => call(at).callid === callId);
      if (place >= 0) places[place].generation++;
      serialize();
    },
  });
}

/** Starts the server. `folder` contains one folder for each column's page. */
export async function serveBench(folder) {
  const lists = new Map();
  const control = (size) => {
    if (!lists.has(size)) lists.set(size, createList(size));
    return lists.get(size);
  };
  const gateway = (size, rest, response) => {
    const list = control(size);
    response.setHeader("content-type", "application/json; charset=UTF-8");
    if (!rest.startsWith("calldata/")) {
      list.leave(new URL(rest, "http://x").searchParams.get("callid"));
      response.end('{"result":{},"message":"success","retcode":"0"}');
      return;
    }
    list.requests++;
    // The first answer with a change: the time that "answer to DOM" starts at.
    if (list.pending) list.answered = now();
    list.pending = false;
    response.end(list.body);
  };
  const file = async (path, response) => {
    const name = normalize(path.endsWith("/") ? `${path}index.html` : path);
    const body = await readFile(join(folder, name)).catch(() => null);
    if (body === null) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream" }).end(body);
  };
  const server = createServer((request, response) => {
    const [, size, rest] = /^\/(\d+)\/agentgateway\/resource\/(.*)$/.exec(request.url) ?? [];
    if (size !== undefined) gateway(Number(size), rest, response);
    else void file(new URL(request.url, "http://x").pathname, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    /** The list of a size, made anew. */
    reset: (size) => {
      lists.delete(size);
      return control(size);
    },
    close: () => server.close(),
  };
}

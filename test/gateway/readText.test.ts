import { expect, it, vi } from "vitest";
import { GatewayError } from "../../src/gateway/GatewayError.js";
import { longestAnswer, readText } from "../../src/gateway/readText.js";

/** An answer in parts of 1 MB, and whether its connection was closed before the end. */
function answerOf(parts: number) {
  const cancel = vi.fn();
  const part = new Uint8Array(1_000_000).fill(32);
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => (parts-- > 0 ? controller.enqueue(part) : controller.close()),
    cancel,
  });
  return { response: new Response(body), cancel };
}

it("reads text whose characters are split between parts, without its byte order mark", async () => {
  const bytes = new TextEncoder().encode("\ufeff保持中");
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  expect(await readText(new Response(body))).toBe("保持中");
});

it("reads an answer of the greatest length", async () => {
  const { response, cancel } = answerOf(longestAnswer / 1_000_000);
  expect(await readText(response)).toHaveLength(longestAnswer);
  expect(cancel).not.toHaveBeenCalled();
});

it("cuts off a longer answer and closes its connection", async () => {
  const { response, cancel } = answerOf(50);
  await expect(readText(response)).rejects.toThrow(GatewayError);
  expect(cancel).toHaveBeenCalled();
});

/** An answer of the page's own origin, and whether it was read as a stream. */
function sameOriginAnswer(headers: Record<string, string>) {
  const response = new Response("text", { headers });
  Object.defineProperty(response, "type", { value: "basic" });
  return { response, text: vi.spyOn(response, "text") };
}

it("reads an answer at once when its headers prove that it is short", async () => {
  const { response, text } = sameOriginAnswer({ "Content-Length": "4" });
  expect(await readText(response)).toBe("text");
  expect(text).toHaveBeenCalled();
});

it.each([
  ["without a length", {}],
  ["that is too long", { "Content-Length": String(longestAnswer + 1) }],
  ["whose length is that of compressed bytes", { "Content-Length": "4", "Content-Encoding": "gzip" }],
])("reads an answer %s as a stream", async (_, headers) => {
  const { response, text } = sameOriginAnswer(headers);
  expect(await readText(response)).toBe("text");
  expect(text).not.toHaveBeenCalled();
});

it("reads an answer of a host's fetch that has no stream", async () => {
  const response = { body: undefined, text: () => Promise.resolve("text") } as unknown as Response;
  expect(await readText(response)).toBe("text");
});

it("reads an answer without TextDecoder, as in jsdom", async () => {
  vi.stubGlobal("TextDecoder", undefined);
  expect(await readText(new Response("保持"))).toBe("保持");
});

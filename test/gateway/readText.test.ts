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

it("reads an answer of a host's fetch that has no stream", async () => {
  const response = { body: undefined, text: () => Promise.resolve("text") } as unknown as Response;
  expect(await readText(response)).toBe("text");
});

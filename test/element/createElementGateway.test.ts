import { beforeEach, expect, it, vi } from "vitest";
import { createElementGateway } from "../../src/element/createElementGateway.js";

const report = vi.fn();
beforeEach(() => {
  report.mockClear();
  vi.stubGlobal("reportError", report);
  return () => vi.unstubAllGlobals();
});

const request = { agentId: "291", guid: "guid-a" };

it.each([
  ["http://gateway:8043", "insecure"],
  ["HTTP://gateway", "insecure"],
  ["http://user@gateway", "insecure"],
  ["gateway:8043", "no-gateway"],
  ["//gateway", "no-gateway"],
  ["ftp://gateway", "no-gateway"],
  ["https://user:secret@gateway", "no-gateway"],
  ["https://gateway?guid=1", "no-gateway"],
  ["https://", "no-gateway"],
])("reports the address %s to the page and sends nothing to it", async (baseUrl, problem) => {
  const created = createElementGateway(baseUrl);
  expect(created.problem).toBe(problem);
  expect(report).toHaveBeenCalledOnce();
  const failure = { failure: { kind: "not-sent", reason: problem } };
  await expect(created.gateway.fetchHoldList(request)).rejects.toMatchObject(failure);
  await expect(created.gateway.send({ method: "POST", path: "" }, request)).rejects.toMatchObject(failure);
});

it.each(["", "/cti", "https://gateway:8043", "http://localhost:8043"])(
  "has no problem with the address %j",
  (baseUrl) => {
    expect(createElementGateway(baseUrl).problem).toBe(null);
    expect(report).not.toHaveBeenCalled();
  },
);

it("finds a path insecure in a page that came over plain http", () => {
  vi.stubGlobal("location", { protocol: "http:", hostname: "desk.example", origin: "http://desk.example" });
  expect(createElementGateway("/cti").problem).toBe("insecure");
  expect(createElementGateway("https://gateway:8043").problem).toBe(null);
});

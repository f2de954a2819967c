import fc from "fast-check";
import { expect, it } from "vitest";
import { parseSetGuid } from "../../src/session/parseSetGuid.js";

const guid = "5f0ed22e-8a1a-4ad5-9a0c-2b3c4d5e6f70.AgentGateway1";

it.each([
  `JSESSIONID=${guid}`,
  `jsessionid=${guid}`,
  `  JSESSIONID=${guid}  `,
  `JSESSIONID=${guid};Path=/agentgateway`,
  `JSESSIONID=${guid}; Path=/agentgateway; HttpOnly`,
  `Path=/agentgateway; JSESSIONID=${guid}`,
  `Path=/agentgateway,JSESSIONID=${guid}`,
  `JSESSIONID=; JSESSIONID=${guid}`,
  `JSESSIONID=${guid}, JSESSIONID=second.AgentGateway2`, // fetch joins two headers with a comma
])("reads the first Guid of the header %j", (header) => {
  expect(parseSetGuid(header)).toBe(guid);
});

it.each([
  ...[null, undefined, "", guid, "JSESSIONID", "JSESSIONID=", "JSESSIONID= ", "JSESSIONID=;", "JSESSIONID=日本"],
  ...[`XJSESSIONID=${guid}`, `X-JSESSIONID=${guid}`],
])("returns null for the header %j", (header) => {
  expect(parseSetGuid(header)).toBeNull();
});

it("reads every Guid of the documented form", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(), (uuid, node) => {
      expect(parseSetGuid(`JSESSIONID=${uuid}.AgentGateway${node}`)).toBe(`${uuid}.AgentGateway${node}`);
    }),
  );
});

it("returns null or a value that a header can carry for every header", () => {
  const text = fc.string({ unit: fc.nat(0xff).map((code) => String.fromCharCode(code)) });
  const withName = text.map((value) => `JSESSIONID=${value}`);
  fc.assert(
    fc.property(fc.oneof(text, withName), (value) => {
      expect(parseSetGuid(value) ?? "none").toMatch(/^[\x21-\x7e]+$/);
    }),
    { numRuns: 500 },
  );
});

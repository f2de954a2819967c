import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSetGuid } from "../../src/session/parseSetGuid.js";

const guid = "5f0ed22e-8a1a-4ad5-9a0c-2b3c4d5e6f70.AgentGateway1";

describe("parseSetGuid", () => {
  it.each([
    `JSESSIONID=${guid}`,
    `jsessionid=${guid}`,
    `  JSESSIONID=${guid}  `,
    `JSESSIONID=${guid};Path=/agentgateway`,
    `JSESSIONID=${guid}; Path=/agentgateway; HttpOnly`,
    `Path=/agentgateway; JSESSIONID=${guid}`,
    `Path=/agentgateway,JSESSIONID=${guid}`,
    `JSESSIONID=; JSESSIONID=${guid}`,
  ])("finds the Guid in %j", (header) => {
    expect(parseSetGuid(header)).toBe(guid);
  });

  it("takes the first of two headers, which fetch joins with a comma", () => {
    expect(parseSetGuid(`JSESSIONID=${guid}, JSESSIONID=other.AgentGateway2`)).toBe(guid);
  });

  it.each([null, undefined, "", guid, "JSESSIONID", "JSESSIONID=", "JSESSIONID= ", "JSESSIONID=;", "JSESSIONID=日本"])(
    "finds none in %j",
    (header) => {
      expect(parseSetGuid(header)).toBeNull();
    },
  );

  it("does not take the suffix of another name for it", () => {
    expect(parseSetGuid(`XJSESSIONID=${guid}`)).toBeNull();
    expect(parseSetGuid(`X-JSESSIONID=${guid}`)).toBeNull();
  });

  it("takes each Guid that a gateway makes", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(), (uuid, node) => {
        expect(parseSetGuid(`JSESSIONID=${uuid}.AgentGateway${node}`)).toBe(`${uuid}.AgentGateway${node}`);
      }),
    );
  });

  it("gives null or what a header can carry, whatever comes", () => {
    const text = fc.string({ unit: fc.nat(0xff).map((code) => String.fromCharCode(code)) });
    const header = fc.oneof(
      text,
      text.map((value) => `JSESSIONID=${value}`),
    );
    fc.assert(
      fc.property(header, (value) => {
        const parsed = parseSetGuid(value);
        if (parsed !== null) expect(parsed).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

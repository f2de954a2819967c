import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { checkedBaseUrl, isInsecurePage } from "../../src/gateway/gatewayAddress.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("checkedBaseUrl", () => {
  it.each([
    ["", ""],
    ["/", ""],
    ["/prefix", "/prefix"],
    ["/prefix///", "/prefix"],
    ["/a/../b", "/b"],
    ["https://h/", "https://h"],
    ["https://h:443", "https://h"],
    ["https://h:8043/x/", "https://h:8043/x"],
    ["HTTPS://Host:8043/X", "https://host:8043/X"],
    ["https://[2001:db8::1]:8043", "https://[2001:db8::1]:8043"],
    ["https://10.0.0.1:8043", "https://10.0.0.1:8043"],
    ["http://localhost", "http://localhost"],
    ["http://LOCALHOST:8043", "http://localhost:8043"],
    ["http://desk.localhost:8043/", "http://desk.localhost:8043"],
    ["http://127.1.2.3", "http://127.1.2.3"],
    ["http://127.1", "http://127.0.0.1"],
    ["http://[::1]:8043/x/", "http://[::1]:8043/x"],
  ])("normalizes %j to %j", (baseUrl, expected) => {
    expect(checkedBaseUrl(baseUrl, false)).toBe(expected);
  });

  it.each([
    ...["//evil", "///evil", "/\\evil", "\\\\evil", "/\t/evil", "/\n/evil", "/..//evil", "/.//evil", "/a/../..//evil"],
    ...["/%2e//evil", "/..\\/evil"],
  ])("rejects the path %j, which names another host", (baseUrl) => {
    for (const allowInsecureHttp of [false, true])
      expect(() => checkedBaseUrl(baseUrl, allowInsecureHttp)).toThrow(TypeError);
  });

  it.each([
    ...["ftp://h", "file:///etc", "ws://h", "javascript:alert(1)", "data:,x", "h", "h:8043", "prefix/", "./prefix"],
    ...[" https://h", "https:h", "https:/h", "https://", "https://h:99999"],
  ])("rejects %j, which is neither a path nor an http(s) address", (baseUrl) => {
    expect(() => checkedBaseUrl(baseUrl, true)).toThrow(TypeError);
  });

  it.each(["https://u:p@h", "https://u@h", "https://:p@h", "http://u:p@localhost"])(
    "rejects the user or password in %j",
    (baseUrl) => {
      expect(() => checkedBaseUrl(baseUrl, true)).toThrow("baseUrl must not hold a user or a password.");
    },
  );

  it.each(["https://h?", "https://h?x=1", "https://h#", "/prefix#x", "/?x", "https://h/x?y#z"])(
    "rejects the query or fragment in %j",
    (baseUrl) => {
      expect(() => checkedBaseUrl(baseUrl, true)).toThrow("baseUrl must not hold a query or a fragment.");
    },
  );

  it.each([
    ...["http://10.0.0.1", "http://gateway:8043", "HTTP://gateway", "http://0.0.0.0", "http://localhost.evil.com"],
    ...["http://evil-localhost", "http://evillocalhost", "http://127.0.0.1.evil.com", "http://128.0.0.1"],
    ...["http://1270.0.0.1.com", "http://evil.com/localhost", "http://evil.com/127.0.0.1", "http://[::2]"],
    "http://[::ffff:10.0.0.1]",
  ])("accepts %j, plain HTTP to another machine, only when that is allowed", (baseUrl) => {
    expect(() => checkedBaseUrl(baseUrl, false)).toThrow("allowInsecureHttp");
    expect(checkedBaseUrl(baseUrl, true)).toBe(new URL(baseUrl).href.replace(/\/$/, ""));
  });

  it("never turns a path into another host", () => {
    const piece = fc.constantFrom("/", "\\", ".", "..", "evil", "%2e", "\t", "\n", ":", "@", "a");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        let prefix: string;
        try {
          prefix = checkedBaseUrl(`/${pieces.join("")}`, true);
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          return;
        }
        const sent = new URL(`${prefix}/agentgateway/resource/x`, "https://desk.example");
        expect(sent.origin).toBe("https://desk.example");
        expect(sent.pathname).toBe(`${prefix}/agentgateway/resource/x`);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("isInsecurePage", () => {
  it.each([
    ["http:", "desk.example", true],
    ["http:", "10.0.0.1", true],
    ["http:", "localhost", false],
    ["http:", "127.0.0.1", false],
    ["http:", "[::1]", false],
    ["https:", "desk.example", false],
    ["file:", "", false],
  ])("judges a path by the page %s//%s: %j", (protocol, hostname, expected) => {
    vi.stubGlobal("location", { protocol, hostname });
    expect([isInsecurePage(""), isInsecurePage("/prefix")]).toEqual([expected, expected]);
  });

  it("is false for a full address, which checkedBaseUrl judges", () => {
    vi.stubGlobal("location", { protocol: "http:", hostname: "desk.example" });
    expect([isInsecurePage("https://h"), isInsecurePage("http://localhost")]).toEqual([false, false]);
  });

  it("is false where there is no page", () => {
    expect(isInsecurePage("")).toBe(false);
  });
});

import { it } from "vitest";
import { tryConsumer } from "./tryConsumer.js";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

it("a page under a strict content security policy, without a violation", () =>
  tryConsumer("strict-policy", { headers: { "Content-Security-Policy": policy } }));

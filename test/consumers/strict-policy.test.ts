import { it } from "vitest";
import { expectPolicyInForce, strictPolicy } from "./strictPolicy.js";
import { tryConsumer } from "./tryConsumer.js";

it("works under a strict content security policy without a violation", () =>
  tryConsumer("strict-policy", { headers: strictPolicy, also: expectPolicyInForce }));

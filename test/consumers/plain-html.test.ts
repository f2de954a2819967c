import { it } from "vitest";
import { expectPolicyInForce, strictPolicy } from "./strictPolicy.js";
import { tryConsumer } from "./tryConsumer.js";

it("works as <hold-list-panel> from a script tag, without a bundler, under a strict policy", () =>
  tryConsumer("plain-html", { headers: strictPolicy, also: expectPolicyInForce }));

import { it } from "vitest";
import { expectPolicyInForce, strictPolicy } from "./strictPolicy.js";
import { tryConsumer } from "./tryConsumer.js";

it("a page without a bundler, and <hold-list-panel> by a script tag, under a strict policy", () =>
  tryConsumer("plain-html", { headers: strictPolicy, also: expectPolicyInForce }));

import { it } from "vitest";
import { tryConsumer } from "./tryConsumer.js";

it("works in Vite with the oldest React and react-query of the peer range", () => tryConsumer("vite-react-18"));

import { it } from "vitest";
import { tryConsumer } from "./tryConsumer.js";

it("Vite with the oldest React and react-query of the peer range", () => tryConsumer("vite-react-18"));

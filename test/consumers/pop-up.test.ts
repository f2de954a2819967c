import { it } from "vitest";
import { tryPopUp } from "./tryPopUp.js";

it("works in a pop-up window of the page that renders it", () => tryPopUp());

import { expect, it } from "vitest";
import { connectAndLeave, hangUp, retrieve, threeParty } from "../../../src/index.js";
import { agentId, holdThree, move, renderPanel } from "../renderPanel.js";

const outgoing = "138 0013 8000, 996-2";
const actions = [retrieve, threeParty, connectAndLeave, hangUp];

it("does not say that a call is off hold, as its gateway does, while the list shows it on hold", async () => {
  const { simulator, user, getByRole, getByText, queryByText } = await renderPanel({
    before: holdThree,
    props: { actions },
  });
  simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-015", message: "no such call" });
  await user.click(getByRole("button", { name: `Retrieve ${outgoing}` }));
  await move(3_000);
  expect(queryByText("Already off hold.")).not.toBeInTheDocument();
  getByText("Not done: the phone system refused.");
  getByText("Code 200-015: no such call");
  await user.click(getByRole("button", { name: "Dismiss" }));
  expect(queryByText(/^Not done/)).not.toBeInTheDocument();
});

it("says that a call is off hold where the gateway says so, and the list too", async () => {
  const { simulator, user, getByRole, getByText } = await renderPanel({ before: holdThree, props: { actions } });
  await move(1_900);
  simulator.endCall(agentId, "1501127996-2");
  await user.click(getByRole("button", { name: `Retrieve ${outgoing}` }));
  await move(3_000);
  getByText("Already off hold.");
});

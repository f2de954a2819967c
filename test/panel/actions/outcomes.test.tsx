import { expect, it } from "vitest";
import { connectAndLeave, hangUp, retrieve, threeParty } from "../../../src/index.js";
import { agentId, holdThree, move, renderPanel } from "../../support/renderPanel.js";

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

it("asks nothing of a call that comes back on hold, and leaves the focus where it is", async () => {
  const { simulator, user, getByRole, queryByRole } = await renderPanel({ before: holdThree, props: { actions } });
  await user.click(getByRole("button", { name: `More actions for ${outgoing}` }));
  // jsdom shows no popover.
  await user.click(getByRole("menuitem", { name: "Hang up", hidden: true }));
  getByRole("group", { name: /^Hang up 138 0013 8000/ });
  simulator.endCall(agentId, "1501127996-2", "retrieved");
  await move(2_500);
  expect(queryByRole("group")).not.toBeInTheDocument();
  const elsewhere = getByRole("button", { name: "Retrieve 70941, 920-0" });
  elsewhere.focus();
  simulator.holdCall(agentId, { callId: "1501127996-2" });
  await move(2_500);
  getByRole("button", { name: `Retrieve ${outgoing}` });
  expect(queryByRole("group")).not.toBeInTheDocument();
  expect(elsewhere).toHaveFocus();
});

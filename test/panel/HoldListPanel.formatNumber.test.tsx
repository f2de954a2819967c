import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { en, enActions } from "../../src/index.js";
import { passTime } from "../support/clock.js";
import { outgoing, renderActing, row } from "../support/renderActing.js";
import { detailsButton } from "../support/screen.js";

const formatNumber = (number: string) => `<${number}>`;

it("shows each number in the host's format, in rows, names, details and confirmations, and acts on the raw call", async () => {
  const { user, choose, press, sent, show, props } = await renderActing();
  show({ ...props, formatNumber });
  const formatted = { ...outgoing, name: `<13800138000>, 996-2` };
  expect(row(formatted)).toHaveTextContent("<13800138000>");
  await user.click(detailsButton("996-2"));
  expect(row(formatted)).toHaveTextContent(`${en.called}<13800138000>`);
  await choose(enActions.hangUp.label, formatted);
  expect(screen.getByRole("group", { name: /<13800138000>/ })).toBeVisible();
  await press(enActions.hangUp.label);
  await passTime(0);
  expect(sent()).toEqual([`drop ${outgoing.callId}`]);
});

it("shows a masked number as the mask gives it, whatever the format", async () => {
  await renderActing({ props: { formatNumber, mask: () => "••00" } });
  expect(row({ name: "••00" })).not.toHaveTextContent("<");
});

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { isSameList } from "../../hold-list/shareByCallId.js";
import { callHost } from "../../hold-list/callHost.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { ActionSettings } from "./ActionComponents.js";
import type { HeldCallAction } from "./HeldCallAction.js";
import type { HoldListState } from "../../hold-list/HoldListState.js";
import type { CallActionReport } from "../../hold-list/CallActionReport.js";
import type { HoldListPanelProps } from "../HoldListPanelProps.js";

const noActions: readonly HeldCallAction[] = [];
const noCalls: readonly HeldCall[] = [];

/** What the rows of a panel that acts have in common; undefined where the panel only reads. */
export function useActionSettings(
  list: HoldListState,
  {
    actions = noActions,
    hasCurrentCall,
    onAction,
  }: Pick<HoldListPanelProps, "actions" | "hasCurrentCall" | "onAction">,
): ActionSettings | undefined {
  const { supervised } = useHoldListContext("HoldListPanel");
  const isReady = list.status === "ready";
  const { condition } = list;
  const looksAtHeld = actions.some(({ isFor }) => isFor !== undefined);
  const held = isReady && looksAtHeld ? list.calls : noCalls;

  // A host writes its list anew with each render: what is in it counts.
  const [listed, setListed] = useState(actions);
  if (listed !== actions && !isSameList(listed, actions)) setListed(actions);

  const told = useRef(onAction);
  useEffect(() => {
    told.current = onAction;
  }, [onAction]);
  const onReport = useCallback(
    (call: HeldCall, report: CallActionReport) => callHost(() => told.current?.(call, report)),
    [],
  );

  return useMemo(
    // A supervisor only reads.
    () =>
      listed.length === 0 || supervised !== null
        ? undefined
        : { list: listed, condition, hasCurrentCall, held, onReport },
    [listed, supervised, condition, hasCurrentCall, held, onReport],
  );
}

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { CallActionReport } from "../../hold-list/CallActionReport.js";
import { callHost } from "../../session/callHost.js";
import { HoldListContext, useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { HoldListState } from "../../hold-list/HoldListState.js";
import type { PanelLabels } from "../labels/PanelLabels.js";
import type { ActionComponents } from "./ActionComponents.js";
import type { ActionSettings } from "./ActionSettings.js";
import type { HeldCallAction } from "./HeldCallAction.js";

/** What a panel with actions passes to its rows. */
export type ActingPanel = { readonly components: ActionComponents; readonly settings: ActionSettings };

type ActionOptions = {
  actions?: readonly HeldCallAction[] | undefined;
  hasCurrentCall?: boolean | undefined;
  onAction?: ((call: HeldCall, report: CallActionReport) => void) | undefined;
};

const notActions = "made without createHeldCallAction, or by another copy of hold-list-panel.";
const noActions: readonly HeldCallAction[] = [];
const noCalls: readonly HeldCall[] = [];

/** The settings of the panel's actions; undefined where the panel only reads. Inline options do not change their identity. */
export function useActionSettings(
  list: HoldListState,
  labels: PanelLabels,
  { actions: given, hasCurrentCall, onAction }: ActionOptions,
): ActingPanel | undefined {
  const { supervised } = useHoldListContext("HoldListPanel");
  const { condition } = list;
  const actions = Array.isArray(given) ? (given as readonly HeldCallAction[]).filter(isAction) : noActions;
  const ignored = Array.isArray(given) ? given.length - actions.length : 0;
  useEffect(() => {
    if (ignored > 0) console.error(`${ignored} of the panel's actions ignored: ${notActions}`);
  }, [ignored]);
  const [listed, setListed] = useState(actions);
  if (listed !== actions && !isSame(listed, actions)) setListed(actions);
  const usesHeld = listed.some(({ isFor }) => isFor !== undefined);
  const held = list.status === "ready" && usesHeld ? list.calls : noCalls;

  const latestOnAction = useRef(onAction);
  useEffect(() => {
    latestOnAction.current = onAction;
  }, [onAction]);
  const onReport = useCallback(
    (call: HeldCall, report: CallActionReport) => callHost(() => latestOnAction.current?.(call, report)),
    [],
  );

  const components = listed[0]?.components;
  const resolved = useMemo(() => {
    const { formatNumber } = labels;
    const texts = components?.resolveActions(listed, labels);
    // The labels about acting are resolved once for the texts of the host, whatever the format.
    return texts && formatNumber ? { ...texts, labels: { ...texts.labels, formatNumber } } : texts;
  }, [components, listed, labels]);
  return useMemo(
    () =>
      // A supervisor only reads.
      components === undefined || resolved === undefined || supervised !== null
        ? undefined
        : { components, settings: { ...resolved, condition, hasCurrentCall, held, onReport } },
    [components, resolved, supervised, condition, hasCurrentCall, held, onReport],
  );
}

/** Whether two lists hold the same actions. An action that a host copies inline is the same while its fields are. */
function isSame(before: readonly HeldCallAction[], after: readonly HeldCallAction[]): boolean {
  return before.length === after.length && before.every((action, index) => isSameAction(action, after[index]));
}

function isSameAction(before: HeldCallAction, after: HeldCallAction | undefined): boolean {
  if (before === after || after === undefined) return before === after;
  const fields = new Map<string, unknown>(Object.entries(after));
  const known = Object.entries(before);
  return known.length === fields.size && known.every(([key, value]) => Object.is(value, fields.get(key)));
}

/** Whether a host that is not typed gave an action. Those of another copy of the package would throw: they read another context. */
function isAction(value: unknown): boolean {
  const components = (value as Partial<HeldCallAction> | null | undefined)?.components;
  return typeof components === "object" && components.context === HoldListContext;
}

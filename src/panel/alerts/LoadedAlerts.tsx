import type { ReactNode } from "react";
import { useCode } from "../parts/useCode.js";
import type { AttentionAlertsProps } from "./AttentionAlerts.js";

const loadAlerts = () => import("./AttentionAlerts.js");

type LoadedAlertsProps = AttentionAlertsProps & {
  /** Loads the code of the alerts. The same function at each render. */
  load?: typeof loadAlerts | undefined;
};

/** The alerts, whose code is loaded when they are wanted. A line says which of them is missing where it cannot be loaded. */
export function LoadedAlerts({ load = loadAlerts, ...props }: LoadedAlertsProps): ReactNode {
  const { sound, notifications, labels } = props;
  const code = useCode(load, sound || notifications);
  if (!(sound || notifications) || code === null) return null;
  if (code !== "missing") return <code.AttentionAlerts {...props} />;
  return (
    <>
      {sound && <p className="hlp-line">{labels.soundUnavailable}</p>}
      {notifications && <p className="hlp-line">{labels.notificationsUnavailable}</p>}
    </>
  );
}

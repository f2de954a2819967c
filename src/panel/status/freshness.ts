import type { HoldListState } from "../../hold-list/HoldListState.js";
import { clockTime } from "../format/clockTime.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";

type Freshness = { sign: "good" | "doubt" | "waiting"; word: string; updated?: string };

/** Whether the list is current. Only a list in doubt has a clock time. */
export function freshness(list: HoldListState, labels: HoldListLabels): Freshness {
  switch (list.status) {
    case "signed-out":
      return { sign: "waiting", word: labels.notSignedIn };
    case "loading":
      return { sign: "waiting", word: labels.loadingShort };
    case "error":
      return { sign: "doubt", word: list.doubt.stopped ? labels.stopped : labels.tryingAgain };
    case "ready": {
      if (list.condition === "current") return { sign: "good", word: labels.upToDate };
      const time = clockTime(list.updatedAt, labels.language);
      const word = list.doubt?.stopped === true ? labels.stopped : time;
      return { sign: "doubt", word, updated: labels.lastUpdated(time) };
    }
  }
}

import { standingKey, type Held } from "./held";
import type { Previous } from "./previous";
import { STATUSES, type Status } from "./status";

/** Indicators that went over into a status since the last summary, by that status; `added` and `gone` are targets. */
export interface Changes {
  /** The day of the last summary, as it was written then. */
  readonly since: string;
  readonly moved: readonly { readonly to: Status; readonly labels: readonly string[] }[];
  readonly added: number;
  readonly gone: number;
}

function isStatus(text: string): text is Status {
  return (STATUSES as readonly string[]).includes(text);
}

/** What is different from the last summary; null where that did not say when it was made. */
export function changesSince(previous: Previous, all: readonly Held[], isHeadline: (one: Held) => boolean): Changes | null {
  const since = previous.lines.find(({ kind }) => kind === "subtitle")?.data ?? "";
  if (since === "") return null;
  const before = new Map(
    previous.lines.flatMap(({ kind, key, data }) =>
      (kind === "indicator" || kind === "words") && isStatus(data) ? [[key, data] as const] : [],
    ),
  );
  const now = new Set(all.map(standingKey));
  const moved = STATUSES.flatMap((to) => {
    const labels = all
      .filter((one) => one.status === to && (before.get(standingKey(one)) ?? to) !== to && isHeadline(one))
      .map(({ row }) => row.label);
    return labels.length > 0 ? [{ to, labels }] : [];
  });
  return {
    since,
    moved,
    added: [...now].filter((key) => !before.has(key)).length,
    gone: [...before.keys()].filter((key) => !now.has(key)).length,
  };
}

import type { IDisposable } from "@univerjs/core";
import { areaAddress } from "./address";
import { type BookChange, watchChanges } from "./changes";
import { type EventRegistrations, SHEETS_TARGET } from "./objects/worksheets";
import { valueType } from "./objects/range";
import type { Session } from "./session";
import type { EventEntry, Json } from "./wire";

/** `messageType` of the events, as the client's source has them. */
const TYPES = { Changed: 10, Added: 13, Deleted: 15 } as const;

const EVENT_CATEGORY = 65536;

/** Who did it, as the client's handlers are told. */
interface Origin {
  readonly source: "Local" | "Remote";
  readonly triggerSource: "ThisLocalAddin" | "Unknown";
}

export interface Events extends IDisposable {
  readonly registrations: EventRegistrations;
  /** Holds events back while a request is worked on: the client hears of changes after the answer, and only then has its handlers. */
  hold(held: boolean): void;
}

/**
 * Sends what happens to the workbook to the handlers that the client registered. What this frame does itself comes back as
 * "ThisLocalAddin"; what another frame over the same workbook does is another person's, "Remote"; the rest is typed here.
 */
export function sendEvents(session: Session, send: (entries: EventEntry[]) => void): Events {
  const counts = new Map<string, number>();
  let pending: { change: BookChange; origin: Origin }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let nextId = 1;
  let holding = false;
  const key = (event: string, target: string) => `${event} ${target}`;

  const flush = () => {
    timer = undefined;
    if (holding) return;
    const changes = pending;
    pending = [];
    const entries: EventEntry[] = [];
    for (const { change, origin } of changes) {
      const event = change.kind === "cells" ? "Changed" : change.kind === "added" ? "Added" : "Deleted";
      for (const targetId of event === "Changed" ? [SHEETS_TARGET, change.sheetId] : [SHEETS_TARGET]) {
        if (!counts.get(key(event, targetId))) continue;
        entries.push({
          messageCategory: EVENT_CATEGORY,
          messageType: TYPES[event],
          targetId,
          message: JSON.stringify(details(change, origin)),
          id: nextId++,
        });
      }
    }
    if (entries.length > 0) send(entries);
  };

  // handlers run after the change is whole
  const schedule = () => {
    if (!holding && pending.length > 0) timer ??= setTimeout(flush, 0);
  };

  const watched = watchChanges(session.engine, (change) => {
    if (counts.size === 0) return;
    const { writer } = session.engine;
    const origin: Origin =
      writer === session
        ? { source: "Local", triggerSource: "ThisLocalAddin" }
        : { source: writer ? "Remote" : "Local", triggerSource: "Unknown" };
    pending.push({ change, origin });
    schedule();
  });

  return {
    registrations: {
      change: (event, target, by) => {
        const count = (counts.get(key(event, target)) ?? 0) + by;
        if (count > 0) counts.set(key(event, target), count);
        else counts.delete(key(event, target));
      },
    },
    hold: (held) => {
      holding = held;
      schedule();
    },
    dispose: () => {
      clearTimeout(timer);
      watched.dispose();
    },
  };
}

function details(change: BookChange, origin: Origin): Json {
  if (change.kind !== "cells") return { worksheetId: change.sheetId, source: origin.source };
  const { values } = change;
  return {
    address: areaAddress(change.area),
    changeType: change.change,
    worksheetId: change.sheetId,
    referenceId: `${change.sheetId}!${areaAddress(change.area)}`,
    shiftDirection: "None",
    ...origin,
    ...(values
      ? {
          valueBefore: values.before,
          valueAfter: values.after,
          valueTypeBefore: valueType(values.before, false),
          valueTypeAfter: valueType(values.after, false),
        }
      : {}),
  };
}

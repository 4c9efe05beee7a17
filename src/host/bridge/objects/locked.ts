import { writeLooks } from "../cells";
import type { Looks } from "../pending-cells";
import type { RangeHandle, Session } from "../session";

/** Marks cells as locked (as all are) or as open for typing on a protected sheet. */
export function setLocked(session: Session, handle: RangeHandle, locked: boolean): void {
  const known = new Map<object, Looks>();
  writeLooks(session, handle, (row, col, pending) => {
    const now = pending.custom(row, col);
    const looks = known.get(now) ?? { custom: withLocked(now, locked) };
    known.set(now, looks);
    return looks;
  });
}

function withLocked({ locked: _, ...others }: Readonly<Record<string, unknown>>, locked: boolean): Record<string, unknown> {
  return locked ? others : { ...others, locked: false };
}

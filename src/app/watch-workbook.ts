import type { LiveWorkbook, WorkbookChange } from "../workbook/port";

/** How long to wait after the last change before checking: long enough to type on, short enough to be noticed. */
export const QUIET_MS = 600;

/**
 * Collects changes and hands them over once typing has paused. The returned function stops it; a hand-over that is under
 * way still ends. Changes that come while one is under way wait for the next.
 */
export async function watchWorkbook(
  workbook: LiveWorkbook,
  onChanges: (changes: readonly WorkbookChange[]) => Promise<void>,
  timers: { readonly set: (run: () => void, ms: number) => unknown; readonly clear: (timer: unknown) => void },
): Promise<() => Promise<void>> {
  let pending: WorkbookChange[] = [];
  let timer: unknown = null;
  let busy = false;
  const handOver = async (): Promise<void> => {
    timer = null;
    if (busy || pending.length === 0) return;
    const changes = pending;
    pending = [];
    busy = true;
    try {
      await onChanges(changes);
    } finally {
      busy = false;
      if (pending.length > 0) schedule();
    }
  };
  const schedule = (): void => {
    if (timer !== null) timers.clear(timer);
    timer = timers.set(() => void handOver(), QUIET_MS);
  };
  const stop = await workbook.watch((change) => {
    pending.push(change);
    schedule();
  });
  return async () => {
    if (timer !== null) timers.clear(timer);
    pending = [];
    await stop();
  };
}

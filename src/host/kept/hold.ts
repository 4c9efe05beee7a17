/**
 * Takes a workbook for this window until it is let go or the window closes; null where another window has it for as long as `patience`
 * milliseconds. Throws where the browser has no locks, as in a page that is not safe.
 */
export async function holdBook(id: string, patience: number): Promise<(() => void) | null> {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (!locks) throw new Error("this browser has no locks");
  return new Promise((resolve, reject) => {
    locks
      .request(`plan-tables ${id}`, patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null);
        return new Promise<void>((release) => resolve(release));
      })
      .catch((cause: unknown) => {
        if (cause instanceof DOMException && (cause.name === "TimeoutError" || cause.name === "AbortError")) resolve(null);
        else reject(cause instanceof Error ? cause : new Error(String(cause)));
      });
  });
}

import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "playwright-core";

/** Waits until the storage of the browser holds a text, as long as the test may take. */
export async function untilKept(page: Page, text: string): Promise<void> {
  // the browser's own waiting takes the promise of an answer for an answer
  while (!(await holds(page, text))) await delay(50);
}

function holds(page: Page, text: string): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("plan-tables");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error("no storage"));
    });
    const all = await Promise.all(
      ["snapshots", "log"].map(
        (name) =>
          new Promise<unknown[]>((resolve) => {
            const reading = db.transaction(name).objectStore(name).getAll();
            reading.onsuccess = () => resolve(reading.result as unknown[]);
          }),
      ),
    );
    db.close();
    return JSON.stringify(all).includes(wanted);
  }, text);
}

import { WorkbookFailure, type Course } from "../port";

/**
 * Excel on the web takes and gives at most 5 MB a message
 * (https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization);
 * half a megabyte is left for what surrounds the cells.
 */
export const MESSAGE_BYTES = 4_500_000;

const utf8 = new TextEncoder();

/** Bytes that a value takes in a message: its JSON stands as text inside another JSON, so each quote counts twice. */
export function messageBytes(value: unknown): number {
  return utf8.encode(JSON.stringify(JSON.stringify(value))).length - 2;
}

/**
 * Items in their order, in groups whose sizes add up to at most `limit`. An item that is larger by itself stands alone.
 */
export function packed<T>(items: readonly T[], size: (item: T) => number, limit: number): T[][] {
  const groups: T[][] = [];
  let room = -1;
  for (const item of items) {
    const bytes = size(item);
    const group = groups.at(-1);
    if (group && bytes <= room) group.push(item);
    else {
      groups.push([item]);
      room = limit;
    }
    room -= bytes;
  }
  return groups;
}

/**
 * Does the work for one item after the other: messages to Excel must not overtake each other. Tells the course after each;
 * throws "stopped" before the next where it asks for that.
 */
export async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>, { progress, stopped }: Course = {}): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) {
    if (stopped?.()) throw new WorkbookFailure("stopped", {});
    results.push(await work(item));
    progress?.(results.length / items.length);
  }
  return results;
}

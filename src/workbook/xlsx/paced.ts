import type { Course } from "../port";
import { WorkbookFailure } from "../port";

/**
 * Does the parts of a long work in turn. Where somebody follows it, others get to run between the parts, or nobody could press
 * the button that stops it; the course is told after each. Throws "stopped" before the next part where it asks for that.
 */
export async function paced<T, R>(
  items: readonly T[], work: (item: T, index: number) => R | Promise<R>, { progress, stopped }: Course = {},
): Promise<R[]> {
  const results: R[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && (progress || stopped)) await new Promise((resume) => setTimeout(resume, 0));
    if (stopped?.()) throw new WorkbookFailure("stopped", {});
    results.push(await work(item, index));
    progress?.(results.length / items.length);
  }
  return results;
}

import { bareText } from "../quantity";
import type { TaskStatus } from "../templates";

/** How people write the state of a task beside the words of the list, without accents. */
const SPELLINGS: Readonly<Record<TaskStatus, readonly string[]>> = {
  done: ["hoan thanh", "da hoan thanh", "hoan tat", "da hoan tat", "xong", "da xong", "lam xong", "da lam xong", "da thuc hien", "da thuc hien xong", "thuc hien xong", "ht", "da ht", "done", "completed", "finished"],
  doing: ["dang lam", "dang thuc hien", "dang trien khai", "dang trien khai thuc hien", "dang tien hanh", "dang xu ly", "dang th", "dang", "chua xong", "chua hoan thanh", "in progress", "ongoing"],
  todo: ["chua", "chua lam", "chua thuc hien", "chua trien khai", "chua tien hanh", "chua bat dau", "chua th", "chua trien khai thuc hien", "not started"],
  paused: ["tam dung", "tam hoan", "hoan", "dung", "tam ngung", "on hold", "paused"],
};
const STATES = new Map(Object.entries(SPELLINGS).flatMap(([state, all]) => all.map((words) => [words, state as TaskStatus] as const)));

/** The state that words mean which are none of the list's; null for any others. */
export function spelledState(text: string): TaskStatus | null {
  const words = bareText(text).replace(/[^a-z]+/g, " ").trim();
  return STATES.get(words) ?? null;
}

import { bareText } from "../quantity";
import type { TaskStatus } from "../templates";

/** How people write the state of a task beside the words of the list, without accents. */
const SPELLINGS: Readonly<Record<TaskStatus, readonly string[]>> = {
  done: ["hoan thanh", "da hoan thanh", "hoan tat", "da hoan tat", "xong", "da xong", "lam xong", "da lam xong", "da thuc hien", "da thuc hien xong", "thuc hien xong", "hoan thanh dung han", "hoan thanh dung tien do", "hoan thanh truoc han", "hoan thanh qua han", "da hoan thanh dung han", "ht dung han", "da ket thuc", "ket thuc", "ht", "da ht", "done", "completed", "finished"],
  doing: ["dang lam", "dang thuc hien", "dang trien khai", "dang trien khai thuc hien", "dang tien hanh", "dang xu ly", "dang th", "dang", "dang to chuc thuc hien", "tiep tuc thuc hien", "thuc hien thuong xuyen", "chua xong", "chua hoan thanh", "in progress", "ongoing"],
  todo: ["chua", "chua lam", "chua thuc hien", "chua trien khai", "chua tien hanh", "chua bat dau", "chua th", "chua trien khai thuc hien", "not started"],
  paused: ["tam dung", "tam hoan", "hoan", "dung", "tam ngung", "ngung", "tam dinh chi", "khong thuc hien", "khong trien khai", "ngung thuc hien", "dung thuc hien", "tam dung thuc hien", "khong thuc hien nua", "huy", "huy bo", "da huy", "bai bo", "lui thoi gian", "on hold", "paused", "cancelled"],
};
const STATES = new Map(Object.entries(SPELLINGS).flatMap(([state, all]) => all.map((words) => [words, state as TaskStatus] as const)));

/** The state that words mean which are none of the list's; null for any others. */
export function spelledState(text: string): TaskStatus | null {
  const stateOf = (said: string): TaskStatus | null => {
    const words = said.replace(/[^a-z]+/g, " ").trim();
    return /^(?:da )?(?:chuyen|lui|hoan|doi) (?:sang|den|qua|lai)(?= )/.test(words) ? "paused" : (STATES.get(words) ?? null);
  };
  const bare = bareText(text);
  const whole = stateOf(bare);
  if (whole !== null) return whole;
  // the reason behind it changes nothing of what is not done; "hoàn thành (một phần)" is not done
  const without = stateOf(bare.replace(/[(:;,–—].*$| - .*$/, ""));
  return without === "done" ? null : without;
}

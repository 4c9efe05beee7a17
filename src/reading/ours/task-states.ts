import { bareText } from "../../quantity";
import type { TaskStatus, UnlistedStatus } from "../../templates";

type State = TaskStatus | UnlistedStatus;

/** How people write the state of a task beside the words of the list, without accents. */
const SPELLINGS: Readonly<Record<State, readonly string[]>> = {
  done: [
    "hoan thanh", "da hoan thanh", "hoan tat", "da hoan tat", "xong", "da xong", "lam xong", "da lam xong", "da thuc hien",
    "da thuc hien xong", "thuc hien xong", "hoan thanh dung han", "hoan thanh dung tien do", "hoan thanh truoc han", "hoan thanh qua han",
    "da hoan thanh dung han", "ht dung han", "da ket thuc", "ket thuc", "ht", "da ht", "done", "completed", "finished",
  ],
  doing: [
    "dang lam", "dang thuc hien", "dang trien khai", "dang trien khai thuc hien", "dang tien hanh", "dang xu ly", "dang th", "dang",
    "dang to chuc thuc hien", "tiep tuc thuc hien", "thuc hien thuong xuyen", "chua xong", "chua hoan thanh", "in progress", "ongoing",
  ],
  todo: [
    "chua", "chua lam", "chua thuc hien", "chua trien khai", "chua tien hanh", "chua bat dau", "chua th", "chua trien khai thuc hien",
    "not started",
  ],
  paused: ["tam dung", "tam hoan", "hoan", "tam ngung", "tam dinh chi", "tam dung thuc hien", "tam dung trien khai", "on hold", "paused"],
  dropped: [
    "dung", "ngung", "dung thuc hien", "ngung thuc hien", "dung trien khai", "khong thuc hien", "khong trien khai", "khong thuc hien nua",
    "khong lam", "khong tiep tuc thuc hien", "huy", "huy bo", "da huy", "bai bo", "dung hoac khong thuc hien", "cancelled", "canceled",
    "not to be done",
  ],
  postponed: ["lui thoi gian", "lui thoi han", "lui tien do", "gia han", "doi thoi gian", "chuyen thoi gian sau", "postponed", "put off"],
};
const STATES = new Map(Object.entries(SPELLINGS).flatMap(([state, all]) => all.map((words) => [words, state as State] as const)));

/** Syllables that with other accents are other words: "đúng" is no "dừng". */
const ACCENTED: ReadonlyMap<string, string> = new Map([
  ["dung", "dừng"], ["ngung", "ngừng"], ["hoan", "hoãn"], ["dang", "đang"], ["huy", "hủy"],
]);

/** Put off to a time: "chuyển sang năm 2022", "lùi đến quý IV". What is handed over to another agency is not. */
const PUT_OFF = /^(?:da |xin |de nghi )?(?:(?:tam )?hoan|chuyen|lui|doi|gia han)(?: thoi (?:gian|han))?(?: (?:thuc hien|trien khai))? (?:sang|den|qua|lai)(?: het| cuoi| dau)? (?:nam|quy|thang|ky|nhiem ky|giai doan|ngay|tuan|\d)/;

/** The state that words mean which are none of the list's; null for any others. */
export function spelledState(text: string): State | null {
  const said = text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  const whole = stateOf(said);
  if (whole !== null) return whole;
  // the reason behind it changes nothing of what is not done; "hoàn thành (một phần)" is not done
  const without = stateOf(said.replace(/[(:;,–—].*$| - .*$/, ""));
  return without === "done" ? null : without;
}

function stateOf(said: string): State | null {
  const bare = bareText(said);
  if (PUT_OFF.test(bare)) return "postponed";
  const words = bare.replace(/[^a-z]+/g, " ").trim();
  const accented = ACCENTED.get(words);
  const letters = said.replace(/[^\p{L}\s]+/gu, "").trim();
  return accented === undefined || letters === words || letters === accented || (words === "huy" && letters === "huỷ")
    ? (STATES.get(words) ?? null)
    : null;
}

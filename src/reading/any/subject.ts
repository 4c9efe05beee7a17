import { bareText } from "../../quantity";
import type { Subject } from "../../tables";
import type { Layout } from "./layout";

const TARGET = /\b(?:chi tieu|muc tieu|targets?|indicators?)\b/;
const TASK = /\b(?:nhiem vu|cong viec|chu tri|phoi hop|tasks?|lead)\b/;
const TIME = /\b(?:thoi gian|thoi han|tien do|hoan thanh|deadline|due)\b/;

/**
 * What a table seems to be about: money by its unit; tasks where a column says who leads or by when; indicators where each line has a unit
 * of its own and the heads speak of targets.
 */
export function subjectOf({ unit, columns, lines, title }: Layout): Subject {
  const heads = columns.map(({ path }) => bareText(path.join(" ")));
  const amounts = columns.filter(({ kind }) => kind === "amount").length;
  if (amounts <= 1 && heads.some((head) => TASK.test(head)) && heads.some((head) => TIME.test(head))) return "tasks";
  const units = new Set(lines.flatMap((line) => line.unit ?? []));
  if (units.size > 1 && [...heads, bareText(title?.text ?? "")].some((head) => TARGET.test(head))) return "indicators";
  return unit === null ? "other" : "budget";
}

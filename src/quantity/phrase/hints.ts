import type { Comparator } from "../types";
import type { Role } from "./lexicon";

/** Between a number and its "trở lên" these may stand. */
export const KEEPS_POST: ReadonlySet<Role> = new Set(["every", "person", "time", "reach", "to"]);
/** Signs that compare. */
export const SIGNS: Readonly<Record<string, Comparator>> = { ">": ">", "≥": ">=", ">=": ">=", "=>": ">=", "<": "<", "≤": "<=", "<=": "<=", "=<": "<=", "~": "~", "≈": "~", "≃": "~" };
/** Degrees of schooling and marks: "trình độ đại học trở lên" says nothing of a number. */
export const GRADES = /(?:đại học|cao đẳng|trung cấp|sơ cấp|thạc sĩ|thạc sỹ|tiến sĩ|trung học|phổ thông|tiểu học|khá|giỏi|tốt|bạc|đồng|cơ sở)$/i;
/** What is counted anew in each period: "mỗi năm 2 lần". */
export const TIMES = /^(?:lần|lượt|buổi|đợt|kỳ)$/;
/** What a difference is measured from, where it stands after the number: "vượt 24% kế hoạch". */
export const BASES = /^(?:kế|dự|kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|bình quân|trung bình|năm trước|cùng kỳ|so với|so|cùng)$/i;

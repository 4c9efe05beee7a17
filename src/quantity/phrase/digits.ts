import type { Measure } from "./measure";
import type { Piece } from "./scan";

const YEAR = /^(?:19|20)\d{2}$/;

/** A number with a percent sign counts, whatever stands before it. */
function isShare(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.kind === "number" && /^[%‰]/.test(pieces[at + 1]?.text ?? "");
}

/** Four digits that may be a year. */
export function isYear(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.kind === "number" && YEAR.test(pieces[at]?.text ?? "") && !isShare(pieces, at);
}

/** "năm 2025", "quý 2", "tiêu chí 15": digits that date or name something; `announced` by the word before them. */
export function isDateOrName(pieces: readonly Piece[], at: number, announced: boolean): boolean {
  const [piece, next] = [pieces[at], pieces[at + 1]];
  if (piece?.kind !== "number" || isShare(pieces, at) || (next?.text === "-" && isShare(pieces, at + 2))) return false;
  const year = YEAR.test(piece.text);
  // a place in a list has no decimals and no thousands: "phụ cấp 0,5 mức lương", "các loại 21.500 tấn"
  if (announced && /^\d+,\d|^\d{1,3}(?:\.\d{3})+$/.test(piece.text)) return false;
  // "diện tích lúa cả năm 890 ha"
  if (announced && !year && /^cả$/iu.test(pieces[at - 2]?.text ?? "")) return false;
  if (announced) return year || !/^(?:nghìn|triệu|tỷ|tỉ)$/i.test(next?.text ?? "");
  // "các năm 2024, 2025 và 2026 lần lượt đạt"
  const inOrder = /^lần$/iu.test(next?.text ?? "") && /^lượt$/iu.test(pieces[at + 2]?.text ?? "");
  return year && pieces.length > 1 && (next?.kind !== "word" || inOrder || /^(?:năm|là)$/i.test(next.text));
}

/** "trước ngày 20/12", "trước 15/11". */
export const isDayOfMonth = (measure: Measure, announced: boolean): boolean =>
  announced &&
  measure.unit === null &&
  measure.outOf !== null &&
  [measure.value, measure.outOf].every(Number.isInteger) &&
  measure.value >= 1 &&
  measure.value <= 31 &&
  measure.outOf >= 1 &&
  measure.outOf <= 12;

/** A dash right before a number is a minus, unless a number or a unit ends right before it (at `lastEnd`). "âm 2,5%" is negative too. */
export function isNegative(pieces: readonly Piece[], at: number, lastEnd: number | undefined): boolean {
  const [dash, before] = [pieces[at - 1], pieces[at - 2]];
  if (dash?.kind === "word" && dash.text.toLowerCase() === "âm") return true;
  if (dash?.kind !== "mark" || dash.text !== "-" || pieces[at]?.glued !== true) return false;
  return before === undefined || (!dash.glued && lastEnd !== at - 1) || (before.kind === "mark" && /^(?:[(:≤≥]|[<>=]+)$/.test(before.text));
}

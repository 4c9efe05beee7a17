import { readUnit } from "../unit";
import type { Surroundings } from "./choice";
import type { Measure } from "./measure";
import { inUnitOf, sameKind } from "./pairs";
import type { Piece } from "./scan";

/** Says that values and years stand in the same order. */
const IN_ORDER = /(?<!\p{L})(?:lần lượt|tương ứng)(?!\p{L})/iu;

/**
 * The measures with the unit of the last of a row for those before it that have none: "45 - 50 - 56%"; parted by commas only where the
 * sentence says that they go with others in their order: "đạt 45, 50 và 56%, tương ứng các năm …".
 */
export function withSeriesUnits(measures: readonly Measure[], pieces: readonly Piece[]): readonly Measure[] {
  const result = [...measures];
  let joint: RegExp | null = null;
  for (let at = result.length - 2; at >= 0; at -= 1) {
    const [measure, next] = [result[at], result[at + 1]];
    if (measure === undefined || next === undefined || measure.unit !== null || next.unit === null || measure.outOf !== null) continue;
    if (next.begin !== measure.end + 1 || measure.role !== "aim" || next.role !== "aim" || !sameKind(measure, next)) continue;
    joint ??= IN_ORDER.test(pieces.map(({ text }) => text).join(" ")) ? /^(?:-|,|và)$/iu : /^-$/;
    if (joint.test(pieces[measure.end]?.text ?? "")) result[at] = inUnitOf(measure, next);
  }
  return result;
}

/** Signs of a text in which the head of a list of years is looked for before a value. */
const LONGEST_LIST = 300;
/** A name with its unit in brackets, behind its colon nothing but years and values, last a year: "(tạ/ha): năm 2024: 28,5; năm 2025: ". */
const HEAD =
  /\(([^()\d:;]{1,30})\) ?:(?:[\s\d.,;:-]|năm|đến|cuối|hết|đạt|là|và)*(?<![\d.,])(?:19|20)\d{2}\s*[:,-]?\s*(?:(?:đạt|là|khoảng|trên|dưới)\s+)*$/iu;
/** Remarks in brackets, which are no units. */
const REMARK = /^(?:theo|trong|kể|gồm|bao gồm|cũ|mới|tính|ước|so|từ|đến|năm|giai đoạn|nếu|có|không|chưa|đã|đang|của|do)(?!\p{L})/iu;
const LONGEST_UNIT = 4;

/** What a bare number behind a year is in where the name of its list says it: "Năng suất (tạ/ha): năm 2024: 28,5"; else as given. */
export function headedBy(text: string, from: number, around: Surroundings): Surroundings {
  const said = HEAD.exec(text.slice(Math.max(0, from - LONGEST_LIST), from))?.[1]?.trim() ?? "";
  if (said === "" || REMARK.test(said) || said.split(" ").length > LONGEST_UNIT) return around;
  const { unit, factor } = readUnit(said);
  return { ...around, unit, factor };
}

import type { Layout } from "../layout";
import type { Pattern } from "./pattern";
import type { Way } from "./way";

/** Words of what is left over when something is taken from something else. */
const REMAINDER =
  /(?<!\p{L})(?:còn lại|chênh lệch|còn phải|còn thiếu|còn nợ|còn được|chưa (?:thực hiện|giải ngân|thu|nộp|chi)|thực lĩnh|thực nhận|số dư|dư cuối|dư nợ|tồn (?:cuối|kho|quỹ)|bội (?:chi|thu)|thặng dư|thâm hụt|kết dư|lãi|tăng|giảm)(?!\p{L})/iu;

/** A sum of which one part is a remainder by its words is told as the difference that it is: what is left of the total. */
export function asDifference(layout: Layout, way: Way, pattern: Pattern): Pattern {
  if (pattern.kind === "said" || pattern.kind === "tree" || way.said[pattern.total] === true) return pattern;
  const { places, total } = pattern;
  const left = places.filter((place) => REMAINDER.test(wordsAt(layout, way, place)));
  const [remainder] = left;
  if (left.length !== 1 || remainder === undefined || places.length < 2 || places.length > 6) return pattern;
  return { ...pattern, difference: { total: remainder, parts: [total, ...places.filter((place) => place !== remainder)] } };
}

export function wordsAt({ columns, lines }: Layout, { axis, places }: Pick<Way, "axis" | "places">, place: number): string {
  const at = places[place] ?? 0;
  return (axis === "row" ? columns[at]?.path.join(" ") : lines[at]?.label) ?? "";
}

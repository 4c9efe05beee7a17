import type { Clause } from "./clauses";
import type { Named } from "./names";
import { isShare } from "./unit-words";
import { lowered, tidy, wordsIn } from "./words";

/** Between the figures of one list nothing but a sign or "và" stands. */
const JOINT = /^[\s,;/-]*(?:và)?\s*$/iu;
/** "lần lượt", "cơ cấu tương ứng là": the names are those of the list before. */
const RESPECTIVELY = /(?<!\p{L})(?:lần lượt|tương ứng)(?!\p{L})/iu;

/** "giảm 10% số vụ và 15% diện tích rừng bị thiệt hại": the second is less, too. */
export function withSharedGrowth(text: string, clauses: readonly Clause[]): readonly Clause[] {
  const result: Clause[] = [];
  for (const clause of clauses) {
    const before = result.at(-1)?.measure;
    const { measure, tail } = clause;
    const isLike = before !== undefined && before.growth !== 0 && isShare(before.target.unit) && isShare(measure.target.unit);
    const between = isLike ? text.slice(before.whole[1], measure.whole[0]) : "";
    const isBare = measure.growth === 0 && !measure.comparatorSaid;
    const shares = isLike && isBare && COUNTED.test(between) && COUNTED.test(text.slice(tail.from, tail.to));
    result.push(shares && /(?:và|,)\s*$/iu.test(between) ? { ...clause, measure: { ...measure, growth: before.growth } } : clause);
  }
  return result;
}
/** Numbers and sizes behind a figure, of which it is a part. */
const COUNTED = /^\s*(?:số|diện tích|sản lượng|lượng|tổng|thời gian|chi phí)(?!\p{L})/iu;

/**
 * Gives each figure of a list its part of the name: "cơ cấu kinh tế: công nghiệp - dịch vụ là 55%, 45%". `earlier` are the names of the
 * sentence before, which "lần lượt" takes up again.
 */
export function withRuns(text: string, clauses: readonly Clause[], named: readonly Named[], earlier: readonly Named[]): readonly Named[] {
  const result = [...named];
  for (let first = 0; first < named.length; first += 1) {
    let end = first + 1;
    while (end < named.length && goesOn(text, clauses[end - 1], clauses[end], named[end])) end += 1;
    const length = end - first;
    const said = named[first]?.name ?? "";
    const name = said.replace(TAKES_UP, "");
    const isBare = name !== said && (wordsIn(name) < 2 || /^cơ cấu(?!\p{L})/iu.test(name));
    const again = isBare && earlier.length >= length ? earlier.slice(-length).map((each) => each.name) : null;
    const parts = again ?? (length > 1 ? partsOf(name, length) : null);
    parts?.forEach((part, at) => {
      const old = result[first + at];
      if (old !== undefined) result[first + at] = { ...old, name: part, doubtful: true };
    });
    first = end - 1;
  }
  return result.map((each) => (RESPECTIVELY.test(each.name) ? { ...each, name: each.name.replace(TAKES_UP, "") } : each));
}
/** "lần lượt" behind a name, which is no part of it. */
const TAKES_UP = /,? (?:(?:đạt )?(?:lần lượt|tương ứng)(?: đạt| là)?)$/iu;

function goesOn(text: string, before: Clause | undefined, clause: Clause | undefined, named: Named | undefined): boolean {
  if (before === undefined || clause === undefined || named?.style !== "same") return false;
  const sameUnit = isShare(before.measure.target.unit) === isShare(clause.measure.target.unit);
  return sameUnit && JOINT.test(text.slice(before.measure.whole[1], clause.measure.whole[0]));
}

/** The parts of a name that lists as many as there are figures; null where it does not. */
function partsOf(name: string, length: number): readonly string[] | null {
  const shares = /^Tỷ trọng (.+) trong (cơ cấu .+)$/u.exec(name);
  if (shares !== null) return partsOf(`Cơ cấu ${(shares[2] ?? "").slice("cơ cấu ".length)} ${shares[1] ?? ""}`, length);
  const structure = /^cơ cấu(?: (?:kinh tế|các ngành kinh tế|lao động|ngành))?:?\s+(?=\p{L})/iu.exec(name)?.[0];
  const list = (structure === undefined ? name : name.slice(structure.length)).split(/ - |\/|, | và /u).map((part) => part.trim());
  if (list.length !== length || list.some((part) => part === "")) return null;
  if (structure !== undefined) {
    const whole = lowered(structure.replace(/[:\s]+$/, ""));
    return list.map((part) => tidy(`Tỷ trọng ${lowered(part)} trong ${whole}`));
  }
  const [first = "", ...others] = list;
  const words = first.split(" ");
  const head = (part: string): string => words.slice(0, -Math.min(words.length - 1, part.split(" ").length)).join(" ");
  return [tidy(first), ...others.map((part) => tidy(`${head(part)} ${part}`))];
}

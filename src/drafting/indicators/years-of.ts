import type { SaidYears } from "../../quantity";
import type { Clause } from "./clauses";
import type { PlanTime, Setting } from "./setting";
import type { Place } from "./words";

/** A year of a target, and how well it is said. */
export interface TargetYear {
  readonly year: number | null;
  readonly from: number | null;
  /** "said": in its own words; "above": by what it stands under; "plan": by the title; "guess": by other headings, or not at all. */
  readonly by: "said" | "above" | "plan" | "guess";
}

/** Whether years may say when a target holds. */
export const mayHold = ({ role, from, to }: SaidYears): boolean =>
  (role === "aim" || role === "period" || role === "vision") && (from !== null || to !== null);

const within = ({ span }: SaidYears, { from, to }: Place): boolean => span[0] >= from && span[1] <= to;

/**
 * The years of a target: those behind its figure, else those before it, else those that lead its sentence or one before it, else those of
 * the headings and items above it, else the title's, else those of the only heading of targets that says some.
 */
export function yearsFor(
  near: { readonly tail: Place; readonly lead: Place }, years: readonly SaidYears[], carried: readonly SaidYears[], setting: Setting,
  time: PlanTime,
): readonly TargetYear[] {
  const may = years.filter(mayHold);
  const behind = may.filter((each) => within(each, near.tail));
  const before = may.filter((each) => within(each, near.lead));
  const said = behind.length > 0 ? behind : before.length > 0 ? before : carried;
  if (said.length > 0) return ofSaid(said, setting);
  if (setting.years !== null) return [{ year: setting.years.to, from: null, by: "above" }];
  if (time.end !== null) return [{ year: time.end, from: null, by: "plan" }];
  return [{ year: time.targets, from: null, by: "guess" }];
}

/** Several single years are several targets; of a period and a year within it the year counts; an outlook only where nothing else is. */
function ofSaid(said: readonly SaidYears[], setting: Setting): readonly TargetYear[] {
  const plain = said.filter(({ role }) => role !== "vision");
  const among = plain.length > 0 ? plain : said;
  const single = among.filter(({ from, to }) => from === to && from !== null);
  if (single.length > 0) return [...new Set(single.map(({ to }) => to))].map((year) => ({ year, from: null, by: "said" }));
  const last = among.at(-1);
  // "từ năm 2026" says when it begins, what stands above says when it is reached
  if (last?.to == null)
    return [{ year: setting.years?.to ?? null, from: last?.from ?? null, by: setting.years === null ? "guess" : "above" }];
  return [{ year: last.to, from: last.from, by: "said" }];
}

/** What gives each figure of a list its own year. */
const RESPECTIVELY = /(?<!\p{L})(?:lần lượt|tương ứng)(?!\p{L})/iu;

/**
 * The year of each clause whose sentence gives as many years as figures, in their order: "năm 2027, 2028 lần lượt đạt 85% và 90%"; else
 * those of the sentence `before`. Undefined for others.
 */
export function respectiveYears(
  text: string, { from, to }: Place, clauses: readonly Clause[], own: readonly SaidYears[], before: readonly (number | null)[],
): readonly (number | undefined)[] {
  const word = RESPECTIVELY.exec(text.slice(from, to));
  if (word === null) return [];
  const at = from + word.index;
  const listed = clauses.filter(({ measure }) => measure.span[0] > at);
  const run = listed.length > 0 ? listed : clauses;
  const isApart = ({ span }: SaidYears): boolean => (listed.length > 0 ? span[1] <= at : span[0] > at);
  const single = own.filter((each) => mayHold(each) && each.from === each.to && isApart(each));
  const said = single.length > 0 ? single.map((each) => each.to) : before;
  if (run.length < 2 || said.length !== run.length || new Set(said).size < said.length) return [];
  const yearOf = new Map(run.map((clause, which) => [clause, said[which] ?? undefined]));
  return clauses.map((clause) => yearOf.get(clause));
}

/** The years of a text with those that go on a list: 2028 of "năm 2027, 2028". */
export function withListed(text: string, years: readonly SaidYears[]): readonly SaidYears[] {
  const all = years.flatMap((first, at): readonly SaidYears[] => {
    const next = years[at + 1]?.span[0] ?? text.length;
    const list = first.from === first.to && mayHold(first) ? LISTED.exec(text.slice(first.span[1], next))?.[0] : undefined;
    const others = [...(list ?? "").matchAll(/\d{4}/g)].map(({ index, 0: digits }): SaidYears => {
      const from = first.span[1] + index;
      return { ...first, span: [from, from + digits.length], from: Number(digits), to: Number(digits) };
    });
    return [first, ...others];
  });
  return all.length === years.length ? years : all;
}
const LISTED = /^(?:(?:, | và |, và )20\d\d(?![\d.,]*\d))+(?= )/u;

import type { SaidYears } from "../../quantity";
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

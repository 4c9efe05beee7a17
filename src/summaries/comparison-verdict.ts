import { groupBy } from "../base";
import type { Words } from "../i18n";
import { readUnit, writeTarget, type Lang, type Target } from "../quantity";
import type { Against, Verdict } from "./comparison";

/** A target as it stands in a comparison: "12", where its unit says already that it is for 10,000 people. */
export function targetText(target: Target, { lang, notation }: { readonly lang: Lang; readonly notation: Lang }): string {
  const per = target.comparator !== "range" && readUnit(target.unit).unit?.startsWith("/");
  return writeTarget({ ...target, baseline: null, value2: per ? null : target.value2 }, lang, { notation });
}

/** What a target is beside those of other plans, in one line; the years of others where they are not its own. */
export function verdictText({ year, against, reason, strictest }: Verdict, { summary: { comparison: own } }: Words): string {
  const reasons = {
    "other-unit": own.otherUnit,
    "other-direction": own.otherDirection,
    "no-direction": own.noDirection,
    "other-year": own.otherYear,
  } as const;
  const plans = (wanted: (one: Against) => boolean): string[] => {
    return [...groupBy(against.filter(wanted), ({ planName }) => planName)].map(([name, all]) => {
      const years = [...new Set(all.map((one) => one.year))].sort((a, b) => a - b);
      return years.length === 1 && years[0] === year ? name : `${name} (${years.join(", ")})`;
    });
  };
  const part = (words: (plans: readonly string[]) => string, wanted: (one: Against) => boolean): string => {
    const found = plans(wanted);
    return found.length > 0 ? words(found) : "";
  };
  const parts = [
    part(own.stricter, ({ is }) => is === "stricter"),
    part(own.looser, ({ is }) => is === "looser"),
    part(own.same, (one) => one.is === "same" && one.year === year),
    part(own.sooner, (one) => one.is === "same" && one.year > year),
    part(own.later, (one) => one.is === "same" && one.year < year),
    reason ? reasons[reason] : "",
    strictest ? own.strictest(year) : "",
  ];
  return parts.filter((one) => one !== "").join(". ");
}

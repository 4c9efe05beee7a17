import { decimalsOf } from "./decimal";
import { writeNumber, type Separators } from "./number";
import type { Lang, Target } from "./types";

const SIGNS = { ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "=": "" } as const;
const ABOUT: Readonly<Record<Lang, string>> = { vi: "khoảng ", en: "about " };
const AND: Readonly<Record<Lang, string>> = { vi: "và", en: "and" };
const CHANGE = {
  vi: { rises: "hiện trạng cộng ", falls: "hiện trạng trừ " },
  en: { rises: "baseline plus ", falls: "baseline minus " },
} as const;

/**
 * A target in the notation of a cell: "> 30", "≥ 95", "16 - 18", "khoảng 75,5", "17/17"; every decimal of the value is shown. Unit
 * and baseline stand in columns of their own; with `withUnit` both are written: "từ 24,4% lên > 30%". What was written reads as the
 * same target (readTarget with the unit, the baseline and the language as context); a unit that counts in digits ("/100.000 dân")
 * reads with that count as value2. The words are those of the language, the numbers in its notation or in `notation`.
 * @throws RangeError where a value is not finite.
 */
export function writeTarget(
  target: Target, lang: Lang,
  options: { readonly withUnit?: boolean; readonly notation?: Lang | Separators } = {},
): string {
  const unit = options.withUnit === true ? target.unit : null;
  const number = (value: number): string => writeNumber(value, options.notation ?? lang, { maxDecimals: decimalsOf(value) });
  const own = written(target, lang, number, unit);
  if (options.withUnit !== true || target.baseline === null || target.comparator === "change") return own;
  const start = `${number(target.baseline)}${suffix(unit)}`;
  return lang === "vi" ? `từ ${start} ${target.baseline > target.value ? "xuống" : "lên"} ${own}` : `${start} → ${own}`;
}

function written(target: Target, lang: Lang, number: (value: number) => string, unit: string | null): string {
  const { comparator, value, value2, ends } = target;
  const outOf = value2 === null ? suffix(unit) : `/${number(value2)}${perSuffix(unit)}`;
  switch (comparator) {
    case "range":
      if (ends) return `${SIGNS[ends.low]}${number(value)}${suffix(unit)} ${AND[lang]} ${SIGNS[ends.high]}${number(value2 ?? value)}${suffix(unit)}`;
      return `${number(value)} - ${number(value2 ?? value)}${suffix(unit)}`;
    case "change":
      return `${value < 0 ? CHANGE[lang].falls : CHANGE[lang].rises}${number(Math.abs(value))}${suffix(unit)}`;
    case "~":
      return `${ABOUT[lang]}${number(value)}${outOf}`;
    default:
      return `${SIGNS[comparator]}${number(value)}${outOf}`;
  }
}

/** A percent sign and a stroke follow the number closely, words after a blank. */
const suffix = (unit: string | null): string => (unit === null ? "" : /^[%‰/]/.test(unit) ? unit : ` ${unit}`);

/** Where the count is written in digits the unit gives only its noun: "15/10.000 dân", "112,5/100". */
function perSuffix(unit: string | null): string {
  if (unit === null || unit === "/100") return "";
  if (unit === "/vạn dân") return " dân";
  return unit.startsWith("/") ? ` ${unit.replace(/^\/[\d.]*\s*/, "")}` : suffix(unit);
}

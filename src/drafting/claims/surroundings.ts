import type { SaidMeasure, SaidYears } from "../../quantity";
import { readMeasures } from "../../quantity";
import type { Paragraph, TextDocument } from "../document/document";
import type { Claim } from "./claim";

/** The words of what a paragraph stands under, the nearest last. */
export function headingWords({ parent, section }: Paragraph): string {
  const above: string[] = [];
  const seen = new Set<Paragraph>();
  const say = (one: Paragraph): void => {
    if (!seen.has(one)) above.unshift(one.text.text);
    seen.add(one);
  };
  for (let one: Paragraph | null = parent; one !== null; one = one.parent) say(one);
  for (let one: Paragraph["section"] | null = section; one !== null; one = one.parent) if (one.heading) say(one.heading);
  return above.join(". ");
}

/** Years that stand above a paragraph, and whether nearer than in the title of the text. */
interface YearsAround {
  readonly years: readonly number[];
  readonly headed: boolean;
}

/** The years for which a paragraph holds as what stands above it says: of the nearest that says any; none where none does. */
export function yearsAround({ parent, section }: Paragraph, document: TextDocument): YearsAround {
  for (let one: Paragraph | null = parent; one !== null; one = one.parent) {
    const said = readMeasures(one.text).years.filter(isAim);
    const [first, ...others] = said;
    if (first && others.length === 0) return { years: yearsOf(first), headed: first.role !== "date" };
  }
  for (let one: Paragraph["section"] | null = section; one !== null; one = one.parent)
    if (one.years) return { years: range(one.years.from, one.years.to), headed: true };
  return { years: document.years ? range(document.years.from, document.years.to) : [], headed: false };
}

/** Between a figure and the year that is only its own: "14% vào năm 2030". */
const CLOSE = 4;

/** The years of a figure: the one right behind it, else the last before it, else the only one of its sentence, else those around it. */
export function yearsFor(
  { span, whole, sentence }: SaidMeasure, measures: readonly SaidMeasure[], all: readonly SaidYears[], around: YearsAround,
): Pick<Claim, "years" | "ownYears" | "headedYears"> {
  const years = all.filter((year) => year.sentence === sentence && isAim(year));
  const right = (end: number): SaidYears | undefined => years.find((year) => year.span[0] >= end && year.span[0] <= end + CLOSE);
  const behind = right(whole[1]) ?? right(span[1]);
  const taken = new Set(measures.flatMap((measure) => (measure.span === span ? [] : (right(measure.whole[1]) ?? []))));
  const before = years.findLast((year) => year.span[1] <= span[0] && !taken.has(year));
  const told = behind ?? before ?? (years.length === 1 ? years[0] : undefined);
  if (!told) return { years: years.length > 1 ? [] : around.years, ownYears: false, headedYears: years.length === 0 && around.headed };
  const isDate = told.role === "date";
  return { years: yearsOf(told), ownYears: !isDate && (told === behind || told === before || years.length === 1), headedYears: false };
}

const isAim = ({ role }: SaidYears): boolean => role === "aim" || role === "period" || role === "date";

/** Longer periods are none that a table has columns for. */
const LONGEST = 40;

function range(from: number, to: number): number[] {
  return to >= from && to - from <= LONGEST ? Array.from({ length: to - from + 1 }, (_, place) => from + place) : [];
}

function yearsOf({ from, to }: SaidYears): number[] {
  return from === null ? [] : range(from, to ?? from);
}

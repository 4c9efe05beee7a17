import {
  WEIGHTS, areaToA1, contains, explanationIn, hasData, rowOf, ruleOf, toA1, weighed, weightOf, type CellRef, type CheckResult,
  type Correction, type CorrectionData, type Finding, type NumberCorrection, type Weight,
} from "../app";
import { findingSentence, place, type Words } from "../i18n";
import { writeNumber } from "../quantity";

/** What can be put in place of what stands there: a number, formulas that were lost, or several numbers that only settle it together. */
export interface Fix {
  readonly kind: "number" | "formula" | "together";
  /** The number, or how many cells change. */
  readonly value: string;
  /** The cell where it is one, and not the finding's own. */
  readonly cell: string | null;
  readonly corrections: readonly [Correction, ...Correction[]];
}

export interface FindingItem {
  readonly id: string;
  readonly weight: Weight;
  readonly at: CellRef;
  /** 'Biểu kinh phí'!C11 */
  readonly place: string;
  /** Its sheet, with the range of its table where the sheet holds several. */
  readonly section: string;
  readonly sentence: string;
  /** One: the likeliest; several: any one of them. */
  readonly fixes: readonly Fix[];
  /** The rule that found it; null where no rule gives its code. */
  readonly rule: RuleName | null;
  /** It is a question: people say whether it is so. */
  readonly asks: boolean;
  /** What people have said of it; null where nobody has explained it. */
  readonly explained: { readonly text: string; readonly who: string } | null;
}

/** A rule by its name in the code and by its name for people. */
export interface RuleName {
  readonly name: string;
  readonly shown: string;
}

/** A rule that is turned off. */
export interface OffItem extends RuleName {
  readonly reason: string;
  readonly who: string;
}

/** A check as the pane shows it; in each list the items of a section follow one another. */
export interface CheckView {
  /** The open ones. */
  readonly groups: readonly { readonly weight: Weight; readonly items: readonly FindingItem[] }[];
  /** The open questions: they stand apart from other information, since they wait for an answer. */
  readonly questions: readonly FindingItem[];
  /** Those that people have explained, in the order of the check: they do not count. */
  readonly explained: readonly FindingItem[];
  readonly off: readonly OffItem[];
  /** Rules of ours that failed: a sentence, and what a supporter needs to know. */
  readonly failures: readonly { readonly sentence: string; readonly detail: string }[];
  readonly counts: Readonly<Record<Weight, number>>;
  readonly agreements: readonly string[];
  /** Nothing is wrong and nothing is to be looked at, as far as every rule could say. */
  readonly clean: boolean;
  /** Nobody has given the tables figures: that nothing is wrong says nothing. */
  readonly blank: boolean;
}

/** As many ties as a sentence names: a longer list of guesses helps nobody. */
const MOST_FIXES = 5;

/** What of a check is shown. */
export type Viewed = Pick<
  CheckResult, "tables" | "others" | "findings" | "agreements" | "statuses" | "record" | "turnedOff" | "failures"
>;

export function checkView(
  { tables, others, findings, agreements, statuses, record, turnedOff, failures }: Viewed, words: Words,
): CheckView {
  const sectionOf = sections([...tables, ...others]);
  const ruleName = (name: string): RuleName => ({ name, shown: words.rules[name] ?? name });
  const isExplained = ({ id }: Finding): boolean => statuses.get(id) === "explained";
  const item = (finding: Finding): FindingItem => {
    const rule = ruleOf(finding.code);
    const row = record && isExplained(finding) ? rowOf(record.rows, finding.id) : null;
    return {
      id: finding.id,
      weight: weightOf(finding),
      at: finding.at,
      place: place(finding.at),
      section: sectionOf(finding.at),
      sentence: findingSentence(finding, words),
      // no click changes what a document says
      fixes: finding.byDocument ? [] : fixesOf(finding, (to) => writeNumber(to, words.notation)).slice(0, MOST_FIXES),
      rule: rule === null ? null : ruleName(rule),
      asks: isQuestion(finding),
      explained: row && explanationIn(row),
    };
  };
  const open = findings.filter((finding) => !isExplained(finding));
  const told = open.filter((finding) => !isQuestion(finding));
  const groups = WEIGHTS.map((weight) => ({ weight, items: bySection(told.filter((finding) => weightOf(finding) === weight).map(item)) }));
  const counts = weighed(open);
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    questions: bySection(open.filter(isQuestion).map(item)),
    explained: bySection(findings.filter(isExplained).map(item)),
    off: turnedOff.map(({ rule, text, who }) => ({ ...ruleName(rule), reason: text, who })),
    failures: failures.map((failure) => ({ sentence: words.brokenRule(failure), detail: `${failure.rule}: ${failure.error}` })),
    counts,
    agreements: agreements.map((agreement) => words.agreement(agreement)),
    clean: counts.error + counts.warning + counts.document === 0 && failures.length === 0,
    blank: tables.length > 0 && others.length === 0 && !tables.some(hasData),
  };
}

/** Tells the section of a cell: where it stands, in few words. */
function sections(tables: readonly Pick<CheckResult["others"][number], "sheet" | "area">[]): (at: CellRef) => string {
  const all = new Map<string, (typeof tables)[number][]>();
  for (const table of tables) all.set(table.sheet, [...(all.get(table.sheet) ?? []), table]);
  return (at) => {
    const own = all.get(at.sheet) ?? [];
    const table = own.length > 1 ? own.find(({ area }) => contains(area, at)) : undefined;
    return table ? `${at.sheet} (${areaToA1(table.area)})` : at.sheet;
  };
}

/** The items with those of a section one after the other, the sections in the order in which they first come. */
function bySection(items: readonly FindingItem[]): FindingItem[] {
  const places = new Map<string, number>();
  for (const { section } of items) if (!places.has(section)) places.set(section, places.size);
  return [...items].sort((a, b) => (places.get(a.section) ?? 0) - (places.get(b.section) ?? 0));
}

function isQuestion({ code }: Finding): boolean {
  return code === "table-question";
}

/** What a finding's own arithmetic asks for, whichever rule found it; ties of a sum; each reading of a text; formulas that were lost. */
function fixesOf(finding: Finding, write: (value: number) => string): readonly Fix[] {
  const { code, data, at } = finding;
  const number = (correction: NumberCorrection): Fix => ({
    kind: "number",
    value: write(correction.to),
    cell: place(correction.at) === place(at) ? null : toA1(correction.at),
    corrections: [correction],
  });
  if (code === "text-for-number")
    return data.reading === null ? [] : [data.reading, ...data.others].map((to) => number({ at, from: data.text, to }));
  if (code === "formula-replaced" || code === "formula-parts") {
    const [first, ...others] = [data.formula, ...data.also].map((formula): Correction => ({ at: formula.at, formula }));
    return first ? [{ kind: "formula", value: write(others.length + 1), cell: null, corrections: [first, ...others] }] : [];
  }
  if (code === "unit-slip" && data.also.length > 0)
    return [{ kind: "together", value: write(data.also.length + 1), cell: null, corrections: [data.correction, ...data.also] }];
  if ("correction" in data && data.correction !== null) return isWritable(data.correction) ? [number(data.correction)] : [];
  if (code !== "sum-mismatch" && code !== "breakdowns-differ") return [];
  const [first, ...others] = data.together;
  return first && data.candidates.length === 0
    ? [{ kind: "together", value: write(others.length + 1), cell: null, corrections: [first, ...others] }]
    : data.candidates.filter((one) => one.kind !== null && isWritable(one)).map(number);
}

/** Neither a formula that shows cells elsewhere nor a word for "none" is overwritten with a number by one click. */
function isWritable({ kind, source }: Partial<CorrectionData>): boolean {
  return source?.linked !== true && kind !== "amount-left-out";
}

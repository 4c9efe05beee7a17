import { derived } from "../../base";
import type { Claim } from "../claims/claim";
import { textRole } from "../claims/roles";
import { align, isFiller, keysOf, weightsOver, type Weights, type Word } from "./words";
import type { FactColumn, FactLine, FactTable, TableFact } from "./facts";

/** The lines of a workbook by the words of their labels. */
export interface FactIndex {
  readonly tables: readonly FactTable[];
  readonly weights: Weights;
  readonly byKey: ReadonlyMap<string, readonly FactLine[]>;
}

export function indexOf(tables: readonly FactTable[]): FactIndex {
  const byKey = new Map<string, FactLine[]>();
  const labels: string[] = [];
  for (const { lines, columns } of tables) {
    for (const { head } of columns) labels.push(head);
    for (const line of lines) {
      labels.push(line.label);
      for (const key of new Set(line.keys)) {
        if (isFiller(key)) continue;
        const known = byKey.get(key);
        if (known) known.push(line);
        else byKey.set(key, [line]);
      }
    }
  }
  return { tables, weights: weightsOver(labels), byKey };
}

/** On which side of its figure a label stands. */
export type Side = "before" | "after";

/** A line that a figure may be of, and how well their words fit: 0 to 1. */
export interface LineMatch {
  readonly line: FactLine;
  readonly score: number;
  /** How much of its label stands in the text. */
  readonly covered: number;
  /** The words of the text around it that are explained by nothing, by weight. */
  readonly foreign: number;
}

/** So many lines are looked at closely for one figure. */
const MOST_LINES = 60;
/** Words that so many lines have find none by themselves. */
const COMMON = 3_000;
const ROUGH = 0.35;

/** The lines whose labels stand beside a figure, the best first. */
export function linesFor(words: readonly Word[], side: Side, context: ReadonlySet<string>, index: FactIndex): LineMatch[] {
  const { weights } = index;
  const shared = new Map<FactLine, number>();
  for (const key of new Set(words.map((word) => word.key))) {
    const lines = isFiller(key) ? undefined : index.byKey.get(key);
    if (!lines || lines.length > COMMON) continue;
    for (const line of lines) shared.set(line, (shared.get(line) ?? 0) + weights.of(key));
  }
  const rough = [...shared]
    .map(([line, weight]) => ({ line, share: weight / wholeOf(line, weights) }))
    .filter(({ share }) => share >= ROUGH)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_LINES);
  const totals = index.tables.length > MOST_LINES ? [] : index.tables.flatMap(({ lines }) => lines.filter(({ isTotal }) => isTotal));
  return [
    ...rough.map(({ line }) => lineMatch(line, words, side, context, weights)),
    ...totals.map((line) => totalMatch(line, words, context, weights)),
  ].filter(({ score }) => score > 0.2).sort((a, b) => b.score - a.score);
}

const wholeOf = ({ keys }: FactLine, { of }: Weights): number =>
  [...new Set(keys)].reduce((sum, key) => sum + (isFiller(key) ? 0 : of(key)), 0) || 1;

/** Words that neither the label nor what stands around it in the table explains are of something else. */
function lineMatch(line: FactLine, words: readonly Word[], side: Side, context: ReadonlySet<string>, weights: Weights): LineMatch {
  const { covered, matched, places } = align(line.keys, words, weights);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return { line, score: 0, covered: 0, foreign: 0 };
  const explained = explainedIn(line);
  const taken = new Set(places);
  const cost = (place: number): number => {
    const key = words[place]?.key ?? "";
    return taken.has(place) || isFiller(key) || explained.has(key) ? 0 : weights.of(key);
  };
  const sum = (from: number, to: number): number => {
    let all = 0;
    for (let place = from; place < to; place++) all += cost(place);
    return all;
  };
  const inside = sum(first, last + 1);
  const [toFigure, beyond] = side === "before"
    ? [sum(last + 1, words.length), sum(beginOf(words, first), first)]
    : [sum(0, first), sum(last + 1, endOf(words, last + 1))];
  const foreign = inside + toFigure + BEYOND * beyond;
  const around = aroundOf(line, words, context, weights);
  return { line, covered, foreign, score: covered * (matched / (matched + foreign)) * (1 - AROUND + AROUND * around) };
}
/** A word beyond the label from the figure may be what introduces it. */
const BEYOND = 0.5;
/** How much it weighs that what a line stands under is named, too. */
const AROUND = 0.12;

/** The clause in which a word stands begins here. */
function beginOf(words: readonly Word[], place: number): number {
  let from = place;
  while (from > 0 && words[from]?.apart !== true) from -= 1;
  return from;
}

function endOf(words: readonly Word[], place: number): number {
  let to = place;
  while (to < words.length && words[to]?.apart !== true) to += 1;
  return to;
}

const explained = new WeakMap<FactLine, ReadonlySet<string>>();
function explainedIn(line: FactLine): ReadonlySet<string> {
  const known = explained.get(line);
  if (known) return known;
  const heads = line.table.columns.flatMap(({ head }) => keysOf(head));
  const made = new Set([...line.keys, ...line.above.flatMap(keysOf), ...line.table.keys, ...heads]);
  explained.set(line, made);
  return made;
}

/** How much of what a line stands under (its heading, the title of its table) the text names: 0 to 1. */
function aroundOf(line: FactLine, words: readonly Word[], context: ReadonlySet<string>, { of }: Weights): number {
  const own = new Set(line.keys);
  const above = line.above[0] === undefined ? [] : keysOf(line.above[0]);
  const keys = new Set([...above, ...line.table.keys].filter((key) => !own.has(key) && !isFiller(key)));
  const near = new Set(words.map(({ key }) => key));
  let [said, all] = [0, 0];
  for (const key of keys) {
    all += of(key);
    if (near.has(key) || context.has(key)) said += of(key);
  }
  return all === 0 ? 1 : said / all;
}

/** A total without words of its own is called by its table or column: "Tổng kinh phí thực hiện Đề án". */
function totalMatch(line: FactLine, words: readonly Word[], context: ReadonlySet<string>, weights: Weights): LineMatch {
  const explained = explainedIn(line);
  let [said, foreign, total] = [0, 0, false];
  for (let place = clauseBegin(words); place < words.length; place++) {
    const key = words[place]?.key ?? "";
    if (TOTAL_KEYS.has(key)) total = true;
    if (isFiller(key)) continue;
    if (explained.has(key)) said += weights.of(key);
    else foreign += weights.of(key);
  }
  if (said < 1 || !total) return { line, score: 0, covered: 0, foreign };
  const around = aroundOf(line, words, context, weights);
  return { line, covered: said / (said + foreign), foreign, score: (said / (said + foreign)) * (0.8 + 0.12 * around) };
}
const TOTAL_KEYS: ReadonlySet<string> = new Set(keysOf("tổng cộng toàn cả total"));

/** A total is named in few words. */
const LONG_TOTAL = 18;

function clauseBegin(words: readonly Word[]): number {
  for (let place = words.length - 1; place > 0; place--) if (words[place]?.apart && words.length - place >= LONG_TOTAL) return place;
  return 0;
}

/** A cell that a figure may be, and how well its words, year, unit and role fit: 0 to 1. */
export interface FactMatch {
  readonly fact: TableFact;
  readonly score: number;
  readonly line: LineMatch;
  /** The text is about another year than it. */
  readonly otherYear: boolean;
  /** The text is of what was reached and the cell of what was planned, or the other way round. */
  readonly otherRole: boolean;
}

/** The cells of lines that a figure may be, the best first; those of another kind of unit are none. */
export function factsFor(claim: Claim, lines: readonly LineMatch[], words: readonly Word[], context: ReadonlySet<string>): FactMatch[] {
  const near = new Set(words.map(({ key }) => key));
  return lines.flatMap((match): FactMatch[] => {
    const facts = match.line.facts.flatMap((fact) => {
      const kind = kindFit(claim, fact);
      return kind === 0 ? [] : [{ fact, kind }];
    });
    const columns = new Set(facts.map(({ fact }) => fact.column));
    return facts.map(({ fact, kind }): FactMatch => {
      const otherYear = claim.years.length > 0 && fact.year !== null && !claim.years.includes(fact.year);
      const year = fact.year === null ? 0.96 : claim.years.length === 0 ? 0.9 : 1;
      // a label may itself be called so: "tỷ lệ giải ngân"
      const otherRole = claim.role !== null && fact.role !== null && claim.role !== fact.role && textRole(match.line.label) !== claim.role;
      const role = otherRole ? 0.6 : claim.role !== null && fact.role === claim.role ? 1 : 0.97;
      const column = columns.size === 1 ? 1 : columnFit(fact.column, match.line, near, context);
      return { fact, line: match, otherYear, otherRole, score: match.score * kind * year * role * column };
    });
  }).sort((a, b) => b.score - a.score);
}

function kindFit({ kind, unit }: Claim, fact: TableFact): number {
  if (kind === "unknown") return fact.kind === "money" ? 0 : 0.8;
  if (fact.kind === "unknown") return kind === "money" ? 0.8 : 0.9;
  if (kind === "rate" && fact.kind === "share") return 0;
  if (kind !== fact.kind && !(kind === "count" && fact.kind === "rate") && !(kind === "rate" && fact.kind === "count")) return 0;
  if (kind === "money" || kind === "share") return 1;
  const own = new Set([...keysOf(fact.unit ?? ""), ...fact.line.keys, ...fact.column.keys]);
  const said = keysOf(unit ?? "");
  return said.length === 0 || said.some((key) => own.has(key)) ? 1 : 0.7;
}

/** How much the words of its head tell of each column of a table. */
interface ColumnWords {
  readonly all: ReadonlySet<string>;
  readonly of: (key: string) => number;
}

const columnWords = derived((table: FactTable): ColumnWords => {
  const counts = new Map<string, number>();
  for (const { keys } of table.columns) for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { all: new Set(counts.keys()), of: (key) => Math.log(1 + table.columns.length / (counts.get(key) ?? 1)) };
});

/**
 * How well a column is the one that a text names: as much of its head as can be stands there, and it leaves no word of another head over.
 * The total, or a column without words of its own, is meant where none is named.
 */
function columnFit(
  { keys, isTotal }: FactColumn, { table, keys: label }: FactLine, near: ReadonlySet<string>, context: ReadonlySet<string>,
): number {
  const { all, of } = columnWords(table);
  const named = [...near].filter((key) => all.has(key) && !label.includes(key));
  const own = [...new Set(keys)].filter((key) => !isTotal || !TOTAL_KEYS.has(key));
  if (named.every(isFiller)) return own.every(isFiller) || isTotal ? 0.95 : 0.6;
  const sum = (some: readonly string[], part: (key: string) => number = () => 1): number =>
    some.reduce((total, key) => total + part(key) * of(key), 0);
  const whole = sum(own);
  const share = whole === 0 ? 0 : sum(own, (key) => (near.has(key) ? 1 : context.has(key) ? 0.6 : 0)) / whole;
  const explained = sum(named, (key) => (keys.includes(key) ? 1 : 0)) / sum(named);
  const both = share + explained === 0 ? 0 : (2 * share * explained) / (share + explained);
  return 0.4 + 0.6 * both * both;
}

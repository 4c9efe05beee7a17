import { SEPARATORS, levelsOf, readUnit, sumExact, toleranceOf, type Direction, type Level, type Target } from "../quantity";
import type { FormulaInput } from "../sheet";
import type { TemplateWords } from "./words";

/** What was written into a target's cell when its table was made. */
export interface KnownTarget {
  readonly content: string | number;
  /** The unit of its row. */
  readonly unit: string | null;
  /** As the check reads it; null for words, with which no value is compared. */
  readonly target: Target | null;
}

/** The cell of a target, in A1; `known` null where a person has yet to write it. */
export interface TargetAt {
  readonly cell: string;
  readonly known: KnownTarget | null;
}

/** The cells that a status depends on, in A1. */
export interface StatusCells {
  readonly actual: string;
  readonly target: TargetAt;
  /** Targets of later years, rising: the last of all tells the direction. */
  readonly later: readonly TargetAt[];
  readonly direction: string;
  readonly baseline: string;
  readonly unit: string;
  /** What reporting units add to the value; null where it is no such sum. */
  readonly parts: { readonly cells: string; readonly count: number } | null;
}

/**
 * The signs that a value may have to a bare target, by direction; padded, so that a sign behind them is found at a place that tells which
 * of them it was.
 */
const SIGNS = { up: ">=", down: "<=", none: "=".padEnd(5), equal: "=".padEnd(9) } as const;
/** An error: the check has to say what this formula cannot. */
const FAIL = "1/0";
/** Longer texts are no literals of a formula. */
const LONGEST_LITERAL = 250;

/**
 * "Đạt" or "Chưa đạt" as a formula over the row's own cells, so that it holds where the add-in is absent. It gives the verdict of
 * `judge` or none. Where the target's cell and the unit still are what was written, the limits of that target decide, whatever its
 * words ("16 - 18", "khoảng 75,5", "17/17"). Any other content is read if it is a number, alone or after ">", "<", "≥", "≤", ">=" or
 * "<=", with or without the row's unit, in the notation of the table's language. What the formula cannot read is "xem Kiểm tra".
 *
 * A bare target is judged by the direction in effect: kept if that is declared; else as the last target of the row says by its sign
 * or by where it lies from the baseline; else as declared; where none of them tells, only what holds of a rise and of a fall is
 * said, all else is "Chưa rõ chiều". Blank while there is no value, and for a target in words or none.
 */
export function statusFormula(cells: StatusCells, words: TemplateWords): FormulaInput {
  const { actual, target, parts } = cells;
  const { known } = target;
  const matched = known && matching(target.cell, known, cells.unit);
  const read = readVerdict(cells, words);
  const verdict =
    known && matched !== null
      ? `IF(${matched},${known.target ? knownVerdict(known.target, known.unit, cells, words) : '""'},${read})`
      : read;
  const whole = parts ? `IF(COUNT(${parts.cells})<${parts.count},${FAIL},${verdict})` : verdict;
  return { formula: `=IFERROR(IF(OR(NOT(ISNUMBER(${actual})),TRIM(${target.cell})=""),"",${whole}),"${words.indicators.seeCheck}")` };
}

const text = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** A number of a formula; null where Excel would have to write it with an exponent. */
function literal(value: number): string | null {
  const written = String(value);
  return /e/i.test(written) ? null : value < 0 ? `(${written})` : written;
}

/** Whether a cell and the row's unit are what was written; null where no formula can hold that. */
function matching(cell: string, { content, unit }: KnownTarget, unitCell: string): string | null {
  const [own, number] = [unit ?? "", typeof content === "number" ? literal(content) : null];
  if (own.length > LONGEST_LITERAL || (typeof content === "string" ? content.length > LONGEST_LITERAL : number === null)) return null;
  const same = typeof content === "string" ? `${cell}=${text(content)}` : `ISNUMBER(${cell}),${cell}=${number}`;
  return `AND(${same},${unitCell}=${text(own)})`;
}

/** -1, 0 or 1 as one value is below, at or above another, but for what binary arithmetic leaves behind (see `judge`). */
function relation(value: string, limit: string, scale: string): string {
  return `SIGN(ROUND((${value}-${limit})${scale === "1" ? "" : `/${scale}`},14))`;
}

/** The verdict on the target that was written, by its limits. */
function knownVerdict(target: Target, unit: string | null, cells: StatusCells, words: TemplateWords): string {
  const { met, notMet, noDirection } = words.indicators;
  const moves = target.comparator === "change" && target.baseline === null;
  const kept = (direction: Direction): string =>
    keptBy(moves ? { ...target, baseline: 0 } : target, direction, cells.actual, moves ? cells.baseline : null);
  const [up, down, equal] = [kept("up"), kept("down"), kept("equal")];
  const verdict = (condition: string): string => `IF(${condition},"${met}","${notMet}")`;
  const unknown = `IF(${up},IF(${down},"${met}","${noDirection}"),IF(${down},"${noDirection}","${notMet}"))`;
  // by the place of the signs among those of all directions
  const places = `FIND("|"&${directionSigns(cells, words, (declared) => knownWay(target, unit, cells.baseline, declared))}&"|","|${SIGNS.up}|${SIGNS.down}|${SIGNS.none}|${SIGNS.equal}|")`;
  const all =
    up === down && up === equal
      ? verdict(up)
      : `CHOOSE(INT((${places}+2)/3),${verdict(up)},${verdict(down)},${unknown},${FAIL},${verdict(equal)})`;
  return moves ? `IF(ISNUMBER(${cells.baseline}),${all},${FAIL})` : all;
}

/** Whether the value keeps the limits of a target in a direction; those of a change are counted from the baseline's cell. */
function keptBy(target: Target, direction: Direction, actual: string, from: string | null): string {
  const levels = levelsOf(target, direction);
  const tolerance = toleranceOf(target, direction);
  const side = (level: Level | null, sign: 1 | -1): string[] => {
    if (!level) return [];
    const value = literal(sumExact([level.value, -sign * (level.strict ? 0 : tolerance)])) ?? FAIL;
    const [limit, scale] =
      from === null ? [value, literal(Math.max(1, Math.abs(level.value))) ?? FAIL] : [`(${from}+${value})`, `MAX(1,ABS(${from}+${value}))`];
    return [`${relation(actual, limit, scale)}${sign === 1 ? ">" : "<"}${level.strict ? "" : "="}0`];
  };
  const sides = [...side(levels?.low ?? null, 1), ...side(levels?.high ?? null, -1)];
  return sides.length === 1 ? (sides[0] ?? FAIL) : `AND(${sides.join(",")})`;
}

/** The signs of `SIGNS` for the direction in effect; `own`: what the target itself says of it, given what is declared. */
function directionSigns(cells: StatusCells, words: TemplateWords, own: (declared: string) => string): string {
  const { direction, later } = cells;
  const { up, down, equal } = words.indicators.direction;
  const told = (word: string): string => `${direction}="${word}"`;
  const declared = `IF(${told(up)},"${SIGNS.up}",IF(${told(down)},"${SIGNS.down}",IF(${direction}="","${SIGNS.none}",${FAIL})))`;
  return `IF(${told(equal)},"${SIGNS.equal}",${later.reduce((before, at) => lastWay(at, before, declared, cells), own(declared))})`;
}

/**
 * Which way a later target says that values should go; `before` where its cell says nothing. What is typed over it is read as a number
 * alone.
 */
function lastWay({ cell, known }: TargetAt, before: string, declared: string, { baseline, unit }: StatusCells): string {
  const read = `IF(ISNUMBER(${cell}),${towards(cell, baseline, declared)},${FAIL})`;
  const matched = known && matching(cell, known, unit);
  const way = known?.target ? knownWay(known.target, known.unit, baseline, declared) : before;
  return `IF(${cell}="",${before},${matched ? `IF(${matched},${way},${read})` : read})`;
}

/** The signs of the way from the baseline to a number, else what is declared. */
function towards(number: string, baseline: string, declared: string): string {
  return `CHOOSE(IF(ISNUMBER(${baseline}),SIGN(${number}-${baseline}),0)+2,"${SIGNS.down}",${declared},"${SIGNS.up}")`;
}

function knownWay(
  { comparator, value, value2, baseline: said, ends, unit }: Target,
  rowUnit: string | null, baseline: string, declared: string,
): string {
  if (comparator.startsWith(">")) return `"${SIGNS.up}"`;
  if (comparator.startsWith("<")) return `"${SIGNS.down}"`;
  if (ends || comparator === "change" || !(unit === null || unit === rowUnit || unit === readUnit(rowUnit).unit)) return declared;
  const end = comparator === "range" ? (value2 ?? value) : value;
  const [low, high, start] = [literal(Math.min(value, end)), literal(Math.max(value, end)), said === null ? baseline : literal(said)];
  if (low === null || high === null || start === null) return FAIL;
  if (low === high) return towards(low, start, declared);
  return `CHOOSE(IF(ISNUMBER(${start}),(${start}<${low})-(${start}>${high}),0)+2,"${SIGNS.down}",${declared},"${SIGNS.up}")`;
}

/** What stands behind the sign of a target and before its unit, and the number that Excel takes it for ("95%" would be 0,95). */
function readingOf(cell: string, unit: string, { lang }: TemplateWords): { readonly digits: string; readonly number: string } {
  const from = `1+ISNUMBER(FIND(LEFT(${cell}),"><≥≤"))+(MID(${cell},2,1)="=")`;
  const digits = `TRIM(SUBSTITUTE(SUBSTITUTE(MID(${cell},${from},50)&"|",${unit}&"|",""),"|",""))`;
  const { decimal, thousands } = SEPARATORS[lang];
  return { digits, number: `NUMBERVALUE(SUBSTITUTE(${digits},"%","?"),${text(decimal)},${text(thousands)})` };
}

/**
 * The verdict on what is read of the target's cell: a number, or one in plain notation, as long as Excel would write it, or longer by
 * the mark of its thousands in its place. What else NUMBERVALUE takes for a number ("12.34" is 1234 in Vietnamese) is longer or shorter.
 */
function readVerdict(cells: StatusCells, words: TemplateWords): string {
  const { met, notMet, noDirection } = words.indicators;
  const { actual, baseline, unit, target: { cell, known } } = cells;
  const { digits, number: inText } = readingOf(cell, unit, words);
  const number = `IF(ISNUMBER(${cell}),${cell},${inText})`;
  const grouped = `AND(${inText}>=1000,${inText}<1000000,MID(${digits},MAX(1,LEN(INT(${inText}))-2),1)=${text(SEPARATORS[words.lang].thousands)})`;
  // where a target was written what is typed over it is seldom long, and a formula of half the length is as much faster
  const isPlain = `IF(ISNUMBER(${cell}),TRUE,LEN(${digits})=LEN(${inText}&"")${known ? "" : `+${grouped}`})`;
  const signed = `FIND(LEFT(${cell}),"><≥≤")`;
  const bare = directionSigns(cells, words, (declared) => towards(number, baseline, declared));
  const signs = `IF(ISNUMBER(${signed}),CHOOSE(${signed},">","<",">=","<=")&IF(MID(${cell},2,1)="=","=",""),${bare})`;
  const related = `MID("<=>",${relation(actual, number, `MAX(1,ABS(${actual}))`)}+2,1)`;
  // half of the last decimal is forgiven to shares alone; of other units only the check knows which are rounded
  const half = `IF(${cell}=ROUND(${cell},0),0.5,IF(${cell}=ROUND(${cell},1),0.05,IF(${cell}=ROUND(${cell},2),0.005,${FAIL})))`;
  const near = `IF(AND(ISNUMBER(${cell}),OR(${unit}="%",${unit}="‰")),IF(ROUND((ABS(${actual}-${cell})-${half})/MAX(1,ABS(${cell})),14)<=0,"${met}","${notMet}"),${FAIL})`;
  const apart = known ? FAIL : `IF(OR(${unit}="",ABS(${actual}-${number})>0.6),"${notMet}",${near})`;
  // the value's relation is among the signs, or found behind them: from the fourth, the eighth, the twelfth place on
  return `IF(${isPlain},CHOOSE(INT(FIND(${related},${signs}&"  <=>")/4)+1,"${met}","${notMet}","${noDirection}",${apart}),${FAIL})`;
}

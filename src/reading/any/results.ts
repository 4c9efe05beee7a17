import { areComparable, bareText, readTargetCell, readUnit, type Target } from "../../quantity";
import { cellLooks, type SheetSnapshot } from "../../sheet";
import type { ResultLine } from "../../tables";
import type { CellReader } from "../cells";
import { readAssessment, type AssessmentWords } from "../ours/assessment-words";
import type { Layout, LayoutColumn, LayoutLine } from "./layout";
import { isPercentFormat } from "./percent-format";
import { directionOfName, resultRole, type ResultRole } from "./result-words";

type Placed = readonly [role: ResultRole, column: LayoutColumn];

/** A column of targets with that of what was reached of them. */
interface Pair {
  readonly target: LayoutColumn;
  readonly actual: LayoutColumn;
}

/**
 * The lines of a table whose heads say what was wanted and what was reached, as far as both are one number in one unit: what was reached in
 * a part of the year, or of another year, is held against nothing.
 */
export function resultLines(layout: Layout, cells: CellReader, snapshot: SheetSnapshot): ResultLine[] {
  const placed = layout.columns.flatMap((column): Placed[] => {
    const role = resultRole(column);
    return role === null ? [] : [[role, column]];
  });
  const pair = pairOf(placed);
  if (!pair) return [];
  const formats = snapshot.looks?.numberFormats ? cellLooks({ numberFormats: snapshot.looks.numberFormats }) : null;
  const scale = (row: number, { col }: LayoutColumn): number => (isPercentFormat(formats?.(row, col).numberFormat) ? POINTS : 1);
  const assessed = assessmentReader(placed, cells, layout.sheet);
  return layout.lines.flatMap((line): ResultLine[] => {
    const unit = line.unit ?? pair.target.unit ?? pair.actual.unit;
    const target = targetIn(cells, line, pair.target, unit, scale(line.row, pair.target));
    const value = valueIn(cells, line, pair.actual, unit, scale(line.row, pair.actual));
    if (!target || value === null || !areComparable(target.unit, unit)) return [];
    const at = (column: LayoutColumn) => ({ sheet: layout.sheet, row: line.row, col: column.col });
    return [
      {
        row: line.row, label: line.label, unit,
        direction: directionOfName(line.label),
        target: { at: at(pair.target), target },
        actual: { at: at(pair.actual), value },
        assessment: assessed(line.row),
      },
    ];
  });
}

/** What a cell of percents shows of its number. */
const POINTS = 100;

/** The one column of each, or the two of one year; of several years only the last is looked at. */
function pairOf(placed: readonly Placed[]): Pair | null {
  const of = (wanted: ResultRole): LayoutColumn[] => placed.flatMap(([role, column]) => (role === wanted ? [column] : []));
  const [targets, actuals] = [of("target"), of("actual")];
  const [target, actual] = [targets[0], actuals[0]];
  if (targets.length === 1 && actuals.length === 1 && target && actual)
    return target.year === null || actual.year === null || target.year === actual.year ? { target, actual } : null;
  const pairs = actuals.flatMap((one) => {
    const same = targets.filter(({ year }) => year !== null && year === one.year);
    return same.length === 1 && same[0] ? [{ target: same[0], actual: one }] : [];
  });
  const isAlone = ({ actual: { year } }: Pair): boolean => pairs.filter((one) => one.actual.year === year).length === 1;
  return pairs.filter(isAlone).toSorted((a, b) => (a.actual.year ?? 0) - (b.actual.year ?? 0)).at(-1) ?? null;
}

function targetIn(
  cells: CellReader, { row }: LayoutLine, { col }: LayoutColumn, unit: string | null, scale: number,
): Target | null {
  const cell = cells.number(row, col);
  if (cell.state === "number") return { comparator: "=", value: cell.value * scale, value2: null, baseline: null, unit };
  if (cell.state !== "text") return null;
  const reading = readTargetCell(cell.text, unit, "vi");
  const isOne = (reading.kind === "target" || reading.kind === "quantity") && reading.alternatives.length + reading.more.length === 0;
  return isOne ? reading.target : null;
}

/** A number, or text that says one and nothing beside it. */
function valueIn(
  cells: CellReader, { row }: LayoutLine, { col }: LayoutColumn, unit: string | null, scale: number,
): number | null {
  const cell = cells.number(row, col);
  if (cell.state === "number") return cell.value * scale;
  if (cell.state !== "text" || !/^\d[\d.,]*\s?%?$/.test(cell.text) || (cell.text.endsWith("%") && readUnit(unit).unit !== "%")) return null;
  const { reading } = cell;
  return reading.kind === "number" && reading.alternatives.length === 0 ? reading.value : null;
}

const MARK = /^(?:x|✓|✔|√|v|\*|\+)$/iu;
const NO_WORDS: AssessmentWords = new Map();

/** What is said of a line: words that are known, or a mark under one of two heads. */
function assessmentReader(
  placed: readonly Placed[], cells: CellReader, sheet: string,
): (row: number) => ResultLine["assessment"] {
  const of = (wanted: ResultRole): readonly LayoutColumn[] => placed.flatMap(([role, column]) => (role === wanted ? [column] : []));
  const [words, ...others] = of("assessment");
  const [met, missed] = [of("met-mark"), of("missed-mark")];
  if (words && others.length === 0)
    return (row) => {
      const text = cells.text(row, words.col);
      const state = text === "" ? null : readAssessment(withoutAim(text), NO_WORDS);
      return state === null ? null : { at: { sheet, row, col: words.col }, text, state };
    };
  const [yes, no] = [met[0], missed[0]];
  if (!yes || !no || met.length + missed.length > 2) return () => null;
  return (row) => {
    const marks = [yes, no].filter(({ col }) => MARK.test(cells.text(row, col)));
    const [only] = marks;
    if (!only || marks.length > 1) return null;
    const { col } = only;
    return { at: { sheet, row, col }, text: only.path.at(-1) ?? "", state: only === yes ? "met" : "notMet" };
  };
}

/** "Đạt chỉ tiêu đề ra" is as good as "Đạt". */
function withoutAim(text: string): string {
  const bare = bareText(text).replace(/[.;,]+$/, "");
  return bare.replace(/ (?:chi tieu|ke hoach|kh|muc tieu|yeu cau|nghi quyet)(?: (?:nam|giao|duoc giao|de ra|dat ra))?(?: \d{4})?$/, "");
}

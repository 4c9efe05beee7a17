import { upperFirst } from "../../base";
import { readMoneyUnit, readTarget, readUnit, type Direction, type Target } from "../../quantity";
import type { LayoutLine } from "../../reading";
import type { TextDocument, Years } from "../document/document";
import { headingYears } from "../document/years";
import type { Doubt, IndicatorFact } from "../draft";
import { yearsAbove } from "../budget/years";
import { directionOf } from "../indicators/direction";
import { isShare } from "../indicators/unit-words";
import { isBudgetTable } from "./kinds";
import { gridsOf, headOf, labelColumn, numberIn, type Grid } from "./grids";
import { indicatorColumns, taskColumns, type IndicatorColumns, type TargetColumn } from "./roles";

export type IndicatorInTable = Omit<IndicatorFact, "id">;

/** The targets that tables of the document list, each year's column one; columns of what was reached are their baselines. */
export function indicatorsInTables(document: TextDocument): IndicatorInTable[] {
  return gridsOf(document).flatMap((grid) => {
    const { kind } = grid.first.section;
    if (kind === "report" || taskColumns(grid) !== null || isBudgetTable(grid)) return [];
    const columns = indicatorColumns(grid, document.years);
    if (kind === "target" && columns.targets.length === 0 && columns.actuals.length === 0) return unitsIn(document, grid);
    const isOfTargets = kind === "target" || grid.layout.columns.some((column) => column.kind === "unit");
    return isOfTargets || /chỉ tiêu|mục tiêu/iu.test(headsOf(grid)) ? indicatorsIn(document, grid, columns) : [];
  });
}

const headsOf = ({ layout: { columns, title } }: Grid): string => [title?.text ?? "", ...columns.flatMap(({ path }) => path)].join(" ");

function indicatorsIn(document: TextDocument, grid: Grid, { targets, actuals }: IndicatorColumns): IndicatorInTable[] {
  const label = labelColumn(grid);
  if (!label) return [];
  const sectionYears = yearsAbove(grid.first.section) ?? document.years;
  const said = yearsOfLines(grid, targets);
  return grid.layout.lines.flatMap((line, place) => targets.flatMap((target): IndicatorInTable[] => {
    const above = said[place] ?? sectionYears;
    const { column } = target;
    const text = grid.textAt(line, column);
    const unit = line.unit ?? column.unit ?? captionOf(grid);
    const span = grid.spanOf(line, [label, column]);
    const read = readingOf(grid, line, target, unit);
    if (read === null || span === null) return [];
    const years = target.years ?? above;
    const baseline = baselineOf(grid, line, actuals, unit, years);
    const { name, isJoined } = nameOf(grid, line);
    const doubts: Doubt[] = [
      ...(name === "" || isJoined ? (["name"] as const) : []),
      ...(years === null ? (["year"] as const) : []),
      ...(read.isDoubtful ? (["readings"] as const) : []),
    ];
    const { comparator, value, value2 } = read.target;
    return [
      {
        evidence: document.text.slice(...span), span, sure: doubts.length === 0, doubts, name,
        year: years?.to ?? null, from: years !== null && years.from < years.to && target.years !== null ? years.from : null,
        comparator, value, value2, baseline: read.target.baseline ?? baseline, unit: read.target.unit,
        direction: directionFor(read.target, name, text, baseline), scope: null, text,
      },
    ];
  }));
}

/** "Số công trình được tu sửa (công trình)". */
const unitBehind = (head: string): string | null => /\(([^()]{1,30})\)\s*$/u.exec(head)?.[1] ?? null;
const UNIT_HEAD = /^(?:(?:tên )?(?:đơn vị(?! tính)|địa phương|địa bàn|xã|phường|huyện|thôn|khu vực))(?!\p{L})/iu;
/** What a place is measured by, and not what it is to reach. */
const SIZE = /^(?:dân số|diện tích(?: tự nhiên)?$|(?:tổng )?số (?:hộ|dân|thôn|khẩu|nhân khẩu)$)/iu;

/** A table of places in rows and indicators in columns: each cell is the target of its column for the place of its row. */
function unitsIn(document: TextDocument, grid: Grid): IndicatorInTable[] {
  const label = labelColumn(grid);
  if (!label || !UNIT_HEAD.test(headOf(label))) return [];
  const years = yearsAbove(grid.first.section) ?? document.years;
  const columns = grid.layout.columns.filter((column) => column.kind !== "label" && column.kind !== "outline" && column.kind !== "words");
  return grid.layout.lines.flatMap((line) => columns.flatMap((column): IndicatorInTable[] => {
    const head = column.path.join(" ");
    const name = bare(head.replace(/\([^()]*\)/gu, " ").replace(/\s+/gu, " ").trim());
    const span = grid.spanOf(line, [label, column]);
    const text = grid.textAt(line, column);
    const read = readingOf(grid, line, { column, years: null }, column.unit ?? unitBehind(head) ?? captionOf(grid));
    if (name === "" || SIZE.test(name) || read === null || span === null) return [];
    const doubts: Doubt[] = [...(years === null ? (["year"] as const) : []), ...(read.isDoubtful ? (["readings"] as const) : [])];
    const { comparator, value, value2, baseline, unit } = read.target;
    return [
      {
        evidence: document.text.slice(...span), span, sure: doubts.length === 0, doubts, name, year: years?.to ?? null, from: null,
        comparator, value, value2, baseline, unit, direction: directionFor(read.target, name, text, null),
        scope: line.total ? null : bare(line.label), text,
      },
    ];
  }));
}

/** A line of words alone that says years heads those below it: "I", "Đến năm 2030". Null before the first. */
function yearsOfLines(grid: Grid, targets: readonly TargetColumn[]): readonly (Years | null)[] {
  let above: Years | null = null;
  return grid.layout.lines.map((line) => {
    const isHead = targets.every(({ column }) => !/\d/u.test(grid.textAt(line, column)));
    if (isHead) above = headingYears(line.label) ?? above;
    return above;
  });
}

function captionOf({ layout: { caption } }: Grid): string | null {
  return caption === null || readMoneyUnit(caption.text) === null ? null : caption.text.replace(/^.*:\s*/u, "");
}

interface CellTarget {
  readonly target: Target;
  readonly isDoubtful: boolean;
}

/** A number in the notation of the table, else a target as words; null where the cell has none. */
function readingOf(grid: Grid, line: LayoutLine, { column }: TargetColumn, unit: string | null): CellTarget | null {
  const number = numberIn(grid, line, column);
  if (number !== null) {
    const { unit: own, factor } = readUnit(unit);
    const value = Number((number * factor).toPrecision(15));
    return { target: { comparator: "=", value, value2: null, baseline: null, unit: own }, isDoubtful: false };
  }
  const text = grid.textAt(line, column);
  const reading = /\d/u.test(text) ? readTarget(text, { unit, lang: "vi" }) : null;
  if (reading === null || (reading.kind !== "target" && reading.kind !== "quantity")) return null;
  return { target: reading.target, isDoubtful: reading.more.length > 0 };
}

/** What was reached last before the year of the target. */
function baselineOf(
  grid: Grid, line: LayoutLine, actuals: readonly TargetColumn[], unit: string | null, years: Years | null,
): number | null {
  const before = actuals.findLast((actual) => actual.years === null || years === null || actual.years.to < years.to);
  return before ? (readingOf(grid, line, before, unit)?.target.value ?? null) : null;
}

/** By what was reached before, where the target says no more than a number; else as targets in sentences. */
function directionFor({ comparator, value, unit }: Target, name: string, text: string, baseline: number | null): Direction {
  const isBare = comparator === "=" && baseline !== null && baseline !== value;
  if (isBare) return value > baseline ? "up" : "down";
  return directionOf(comparator, name, text, 0, isShare(unit) ? value : null);
}

/** A word or two say what of what only together with the line above: "Tỷ lệ hộ nghèo", below it "Nông thôn". */
function nameOf({ layout: { lines } }: Grid, { label, parent }: LayoutLine): { readonly name: string; readonly isJoined: boolean } {
  const own = bare(label);
  const above = parent === null ? "" : bare(lines[parent]?.label ?? "");
  const isShort = own.split(" ").length <= MOST_SHORT && above !== "" && !/^(?:chỉ tiêu|các chỉ tiêu|về )/iu.test(above);
  return isShort ? { name: `${above} - ${own.charAt(0).toLowerCase()}${own.slice(1)}`, isJoined: true } : { name: own, isJoined: false };
}

const MOST_SHORT = 2;

function bare(label: string): string {
  const text = label.replace(/^[\s+*•–-]+/u, "").replace(/^trong đó\s*:?\s*(?:-\s*)?/iu, "").replace(/[\s:;,.]+$/u, "");
  return upperFirst(text);
}

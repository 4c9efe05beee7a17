import type { Area, CellStyle, ConditionalFormatSpec, SheetSpec, StyledArea } from "../../sheet";
import { areaToA1, columnPixels } from "../../sheet";
import { packed } from "./chunks";
import { columnRange, rangeOf, rowRange } from "./ranges";
import type { Step } from "./steps";
import { step } from "./steps";
import { styleGroups } from "./style-groups";

const ALIGN = { left: "Left", center: "Center", right: "Right" } as const;
const VALIGN = { top: "Top", center: "Center", bottom: "Bottom" } as const;

/** One number format for all cells of a range: Excel takes a single value there, its types know the table only. */
export function setNumberFormat(range: Excel.Range, code: string): void {
  range.numberFormat = code as unknown as string[][];
}

/** Excel takes addresses of several areas up to 8,192 characters. */
const LONGEST_ADDRESS = 8000;

/** Areas of one style at once, as many as an address holds; number formats for each area, since lists of areas have none. */
export function styleSteps(styles: readonly StyledArea[]): Step[] {
  return styleGroups(styles).flatMap(({ style, areas }) => {
    const { numberFormat, ...looks } = style;
    const formats =
      numberFormat === undefined
        ? []
        : areas.map((area) =>
            step({ objects: 1, actions: 1, content: numberFormat.length * 2 }, (sheet) =>
              setNumberFormat(rangeOf(sheet, area), numberFormat),
            ),
          );
    if (Object.keys(looks).length === 0) return formats;
    const pieces = packed(areas, (area) => areaToA1(area).length + 1, LONGEST_ADDRESS);
    return [...pieces.map((piece) => looksStep(piece, looks)), ...formats];
  });
}

function looksStep(areas: readonly Area[], style: CellStyle): Step {
  const [first, ...others] = areas;
  const address = areas.map(areaToA1).join(",");
  const size = {
    objects: style.border === undefined ? 5 : 11,
    actions: Object.keys(style).length + (style.border === undefined ? 0 : 6),
    content: address.length,
  };
  return step(size, (sheet) => {
    if (first) setStyle(others.length === 0 ? rangeOf(sheet, first).format : sheet.getRanges(address).untrack().format, first, style);
  });
}

function setStyle(format: Excel.RangeFormat, area: Area, style: CellStyle): void {
  if (style.font !== undefined) format.font.name = style.font;
  if (style.size !== undefined) format.font.size = style.size;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.color !== undefined) format.font.color = style.color;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.align !== undefined) format.horizontalAlignment = ALIGN[style.align];
  if (style.valign !== undefined) format.verticalAlignment = VALIGN[style.valign];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  if (style.border !== undefined) for (const edge of edges(area)) format.borders.getItem(edge).style = style.border ? "Continuous" : "None";
  if (style.locked !== undefined) format.protection.locked = style.locked;
}

/** A single row or column has no lines inside: Excel refuses them there. */
function edges(area: Area) {
  return [
    "EdgeTop" as const, "EdgeBottom" as const, "EdgeLeft" as const, "EdgeRight" as const,
    ...(area.rows > 1 ? ["InsideHorizontal" as const] : []),
    ...(area.cols > 1 ? ["InsideVertical" as const] : []),
  ];
}

export function mergeSteps(merges: readonly Area[]): Step[] {
  return merges.map((area) => step({ objects: 1, actions: 1 }, (sheet) => rangeOf(sheet, area).merge(false)));
}

/** Characters of the default font → points, of which 96 pixels make 72. */
export function columnPoints(characters: number): number {
  return columnPixels(characters) * 0.75;
}

/** Widths for neighbours of the same width at once. */
export function columnSteps(columns: SheetSpec["columns"]): Step[] {
  return runs(columns, (a, b) => a.width === b.width && !a.hidden === !b.hidden).map(({ from, to, first }) =>
    step({ objects: 2, actions: 2 }, (sheet) => {
      const range = columnRange(sheet, from, to);
      range.format.columnWidth = columnPoints(first.width);
      if (first.hidden) range.columnHidden = true;
    }),
  );
}

/** Heights for neighbouring rows of the same height at once; the spec lists the rows in any order. */
export function rowSteps(heights: SheetSpec["rowHeights"]): Step[] {
  const sorted = [...heights].sort((a, b) => a.row - b.row);
  return runs(sorted, (a, b) => a.height === b.height && b.row === a.row + 1).map(({ first, last }) =>
    step({ objects: 2, actions: 1 }, (sheet) => {
      rowRange(sheet, first.row, last.row).format.rowHeight = first.height;
    }),
  );
}

/** Stretches of neighbours that belong together, with the places of their ends. */
function runs<T>(items: readonly T[], together: (a: T, b: T) => boolean): { from: number; to: number; first: T; last: T }[] {
  const found: { from: number; to: number; first: T; last: T }[] = [];
  for (const [at, item] of items.entries()) {
    const run = found.at(-1);
    if (run && together(run.last, item)) found[found.length - 1] = { ...run, to: at, last: item };
    else found.push({ from: at, to: at, first: item, last: item });
  }
  return found;
}

export function conditionalFormatSteps(formats: readonly ConditionalFormatSpec[]): Step[] {
  return formats.map(({ area, formula, style }) =>
    step({ objects: 7, actions: 5, content: formula.length * 4 }, (sheet) => {
      const { custom } = rangeOf(sheet, area).conditionalFormats.add("Custom");
      custom.rule.formula = formula;
      if (style.fill !== undefined) custom.format.fill.color = style.fill;
      if (style.color !== undefined) custom.format.font.color = style.color;
      if (style.bold !== undefined) custom.format.font.bold = style.bold;
    }),
  );
}

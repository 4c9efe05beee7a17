import type { Align, Area, CellLook, Face, LookPart, Side } from "../../sheet";
import { columnCharacters, isSameInk, sidesOf } from "../../sheet";

/** How the cells of a piece look, row by row, and the widths of its columns. */
export interface ReadLooks {
  readonly cells: readonly (readonly CellLook[])[];
  readonly widths: readonly number[];
  readonly heights: readonly number[];
}

/**
 * What each part takes of a message for one cell, in bytes: `"indentLevel":0,` in a text inside a text. Borders come with eight sides;
 * number formats are counted where they are loaded.
 */
const PART_BYTES: Readonly<Record<LookPart, number>> = {
  numberFormats: 0,
  indents: 20,
  aligns: 36,
  bold: 30,
  unseen: 60,
  borders: 350,
  widths: 0,
  faces: 260,
  heights: 0,
};

/** The braces round the looks of one cell. */
const CELL_BYTES = 20;

const ALIGNS: ReadonlyMap<string, Align> = new Map([
  ["Left", "left"],
  ["Center", "center"],
  ["Right", "right"],
  ["Fill", "fill"],
  ["Justify", "justify"],
  ["CenterAcrossSelection", "across"],
  ["Distributed", "distributed"],
]);

const POINTS_PER_PIXEL = 72 / 96;

/** What the wanted parts take of a message for one cell. */
export function lookBytes(wanted: readonly LookPart[]): number {
  return wanted.reduce((sum, part) => sum + PART_BYTES[part], inFormat(wanted).length > 0 ? CELL_BYTES : 0);
}

/**
 * Asks how the cells of a range look, for the parts that `Range.getCellProperties` tells: call the result after the next sync. It tells
 * what is set on cells themselves (ExcelApi 1.9); what they only take from elsewhere is told by ExcelApi 1.19. The number formats are a
 * property of the range.
 */
export function askLooks(
  range: Excel.Range,
  wanted: readonly LookPart[],
): (formats: readonly (readonly unknown[])[] | null, area: Area) => ReadLooks {
  const has = (part: LookPart): boolean => wanted.includes(part);
  const cells =
    inFormat(wanted).length === 0
      ? null
      : range.getCellProperties({
          format: {
            ...(has("bold") || has("unseen") || has("faces") ? { font: fontOf(has) } : {}),
            ...(has("unseen") || has("faces") ? { fill: { color: true } } : {}),
            ...(has("faces") ? { verticalAlignment: true, wrapText: true } : {}),
            ...(has("indents") ? { indentLevel: true } : {}),
            ...(has("aligns") ? { horizontalAlignment: true } : {}),
            ...(has("borders") ? { borders: { style: true } } : {}),
          },
        });
  const columns = has("widths") ? range.getColumnProperties({ columnHidden: true, format: { columnWidth: true } }) : null;
  const rows = has("heights") ? range.getRowProperties({ rowHidden: true, format: { rowHeight: true } }) : null;
  const faceOf = has("faces") ? faceReader() : () => null;
  return (formats, area) => ({
    cells: Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.cols }, (__, col) => {
        const format = cells?.value[row]?.[col]?.format;
        const face = faceOf(format);
        return { ...cellLook(formats?.[row]?.[col], format), ...(face ? { face } : {}) };
      }),
    ),
    heights: rows?.value.map(({ rowHidden, format }) => (rowHidden === true ? 0 : (format?.rowHeight ?? 0))) ?? [],
    widths:
      columns?.value.map(({ columnHidden, format }) =>
        columnHidden === true ? 0 : columnCharacters((format?.columnWidth ?? 0) / POINTS_PER_PIXEL),
      ) ?? [],
  });
}

function fontOf(has: (part: LookPart) => boolean): Excel.CellPropertiesFontLoadOptions {
  const faces = has("faces");
  return { bold: has("bold"), color: has("unseen") || faces, ...(faces ? { name: true, size: true, italic: true } : {}) };
}

const VALIGNS: ReadonlyMap<string, NonNullable<Face["valign"]>> = new Map([
  ["Top", "top"],
  ["Center", "center"],
  ["Bottom", "bottom"],
]);

/** Reads the faces of cells, each of those that are alike once. */
function faceReader(): (format?: Excel.CellPropertiesFormat) => Face | null {
  const known = new Map<string, Face>();
  return ({ font, fill, verticalAlignment, wrapText } = {}) => {
    const valign = VALIGNS.get(verticalAlignment ?? "");
    const face: Face = {
      ...(font?.name ? { font: font.name } : {}),
      ...(font?.size ? { size: font.size } : {}),
      ...(font?.italic === true ? { italic: true } : {}),
      ...(font?.color && font.color !== "#000000" ? { color: font.color } : {}),
      ...(fill?.color && fill.color !== WHITE ? { fill: fill.color } : {}),
      ...(valign ? { valign } : {}),
      ...(wrapText === true ? { wrap: true } : {}),
    };
    const key = JSON.stringify(face);
    const before = known.get(key);
    if (before) return before;
    known.set(key, face);
    return face;
  };
}

function inFormat(wanted: readonly LookPart[]): LookPart[] {
  return wanted.filter((part) => part !== "numberFormats" && part !== "widths" && part !== "heights");
}

/** What a cell without a fill of its own stands on. */
const WHITE = "#FFFFFF";

function cellLook(
  numberFormat: unknown,
  { font, fill, indentLevel, horizontalAlignment, borders }: Excel.CellPropertiesFormat = {},
): CellLook {
  const align = ALIGNS.get(horizontalAlignment ?? "");
  const sides = sidesOf((side: Side) => (borders?.[side]?.style ?? "None") !== "None");
  return {
    ...(typeof numberFormat === "string" && numberFormat !== "General" ? { numberFormat } : {}),
    ...(indentLevel ? { indent: indentLevel } : {}),
    ...(align ? { align } : {}),
    ...(font?.bold === true ? { bold: true as const } : {}),
    ...(fill && font?.color && isSameInk(font.color, fill.color || WHITE) ? { unseen: true as const } : {}),
    ...(sides ? { sides } : {}),
  };
}

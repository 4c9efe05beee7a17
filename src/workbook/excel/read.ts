import type { Area, CellValue, DateCell, SheetSnapshot } from "../../sheet";
import { isDateFormat, sheetAreaToA1 } from "../../sheet";
import type { Course, ReadArea, ReadOptions } from "../port";
import { isOpen, rowPieces } from "./areas";
import { cellFormula, cellValue, looksLikeError } from "./cell-values";
import { inTurn, MESSAGE_BYTES, packed } from "./chunks";
import { inExcel, isFailure, namingLostSheet } from "./failures";
import type { Hidden, Layout } from "./layout";
import { askHidden, askMerges, joinedLayout, mergesKnown } from "./layout";
import { areaOf, PLACE, rangeOf, usedIn } from "./ranges";

/** A part of a request; `index` is the request that it belongs to. */
interface Piece extends ReadArea {
  readonly index: number;
}

interface Read {
  readonly index: number;
  /** As it is called by now. */
  readonly sheet: string;
  readonly area: Area;
  readonly values: CellValue[][];
  readonly formulas: (string | null)[][];
  readonly hidden: Hidden | null;
  /** Null where they were not asked for. */
  readonly dates: readonly DateCell[] | null;
  /** Excel had not calculated all formulas. */
  readonly pending: boolean;
  /** All of the sheet; null where they are not known. */
  readonly merges: readonly Area[] | null;
}

/** A cell comes as value and as formula; Vietnamese labels of some 25 characters in one cell of five make about this many bytes. */
const CELL_BYTES = 50;

/** The number format of a cell: "General", "#,##0.###". */
const FORMAT_BYTES = 12;

/** Whether a row is hidden: `{"rowHidden":false},` in a text inside a text. */
const ROW_BYTES = 25;

/** How much of a message is set aside for an area whose used part is not known yet. */
const OPEN_BYTES = MESSAGE_BYTES / 20;

/**
 * The areas as snapshots, in their order: one message for each 5 MB of answer. An area that reaches the last row or
 * column of its sheet is cut to the cells in use. Throws "sheet-gone"; "too-large" when not even one row fits; "stopped".
 */
export async function readAreas(areas: readonly ReadArea[], { layout = false, calculated = false, ...course }: ReadOptions = {}): Promise<SheetSnapshot[]> {
  const asked: Asked = { layout: !layout ? "none" : mergesKnown() ? "all" : "hidden", calculated };
  for (const wait of WAITS) {
    const read = await readOnce(areas, asked, course);
    if (read.every(({ pending }) => !pending)) return read.map((one) => one.snapshot);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  const read = await readOnce(areas, asked, course);
  const late = read.find(({ pending }) => pending);
  if (late) course.notice?.({ kind: "calculation", sheet: late.snapshot.sheet });
  return read.map((one) => one.snapshot);
}

/** So long, in milliseconds, a calculation that has not ended is waited for before the cells are read again. */
const WAITS = [300, 1000];

interface Asked {
  readonly layout: Layout;
  readonly calculated: boolean;
}

async function readOnce(areas: readonly ReadArea[], wanted: Asked, course: Course): Promise<{ readonly snapshot: SheetSnapshot; readonly pending: boolean }[]> {
  const pieces = areas.flatMap((at, index) => cut(at, index));
  const groups = packed(pieces, (piece) => (isOpen(piece.area) ? OPEN_BYTES : bytes(piece)), MESSAGE_BYTES);
  const read = (await inTurn(groups, (group) => readGroup(group, wanted), course)).flat();
  return areas.map(({ sheet }, index) => {
    const parts = read.filter((part) => part.index === index);
    return { snapshot: snapshot(sheet, parts), pending: parts.some((part) => part.pending) };
  });
}

function keyOf({ id, sheet }: ReadArea): string {
  return id ?? sheet;
}

function bytes({ area, dates }: ReadArea): number {
  return area.rows * (area.cols * (CELL_BYTES + (dates ? FORMAT_BYTES : 0)) + ROW_BYTES);
}

function cut(at: ReadArea, index: number): Piece[] {
  const { area } = at;
  if (isOpen(area)) return [{ ...at, index }];
  const rows = Math.max(1, Math.floor(MESSAGE_BYTES / bytes({ ...at, area: { ...area, rows: 1 } })));
  return rowPieces(area, rows).map((piece) => ({ ...at, index, area: piece }));
}

/** One message; in halves where Excel refuses the answer as too large, without merges where it cannot list them (more than 512). */
async function readGroup(group: readonly Piece[], wanted: Asked): Promise<Read[]> {
  const about = { what: group.map(sheetAreaToA1).join(", ") };
  try {
    return await inExcel(about, (context) => ask(context, group, wanted));
  } catch (error) {
    if (isFailure(error, "too-large")) {
      const halves = await halved(group);
      if (halves) return (await inTurn(halves, (half) => readGroup(half, wanted))).flat();
    }
    const lost = isFailure(error, "unknown") && error.data.code === "ItemNotFound";
    if (wanted.layout === "all" && !lost && (isFailure(error, "unknown") || isFailure(error, "not-supported"))) return readGroup(group, { ...wanted, layout: "hidden" });
    throw await namingLostSheet(error, group.map(({ sheet }) => sheet));
  }
}

async function ask(context: Excel.RequestContext, group: readonly Piece[], { layout, calculated }: Asked): Promise<Read[]> {
  const { application, worksheets } = context.workbook;
  if (calculated) application.calculate("Recalculate");
  const merges = layout === "all" ? askMerges(context, group.map(keyOf)) : () => null;
  const asked = group.map((piece) => {
    const sheet = worksheets.getItem(keyOf(piece));
    if (piece.id !== undefined) sheet.load("name");
    const range = rangeOf(sheet, piece.area);
    const open = isOpen(piece.area);
    const wanted = piece.dates ? "values,formulas,numberFormat" : "values,formulas";
    const cells = open ? usedIn(range).load(`${PLACE},${wanted}`) : range.load(wanted);
    return { piece, sheet, open, cells, hidden: layout === "none" ? () => null : askHidden(cells) };
  });
  if (calculated) application.load("calculationState");
  await context.sync();
  const pending = calculated && application.calculationState !== "Done";
  const found = asked.map(({ piece, sheet, open, cells, hidden }): Raw => {
    const own = { ...piece, sheet: piece.id === undefined ? piece.sheet : sheet.name, pending, merges: merges(keyOf(piece)), formats: null };
    if (!open) return { ...own, values: cells.values, formats: formatsOf(piece, cells), formulas: cells.formulas, hidden: hidden(piece.area) };
    if (cells.isNullObject) return { ...own, area: { ...piece.area, rows: 1, cols: 1 }, values: [[""]], formulas: [[""]], hidden: layout === "none" ? null : { rows: [], cols: [] } };
    const area = areaOf(cells);
    return { ...own, area, values: cells.values, formats: formatsOf(piece, cells), formulas: cells.formulas, hidden: hidden(area) };
  });
  const typed = await typedErrors(context, found);
  return found.map((raw): Read => ({
    ...raw,
    dates: raw.formats && datesOf(raw, raw.formats),
    values: raw.values.map((row, r) => row.map((value: unknown, c) => (typed(raw, r, c) ? String(value) : cellValue(value)))),
    formulas: raw.formulas.map((row, r) => row.map((formula: unknown, c) => cellFormula(formula, raw.values[r]?.[c]))),
  }));
}

interface Raw extends Piece, Pick<Read, "hidden" | "merges" | "pending"> {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[] | null;
}

const formatsOf = ({ dates }: Piece, cells: Excel.Range): Raw["formats"] => (dates ? cells.numberFormat : null);

function datesOf({ area, values }: Raw, formats: NonNullable<Raw["formats"]>): DateCell[] {
  return formats.flatMap((row, r) =>
    row.flatMap((format, c): DateCell[] => (typeof format === "string" && typeof values[r]?.[c] === "number" && isDateFormat(format) ? [{ row: area.row + r, col: area.col + c, format }] : [])),
  );
}

/**
 * Tells text that only looks like an error ("#REF!" typed as text) from errors. Excel is asked once more, and only
 * about parts where a cell without a formula shows such text.
 */
async function typedErrors(context: Excel.RequestContext, found: readonly Raw[]): Promise<(raw: Raw, row: number, col: number) => boolean> {
  const doubtful = found.filter(({ values, formulas }) => values.some((row, r) => row.some((value, c) => looksLikeError(value) && formulas[r]?.[c] === value)));
  if (doubtful.length === 0) return () => false;
  const types = new Map(doubtful.map((raw) => [raw, rangeOf(context.workbook.worksheets.getItem(keyOf(raw)), raw.area).load("valueTypes")]));
  await context.sync();
  return (raw, row, col) => looksLikeError(raw.values[row]?.[col]) && types.get(raw)?.valueTypes[row]?.[col] === "String";
}

/** Two groups of about half the size; null when there is only one row left. */
async function halved(group: readonly Piece[]): Promise<Piece[][] | null> {
  if (group.length > 1) {
    const middle = Math.ceil(group.length / 2);
    return [group.slice(0, middle), group.slice(middle)];
  }
  const [piece] = group;
  if (!piece) return null;
  const area = isOpen(piece.area) ? await usedPart(piece) : piece.area;
  if (area.rows < 2) return null;
  return rowPieces(area, Math.ceil(area.rows / 2)).map((half) => [{ ...piece, area: half }]);
}

/** How far a large sheet is used: asked only after the whole of it was refused. */
async function usedPart(piece: Piece): Promise<Area> {
  return inExcel({ sheet: piece.sheet }, async (context) => {
    const used = usedIn(rangeOf(context.workbook.worksheets.getItem(keyOf(piece)), piece.area)).load(PLACE);
    await context.sync();
    return used.isNullObject ? { ...piece.area, rows: 1, cols: 1 } : areaOf(used);
  });
}

function snapshot(sheet: string, parts: readonly Read[]): SheetSnapshot {
  const [first] = parts;
  if (!first) throw new RangeError(`no area of ${sheet}`);
  const values = parts.flatMap((piece) => piece.values);
  const area = { ...first.area, rows: values.length };
  return { sheet: first.sheet, area, values, formulas: parts.flatMap((piece) => piece.formulas), unevaluated: [], ...(first.dates ? { dates: parts.flatMap((piece) => piece.dates ?? []) } : {}), ...joinedLayout(area, parts) };
}

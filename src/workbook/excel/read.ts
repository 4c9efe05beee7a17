import type { Area, CellLook, CellValue, DateCell, SheetSnapshot } from "../../sheet";
import { contains, isDateFormat, looksOf, sheetAreaToA1 } from "../../sheet";
import { wantedOf, WorkbookFailure, type AreaWanted, type Course, type ReadArea, type ReadOptions } from "../port";
import { isOpen, rowPieces } from "./areas";
import { cellFormula, cellValue, looksLikeError } from "./cell-values";
import { inTurn } from "./chunks";
import { inExcel, isFailure, namingLostSheet } from "./failures";
import type { Hidden } from "./layout";
import { askHidden, askMerges, joinedLayout, mergesKnown } from "./layout";
import { askLooks, type ReadLooks } from "./looks";
import { bytesOf, messagesOf, needsFormats, rowContent, type Piece } from "./pieces";
import { areaOf, PLACE, rangeOf, usedIn } from "./ranges";

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
  readonly wanted: AreaWanted;
  /** Null where none were asked for, and where nothing is used. */
  readonly looks: ReadLooks | null;
  /** Pictures or charts are all that the sheet holds, where its place was asked for. */
  readonly drawn: boolean;
}

/**
 * The areas as snapshots, in their order: one message for each 5 MB of answer, and a small one first where an area needs several. An area
 * that reaches the last row or column of its sheet is cut to the cells in use. Throws "sheet-gone"; "too-large" when not even one row fits;
 * "stopped".
 */
export async function readAreas(areas: readonly ReadArea[], options: ReadOptions = {}): Promise<SheetSnapshot[]> {
  const asked: Asked = { merges: mergesKnown(), calculated: options.calculated ?? false };
  const pieces = areas.map((at, index) => ({ ...at, index, wanted: wantedOf(at, options) }));
  for (const wait of WAITS) {
    const read = await readOnce(areas, pieces, asked, options);
    if (read.every(({ pending }) => !pending)) return read.map((one) => one.snapshot);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  const read = await readOnce(areas, pieces, asked, options);
  const late = read.find(({ pending }) => pending);
  if (late) options.notice?.({ kind: "calculation", sheet: late.snapshot.sheet });
  return read.map((one) => one.snapshot);
}

/** So long, in milliseconds, a calculation that has not ended is waited for before the cells are read again. */
const WAITS = [300, 1000];

interface Asked {
  /** Whether merged cells can be listed, where the layout is wanted. */
  readonly merges: boolean;
  readonly calculated: boolean;
}

type Once = readonly { readonly snapshot: SheetSnapshot; readonly pending: boolean }[];

async function readOnce(
  areas: readonly ReadArea[], pieces: readonly Piece[], asked: Asked, { progress, stopped }: Course,
): Promise<Once> {
  const read: Read[] = [];
  const content = new Map<number, number>();
  const weight = (of: readonly Piece[]): number => of.reduce((sum, piece) => sum + bytesOf(piece), 0);
  const all = weight(pieces);
  let done = 0;
  for (const group of messagesOf(pieces, (index) => content.get(index))) {
    if (stopped?.()) throw new WorkbookFailure("stopped", {});
    const got = await readGroup(group, asked);
    read.push(...got);
    for (const { index, values, formulas } of got) content.set(index, Math.max(content.get(index) ?? 0, rowContent(values, formulas)));
    progress?.((done += weight(group)) / all);
  }
  return areas.map(({ sheet }, index) => {
    const parts = read.filter((part) => part.index === index);
    return { snapshot: snapshot(sheet, parts), pending: parts.some((part) => part.pending) };
  });
}

function keyOf({ id, sheet }: Pick<Piece, "id" | "sheet">): string {
  return id ?? sheet;
}

/** One message; in halves where Excel refuses the answer as too large, without merges where it cannot list them (more than 512). */
async function readGroup(group: readonly Piece[], asked: Asked): Promise<Read[]> {
  const about = { what: group.map(sheetAreaToA1).join(", ") };
  try {
    return await inExcel(about, (context) => ask(context, group, asked));
  } catch (error) {
    if (isFailure(error, "too-large")) {
      const halves = await halved(group);
      if (halves) return (await inTurn(halves, (half) => readGroup(half, asked))).flat();
    }
    const lost = isFailure(error, "unknown") && error.data.code === "ItemNotFound";
    const merges = asked.merges && group.some(({ wanted }) => wanted.layout);
    if (merges && !lost && (isFailure(error, "unknown") || isFailure(error, "not-supported")))
      return readGroup(group, { ...asked, merges: false });
    throw await namingLostSheet(error, group.map(({ sheet }) => sheet));
  }
}

async function ask(context: Excel.RequestContext, group: readonly Piece[], { merges: listed, calculated }: Asked): Promise<Read[]> {
  const { application, worksheets } = context.workbook;
  if (calculated) application.calculate("Recalculate");
  const laidOut = listed ? group.filter(({ wanted }) => wanted.layout) : [];
  const merges = askMerges(context, laidOut.map(keyOf));
  const asked = group.map((piece) => {
    const sheet = worksheets.getItem(keyOf(piece));
    if (piece.id !== undefined) sheet.load("name");
    const range = rangeOf(sheet, piece.area);
    const open = isOpen(piece.area);
    const { wanted } = piece;
    if (wanted.place) {
      const drawn = [sheet.charts.getCount(), sheet.shapes.getCount()];
      return { piece, sheet, open: true, cells: usedIn(range).load(PLACE), hidden: () => null, looks: () => null, drawn };
    }
    const loaded = needsFormats(wanted) ? "values,formulas,numberFormat" : "values,formulas";
    const cells = open ? usedIn(range).load(`${PLACE},${loaded}`) : range.load(loaded);
    const hidden = wanted.layout ? askHidden(cells) : () => null;
    const looks = wanted.looks.length > 0 ? askLooks(cells, wanted.looks) : () => null;
    return { piece, sheet, open, cells, hidden, looks, drawn: [] };
  });
  if (calculated) application.load("calculationState");
  await context.sync();
  const pending = calculated && application.calculationState !== "Done";
  const found = asked.map(({ piece, sheet, open, cells, hidden, looks, drawn }): Raw => {
    const { wanted } = piece;
    const own = {
      ...piece,
      sheet: piece.id === undefined ? piece.sheet : sheet.name,
      pending,
      merges: laidOut.includes(piece) ? merges(keyOf(piece)) : null,
      drawn: wanted.place && cells.isNullObject && drawn.some(({ value }) => value > 0),
    };
    if (wanted.place) {
      const area = cells.isNullObject ? { ...piece.area, rows: 0 } : areaOf(cells);
      return { ...own, area, values: [], formulas: [], formats: null, hidden: null, looks: null };
    }
    if (open && cells.isNullObject) {
      const blank = { values: [[""]], formulas: [[""]], formats: null, hidden: wanted.layout ? { rows: [], cols: [] } : null, looks: null };
      return { ...own, ...blank, area: { ...piece.area, rows: 1, cols: 1 } };
    }
    const area = open ? areaOf(cells) : piece.area;
    const formats = needsFormats(wanted) ? cells.numberFormat : null;
    return { ...own, area, values: cells.values, formats, formulas: cells.formulas, hidden: hidden(area), looks: looks(formats, area) };
  });
  const typed = await typedErrors(context, found);
  return found.map((raw): Read => ({
    ...raw,
    dates: raw.wanted.dates ? raw.formats && datesOf(raw, raw.formats) : null,
    values: raw.values.map((row, r) =>
      row.map((value: unknown, c) => (isLeftOut(raw, r, c) ? null : typed(raw, r, c) ? String(value) : cellValue(value))),
    ),
    formulas: raw.formulas.map((row, r) =>
      row.map((formula: unknown, c) => (isLeftOut(raw, r, c) ? null : cellFormula(formula, raw.values[r]?.[c]))),
    ),
  }));
}

interface Raw extends Piece, Pick<Read, "hidden" | "merges" | "pending" | "looks" | "drawn"> {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[] | null;
}

/** A formula that nobody needs. */
function isLeftOut({ area, wanted, values, formulas }: Raw, row: number, col: number): boolean {
  const isIn = wanted.without.some((hole) => contains(hole, { row: area.row + row, col: area.col + col }));
  return isIn && cellFormula(formulas[row]?.[col], values[row]?.[col]) !== null;
}

function datesOf({ area, values }: Raw, formats: NonNullable<Raw["formats"]>): DateCell[] {
  const dates: DateCell[] = [];
  formats.forEach((row, r) => {
    row.forEach((format, c) => {
      if (typeof format === "string" && typeof values[r]?.[c] === "number" && isDateFormat(format))
        dates.push({ row: area.row + r, col: area.col + c, format });
    });
  });
  return dates;
}

/**
 * Tells text that only looks like an error ("#REF!" typed as text) from errors. Excel is asked once more, and only
 * about parts where a cell without a formula shows such text.
 */
async function typedErrors(context: Excel.RequestContext, found: readonly Raw[]): Promise<(raw: Raw, row: number, col: number) => boolean> {
  const doubtful = found.filter(({ values, formulas }) =>
    values.some((row, r) => row.some((value, c) => looksLikeError(value) && formulas[r]?.[c] === value)),
  );
  if (doubtful.length === 0) return () => false;
  const types = new Map(
    doubtful.map((raw) => [raw, rangeOf(context.workbook.worksheets.getItem(keyOf(raw)), raw.area).load("valueTypes")]),
  );
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
  const area = first.wanted.place ? first.area : { ...first.area, rows: values.length };
  return {
    sheet: first.sheet,
    area,
    values,
    formulas: parts.flatMap((piece) => piece.formulas),
    unevaluated: [],
    ...(first.dates ? { dates: parts.flatMap((piece) => piece.dates ?? []) } : {}),
    ...(first.drawn ? { drawn: true as const } : {}),
    ...joinedLayout(area, parts),
    ...joinedLooks(area, parts),
  };
}

function joinedLooks(area: Area, parts: readonly Read[]): Pick<SheetSnapshot, "looks"> {
  const [first] = parts;
  if (!first?.looks) return {};
  const cells = parts.flatMap(({ looks }) => looks?.cells ?? []);
  const { widths } = first.looks;
  const cell = (row: number, col: number): CellLook => cells[row - area.row]?.[col - area.col] ?? {};
  const heights = first.wanted.looks.includes("heights") ? { heights: parts.flatMap(({ looks }) => looks?.heights ?? []) } : {};
  return { looks: { ...looksOf(area, first.wanted.looks, cell, (col) => widths[col - area.col] ?? 0), ...heights } };
}

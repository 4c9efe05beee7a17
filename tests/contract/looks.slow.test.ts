import { afterEach, beforeEach, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  cellLooks,
  contains,
  type Area,
  type Cell,
  type CellInput,
  type CellLook,
  type CellStyle,
  type LookPart,
  type Looks,
  type SheetArea,
  type SheetSnapshot,
  type SheetSpec,
} from "../../src/sheet";
import type { Workbook } from "../../src/workbook/port";
import { writeXlsx } from "../../src/workbook/xlsx";
import { openFile } from "../support/open-file";
import { type OpenedWorkbook, openExcelWorkbook } from "./excel-workbook";
import { plainSheet } from "./sheets";

let opened: OpenedWorkbook;
beforeEach(() => {
  opened = openExcelWorkbook();
});
afterEach(() => opened.dispose());

const ALL: readonly LookPart[] = ["numberFormats", "indents", "aligns", "bold", "unseen", "borders", "widths"];
const SIZE = { rows: 9, cols: 7 };

const area = fc.record({ row: fc.nat(6), col: fc.nat(4), rows: fc.integer({ min: 1, max: 3 }), cols: fc.integer({ min: 1, max: 3 }) });
const style = fc.constantFrom<CellStyle>(
  { bold: true },
  { bold: false },
  { border: true },
  { numberFormat: "#,##0.###" },
  { numberFormat: "@" },
  { numberFormat: "dd/mm/yyyy", bold: true },
  { numberFormat: "General" },
  { align: "left", indent: 1 },
  { align: "left", indent: 3 },
  { align: "center", indent: 0 },
  { align: "right", border: true },
  { fill: "#FFF2CC", italic: true },
  { color: "#FFFFFF" },
  { color: "#FFF2CC", fill: "#FFF2CC" },
  { color: "#9C0006", fill: "#FFFFFF" },
);
const input = fc.constantFrom<CellInput>(null, null, 12.5, 2024, "Trong đó", { formula: "=1+1" });
const sheet = fc.record({
  cells: fc.array(fc.array(input, { minLength: SIZE.cols, maxLength: SIZE.cols }), { minLength: SIZE.rows, maxLength: SIZE.rows }),
  styles: fc.array(fc.record({ area, style }), { maxLength: 12 }),
  columns: fc.array(fc.record({ width: fc.integer({ min: 1, max: 60 }), hidden: fc.boolean() }), {
    minLength: SIZE.cols,
    maxLength: SIZE.cols,
  }),
});

const part = fc.record({ row: fc.nat(5), col: fc.nat(3), rows: fc.integer({ min: 1, max: 4 }), cols: fc.integer({ min: 1, max: 4 }) });

async function looksIn(workbook: Workbook, areas: readonly SheetArea[]): Promise<(Looks | undefined)[]> {
  return (await workbook.read(areas, { looks: ALL })).map(({ looks }) => looks);
}

test("what was written with looks is read with the same looks from a file and through Microsoft's client", async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(sheet, part, async ({ cells, styles, columns }, inner) => {
      const spec = plainSheet(`Biểu ${++count}`, cells, { styles, columns });
      const areas = [{ row: 0, col: 0, ...SIZE }, inner].map((one): SheetArea => ({ sheet: spec.name, area: one }));
      await opened.workbook.addSheets([spec]);
      const written = await looksIn(await openFile(await writeXlsx([spec])), areas);
      expect(await looksIn(opened.workbook, areas)).toEqual(written);
      expect(areas.map(({ area: one }, at) => asSeen(written[at], one))).toEqual(areas.map((one) => seen(spec, one.area)));
    }),
    { numRuns: 25 },
  );
});

type Seen = { readonly cells: CellLook[]; readonly widths: readonly number[] | undefined };

function cellsOf({ row, col, rows, cols }: Area): Cell[] {
  return Array.from({ length: rows * cols }, (_, at) => ({ row: row + Math.floor(at / cols), col: col + (at % cols) }));
}

function asSeen(looks: Looks = {}, area: Area): Seen {
  const look = cellLooks(looks);
  return { cells: cellsOf(area).map(({ row, col }) => look(row, col)), widths: looks.widths };
}

/** As a person sees an area: the last block that says something of a cell counts, and a line between two cells is a line of both. */
function seen({ styles, columns }: SheetSpec, within: Area): Seen {
  const styleAt = (at: Cell): CellStyle =>
    Object.assign({}, ...styles.filter((one) => contains(one.area, at)).map((one) => one.style)) as CellStyle;
  const cells = cellsOf(within).map(({ row, col }): CellLook => {
    const { numberFormat = "General", indent = 0, align, bold, border, color = "#000000", fill = "#FFFFFF" } = styleAt({ row, col });
    const lines = (
      [
        ["top", -1, 0],
        ["right", 0, 1],
        ["bottom", 1, 0],
        ["left", 0, -1],
      ] as const
    ).flatMap(([side, down, right]) => (border || styleAt({ row: row + down, col: col + right }).border ? [side] : []));
    return {
      ...(numberFormat === "General" ? {} : { numberFormat }),
      ...(indent > 0 ? { indent } : {}),
      ...(align ? { align } : {}),
      ...(bold ? { bold } : {}),
      ...(color === fill ? { unseen: true as const } : {}),
      ...(lines.length > 0 ? { sides: lines } : {}),
    };
  });
  const widths = columns.slice(within.col, within.col + within.cols).map(({ width, hidden }) => (hidden ? 0 : width));
  return { cells, widths };
}

test("looks come in the messages that read the cells, whole where these are several", async () => {
  const rows = 4000;
  const cells = Array.from({ length: rows }, (_, row): CellInput[] => [row, null, null, null]);
  const styles = Array.from({ length: rows / 2 }, (_, at) => ({
    area: { row: at * 2, col: 0, rows: 1, cols: 4 },
    style: { border: true, bold: true },
  }));
  await opened.workbook.addSheets([plainSheet("Dài", cells, { styles })]);
  const area = { row: 0, col: 0, rows, cols: 4 };
  let read: SheetSnapshot | undefined;
  const reading = (looks: readonly LookPart[]) =>
    opened.sent(async () => ([read] = await opened.workbook.read([{ sheet: "Dài", area }], { looks })));
  expect(await reading(["bold", "widths"])).toBe(1);
  expect(Object.keys(read?.looks ?? {})).toEqual(["bold", "widths"]);
  expect(await reading(ALL)).toBe(3);
  expect(read?.looks?.bold).toHaveLength(rows / 2);
  expect(read?.looks?.borders).toHaveLength(rows);
  expect(read?.looks?.borders?.at(-1)).toEqual({ area: { row: rows - 1, col: 0, rows: 1, cols: 4 }, value: ["top"] });
});

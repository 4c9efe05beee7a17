import { expect, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Workbook, type Cell } from "@cj-tech-master/excelts";
import { MAX_COLS, MAX_ROWS, cellLooks, toA1, type CellLook, type LookPart, type SheetSnapshot } from "../../src/sheet";
import { openXlsx } from "../../src/workbook/xlsx";
import { CORPUS } from "../support/corpus";

const FOLDER = path.join(CORPUS, "workbooks");
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".xlsx")) : [];
const PARTS: readonly LookPart[] = ["indents", "aligns", "bold", "borders"];
const SIDES = ["top", "right", "bottom", "left"] as const;

/**
 * Where another reader sees another look on a cell that holds something, or a line that we do not see: it tells each cell's own lines only.
 */
async function differences(bytes: Uint8Array): Promise<{ cells: number; differ: string[] }> {
  const book = await openXlsx(bytes);
  const { sheets } = await book.outline();
  const read = await book.read(
    sheets.map(({ name }) => ({ sheet: name, area: { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS } })),
    { looks: PARTS },
  );
  const other = new Workbook();
  await other.xlsx.load(bytes);
  const compared = read.flatMap((snapshot) => {
    const look = cellLooks(snapshot.looks ?? {});
    return filled(snapshot).flatMap(({ row, col }) => {
      const cell = other.getWorksheet(snapshot.sheet)?.getCell(row + 1, col + 1);
      return !cell || (cell.isMerged && cell.master !== cell)
        ? []
        : [{ at: `${snapshot.sheet}!${toA1({ row, col })}`, ours: look(row, col), theirs: lookOf(cell) }];
    });
  });
  const differ = compared.flatMap(({ at, ours, theirs }) => {
    const same =
      ours.bold === theirs.bold &&
      ours.indent === theirs.indent &&
      ours.align === theirs.align &&
      (theirs.sides ?? []).every((side) => ours.sides?.includes(side));
    return same ? [] : [`${at}: ${JSON.stringify(ours)} ${JSON.stringify(theirs)}`];
  });
  return { cells: compared.length, differ };
}

function filled({ area, values }: SheetSnapshot): { row: number; col: number }[] {
  return values.flatMap((line, row) =>
    line.flatMap((value, col) => (value === null ? [] : [{ row: area.row + row, col: area.col + col }])),
  );
}

function lookOf({ font, alignment, border }: Cell): CellLook {
  const horizontal = alignment?.horizontal;
  const align = (horizontal as string | undefined) === "general" ? undefined : horizontal === "centerContinuous" ? "across" : horizontal;
  const sides = SIDES.filter((side) => border?.[side]?.style);
  return {
    ...(font?.bold ? { bold: true } : {}),
    ...(alignment?.indent ? { indent: alignment.indent } : {}),
    ...(align ? { align } : {}),
    ...(sides.length > 0 ? { sides } : {}),
  };
}

(FILES.length === 0 ? test.skip : test)("cells of other people's workbooks look as another reader has it", async () => {
  let seen = 0;
  for (const name of FILES) {
    const { cells, differ } = await differences(new Uint8Array(readFileSync(path.join(FOLDER, name))));
    expect([name, differ]).toEqual([name, []]);
    seen += cells;
  }
  expect(seen).toBeGreaterThan(20_000);
});

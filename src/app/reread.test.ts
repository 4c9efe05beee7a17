import { expect, test } from "@jest/globals";
import { openXlsx, writeXlsx } from "../workbook/xlsx";
import type { CellInput, LookPart, SheetArea, SheetSnapshot, SheetSpec, StyledArea } from "../sheet";
import { plainSheet } from "../self-test/sheets";
import { patched } from "./reread";

const PARTS: readonly LookPart[] = ["numberFormats", "indents", "aligns", "bold", "borders", "widths"];
const AREA = { row: 1, col: 0, rows: 8, cols: 3 };

function spec(styles: readonly StyledArea[], width: number): SheetSpec {
  const rows = Array.from({ length: 10 }, (_, row): CellInput[] => [`Dòng ${row}`, row, row * 2]);
  return plainSheet("S", rows, { styles, columns: [{ width: 30 }, { width }, { width: 12 }] });
}

async function read(one: SheetSpec, areas: readonly SheetArea["area"][], looks: readonly LookPart[]): Promise<SheetSnapshot[]> {
  return (await openXlsx(await writeXlsx([one]))).read(
    areas.map((area) => ({ sheet: "S", area })),
    { looks },
  );
}

const kept: StyledArea[] = [
  { area: { row: 1, col: 0, rows: 2, cols: 3 }, style: { bold: true, border: true } },
  { area: { row: 8, col: 1, rows: 1, cols: 2 }, style: { numberFormat: "0%" } },
];
const before = spec([...kept, { area: { row: 4, col: 0, rows: 3, cols: 1 }, style: { indent: 2, bold: true } }], 10);
const after = spec(
  [...kept, { area: { row: 5, col: 0, rows: 1, cols: 2 }, style: { numberFormat: "0.0", align: "center", border: true } }],
  14,
);
const pieces = [
  { ...AREA, row: 4, rows: 2 },
  { ...AREA, row: 6, rows: 1 },
];

test("rows that are read again have their new looks, all others keep theirs", async () => {
  const [[old], [whole]] = [await read(before, [AREA], PARTS), await read(after, [AREA], PARTS)];
  const again = await read(after, pieces, PARTS);
  if (!old || !whole) throw new Error("no snapshot");
  expect(old.looks).not.toEqual(whole.looks);
  expect(patched(old, again).looks).toEqual(whole.looks);
});

test("looks that were not asked for again are not told any more", async () => {
  const [old] = await read(before, [AREA], PARTS);
  if (!old) throw new Error("no snapshot");
  expect(patched(old, await read(after, pieces, []))).not.toHaveProperty("looks");
  expect(Object.keys(patched(old, await read(after, pieces, ["bold"])).looks ?? {})).toEqual(["bold"]);
});

import { createEngine } from "../../src/host/engine";
import { showBook } from "../../src/host/files/show-book";
import { MAX_COLS, MAX_ROWS, type Area, type CellInput, type SheetSpec } from "../../src/sheet";
import { openFile, openWhole } from "../../src/workbook/files";
import { writeXlsx } from "../../src/workbook/xlsx";
import type { Row } from "./row";
import { taken } from "./taken";

export const name = "opening a file in the embedded workbook";

/** The second round is warm, as a page is that has read a file before. */
const ROUNDS = 2;

const ALL: Area = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };

/** A file of 100,000 cells, a fifth of them formulas: read with its formulas evaluated, and opened until the workbook is at rest. */
export async function* run(): AsyncGenerator<Row> {
  const bytes = await writeXlsx([sheet(10_000)]);
  for (let round = 1; round <= ROUNDS; round++) {
    const reading = await taken(async () => {
      const book = await openFile(bytes, "a.xlsx");
      const { sheets } = await book.outline();
      return book.read(sheets.map((one) => ({ sheet: one.name, area: ALL })), { layout: true });
    });
    const engine = createEngine({ name: "x", sheets: ["Trang tính1"] });
    // the engine begins with a calculation of its own
    await new Promise((done) => setTimeout(done, 500));
    const opening = await taken(async () => {
      showBook(engine, await openWhole(bytes, "a.xlsx"));
      await engine.settled();
    });
    const typing = await taken(async () => {
      engine.workbook.getSheetByName("Biểu")?.getRange("B5").setValue(7);
      await engine.settled();
    });
    engine.dispose();
    const row = (label: string, value: number, unit = "ms of processor"): Row => ({ label: `${label}, round ${round}`, value, unit });
    yield row("reading 100,000 cells", Math.round(reading.processor));
    yield row("opening them", Math.round(opening.processor));
    yield row("opening / reading", Math.round((100 * opening.processor) / reading.processor) / 100, "times");
    yield row("calculating after one cell was typed", Math.round(typing.processor));
  }
}

/** A line has ten cells: a name, five numbers, two formulas, a note and a number. */
function sheet(rows: number): SheetSpec {
  const cells = Array.from({ length: rows }, (_, index): CellInput[] => {
    const row = index + 1;
    return [
      `Nội dung ${row}`, row, row * 2, row * 3, row + 7, row + 11,
      { formula: `=SUM(B${row}:F${row})` }, { formula: `=IF(G${row}=0,"",ROUND(B${row}/G${row},2))` },
      `ghi chú ${row % 50}`, row,
    ];
  });
  return {
    name: "Biểu", cells, columns: [], rowHeights: [], merges: [], names: [], validations: [], conditionalFormats: [], charts: [],
    styles: [{ area: { row: 0, col: 0, rows, cols: 10 }, style: { border: true, font: "Times New Roman", size: 12 } }],
    freeze: { rows: 1, cols: 0 },
    print: { orientation: "portrait", pagesWide: 1, margins: { top: 20, bottom: 20, left: 20, right: 20 } },
  };
}

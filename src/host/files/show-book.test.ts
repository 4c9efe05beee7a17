import { afterEach, describe, expect, test } from "@jest/globals";
import { SetFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import fc from "fast-check";
import { toA1, type CellInput, type SheetSpec } from "../../sheet";
import { openWhole } from "../../workbook/files";
import { writeXlsx } from "../../workbook/xlsx";
import { sharedFormulas } from "../bridge/cells";
import { createEngine, type Engine } from "../engine";
import { showBook } from "./show-book";

let engine: Engine | null = null;
afterEach(() => {
  engine?.dispose();
  engine = null;
});

const NO_MORE = {
  columns: [], rowHeights: [], styles: [], merges: [], freeze: { rows: 0, cols: 0 }, validations: [], conditionalFormats: [], charts: [],
  print: { orientation: "portrait", pagesWide: 1, margins: { top: 20, bottom: 20, left: 20, right: 20 } },
} as const satisfies Partial<SheetSpec>;

function spec(name: string, cells: readonly (readonly CellInput[])[]): SheetSpec {
  return { ...NO_MORE, name, cells, names: name === "Một" ? [{ name: "TONG", area: { row: 0, col: 0, rows: 3, cols: 1 } }] : [] };
}

async function show(...specs: readonly SheetSpec[]): Promise<Engine> {
  engine ??= createEngine({ name: "x", sheets: ["Trang tính1"] });
  await engine.settled();
  showBook(engine, await openWhole(await writeXlsx(specs), "a.xlsx"));
  return engine;
}

/** What the cells of a sheet show and say, by their addresses. */
function cellsOf({ workbook }: Engine, name: string): Record<string, { shown: unknown; formula: string | null }> {
  const found: Record<string, { shown: unknown; formula: string | null }> = {};
  const matrix = workbook.getSheetByName(name)?.getSheet().getCellMatrix();
  const shared = matrix && sharedFormulas(matrix);
  matrix?.forValue((row, col, cell) => {
    if (!cell) return undefined;
    const formula = cell.f ?? ((cell.si && shared?.(cell.si, row, col)) || null);
    const { v } = cell;
    const shown = typeof v === "number" ? Number(v.toPrecision(12)) : (v ?? "");
    if (shown !== "" || formula) found[toA1({ row, col })] = { shown, formula };
    return undefined;
  });
  return found;
}

/** Longer than the engine gathers changes before it calculates. */
const aWhile = (): Promise<void> => new Promise((done) => setTimeout(done, 300));

async function calculated(opened: Engine, names: readonly string[]): Promise<unknown> {
  opened.calculation.calculate();
  await opened.settled();
  return names.map((name) => cellsOf(opened, name));
}

const typed = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom<CellInput>(null, "chữ", true, 0.1));
/** Formulas to the right of what they read, so that there is no circle; each as it stands in a row. */
const FORMULAS: readonly ((row: number) => string)[] = [
  (row) => `=SUM(A${row}:C${row})+1`,
  (row) => `=IF(COUNT(A${row}:C${row})=0,"",A${row}&"-"&B${row})`,
  (row) => `=A$1/B${row}+SUM(TONG)`,
  (row) => `=Một!A${row}=B${row}`,
  (row) => `=SUM(Hai!$A$1:B${row})`,
];
const grid = fc.tuple(
  fc.array(fc.array(typed, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 5 }),
  fc.array(fc.constantFrom(...FORMULAS), { maxLength: 4 }),
);

describe("showBook", () => {
  test("shows what was read without calculating, and what calculating shows", async () => {
    const names = ["Một", "Hai"];
    await fc.assert(
      fc.asyncProperty(grid, fc.integer({ min: -9, max: 9 }), async ([numbers, columns], other) => {
        const cells = numbers.map((row, at): CellInput[] => [...row, ...columns.map((of) => ({ formula: of(at + 1) }))]);
        const opened = await show(...names.map((name) => spec(name, cells)));
        const shown = names.map((name) => cellsOf(opened, name));
        for (const [at, of] of columns.entries()) expect(shown[1]?.[toA1({ row: 2, col: 3 + at })]?.formula).toBe(of(3));
        expect(await calculated(opened, names)).toEqual(shown);
        opened.workbook.getSheetByName("Một")?.getRange("A1").setValue(other);
        await opened.settled();
        const changed = names.map((name) => cellsOf(opened, name));
        expect(await calculated(opened, names)).toEqual(changed);
      }),
      { numRuns: 10 },
    );
  });

  test("calculates nothing in a page without formulas", async () => {
    engine = createEngine({ name: "x", sheets: ["Trang tính1"] });
    // the engine begins with a calculation of its own
    await aWhile();
    let started = 0;
    engine.commands.beforeCommandExecuted(({ id }) => void (id === SetFormulaCalculationStartMutation.id && started++));
    await show(spec("Một", [[1], [2], [{ formula: "=SUM(A1:A2)" }]]));
    await aWhile();
    expect([started, cellsOf(engine, "Một")["A3"]]).toEqual([0, { shown: 3, formula: "=SUM(A1:A2)" }]);
  });
});

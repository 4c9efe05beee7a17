import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { createEngine, type Engine } from "./engine";
import { numbered } from "./numbered";

let engine: Engine;
let sheet: FWorksheet;

beforeEach(async () => {
  engine = createEngine({ name: "x", sheets: ["Một"] });
  sheet = engine.workbook.getActiveSheet();
  await put("F1", "=SEQUENCE(5)");
});
afterEach(() => engine.dispose());

async function put(at: string, formula: string): Promise<void> {
  sheet.getRange(at).setValue({ f: formula });
  await engine.settled();
}

/** The cells that show a result which a formula spilled, by row and column. */
function spilled(): string[] {
  const results = engine.injector.get(FormulaDataModel).getArrayFormulaCellData()[engine.workbook.getId()]?.[sheet.getSheetId()] ?? {};
  return numbered(results).flatMap(([row, line]) => numbered(line).map(([col, cell]) => `${row},${col}=${String(cell?.v)}`));
}

test("a formula that another one stands in the way of leaves nothing behind when a column before both goes", async () => {
  await put("F2", "=SEQUENCE(2)");
  sheet.deleteColumns(0, 1);
  await engine.settled();
  expect(spilled()).toEqual(["0,4=#SPILL!", "1,4=1", "2,4=2"]);
});

test("a formula that is replaced by itself leaves what another one spills", async () => {
  await put("F2", "=SEQUENCE(2)");
  await put("F1", "=SEQUENCE(1)");
  expect(spilled()).toEqual(expect.arrayContaining(["1,5=1", "2,5=2"]));
  expect(spilled().some((cell) => cell.startsWith("3,5") || cell.startsWith("4,5"))).toBe(false);
});

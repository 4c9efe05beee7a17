import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { createEngine, type Engine } from "./engine";

let engine: Engine;
let sheet: FWorksheet;

beforeAll(() => {
  engine = createEngine({ name: "x", sheets: ["Một"] });
  sheet = engine.workbook.getActiveSheet();
  sheet.getRange("A1:A4").setValues([[1], [2], [3], [4]]);
});
afterAll(() => engine.dispose());

/** Puts one formula, which they share, into cells below one another, and tells what they show. */
async function shared(column: string, formula: string): Promise<unknown[]> {
  const cells = [{ f: formula, si: `s${column}` }, { si: `s${column}` }, { si: `s${column}` }];
  sheet.getRange(`${column}1:${column}3`).setValues(cells.map((cell) => [cell]));
  await engine.settled();
  return shown(column);
}

function shown(column: string): unknown[] {
  return [1, 2, 3].map((row) => sheet.getRange(`${column}${row}`).getRawValue());
}

test("of cells that share a formula each follows the cells that its functions name", async () => {
  expect(await shared("B", "=OFFSET(A1,1,0)*10")).toEqual([20, 30, 40]);
  expect(await shared("C", '=INDIRECT("A"&ROW()+1)*10')).toEqual([20, 30, 40]);
  sheet.getRange("A3").setValue(7);
  await engine.settled();
  expect([shown("B"), shown("C")]).toEqual([[20, 70, 40], [20, 70, 40]]);
});

test("cells that share a formula that is always calculated again are, whatever changes", async () => {
  const before = await shared("D", "=RAND()+A1*0");
  sheet.getRange("H9").setValue("khác");
  await engine.settled();
  const after = shown("D");
  expect(after.filter((value, row) => typeof value === "number" && value !== before[row])).toHaveLength(3);
});

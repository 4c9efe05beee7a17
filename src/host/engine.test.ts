import { afterEach, describe, expect, test } from "@jest/globals";
import { createEngine, type Engine } from "./engine";

let engine: Engine | undefined;
afterEach(() => engine?.dispose());

describe("engine", () => {
  test("calculates what is typed and says when it is done", async () => {
    engine = createEngine({ name: "Kế hoạch", sheets: ["Biểu 1", "Biểu 2"] });
    expect(engine.workbook.getName()).toBe("Kế hoạch");
    expect(engine.workbook.getSheets().map((sheet) => sheet.getSheetName())).toEqual(["Biểu 1", "Biểu 2"]);
    const sheet = engine.workbook.getActiveSheet();
    sheet.getRange("A1:A2").setValues([[39705], [78960]]);
    sheet.getRange("A3").setValue({ f: "=SUM(A1:A2)" });
    await engine.settled();
    expect(sheet.getRange("A3").getRawValue()).toBe(118665);
    sheet.getRange("A1").setValue(1);
    await engine.settled();
    expect(sheet.getRange("A3").getRawValue()).toBe(78961);
  });

  test("is settled at once when nothing has to be calculated", async () => {
    engine = createEngine({ name: "w", sheets: ["a"] });
    await engine.settled();
    engine.workbook.getActiveSheet().getRange("A1").setValue(1);
    await engine.settled();
    await engine.settled(1);
    expect(engine.workbook.getActiveSheet().getRange("A1").getRawValue()).toBe(1);
  });

  test("shows numbers as Vietnamese Excel does", () => {
    engine = createEngine({ name: "w", sheets: ["a"] });
    const cell = engine.workbook.getActiveSheet().getRange("A1");
    cell.setValue(275556.5).setNumberFormat("#,##0.0");
    expect(cell.getDisplayValue()).toBe("275.556,5");
  });
});

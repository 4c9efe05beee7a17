import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseA1, toA1 } from "./address";
import { areasBeyond, areasRead, circlesIn, formulasRead, withCircles } from "./circles";
import type { SheetSnapshot, WorkbookOutline } from "./snapshot";

const outline: WorkbookOutline = {
  sheets: [{ id: "1", name: "Biểu", visible: true }, { id: "2", name: "Phụ lục", visible: true }],
  names: [{ name: "Tong", scope: null, refersTo: { sheet: "Biểu", area: { row: 7, col: 2, rows: 1, cols: 1 } } }],
};

const reads = areasRead(outline);

/** A sheet of 30 rows and 8 columns with those formulas. */
function sheetOf(formulas: Readonly<Record<string, string>>, sheet = "Biểu"): SheetSnapshot {
  const cells = Array.from({ length: 30 }, (): (string | null)[] => Array.from({ length: 8 }, () => null));
  for (const [address, formula] of Object.entries(formulas)) {
    const at = parseA1(address);
    const row = at && cells[at.row];
    if (!row) throw new Error(address);
    row[at.col] = formula;
  }
  return {
    sheet,
    area: { row: 0, col: 0, rows: 30, cols: 8 },
    values: cells.map((row) => row.map(() => null)),
    formulas: cells,
    unevaluated: [],
  };
}

const circles = (...snapshots: SheetSnapshot[]): string[] =>
  circlesIn(formulasRead(snapshots, reads)).circles.map((cells) =>
    cells.map((at) => `${at.sheet === "Biểu" ? "" : `${at.sheet}!`}${toA1(at)}`).join(" "),
  );

describe("circlesIn", () => {
  test.each([
    [{ C9: "=SUM(C10:C14)", C10: "=C9-C11" }, ["C9 C10"]],
    [{ C9: "=SUMIFS(C:C,A:A,1)" }, ["C9"]],
    [{ C8: "=C8" }, ["C8"]],
    [{ C8: "=Tong+1" }, ["C8"]],
    [{ C8: "=SUBTOTAL(9,C8:C20)", C9: "=C8" }, ["C8"]],
    [{ C8: "=G20", G20: "=H20*2", H20: "=SUM(C8:C9)" }, ["C8 G20 H20"]],
    [{ C8: "=C9", C9: "=C8", C20: "=C21", C21: "=IF(C20>0,1,2)" }, ["C8 C9", "C20 C21"]],
    [{ C8: "=ROW(C8)+COLUMNS(A8:C8)+C9", C9: "=ROWS(C8:C9)" }, []],
    [{ C8: "=[1]Biểu!C8+'[2]Biểu'!C8" }, []],
    [{ C8: "=SUM(C9:C14)", D8: "=SUM(D9:D14)", C9: "=D9" }, []],
    [{ C8: '="C8"&C9' }, []],
  ])("%j", (formulas, found) => {
    expect(circles(sheetOf(formulas as Record<string, string>))).toEqual(found);
  });

  test("through another sheet, whichever was read first", () => {
    const [one, other] = [sheetOf({ C8: "='Phụ lục'!B2" }), sheetOf({ B2: "=SUM(Biểu!C8:C9)" }, "Phụ lục")];
    expect(circles(one, other)).toEqual(["C8 Phụ lục!B2"]);
    expect(circles(one)).toEqual([]);
    expect(areasBeyond([one], formulasRead([one], reads))).toEqual([{ sheet: "Phụ lục", area: { row: 1, col: 1, rows: 1, cols: 1 } }]);
    expect(areasBeyond([one, other], formulasRead([one, other], reads))).toEqual([]);
  });

  test("what hangs on a circle has no value, and only that", () => {
    const sheet = sheetOf({ C8: "=C9", C9: "=C8", D8: "=C8+1", E8: "=D8", F8: "=G8" });
    const seen = withCircles(sheet, circlesIn(formulasRead([sheet], reads)));
    expect(seen.unevaluated.map((at) => toA1(at)).sort()).toEqual(["C8", "C9", "D8", "E8"]);
    const sound = sheetOf({ C8: "=C9" });
    expect(withCircles(sound, circlesIn(formulasRead([sound], reads)))).toBe(sound);
  });

  test("formulas that read only what stands below form none; one that reads back above forms one through itself", () => {
    const chain = fc
      .uniqueArray(fc.integer({ min: 1, max: 29 }), { minLength: 2, maxLength: 12 })
      .map((rows) => rows.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(chain, fc.boolean(), (rows, closed) => {
        const formulas = Object.fromEntries(
          rows.map((row, index) => [`C${row}`, index + 1 < rows.length ? `=C${rows[index + 1]}*2` : closed ? `=C${rows[0]}` : "=1+1"]),
        );
        expect(circles(sheetOf(formulas))).toEqual(closed ? [rows.map((row) => `C${row}`).join(" ")] : []);
      }),
    );
  });

  test("names and sheets are found in any case; areas inside ROW and its like are not read", () => {
    expect(
      reads("=tong+SUM('phụ lục'!A1:B2)+ROW(C3)+D4", "Biểu").map(({ sheet, area }) => `${sheet} ${area.row} ${area.col}`),
    ).toEqual(["Biểu 7 2", "Phụ lục 0 0", "Biểu 3 3"]);
  });
});

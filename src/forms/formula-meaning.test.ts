import { expect, test } from "@jest/globals";
import { placesFrom, sameFormula, type PlaceMap } from "./formula-meaning";

/** Lines in rows 4 to 8 of which a new one came before the third; its columns stand one further right. */
const MAP: PlaceMap = {
  sheetA: "Cũ",
  sheetB: "Mới",
  areaA: { row: 3, col: 1, rows: 5, cols: 4 },
  rows: placesFrom(Int32Array.from([0, 1, 3, 4, 5]), [3, 4, 5, 6, 7], [3, 4, 5, 6, 7, 8]),
  cols: placesFrom(Int32Array.from([0, 1, 2, 3]), [1, 2, 3, 4], [2, 3, 4, 5]),
};
const same = (a: string, b: string): boolean => sameFormula(a, { sheet: "Cũ", row: 3, col: 2 }, b, { sheet: "Mới", row: 3, col: 3 }, [MAP]);

test.each([
  ["=C5+C6", "=D5+D7"],
  ["=SUM(C5:C8)", "=sum( D5:D9 )"],
  ["=SUM(C6:C8)", "=SUM(D7:D9)"],
  ["=SUM($C$5:$C$8)", "=SUM(D5:D9)"],
  ["=C4*$H$1", "=D4*$H$1"],
  ["=C4*H1", "=D4*I1"],
  ["=IF(C5>0,\"có\",0)", "=IF(D5>0,\"có\",0)"],
  ["=SUM(C:C)", "=SUM(D:D)"],
])("%s is %s", (a, b) => expect(same(a, b)).toBe(true));

test.each([
  ["=C5+C6", "=D5+D6"],
  ["=SUM(C5:C8)", "=SUM(D5:D8)"],
  ["=SUM(C5:C8)", "=SUM(E5:E9)"],
  ["=C5+C6", "=D5-D7"],
  ["=SUM(C5:C8)", "=SUM(D5:D9)+500"],
  ["=IF(C5>0,\"có\",0)", "=IF(D5>0,\"Có\",0)"],
  ["=C4*$H$1", "=D4*$H$2"],
])("%s is not %s", (a, b) => expect(same(a, b)).toBe(false));

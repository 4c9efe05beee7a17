import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { areaToA1, MAX_COLS, MAX_ROWS } from "../../sheet";
import { columnsA1, rowsA1 } from "./ranges";
import { changesOf, eventArea } from "./watch";

test("an address of an event is its area again", () => {
  const area = fc.record({
    row: fc.nat(9999),
    col: fc.nat(999),
    rows: fc.integer({ min: 1, max: 99 }),
    cols: fc.integer({ min: 1, max: 99 }),
  });
  fc.assert(fc.property(area, (given) => {
    expect(eventArea(areaToA1(given))).toEqual(given);
    expect(eventArea(columnsA1(given.col, given.col + given.cols - 1))).toEqual({ ...given, row: 0, rows: MAX_ROWS });
    expect(eventArea(rowsA1(given.row, given.row + given.rows - 1))).toEqual({ ...given, col: 0, cols: MAX_COLS });
  }));
});

test.each(["", "B", "A0", "XFE:XFE", "A1:B2:C3", "0:1", "1048577:1048577", "'Biểu 1'!A1"])("%j is no area", (address) => {
  expect(eventArea(address)).toBeNull();
});

describe("an event", () => {
  const event = { address: "B7", changeType: "RangeEdited", source: "Local", worksheetId: "{1}" } as const;

  test("says which cells, and who", () => {
    expect(changesOf(event)).toEqual([{ sheetId: "{1}", area: { row: 6, col: 1, rows: 1, cols: 1 }, source: "local" }]);
    expect(changesOf({ ...event, source: "Remote" })[0]?.source).toBe("remote");
  });

  test("of several areas is several changes", () => {
    expect(changesOf({ ...event, address: "B7, D1:D2" }).map((change) => change.area)).toEqual([
      { row: 6, col: 1, rows: 1, cols: 1 },
      { row: 0, col: 3, rows: 2, cols: 1 },
    ]);
  });

  test.each(["RowInserted", "RowDeleted", "ColumnInserted", "ColumnDeleted", "CellInserted", "CellDeleted", "Unknown"] as const)(
    "%s makes every address old",
    (changeType) => {
      expect(changesOf({ ...event, changeType })).toEqual([{ sheetId: "{1}", area: null, source: "local" }]);
    },
  );
});

import { expect, test } from "@jest/globals";
import { formulaTable, type Rows } from "../../tests/support/other-tables";
import { historySlips, sheetSlips } from "./history-slips";

const found = (figures: Rows[number]) => {
  const table = formulaTable([
    ["STT", "Chỉ tiêu", "Năm 2021", "Năm 2022", "Năm 2023", "Năm 2024", "Năm 2025"],
    ["1", "Số lao động", ...figures],
    ["2", "Số cơ sở", 31, 33, 36, 37, 41],
    ["3", "Sản lượng", 1250, 1310, 1295, 1340, 1402],
  ]);
  return historySlips(table).map(({ at, data }) => [at.row, at.col, "correction" in data && data.correction?.to]);
};

test("a cell a hundred or thousand times off the other years of its line, where those agree", () => {
  expect(found([2310, 2402, 2455, 2519, 2601])).toEqual([]);
  expect(found([2310, 2402, 2455, 251_900, 2601])).toEqual([[1, 5, 2519]]);
  expect(found([2310, 2.402, 2455, 2519, 2601])).toEqual([[1, 3, 2402]]);
  expect(found([2310, 24_020, 2455, 2519, 2601])).toEqual([]);
  expect(found([23, 2_402_000, 2455, 2519, 26_010])).toEqual([]);
});

const LINES = ["Số lao động", "Số cơ sở", "Sản lượng", "Doanh thu", "Số thuế"];

const onSheets = (...sheets: readonly (readonly number[])[]) =>
  sheetSlips(
    sheets.map((figures, at) =>
      formulaTable(
        [
          ["STT", "Chỉ tiêu", `Năm ${2021 + at}`],
          ...LINES.map((label, line) => [`${line + 1}`, label, figures[line] ?? null]),
        ],
        { sheet: `Xã ${at + 1}` },
      ),
    ),
  ).map(({ at, data }) => [at.sheet, at.row, "correction" in data && data.correction?.to]);

test("a cell a hundred or thousand times off the same cell of other sheets, where those agree", () => {
  const right = [2310, 31, 1250, 8120, 415];
  expect(onSheets(right, [2402, 33, 1310, 8415, 420], [2455, 36, 1295, 8730, 398], [2519, 37, 1340, 9015, 433])).toEqual([]);
  const slipped = [2519, 37, 1.34, 9015, 433];
  expect(onSheets(right, [2402, 33, 1310, 8415, 420], [2455, 36, 1295, 8730, 398], slipped)).toEqual([["Xã 4", 3, 1340]]);
  // three sheets say too little, and a sheet in another unit is no slip
  expect(onSheets(right, [2402, 33, 1310, 8415, 420], slipped)).toEqual([]);
  const otherUnit = [2519, 37, 1_340_000, 9_015_000, 433_000];
  expect(onSheets(right, [2402, 33, 1310, 8415, 420], [2455, 36, 1295, 8730, 398], otherUnit)).toEqual([]);
  // units of other sizes
  expect(onSheets(right, [24, 3, 13, 84, 4], [245_500, 3600, 129_500, 873_000, 39_800], slipped)).toEqual([]);
});

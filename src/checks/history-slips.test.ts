import { expect, test } from "@jest/globals";
import { formulaTable, type Rows } from "../../tests/support/other-tables";
import { historySlips } from "./history-slips";

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

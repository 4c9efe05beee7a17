import { describe, expect, test } from "@jest/globals";
import { today } from "../../../../tests/support/context";
import { formulaTable, type Rows } from "../../../../tests/support/other-tables";
import { check } from "../../../checks";
import { toA1 } from "../../../sheet";

const told = (rows: Rows): readonly string[] =>
  check([formulaTable(rows)], today).findings.map(({ severity, code, at }) => `${severity} ${code} ${toA1(at)}`);

const HALVES = ["STT", "Nội dung", "Quý I", "Quý II", "6 tháng đầu năm", "Quý III", "Quý IV", "Cả năm"];
const QUARTERS = ["STT", "Nội dung", "Cả năm", "Quý I", "Quý II", "Quý III", "Quý IV"];

describe("quarters, half-years and years", () => {
  test("one line is enough where another period of it holds", () => {
    expect(told([HALVES, ["1", "Thu phí", 120, 135, 255, 140, 155, 550]])).toEqual([]);
    expect(told([HALVES, ["1", "Thu phí", 120, 135, 265, 140, 155, 550]])).toEqual(["warning sum-mismatch E2"]);
    expect(told([HALVES, ["1", "Thu phí", 120, 135, 255, 140, 155, 505]])).toEqual(["warning sum-mismatch H2"]);
  });

  test("the year before its quarters, months of a quarter, and lines", () => {
    expect(told([QUARTERS, ["1", "Thu phí", 550, 120, 135, 140, 155], ["2", "Thu khác", 184, 20, 35, 41, 52]])).toEqual([
      "warning sum-mismatch C3",
    ]);
    const months = ["STT", "Nội dung", "Tháng 1", "Tháng 2", "Tháng 3", "Quý I"];
    expect(told([months, ["1", "Thu phí", 550, 120, 135, 805], ["2", "Thu khác", 148, 20, 35, 230]])).toEqual(["warning sum-mismatch F3"]);
    const lines = (half: number): Rows => [
      ["TT", "Nội dung", "Số thu", "Số chi"],
      ["1", "Quý I", 120, 110], ["2", "Quý II", 135, 131], ["3", "6 tháng đầu năm", 255, half],
      ["4", "Quý III", 140, 120], ["5", "Quý IV", 155, 143], ["6", "Cả năm", 550, 504],
    ];
    expect(told(lines(241))).toEqual([]);
    expect(told(lines(214))).toEqual(["warning sum-mismatch D4"]);
  });

  test.each<readonly [string, Rows]>([
    ["what is cumulative", [
      ["STT", "Nội dung", "Quý I", "Quý II", "Lũy kế 6 tháng", "Quý III", "Quý IV", "Lũy kế cả năm"],
      ["1", "Thu phí", 120, 135, 265, 140, 155, 650],
    ]],
    ["what is cumulative without a word", [
      ["STT", "Nội dung", "Quý I", "6 tháng", "9 tháng", "Cả năm"], ["1", "Thu phí", 120, 255, 395, 550],
      ["2", "Thu khác", 20, 55, 96, 148],
    ]],
    ["what is there at a time", [QUARTERS, ["1", "Số lao động", 550, 540, 545, 548, 550], ["2", "Số học sinh", 148, 148, 147, 148, 148]]],
    ["averages and balances", [QUARTERS, ["1", "Thu nhập bình quân", 4, 4, 4, 4, 4], ["2", "Dư nợ", 8, 2, 2, 2, 1]]],
    ["a plan for the year beside what was done", [
      ["STT", "Nội dung", "Kế hoạch cả năm", "Thực hiện quý I", "Thực hiện quý II", "Thực hiện quý III", "Thực hiện quý IV"],
      ["1", "Thu phí", 560, 120, 135, 140, 155], ["2", "Thu khác", 150, 20, 35, 41, 52],
    ]],
    ["quarters that are still to come", [
      QUARTERS, ["1", "Thu phí", 550, 120, 135, null, null], ["2", "Thu khác", 148, 20, 35, null, null],
    ]],
    ["what rounding makes of it", [QUARTERS, ["1", "Thu phí", 551, 121, 134, 140, 155], ["2", "Thu khác", 148, 20, 35, 41, 53]]],
    ["shares", [
      ["STT", "Nội dung", "Quý I (%)", "Quý II (%)", "6 tháng đầu năm (%)"],
      ["1", "Tỷ lệ giải ngân", 12, 13, 35], ["2", "Tỷ lệ thu", 10, 11, 31],
    ]],
    ["two columns of one period", [
      ["STT", "Nội dung", "Quý I", "Quý I", "Quý II", "6 tháng đầu năm"],
      ["1", "Thu phí", 120, 130, 135, 275], ["2", "Thu khác", 10, 20, 30, 45],
    ]],
  ])("nothing is told of %s", (_, rows) => {
    expect(told(rows)).toEqual([]);
  });
});

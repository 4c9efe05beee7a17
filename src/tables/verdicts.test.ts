import { expect, test } from "@jest/globals";
import { indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import { tableOf } from "../../tests/support/grids";
import { verdictOn, type IndicatorTable } from ".";

function statusOf({ rows: [row] }: IndicatorTable): string {
  if (!row) throw new Error("no row");
  const verdict = verdictOn(row, row.targets.get(2025), row.actuals.get(2025));
  return verdict.status === "cannot-check" ? verdict.reason : verdict.status;
}

const of = (cells: IndicatorCells): string => statusOf(indicatorRows([{ target2025: "> 30", actual2025: 31, ...cells }]));

test("a target in another unit than its row is held against nothing", () => {
  const verdicts = (unit: string | null, ...targets: string[]): string[] =>
    targets.map((target2025) => of({ unit, target2025, actual2025: 17 }));
  expect(verdicts("%", "≥ 15‰", "17/17 xã", "5 tỷ đồng", "≥ 15%")).toEqual(["other-unit", "other-unit", "other-unit", "met"]);
  expect(verdicts("xã, phường", "17/17 xã", "≥ 95%", "≥ 15")).toEqual(["met", "other-unit", "met"]);
  expect(verdicts("/vạn dân", "< 8/100.000 dân", "đạt 15 giường bệnh/vạn dân")).toEqual(["other-unit", "met"]);
  expect(verdicts(null, "≥ 15%", "≥ 15 người", "≥ 15 triệu đồng")).toEqual(["met", "met", "other-unit"]);
  expect(verdicts("triệu đồng", "≥ 15 triệu đồng", "≥ 0,02 tỷ đồng")).toEqual(["met", "not-met"]);
});

test("a count that some reporting units have yet to add to is no verdict, a rate is one", () => {
  const sum = (unit: string, u2: number | null): string =>
    statusOf(
      tableOf(
        "indicators", ["label", "unit", "target2025", "u1", "u2", "actual2025"],
        [["Số bác sĩ", unit, "≥ 10", 7, u2, { formula: "=SUM(D2:E2)", value: 7 + (u2 ?? 0) }]],
      ) as IndicatorTable,
    );
  expect([sum("bác sĩ", null), sum("bác sĩ", 4), sum("bác sĩ", 2), sum("%", null)]).toEqual(["gathered", "met", "not-met", "not-met"]);
});

test("phrases are read in the notation of the table's language, which its heads tell", () => {
  const said = (target: string, heads: readonly string[]): string =>
    statusOf(
      tableOf(
        "indicators", ["label", "unit", "target2025", "actual2025"], [["Số người", "người", target, 1000]], undefined, heads,
      ) as IndicatorTable,
    );
  const [vi, en] = [["Chỉ tiêu", "Đơn vị tính"], ["Indicator", "Unit"]];
  expect([said("> 1.234", vi), said("> 1.234", en), said("> 1,234", vi), said("> 1,234", en), said("> 1.234", ["Tên", "ĐV"])]).toEqual([
    "not-met", "met", "met", "not-met", "not-met",
  ]);
});

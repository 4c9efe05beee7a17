import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import { unitLimits } from "./unit-limits";

const said = (cells: IndicatorCells) => found(unitLimits, indicatorRows([cells])).map(({ code, severity }) => `${code} ${severity}`);

describe("unit-limits", () => {
  test("a share passes neither 100 % nor 1000 ‰", () => {
    expect(said({ actual2025: 105 })).toEqual(["over-whole error"]);
    expect(said({ actual2025: 100 })).toEqual([]);
    expect(said({ unit: "‰", actual2025: 1001 })).toEqual(["over-whole error"]);
    expect(said({ label: "Độ che phủ rừng", actual2025: 105 })).toEqual(["over-whole warning"]);
  });

  test.each([
    "Tốc độ tăng chi cho y tế", "Tỷ lệ hoàn thành dự toán", "Thu ngân sách so với dự toán", "Công suất sử dụng giường bệnh",
    "Tỷ lệ tăng dân số tự nhiên", "Tỷ lệ nhập học thô",
  ])("%s may pass the whole and fall below zero", (label) => {
    expect(said({ label, actual2024: 105, actual2025: -2 })).toEqual([]);
  });

  test("tăng huyết áp is no growth, and kế hoạch hóa gia đình no plan", () => {
    expect(said({ label: "Tỷ lệ người tăng huyết áp được quản lý", actual2025: 105 })).toEqual(["over-whole error"]);
    expect(said({ label: "Tỷ lệ thực hiện kế hoạch hóa gia đình", actual2025: 105 })).toEqual(["over-whole error"]);
  });

  test("a target beyond the whole says that the measure passes it", () => {
    expect(said({ target2025: "≥ 110", actual2025: 115 })).toEqual([]);
  });

  test("a value that is off by a power of ten is another rule's", () => {
    expect(said({ target2025: 95, actual2024: 93, actual2025: 9500 })).toEqual([]);
  });

  test("counts, rates, ages and shares are not negative; a lost minus is offered where others are near", () => {
    expect(said({ unit: "người", actual2025: -5 })).toEqual(["below-zero error"]);
    expect(said({ unit: "/vạn dân", actual2025: -1.5 })).toEqual(["below-zero error"]);
    expect(said({ num2025: -5, den2025: 10 })).toEqual(["below-zero error"]);
    expect(found(unitLimits, indicatorRows([{ unit: "tuổi", actual2024: 74, actual2025: -75 }]))).toMatchObject([
      { data: { correction: { from: -75, to: 75, kind: "sign" } } },
    ]);
    expect(said({ label: "Kết dư", unit: "triệu đồng", actual2025: -5 })).toEqual([]);
    expect(said({ label: "Chỉ số", unit: "điểm", actual2025: -5 })).toEqual([]);
    expect(said({ unit: "người", label: "Số người tăng thêm", actual2025: -5 })).toEqual([]);
  });

  test("a numerator is no larger than its denominator, in the unit that has it", () => {
    expect(found(unitLimits, indicatorRows([{ num2025: 120, den2025: 100 }]))).toMatchObject([
      {
        code: "numerator-over-denominator",
        severity: "error",
        data: { year: 2025, reportingUnit: null, numerator: 120, denominator: 100 },
      },
    ]);
    expect(said({ num2025: 100, den2025: 100 })).toEqual([]);
    expect(said({ unit: "/100", label: "Tỷ số giới tính khi sinh", num2025: 112, den2025: 100 })).toEqual([]);
    const table = indicatorRows([
      {
        u1: 120,
        un1: 120,
        ud1: 100,
        num2025: { formula: "=F2", value: 120 },
        den2025: { formula: "=G2", value: 100 },
        actual2025: { formula: "=1", value: 120 },
      },
    ]);
    expect(found(unitLimits, { ...table, units: new Map([[1, "Xã A"]]) })).toMatchObject([
      { code: "numerator-over-denominator", data: { reportingUnit: "Xã A", year: 2025 } },
    ]);
  });

  test("people are whole; 1.234 that was read as a decimal is offered as 1234", () => {
    expect(
      found(unitLimits, indicatorRows([{ label: "Số người được khám", unit: "người", target2025: 1200, actual2025: 1.234 }])),
    ).toMatchObject([{ code: "part-of-a-thing", severity: "warning", data: { correction: { from: 1.234, to: 1234, kind: "separator" } } }]);
    expect(
      found(unitLimits, indicatorRows([{ label: "Số người được khám", unit: "người", target2025: 12, actual2025: 12.5 }])),
    ).toMatchObject([{ data: { correction: null } }]);
    for (const cells of [
      { unit: "bác sĩ", label: "Số bác sĩ trên 10.000 dân" }, { unit: "cán bộ", label: "Số cán bộ bình quân" },
      { unit: "triệu người", label: "Dân số" }, { unit: "ha", label: "Diện tích" }, { unit: "người", label: "Số người", target2025: 2.5 },
    ] satisfies IndicatorCells[]) {
      expect(said({ ...cells, actual2025: 12.5 })).toEqual([]);
    }
  });
});

import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { formulaTable } from "../../tests/support/other-tables";
import { toA1 } from "../sheet";
import { doubleCounts } from "./double-counts";

function found(total: string, second = "=SUM(C6:C7)", value: number | null = 6245) {
  const table = formulaTable([
    ["STT", "Nội dung", "Năm 2025", "Năm 2026"],
    ["I", "Chi đầu tư", "=SUM(C3:C4)", 3165],
    ["1", "Vốn trong nước", 2310, 2450],
    ["2", "Vốn nước ngoài", 640, 715],
    ["II", "Chi thường xuyên", second, 8725],
    ["1", "Giáo dục", value, 6318],
    ["2", "Y tế", value === null ? null : 2318, 2407],
    [null, "Cộng", [total, 11_513], 11_890],
  ]);
  return doubleCounts
    .check(table, { today, tables: [table] })
    .map(({ at, severity, data }) => [
      toA1(at),
      severity,
      "extra" in data && data.extra,
      ...("by" in data && typeof data.by === "object" ? data.by.map((one) => toA1(one.at)) : []),
    ]);
}

describe("double-counts", () => {
  test.each([
    ["=SUM(C2:C7)", [["C8", "error", 11_513, "C2", "C5"]]],
    ["=C2+C5+SUM(C6:C7)", [["C8", "error", 8563, "C5"]]],
    ["=SUM(C2:C4,C5)", [["C8", "error", 2950, "C2"]]],
    ["=C2+C5", []],
    ["=C3+C4+C6+C7", []],
    ["=SUM(C2:C7)-C2-C5", []],
    ["=SUM(C2:C7)/2", []],
    ["=C2+C6+C7", []],
  ])("%s", (formula, expected) => {
    expect(found(formula)).toEqual(expected);
  });

  test("a subtotal of which a part lies elsewhere, a copy and a typed one are no double count of ours to tell", () => {
    expect(found("=SUM(C5:C7)", "=C6")).toEqual([]);
    expect(found("=SUM(C5:C7)", "=C6+D6")).toEqual([]);
  });

  test("a subtotal of nothing is a warning", () => {
    expect(found("=SUM(C5:C7)", "=SUM(C6:C7)", null)).toEqual([["C8", "warning", 0, "C5"]]);
  });
});

import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { budgetRows, formulaTable, type Rows } from "../../tests/support/other-tables";
import { parseAreaA1, toA1, type Looks, type SheetSnapshot } from "../sheet";
import { unseenNumbers } from "./unseen-numbers";

const white = (...areas: readonly string[]): Looks => ({
  unseen: areas.flatMap((text) => parseAreaA1(text) ?? []).map((area) => ({ area, value: true as const })),
});

const found = (rows: Rows, looks: Looks, more: Partial<SheetSnapshot> = {}) => {
  const table = formulaTable(rows, { looks, ...more });
  return unseenNumbers
    .check(table, { today, tables: [table] })
    .flatMap((one) =>
      one.code === "unseen-number" ? [[one.severity, ...one.data.parts.map(({ at, by }) => `${toA1(at)} in ${toA1(by)}`)]] : [],
    );
};

describe("unseen-numbers", () => {
  test("a white figure, and one whose format shows nothing, that a formula adds", () => {
    expect(found(budgetRows(), white("C4"))).toEqual([["warning", "C4 in E4"]]);
    const format = { numberFormats: [{ area: { row: 5, col: 3, rows: 1, cols: 1 }, value: ";;;" }] };
    expect(found(budgetRows(), format)).toEqual([["warning", "D6 in E6"]]);
  });

  test("one in a line without a name that the sum goes over", () => {
    expect(found(budgetRows({ A6: null, B6: null, D6: null, E6: null }), white("C6"))).toEqual([["warning", "C6 in C7"]]);
  });

  test("one that a typed total is believed to add", () => {
    const typed = budgetRows({ E2: 8555, E3: 3768, E4: 1455, E5: 4032, E6: 808, C7: 7910, D7: 10708, E7: 18618 });
    expect(found(typed, white("C4"))).toEqual([["warning", "C4 in C7"]]);
  });

  test("nothing where no total adds it, it is 0 or words, it is told as hidden, or the table stands on another ground", () => {
    expect(found(budgetRows(), {})).toEqual([]);
    expect(found(budgetRows({ C4: 0 }), white("C4"))).toEqual([]);
    expect(found(budgetRows(), white("A1:E1"))).toEqual([]);
    expect(found(budgetRows(), white("E7"))).toEqual([]);
    expect(found(budgetRows({ G3: 12 }), white("G3"))).toEqual([]);
    expect(found(budgetRows(), white("C4"), { hidden: { rows: [3], cols: [] } })).toEqual([]);
    expect(found(budgetRows(), white("C2:E5"))).toEqual([]);
  });
});

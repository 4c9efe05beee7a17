import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { columnOf, readSpec, specOf, withoutColumn } from "../../tests/support/made-tables";
import type { ColumnKey, TableKind } from "../templates";
import { columns } from "./columns";

const PLAN = "lai-chau-2021-2025";
const said = (kind: TableKind, key: ColumnKey) => {
  const spec = specOf(kind, PLAN);
  return found(columns, readSpec(withoutColumn(spec, columnOf(spec, kind, key)))).map(({ code, severity, data }) => ({
    code, severity, data,
  }));
};

describe("columns", () => {
  test.each(["budget", "indicators", "tasks"] as const)("a new table of %s has all of its columns", (kind) => {
    expect(found(columns, readSpec(specOf(kind, PLAN)))).toEqual([]);
    expect(found(columns, readSpec(specOf(kind, PLAN, { reportingUnits: ["Xã A", "Xã B"] })))).toEqual([]);
    expect(found(columns, readSpec(specOf(kind, PLAN, { years: [2021, 2024] })))).toEqual([]);
  });

  test.each([
    ["budget", "amount", "error", ["amount"], [1]],
    ["budget", "y2023", "warning", ["y2023"], [4]],
    ["budget", "key", "error", ["key"], []],
    ["budget", "number", "warning", ["number"], []],
    ["indicators", "baseline", "warning", ["baseline"], [1]],
    ["indicators", "direction", "warning", ["direction"], []],
    ["tasks", "status", "error", ["status"], [5]],
    ["tasks", "lead", "warning", ["lead"], [2]],
  ] as const)("%s without its column %s: %s", (kind, key, severity, keys, numbers) => {
    expect(said(kind, key)).toEqual([{ code: "columns-gone", severity, data: { kind, keys, numbers } }]);
  });

  test("a column that need not be there is missed by its number alone", () => {
    expect(said("budget", "years")).toMatchObject([{ severity: "warning", data: { keys: [], numbers: [7] } }]);
    expect(said("budget", "note")).toEqual([]);
  });

  test("one of a numerator and a denominator, and the reporting unit in the middle", () => {
    const shares = specOf("indicators", PLAN);
    const [den] = readSpec(shares).structure?.heads.filter(({ key }) => /^den\d/.test(key)) ?? [];
    if (!den) throw new Error("no shares");
    expect(found(columns, readSpec(withoutColumn(shares, den.at.col)))).toMatchObject([{ data: { keys: [den.key] } }]);
    const units = specOf("tasks", PLAN, { reportingUnits: ["A", "B", "C"] });
    expect(found(columns, readSpec(withoutColumn(units, columnOf(units, "tasks", "u2"))))).toMatchObject([{ data: { keys: ["u2"] } }]);
    expect(found(columns, readSpec(withoutColumn(units, columnOf(units, "tasks", "u1"))))).toMatchObject([{ data: { keys: ["u1"] } }]);
  });

  test("columns that only lost their defined name are gone for us", () => {
    const spec = specOf("budget", PLAN);
    const table = readSpec({ ...spec, names: spec.names.filter(({ name }) => !name.endsWith("_amount")) });
    expect(found(columns, table)).toMatchObject([{ severity: "error", data: { keys: ["amount"], numbers: [] } }]);
  });

  test("other words over a column are fine, blank ones are told, another year is a warning", () => {
    const spec = specOf("budget", PLAN);
    const [head] = readSpec(spec).structure?.heads.filter(({ key }) => key === "y2022") ?? [];
    if (!head) throw new Error("no head");
    const typed = (value: string) => found(columns, readSpec(spec, [{ ...head.at, value }]));
    expect(typed("Kinh phí 2022")).toEqual([]);
    expect(typed("Giữa kỳ")).toEqual([]);
    expect(typed("Giai đoạn 2021-2022")).toEqual([]);
    expect(typed("Năm 2023")).toMatchObject([
      { code: "column-head-year", severity: "warning", at: head.at, data: { text: "Năm 2023", year: 2022 } },
    ]);
    const blank = readSpec(
      spec,
      ["label", "amount"].map((key) => ({ row: head.at.row - 1, col: columnOf(spec, "budget", key as ColumnKey), value: null })),
    );
    expect(found(columns, blank)).toMatchObject([{ code: "column-head-blank", severity: "info", data: { keys: ["label", "amount"] } }]);
  });

  test("a column that was moved is found by its name", () => {
    const spec = specOf("budget", PLAN);
    const [from, to] = [columnOf(spec, "budget", "y2021"), columnOf(spec, "budget", "y2022")];
    const swap = (col: number): number => (col === from ? to : col === to ? from : col);
    const moved = {
      ...spec,
      cells: spec.cells.map((row) => row.map((_, col) => row[swap(col)] ?? null)),
      names: spec.names.map(({ name, area }) => ({ name, area: area.cols === 1 ? { ...area, col: swap(area.col) } : area })),
    };
    expect(found(columns, readSpec(moved)).filter(({ code }) => code === "columns-gone")).toEqual([]);
  });
});

import { describe, expect, test } from "@jest/globals";
import { snapshotOf } from "../../../tests/support/text-snapshots";
import { parseAreaA1, toA1, type Area } from "../../sheet";
import { readClaim, relationHolds, writeClaim, type OtherTable, type Said, type SaidClaim } from "../../tables";
import { readOthers } from "./read-others";

const ROWS = [
  ["STT", "Nội dung", "2023", "2024", "2025", "2026"],
  ["I", "Chi cân đối", 8768, 8768, 9464, 9999],
  ["1", "Chi đầu tư", 2450, 2451, 2610, 4000],
  ["2", "Chi thường xuyên", 6318, 6317, 6854, 5999],
  ["II", "Chi chương trình", 900, 901, 902, 903],
  ["1", "Vốn nước ngoài", 1500, 501, 502, 703],
  ["2", "Vốn trong nước", 400, 400, 477, 200],
];

const area = (text: string): Area => {
  const found = parseAreaA1(text);
  if (!found) throw new Error(text);
  return found;
};
const said = (claim: SaidClaim, so: boolean, total: string, ...parts: readonly string[]): Said => ({
  claim, so,
  totals: [area(total)],
  parts: parts.map(area),
});
const read = (...all: readonly Said[]): OtherTable => {
  const [table] = readOthers(snapshotOf(ROWS), [], all);
  if (!table) throw new Error("no table");
  return table;
};
const told = ({ relations }: OtherTable, row: number) =>
  relations
    .filter(({ total }) => total.at.row === row - 1)
    .map(({ op, sure, total, parts }) => [op, sure, ...[total, ...parts].map(({ at }) => toA1(at))]);

const SUM = { kind: "parts", axis: "column", op: "sum" } as const;

describe("what people have said", () => {
  test("is certain where they say yes, in the columns of which they say it", () => {
    expect(read().questions.some(({ total }) => total.at.row === 4)).toBe(true);
    const table = read(said(SUM, true, "C5:F5", "A6:F7"));
    expect(table.questions.filter(({ total }) => total.at.row === 4)).toEqual([]);
    expect(told(table, 5)).toEqual(["C", "D", "E", "F"].map((col) => ["sum", 1, `${col}5`, `${col}6`, `${col}7`]));
    expect(table.relations.filter(({ total }) => total.at.row === 4).map(relationHolds)).toEqual([false, true, false, true]);
    expect(table.relations.filter(({ total }) => total.at.row === 4).every(({ from }) => from === "answer")).toBe(true);
  });

  test("is neither believed nor asked where they say no", () => {
    const table = read(said(SUM, false, "C5:F5", "A6:F7"));
    expect([...table.relations, ...table.questions].filter(({ total }) => total.at.row === 4)).toEqual([]);
    expect(told(table, 2)).toEqual(told(read(), 2));
  });

  test("takes every sum from a line that is no total, and every other sum from one whose parts they name", () => {
    const none = read(said({ kind: "total", axis: "column" }, false, "A2:F2"));
    expect(none.relations.filter(({ axis, total }) => axis === "column" && total.at.row === 1)).toEqual([]);
    expect(told(read(said({ kind: "only", axis: "column" }, true, "C2:F2", "A3:F3", "A5:F5")), 2)).toEqual(
      ["C", "D", "E", "F"].map((col) => ["sum", 1, `${col}2`, `${col}3`, `${col}5`]),
    );
  });

  test("is passed over where it is of no line or column of the table", () => {
    const elsewhere = [said(SUM, true, "C1:F1", "A6:F7"), said(SUM, false, "J5:K5", "J6:K7"), said(SUM, true, "A40:F40", "A41:F42")];
    const [table, other] = [read(), read(...elsewhere)];
    expect(other.relations.map(({ key }) => key)).toEqual(table.relations.map(({ key }) => key));
    expect(other.questions.map(({ key }) => key)).toEqual(table.questions.map(({ key }) => key));
  });

  test("of columns is of all lines that they name", () => {
    const table = read(said({ kind: "parts", axis: "row", op: "difference", added: 2 }, true, "F2:F4", "C1:C7", "D1:D7", "E1:E7"));
    const rows = table.relations.filter(({ axis }) => axis === "row");
    expect(rows.map(({ op, added, total, sure }) => [op, added, toA1(total.at), sure])).toEqual(
      [2, 3, 4].map((row) => ["difference", 2, `F${row}`, 1]),
    );
  });
});

test("a claim is read as it was written, and nothing else is one", () => {
  const claims: readonly SaidClaim[] = [
    SUM,
    { kind: "parts", axis: "row", op: "difference", added: 2 },
    { kind: "parts", axis: "row", op: "ratio", factor: 100 },
    { kind: "only", axis: "column" },
    { kind: "total", axis: "row" },
  ];
  expect(claims.map(writeClaim).map(readClaim)).toEqual(claims);
  for (const text of ["", "parts", "parts column", "parts column power", "parts row sum 0", "parts row sum 1 x", "whole row", "total"])
    expect(readClaim(text)).toBeNull();
});

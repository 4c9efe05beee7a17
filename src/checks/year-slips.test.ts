import { describe, expect, test } from "@jest/globals";
import { formulaTable, type Rows } from "../../tests/support/other-tables";
import type { OtherTable } from "../tables";
import { yearSlips } from "./year-slips";

const LINES = [
  ["Chi đầu tư xây dựng", 12_340], ["Chi giáo dục", 45_610], ["Chi y tế", 8720], ["Chi văn hóa", 1430], ["Chi quản lý", 23_560],
  ["Chi an ninh", 6740], ["Chi môi trường", 2890],
] as const;

type Change = (label: string, last: number) => number;

/** A year's spending on its own sheet: what was last year's with changes. */
function year(of: number, change: Change = (_, last) => last, lines: readonly (readonly [string, number])[] = LINES): OtherTable {
  const rows: Rows = [
    [`CHI NGÂN SÁCH NĂM ${of}`],
    ["STT", "Nội dung", `Dự toán năm ${of}`],
    ...lines.map(([label, value], at) => [`${at + 1}`, label, change(label, value)]),
  ];
  return formulaTable(rows, { sheet: `Năm ${of}` });
}

const found = (...tables: readonly OtherTable[]) =>
  yearSlips(tables).map(({ at, data }) => [at.sheet, at.row, "correction" in data && data.correction?.to, "factor" in data && data.factor]);
const grown = (label: string, last: number): number => Math.round(last * (1.04 + label.length / 1000));

describe("last year's sheet of the same form", () => {
  const last = year(2025);

  test("a figure ten or a thousand times last year's is told, with the one that fits", () => {
    const ten: Change = (label, value) => grown(label, value) * (label === "Chi y tế" ? 10 : 1);
    expect(found(last, year(2026, ten))).toEqual([["Năm 2026", 4, grown("Chi y tế", 8720), 10]]);
    const small: Change = (label, value) => grown(label, value) / (label === "Chi quản lý" ? 1000 : 1);
    expect(found(last, year(2026, small))).toEqual([["Năm 2026", 6, grown("Chi quản lý", 23_560), 1000]]);
  });

  test("lines are found by what they say, wherever they stand", () => {
    const sorted = [...LINES].reverse();
    const slip: Change = (label, value) => (label === "Chi văn hóa" ? value * 100 : value);
    expect(found(last, year(2026, slip, sorted))).toEqual([["Năm 2026", 5, 1430, 100]]);
  });

  test("two digits swapped, where the other figures are last year's", () => {
    const swap: Change = (label, value) => (label === "Chi giáo dục" ? 46_510 : value);
    expect(found(last, year(2026, swap))).toEqual([["Năm 2026", 3, 45_610, 1]]);
    // where all figures moved it is a figure like the others
    expect(found(last, year(2026, (label, value) => (label === "Chi giáo dục" ? 46_510 : grown(label, value))))).toEqual([]);
    // three digits are too few
    const few = LINES.map(([label, value]) => [label, Math.round(value / 100)] as const);
    expect(found(year(2025, undefined, few), year(2026, (label, value) => (label === "Chi giáo dục" ? 465 : value), few))).toEqual([]);
  });

  test("nothing is told where lines move freely, several are off, or nothing says that it is last year's", () => {
    expect(found(last, year(2026, grown))).toEqual([]);
    expect(found(last, year(2026, (_, value) => value * 1000))).toEqual([]);
    const two: Change = (label, value) => value * (label === "Chi y tế" || label === "Chi văn hóa" ? 10 : 1);
    expect(found(last, year(2026, two))).toEqual([]);
    const seven: Change = (label, value) => value * (label === "Chi y tế" ? 7 : 1);
    expect(found(last, year(2026, seven))).toEqual([]);
    const ten: Change = (label, value) => value * (label === "Chi y tế" ? 10 : 1);
    // two years between, a form of few lines, and another form
    expect(found(year(2024), year(2026, ten))).toEqual([]);
    expect(found(year(2025, undefined, LINES.slice(0, 4)), year(2026, ten, LINES.slice(0, 4)))).toEqual([]);
    const others = LINES.map(([label, value]) => [`Thu từ ${label}`, value] as const);
    expect(found(year(2025, undefined, others), year(2026, ten))).toEqual([]);
  });
});

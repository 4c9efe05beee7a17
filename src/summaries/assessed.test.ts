import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { today } from "../../tests/support/context";
import { indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import { wordsOf } from "../i18n";
import type { CellInput, SheetSpec } from "../sheet";
import { readPrevious, summarySheet } from ".";
import { count, headline, standings } from "./status";

const TARGET = "Duy trì và nâng cao";
const said = (actual2025: string | number | null, status: string | null): IndicatorCells => ({
  label: `Chỉ tiêu ${String(actual2025)}`,
  unit: null,
  target2025: TARGET,
  actual2025,
  status,
});
const made = (rows: readonly IndicatorCells[], before?: SheetSpec, lang: "vi" | "en" = "vi"): SheetSpec =>
  summarySheet(
    { sheet: "x", tables: [indicatorRows(rows)], today, date: "22/11/2026", previous: before ? readPrevious(before.cells) : null },
    wordsOf(lang),
  );
const inWords = ({ cells }: Pick<SheetSpec, "cells">): CellInput[][] => cells.filter((row) => row[3] === TARGET).map((row) => [...row]);

describe("indicators in words, once people have said what they think of their results", () => {
  const rows = [
    said("Đã thực hiện ở 7/17 xã", "Chưa đạt"), said(95.2, "Đạt"), said("Có chuyển biến", "theo dõi"), said("Đã làm", null),
    { target2025: 30, actual2025: 31, status: "Đạt" },
  ];

  test("stand with result and assessment, and are counted apart of those that are met", () => {
    const spec = made(rows);
    expect(inWords(spec).map((row) => [row[6], row[8]])).toEqual([
      ["Đã thực hiện ở 7/17 xã", "Chưa đạt"], [95.2, "Đạt"], ["Có chuyển biến", "Theo dõi"], ["Đã làm", "Chưa đánh giá"],
    ]);
    expect(spec.cells.flat()).toContain(
      "1/1 chỉ tiêu đạt và vượt (trong đó 1 vượt); ngoài ra 4 chỉ tiêu định tính: 1 đạt, 1 chưa đạt, 1 theo dõi, 1 chưa đánh giá",
    );
    expect(spec.cells.find((row) => row[0] === "Tất cả chỉ tiêu định tính")?.slice(2, 7)).toEqual([4, 1, 1, 1, 1]);
    expect(made(rows, undefined, "en").cells.flat()).toContain(
      "1/1 indicators met (1 of them exceeded); besides, 4 in words only: 1 met, 1 not met, 1 watched, 1 not assessed",
    );
  });

  test("nothing is said of assessments while there are none", () => {
    const spec = made([said("Đã làm", null), said(null, null)]);
    expect(spec.cells.flat()).toContain("Chỉ có 2 chỉ tiêu định tính, không so sánh bằng số");
    expect(spec.cells.flat()).not.toContain("Tất cả chỉ tiêu định tính");
  });

  test("a refresh keeps people's opinions and tells which assessments changed", () => {
    const before = made(rows);
    const cells = before.cells.map((row) => row.map((cell, col) => (col === 9 && row[6] === "Đã làm" ? "Cần xem lại" : cell)));
    const after = made(
      rows.map((row, index) => (index === 3 ? { ...row, status: "Đạt" } : index === 0 ? { ...row, status: "Theo dõi" } : row)),
      { ...before, cells },
    );
    expect(inWords(after).map((row) => row[9])).toEqual([null, null, null, "Cần xem lại"]);
    expect(after.cells.flat()).toContain("So với lần trước (ngày 22/11/2026): 1 chỉ tiêu định tính chuyển sang “đạt”: Chỉ tiêu Đã làm; 1 chỉ tiêu định tính chuyển sang “theo dõi”: Chỉ tiêu Đã thực hiện ở 7/17 xã.");
  });

  test("of several years the last that was assessed speaks", () => {
    const row = indicatorRows([{ target2025: TARGET, target2030: TARGET, actual2025: "Đã làm", status: "Đạt" }]).rows[0];
    expect(row && headline(standings(row))).toMatchObject({ year: 2025, status: "wordsMet", said: "Đã làm" });
  });
});

test("whatever is chosen, those in words never count among those that are met, and each counts once", () => {
  const status = fc.constantFrom("Đạt", "Chưa đạt", "Theo dõi", "x", null);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("Đã làm", 5, null), status), { minLength: 1, maxLength: 8 }), (typed) => {
      const all = indicatorRows(typed.map(([actual, chosen]) => said(actual, chosen))).rows.flatMap(
        (row) => headline(standings(row)) ?? [],
      );
      const { met, notMet, checkable, words, wordsMet, wordsNotMet, wordsWatched } = count(all);
      const chosen = (word: string): number => typed.filter(([, one]) => one === word).length;
      expect([met, notMet, checkable, words]).toEqual([0, 0, 0, typed.length]);
      expect([wordsMet, wordsNotMet, wordsWatched]).toEqual(["Đạt", "Chưa đạt", "Theo dõi"].map(chosen));
    }),
  );
});

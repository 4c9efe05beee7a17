import { describe, expect, test } from "@jest/globals";
import { budgetRows, formulaTable, type Rows } from "../../tests/support/other-tables";
import { differencesOf } from "../forms";
import { wordsOf } from "../i18n";
import { tableRows, tableSentences, versionsSheet } from "./versions";

const words = wordsOf("vi");
const between = (old: Rows, now: Rows) => differencesOf([formulaTable(old)], [formulaTable(now)]);

describe("what changed, in words", () => {
  test("a change, the totals that follow, and why", () => {
    const [table] = tableRows(between(budgetRows(), budgetRows({ C3: 1500 })), words);
    expect(table?.rows.map(({ line, column, old, now, what }) => [line, column, old, now, what])).toEqual([
      ["Y tế", "Chi đầu tư", "1.450", "1.500", "Đổi số"],
      ["Y tế", "Tổng số", "3.768", "3.818", "Kết quả công thức đổi theo. Do Chi đầu tư +50."],
      ["Cộng", "Chi đầu tư", "7.910", "7.960", "Kết quả công thức đổi theo. Do Y tế +50."],
      ["Cộng", "Tổng số", "18.618", "18.668", "Kết quả công thức đổi theo. Do Y tế +50."],
    ]);
  });

  test("formulas that became numbers of the same value are told together", () => {
    const values = budgetRows({ E2: 8555, E3: 3768, E4: 1455, E5: 4032, E6: 808 });
    const [table] = tableRows(between(budgetRows(), values), words);
    expect(table?.rows).toEqual([]);
    expect(table?.remarks).toEqual(["5 công thức được thay bằng số gõ sẵn, giá trị không đổi: E2, E3, E4, E5, E6."]);
  });

  test("a figure that looks mistyped beside last year's, with what it may have been", () => {
    const year = (of: number, ...values: number[]): Rows => [
      [`CHI NGÂN SÁCH NĂM ${of}`],
      ["STT", "Nội dung", `Dự toán năm ${of}`],
      ...["Xây dựng", "Giáo dục", "Y tế", "Văn hóa", "Quản lý", "An ninh"].map((label, at) => [`${at + 1}`, label, values[at] ?? null]),
    ];
    const [table] = tableRows(
      between(year(2025, 8200, 7300, 6400, 5500, 4600, 3700), year(2026, 8400, 7500, 65_500, 5600, 4700, 3800)), words);
    expect(table?.rows.find(({ cell }) => cell.row === 4)?.what).toBe(
      "Đổi số. Có thể gõ nhầm của 6.550: lệch khoảng 10 lần so với năm trước, trong khi các dòng khác của cột lệch chưa đến hai lần");
  });

  test("nothing, in one sentence", () => {
    const [table] = tableRows(between(budgetRows(), budgetRows()), words);
    expect(table).toMatchObject({ remarks: ["Không thay đổi."], rows: [] });
  });

  test("a table that only one version has", () => {
    const table = formulaTable(budgetRows());
    expect(tableSentences(differencesOf([table], []), words)).toEqual(["Biểu không còn: Biểu ('Biểu'!A1:E7)"]);
  });

  test("on a sheet a text that begins as a formula does is text", () => {
    const changed = between(budgetRows(), budgetRows({ E2: "=SUM(C2:D2)" }));
    const { cells, name } = versionsSheet(changed, { old: "cu.xlsx", now: "moi.xlsx", date: "30/11/2026" }, ["So sánh hai bản"], words);
    expect(name).not.toBe("So sánh hai bản");
    expect(cells.flat().filter((cell) => typeof cell === "object" && cell !== null)).toEqual([]);
    expect(cells.flat()).toContain("=SUM(C2:D2)");
  });
});

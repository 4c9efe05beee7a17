import { describe, expect, test } from "@jest/globals";
import type { CellValue, SheetSnapshot } from "../../sheet";
import { unreadIn } from "./unread";

const sheet = (values: readonly (readonly CellValue[])[], row = 4, col = 1): SheetSnapshot => ({
  sheet: "a",
  area: { row, col, rows: values.length, cols: Math.max(...values.map((line) => line.length)) },
  values,
  formulas: values.map((line) => line.map(() => null)),
  unevaluated: [],
});

describe("rows of figures of which no table was read", () => {
  const typed = [["Chi đầu tư", 5, 6], ["Chi thường xuyên", 7, 8], [null, null, null], ["Dự phòng", 9, 1]];
  const worded = [["Đường", "12,5 tỷ đồng", "3 km"], ["Trường", "8 tỷ", "2.000 m²"], ["Trạm", "(1.250)", "12 %"]];

  test.each<[string, CellValue[][]]>([
    ["numbers", typed],
    ["texts with their units", worded],
  ])("%s are told where they stand", (_name, cells) => {
    expect(unreadIn(sheet(cells), [])).toEqual({ row: 4, col: 2, rows: cells.length, cols: 2 });
  });

  test("are none within a table that was read, and the rest of its rows is looked at", () => {
    expect(unreadIn(sheet(typed), [{ row: 4, col: 1, rows: 4, cols: 3 }])).toBeNull();
    const beside = typed.map((line) => [...line, null, ...line]);
    expect(unreadIn(sheet(beside), [{ row: 4, col: 1, rows: 4, cols: 3 }])).toMatchObject({ col: 6, cols: 2 });
  });

  test.each<[string, CellValue[][]]>([
    ["prose with numbered paragraphs", [[1, "Năm 2025 thu 12,5 tỷ đồng."], [2, "Chi 8 tỷ đồng."], [3, "Còn lại 4,5 tỷ đồng."]]],
    ["dates and outline numbers", [["1.1", "31/12/2025"], ["1.2", "01/01/2026"], ["2a", "02.01.2026"]]],
    ["years", [[2021, 2022], [2023, 2024], [2025, 2026]]],
    ["two rows", [[1, 2], [3, 4]]],
    ["rows far apart", [[1, 2], [null], [null], [3, 4], [null], [null], [5, 6]]],
    ["nothing", [[null]]],
  ])("%s are not taken for such", (_name, cells) => {
    expect(unreadIn(sheet(cells), [])).toBeNull();
  });
});

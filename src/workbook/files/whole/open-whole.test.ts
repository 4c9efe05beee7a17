import { expect, test } from "@jest/globals";
import { read, write } from "@e965/xlsx";
import type { SheetSpec } from "../../../sheet";
import { cellKey, writeXlsx } from "../../xlsx";
import { openWhole } from "./open-whole";

const SPEC: SheetSpec = {
  name: "Biểu 1",
  cells: [["Nội dung", "Số tiền"], ["A", 5], ["Cộng", { formula: "=SUM(B2:B2)" }], ["", { formula: '=SUM(INDIRECT("C:XFD"))' }]],
  columns: [{ width: 30 }, { width: 12, hidden: true }],
  rowHeights: [{ row: 1, height: 40 }],
  styles: [
    { area: { row: 0, col: 0, rows: 1, cols: 2 }, style: { bold: true, fill: "#DDEBF7", border: true, align: "center", wrap: true } },
    { area: { row: 1, col: 1, rows: 2, cols: 1 }, style: { numberFormat: "#,##0.0", color: "#C00000", italic: true, locked: false } },
  ],
  merges: [{ row: 3, col: 0, rows: 1, cols: 2 }],
  names: [{ name: "PT_tien", area: { row: 1, col: 1, rows: 2, cols: 1 } }],
  freeze: { rows: 1, cols: 0 },
  validations: [
    {
      area: { row: 1, col: 1, rows: 1, cols: 1 }, rule: { kind: "list", values: ["a", "b"] }, alert: "stop",
      errorTitle: "Sai", errorMessage: "Chọn a hoặc b",
    },
  ],
  conditionalFormats: [{ area: { row: 1, col: 1, rows: 1, cols: 1 }, formula: "=B2>1", style: { bold: true } }],
  print: { orientation: "portrait", pagesWide: 1, margins: { top: 20, bottom: 20, left: 20, right: 20 } },
  charts: [],
  notes: [{ at: { row: 1, col: 0 }, text: "Xem lại\nsố này" }],
  hiddenRows: [2],
  isProtected: true,
};

test("all that a page can show of a .xlsx is told, and what it cannot", async () => {
  const book = await openWhole(await writeXlsx([SPEC, { ...SPEC, name: "Ẩn", names: [], hidden: true }]), "a.xlsx");
  expect(book.sheets.map(({ name, visible }) => [name, visible])).toEqual([["Biểu 1", true], ["Ẩn", false]]);
  const [sheet] = book.sheets;
  const at = (row: number, col: number) => book.styles[sheet?.dress.cells.get(cellKey(row, col)) ?? 0];
  expect(at(0, 1)).toMatchObject({ bold: true, fill: "#DDEBF7", border: true, align: "center", wrap: true });
  expect(at(1, 1)).toMatchObject({ numberFormat: "#,##0.0", color: "#C00000", italic: true, locked: false });
  expect(sheet?.cells).toMatchObject({ hidden: { rows: [2], cols: [1] }, merges: SPEC.merges });
  expect(sheet?.cells.values[2]).toEqual(["Cộng", 5]);
  expect(sheet?.dress).toMatchObject({
    widths: [30, 12], freeze: { rows: 1, cols: 0 }, isProtected: true, notes: SPEC.notes,
  });
  expect(sheet?.dress.heights.get(1)).toBe(40);
  expect(sheet?.dress.validations).toMatchObject([{ areas: [SPEC.validations[0]?.area], type: "list", first: '"a,b"', errorTitle: "Sai" }]);
  expect(sheet?.dress.formats).toMatchObject([{ areas: [SPEC.conditionalFormats[0]?.area], formula: "=B2>1", style: { bold: true } }]);
  expect(book.names).toEqual([{ name: "PT_tien", scope: null, refersTo: "'Biểu 1'!$B$2:$B$3" }]);
  // sixteen thousand whole columns are beyond what a formula may take
  expect([...(sheet?.valuesOnly.keys() ?? [])]).toEqual([cellKey(3, 1)]);
  expect(book.left).toEqual([{ kind: "formulas", sheets: ["Biểu 1", "Ẩn"] }]);
});

test("of a file whose reader knows no looks, formats and widths are shown, and that is told", async () => {
  const ods = write(read(await writeXlsx([SPEC]), { type: "array", cellNF: true }), { type: "array", bookType: "ods" }) as ArrayBuffer;
  const { sheets: [sheet], styles, left } = await openWhole(new Uint8Array(ods), "a.ods");
  expect(sheet?.cells.values[1]).toEqual(["A", 5]);
  expect(styles.length).toBeGreaterThan(0);
  expect(left).toContainEqual({ kind: "looks", sheets: [] });
});

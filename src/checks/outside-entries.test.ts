import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { inserted } from "../../tests/support/inserted";
import { columnOf, readSpec, specOf } from "../../tests/support/made-tables";
import type { CellInput, CellValue, SheetSpec } from "../sheet";
import type { ColumnKey, TableChoices, TableKind } from "../templates";
import { outsideEntries } from "./outside-entries";

const PLAN = "lai-chau-2021-2025";
const KINDS = ["budget", "indicators", "tasks"] as const;
const LAYOUTS: readonly Partial<TableChoices>[] = [
  {}, { reportingUnits: ["Xã A", "Xã B"] }, { years: [2021, 2024] }, { layout: "item-source" },
];
type Typed = Readonly<Partial<Record<ColumnKey, CellValue>>>;

/** What is said of rows typed below the last one; `null` is a blank row. */
function below(kind: TableKind, rows: readonly (Typed | null)[], choices: Partial<TableChoices> = {}, across?: number) {
  const spec = specOf(kind, PLAN, choices);
  const width = spec.columns.length;
  const grown: SheetSpec = { ...spec, cells: [...spec.cells, ...rows.map(() => Array.from({ length: width }, () => null))] };
  const typed = rows.flatMap((row, index) =>
    Object.entries(row ?? {}).map(([key, value]) => ({
      row: spec.cells.length + index,
      col: columnOf(spec, kind, key as ColumnKey),
      value: value ?? null,
    })),
  );
  const merges = across === undefined ? [] : [{ row: spec.cells.length + across, col: columnOf(spec, kind, "label"), rows: 1, cols: 3 }];
  return found(outsideEntries, readSpec(grown, typed, merges)).map(({ code, severity, at, data }) => ({
    code,
    severity,
    row: at.row - spec.cells.length,
    data,
  }));
}
const labels = (rows: readonly string[]) => rows.map((label) => ({ label }));

describe("rows typed below a table", () => {
  test.each(KINDS)("a line of %s is told in every layout", (kind) => {
    const entries: Readonly<Record<TableKind, Typed>> = {
      budget: { amount: 1500 },
      indicators: { baseline: 24 },
      tasks: { lead: "Sở Y tế", time: "Quý I/2024" },
    };
    for (const choices of LAYOUTS) {
      expect(below(kind, [{ label: "Việc thêm", ...entries[kind] }], choices)).toMatchObject([
        { code: "rows-outside", severity: "warning", row: 0, data: { kind, rows: labels(["Việc thêm"]) } },
      ]);
      expect(
        below(
          kind,
          [{ number: "99", label: "Việc thêm" }, { number: "100", label: "Việc nữa" }, null, { number: "101", label: "Khác" }],
          choices,
        ),
      ).toMatchObject([{ data: { rows: labels(["Việc thêm", "Việc nữa"]) } }]);
      expect(below(kind, [], choices)).toEqual([]);
      expect(below(kind, [null, { number: "99", label: "Việc thêm", ...entries[kind] }], choices)).toEqual([]);
    }
  });

  test.each(KINDS)("notes, signatures, places and days below %s are none", (kind) => {
    for (const label of [
      "Ghi chú:", "GHI CHÚ", "Người lập biểu", "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", "Lai Châu, ngày 5 tháng 3 năm 2025",
      "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Nơi nhận:", "- Lưu: VT.", "Số liệu đến ngày 31/12/2024", "Nguồn số liệu: Sở Y tế", "x",
    ]) {
      expect(below(kind, [{ label }])).toEqual([]);
    }
    const column: Readonly<Record<TableKind, ColumnKey>> = { budget: "amount", indicators: "unit", tasks: "lead" };
    expect(
      below(kind, [{ label: "Lập biểu", [column[kind]]: "CHỦ TỊCH" }, { label: "(Ký tên)", [column[kind]]: "(Ký tên, đóng dấu)" }]),
    ).toEqual([]);
    expect(below(kind, [{ number: "*", label: "Gồm cả vốn năm 2020 chuyển sang" }, { number: "(1)", label: "Ước tính" }])).toEqual([]);
    expect(
      below(kind, [{ label: "Ghi chú" }, { number: "1", label: "Số liệu tạm tính" }, { number: "2", label: "Chưa gồm xã mới" }]),
    ).toEqual([]);
    expect(below(kind, [{ number: "1", label: "Số liệu tạm tính của biểu này" }], {}, 0)).toEqual([]);
  });

  test("sums of one's own below a budget are none, whether typed or computed", () => {
    for (const label of ["Tổng cộng", "TỔNG SỐ", "Cộng", "Chênh lệch", "Bằng chữ"])
      expect(below("budget", [{ label, amount: 275556 }])).toEqual([]);
    expect(below("budget", [{ amount: 275556 }])).toEqual([]);
    expect(
      below("budget", [{ label: "Chi khác", amount: 275556 }, { label: "Tổng cộng", amount: 5 }]),
    ).toMatchObject([{ data: { rows: labels(["Chi khác"]) } }]);
  });
});

describe("columns between those of a table or beside them", () => {
  /** A column that somebody has put before the one of a key, or right of all. */
  const added = (kind: TableKind, head: string, before: ColumnKey | null, values: readonly CellInput[]) => {
    const spec = specOf(kind, PLAN);
    const col = before === null ? spec.columns.length : columnOf(spec, kind, before);
    const area = spec.names.find(({ name }) => name.endsWith("_head"))?.area;
    if (!area) throw new Error("no head");
    const body = area.row + area.rows + 1;
    return found(
      outsideEntries,
      readSpec(inserted(spec, "cols", col, 1, (row) => (row === area.row + 1 ? head : (values[row - body] ?? null)))),
    ).map(({ code, severity, data }) => ({ code, severity, data }));
  };

  test.each([
    ["budget", "note"], ["budget", null], ["indicators", "status"], ["indicators", null],
  ] as const)("a year of %s before %s is told", (kind, before) => {
    for (const head of ["Năm 2026", "2026", "Thực hiện năm 2026", "Dự toán 2025"]) {
      expect(added(kind, head, before, [5, 7])).toEqual([
        { code: "columns-outside", severity: "info", data: { columns: [{ at: expect.anything(), label: head }] } },
      ]);
    }
  });

  test("columns of one's own are nobody's business: words, comparisons, years before the table's, no numbers", () => {
    for (const head of ["Ghi chú riêng", "So với năm 2020", "Tỷ lệ (%)", "Thực hiện năm 2015", "Chênh lệch 2025/2024", ""])
      expect(added("budget", head, "note", [5, 7])).toEqual([]);
    expect(added("budget", "Năm 2026", "note", ["x", null])).toEqual([]);
    expect(added("tasks", "Năm 2026", "note", [1])).toEqual([]);
  });
});

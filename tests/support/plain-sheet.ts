import type { CellInput, SheetSpec } from "../../src/sheet";

/** A sheet as somebody makes one by hand: cells without names or looks. */
export function plainSheet(name: string, cells: readonly (readonly CellInput[])[], rest: Partial<SheetSpec> = {}): SheetSpec {
  return {
    name, cells,
    columns: [], rowHeights: [], styles: [], merges: [], names: [], validations: [], conditionalFormats: [], charts: [],
    freeze: { rows: 0, cols: 0 },
    print: { orientation: "portrait", pagesWide: 1, margins: { top: 20, bottom: 20, left: 20, right: 20 } },
    ...rest,
  };
}

/** What a commune spends, as it stands in no table of ours; the sums of both columns are right. */
export const SPENDING: readonly (readonly CellInput[])[] = [
  ["CHI NGÂN SÁCH CẤP XÃ", null, null, null, null],
  [null, null, null, null, "Đơn vị: triệu đồng"],
  ["TT", "Nội dung", "Dự toán", "Thực hiện", "Còn lại"],
  ["A", "B", "1", "2", "3=1-2"],
  [null, "Tổng số", 2171, 1931, 240],
  ["I", "Chi đầu tư", 818, 741, 77],
  ["1", "Đường giao thông nông thôn", 412, 387, 25],
  ["2", "Trường học", 291, 263, 28],
  ["3", "Nhà văn hóa", 115, 91, 24],
  ["II", "Chi thường xuyên", 1353, 1190, 163],
  ["1", "Sự nghiệp giáo dục", 534, 498, 36],
  ["2", "Sự nghiệp y tế", 287, 223, 64],
  ["3", "Quản lý nhà nước", 419, 380, 39],
  ["4", "Quốc phòng, an ninh", 113, 89, 24],
];

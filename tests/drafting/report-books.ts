import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue, createSpecs, DEFAULT_OPTIONS, textTables, type TableKind } from "../../src/app";
import { factsOf, type FactTable } from "../../src/drafting/against";
import { wordsOf } from "../../src/i18n";
import { readOthers } from "../../src/reading";
import { writeXlsx } from "../../src/workbook/xlsx";
import { CORPUS } from "../support/corpus";
import { openFile } from "../support/open-file";
import { formulaSnapshot, type Rows } from "../support/other-tables";
import { randomFrom } from "./reports";

/** Workbooks of which reports are made: those of the catalogue, forms of offices, and tables of several years. */
export interface ReportBook {
  readonly name: string;
  readonly tables: readonly FactTable[];
}

async function bookOf(name: string, bytes: Uint8Array): Promise<ReportBook> {
  return { name, tables: (await textTables(await openFile(bytes, name))).tables };
}

/** The tables of each plan of the catalogue. */
function catalogueBooks(): Promise<ReportBook>[] {
  return catalogue.map(async ({ id, indicators, budgets, tasks }) => {
    const kinds: TableKind[] = [
      ...(indicators.length > 0 ? ["indicators" as const] : []),
      ...(budgets.length > 0 ? ["budget" as const] : []),
      ...(tasks.length > 0 ? ["tasks" as const] : []),
    ];
    return bookOf(`${id}.xlsx`, await writeXlsx(createSpecs({ ...DEFAULT_OPTIONS, plan: id, kinds }, wordsOf("vi"))));
  });
}

function formBooks(): Promise<ReportBook>[] {
  const folder = join(CORPUS, "forms/right");
  return readdirSync(folder).filter((name) => name.endsWith(".xlsx")).sort().map((name) => bookOf(name, readFileSync(join(folder, name))));
}

const SPENDING = [
  "Chi đầu tư phát triển", "Chi thường xuyên", "Chi sự nghiệp giáo dục và đào tạo", "Chi sự nghiệp y tế", "Chi bảo đảm xã hội",
  "Chi sự nghiệp kinh tế", "Chi quản lý hành chính", "Chi quốc phòng, an ninh", "Chi sự nghiệp môi trường", "Dự phòng ngân sách",
];
const INDICATORS: readonly (readonly [name: string, unit: string, size: number])[] = [
  ["Giá trị sản xuất nông, lâm, thủy sản", "Tỷ đồng", 4_000], ["Diện tích cây lương thực có hạt", "ha", 30_000],
  ["Sản lượng lương thực có hạt", "tấn", 90_000], ["Tỷ lệ hộ nghèo", "%", 20], ["Tỷ lệ che phủ rừng", "%", 50],
  ["Tỷ lệ lao động qua đào tạo", "%", 60], ["Số lao động được giải quyết việc làm", "người", 8_000],
  ["Thu ngân sách trên địa bàn", "Tỷ đồng", 900], ["Tổng đàn gia súc", "con", 40_000],
  ["Tỷ lệ người dân tham gia bảo hiểm y tế", "%", 95], ["Dân số trung bình", "người", 480_000],
  ["Tỷ lệ giải ngân vốn đầu tư công", "%", 95], ["Số hộ được sử dụng nước hợp vệ sinh", "hộ", 70_000],
];

/** A table of spending planned and carried out over three years, one of indicators, one of sources of each item. */
function madeBook(seed: number): ReportBook {
  const random = randomFrom(seed);
  const about = (size: number): number => Math.round(size * (0.5 + random()) * 10) / 10;
  const spending: Rows = [
    ["TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH ĐỊA PHƯƠNG", null, null, null, null, null, null, null],
    [null, null, null, null, null, null, null, "Đơn vị tính: triệu đồng"],
    ["STT", "Nội dung", "Năm 2023", null, "Năm 2024", null, "Năm 2025", null],
    [null, null, "Dự toán", "Thực hiện", "Dự toán", "Thực hiện", "Dự toán", "Ước thực hiện"],
    ...SPENDING.map((label, at) => [String(at + 1), label, ...Array.from({ length: 6 }, () => Math.round(about(60_000)))]),
  ];
  const indicators: Rows = [
    ["CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI CHỦ YẾU", null, null, null, null, null],
    ["STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2023", "Thực hiện năm 2024", "Kế hoạch năm 2025"],
    ...INDICATORS.map(([label, unit, size], at) => {
      const figure = (): number => (unit === "%" ? Math.min(99, Math.round(about(size) * 10) / 10) : Math.round(about(size)));
      return [String(at + 1), label, unit, figure(), figure(), figure()];
    }),
  ];
  const sources: Rows = [
    ["NHU CẦU VỐN THỰC HIỆN CHƯƠNG TRÌNH PHÁT TRIỂN GIAO THÔNG NÔNG THÔN", null, null, null, null],
    [null, null, null, null, "ĐVT: tỷ đồng"],
    ["TT", "Nội dung", "Ngân sách trung ương", "Ngân sách tỉnh", "Vốn huy động khác"],
    ...["Nhựa hóa đường liên xã", "Cứng hóa đường trục thôn", "Xây dựng cầu dân sinh", "Bảo trì đường huyện", "Lắp đặt hệ thống chiếu sáng"]
      .map((label, at) => [String(at + 1), label, about(80), about(60), about(20)]),
  ];
  const tables = [["Chi NS", spending], ["Chỉ tiêu", indicators], ["Vốn", sources]] as const;
  return {
    name: `made ${seed}`,
    tables: tables.flatMap(([sheet, rows]) => readOthers(formulaSnapshot(rows, { sheet }), []).map((table) => factsOf(table, () => false))),
  };
}

const MADE = 8;

export async function reportBooks(): Promise<ReportBook[]> {
  return [...(await Promise.all([...catalogueBooks(), ...formBooks()])), ...Array.from({ length: MADE }, (_, at) => madeBook(at + 1))];
}

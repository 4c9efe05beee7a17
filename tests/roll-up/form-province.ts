import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CellInput } from "../../src/sheet";
import { writeXlsx } from "../../src/workbook/xlsx";
import { plainSheet } from "../support/plain-sheet";

/** What is the matter with a commune's file of a form that is not ours. */
export type FormFault = "broken" | "last-year" | "in-dong" | "retyped" | "sorted" | "half" | "unit-unsaid";

export interface FormCommune {
  readonly unit: string;
  readonly fault: FormFault | null;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface FormProvince {
  readonly communes: readonly FormCommune[];
  /** What is to come of the line "Lĩnh vực chi số …" in "Dự toán năm", in triệu đồng. */
  readonly wanted: ReadonlyMap<string, number>;
}

const GROUPS = [["I", "Chi đầu tư phát triển", 6], ["II", "Chi thường xuyên", 14], ["III", "Chi chương trình mục tiêu", 8]] as const;

/** One of so many has each fault; of 3,321 files 41 are broken. */
function faultOf(index: number): FormFault | null {
  if (index % 81 === 40) return "broken";
  if (index % 150 === 70) return "last-year";
  if (index % 60 === 31) return "in-dong";
  if (index % 45 === 12) return "retyped";
  if (index % 45 === 22) return "sorted";
  if (index % 90 === 55) return "half";
  return index % 400 === 123 ? "unit-unsaid" : null;
}

interface Line {
  readonly number: string;
  readonly label: string;
  /** Of a group the number of its lines; null of a line of its own. */
  readonly parts: number | null;
}

const LINES: readonly Line[] = GROUPS.flatMap(([number, label, parts], group): Line[] => [
  { number, label, parts },
  ...Array.from({ length: parts }, (_, at): Line => ({ number: `${at + 1}`, label: lineOf(group, at), parts: null })),
]);

function lineOf(group: number, at: number): string {
  const words = ["giáo dục", "y tế", "văn hóa", "giao thông", "thủy lợi", "môi trường", "quốc phòng", "an ninh", "quản lý nhà nước",
    "đảng, đoàn thể", "bảo trợ xã hội", "khoa học", "thể thao", "phát thanh"];
  return `Lĩnh vực ${words[at % words.length] ?? ""} thuộc phần ${["một", "hai", "ba"][group] ?? ""}`;
}

/** The figures of a commune in triệu đồng: planned and paid of each line of its own. */
const planned = (index: number, line: number): number => 100 + ((index * 37 + line * 101) % 900);
const paid = (index: number, line: number): number => Math.round(planned(index, line) * (0.4 + ((index + line) % 50) / 100));

function cellsOf(index: number, fault: FormFault | null): CellInput[][] {
  const times = fault === "in-dong" || fault === "unit-unsaid" ? 1_000_000 : 1;
  const head = fault === "retyped" ? ["TT", "NỘI DUNG CHI", "Dự toán  năm", "Đã\nthực hiện", "Còn lại", "So sánh (%)", "Ghi chú"] : null;
  const rows: CellInput[][] = [
    [`UBND XÃ SỐ ${index}`],
    [`TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH NĂM ${fault === "last-year" ? 2025 : 2026}`],
    [null, null, null, null, null, null, fault === "unit-unsaid" ? null : `Đơn vị tính: ${fault === "in-dong" ? "đồng" : "triệu đồng"}`],
    head ?? ["TT", "Nội dung chi", "Dự toán năm", "Đã thực hiện", "Còn lại", "So sánh (%)", "Ghi chú"],
    ["A", "B", "1", "2", "3=1-2", "4=2/1", "C"],
  ];
  const first = rows.length + 2;
  let line = 0;
  const groups: number[] = [];
  const body = LINES.map(({ number, label, parts }, at): CellInput[] => {
    const row = first + at;
    if (parts !== null) {
      groups.push(row);
      line = row;
    }
    const own = at;
    const isBlank = fault === "half" && line > first + 6;
    const figures = (col: string, value: number): CellInput =>
      parts === null ? (isBlank ? null : value * times) : { formula: `=SUM(${col}${row + 1}:${col}${row + parts})` };
    const text = fault === "retyped" ? label.toLocaleUpperCase("vi") : label;
    return [
      number, text, figures("C", planned(index, own)), figures("D", paid(index, own)), { formula: `=C${row}-D${row}` },
      { formula: `=IF(C${row}=0,"",D${row}/C${row}*100)` }, index % 7 === 0 && at === 3 ? "chờ quyết toán" : null,
    ];
  });
  const total = (col: string): CellInput => ({ formula: `=${groups.map((row) => `${col}${row}`).join("+")}` });
  const row = first - 1;
  rows.push(
    [null, "Tổng số", total("C"), total("D"), { formula: `=C${row}-D${row}` }, { formula: `=IF(C${row}=0,"",D${row}/C${row}*100)` }, null],
  );
  return [...rows, ...body].map((cells) => Array.from({ length: 7 }, (_, col) => cells[col] ?? null));
}

/** A province of so many communes that have filled in a form which is none of ours, the same for the same number. */
export function formProvince(count: number, perDistrict = 100): FormProvince {
  const wanted = new Map<string, number>();
  const communes = Array.from({ length: count }, (_, index): FormCommune => {
    const fault = faultOf(index);
    const unit = `Huyện ${String(Math.floor(index / perDistrict) + 1).padStart(2, "0")}/Xã ${String(index + 1).padStart(4, "0")}`;
    if (fault !== "broken" && fault !== "last-year")
      LINES.forEach(({ label, parts }, line) => {
        if (parts !== null || (fault === "half" && line > 6)) return;
        const times = fault === "unit-unsaid" ? 1_000_000 : 1;
        wanted.set(label, (wanted.get(label) ?? 0) + planned(index, line) * times);
      });
    return {
      unit, fault,
      bytes: async () => {
        const cells = cellsOf(index, fault === "sorted" ? null : fault);
        const bytes = await writeXlsx([plainSheet("Biểu 03", fault === "sorted" ? withSwappedColumns(cells) : cells)]);
        return fault === "broken" ? bytes.slice(0, bytes.length / 2) : bytes;
      },
    };
  });
  return { communes, wanted };
}

/** What was done before what was planned. */
function withSwappedColumns(cells: readonly CellInput[][]): CellInput[][] {
  const swapped = (formula: string): string => formula.replace(/[CD](?=\d)/g, (col) => (col === "C" ? "D" : "C"));
  const moved = (cell: CellInput): CellInput => (typeof cell === "object" && cell !== null ? { formula: swapped(cell.formula) } : cell);
  return cells.map((row, at) => {
    const [number = null, label = null, first = null, second = null, ...rest] = row.map(moved);
    if (at === 4) return [number, label, "1", "2", "3=2-1", "4=1/2", "C"];
    return at < 3 ? [...row] : [number, label, second, first, ...rest];
  });
}

/** Writes the files of a province into a folder; returns their paths. */
export async function writeFormProvince(folder: string, { communes }: FormProvince): Promise<string[]> {
  const paths: string[] = [];
  for (const { unit, bytes } of communes) {
    const path = join(folder, `${unit}.xlsx`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await bytes());
    paths.push(path);
  }
  return paths;
}

import { describe, expect, test } from "@jest/globals";
import { today } from "../../../tests/support/context";
import { budgetOf } from "../../../tests/support/grids";
import { formulaTable, type Rows } from "../../../tests/support/other-tables";
import { wordsOf } from "../../i18n";
import { overlap, type SheetSpec } from "../../sheet";
import type { Lang } from "../../quantity";
import type { OtherTable, PlanTable } from "../../tables";
import { hiddenTelling, linesOf, sheetOfLines, summarySheet, tellingOf, type OtherFindings } from "..";

const words = wordsOf("vi");
const told = (table: OtherTable) => tellingOf(table, today);
const of = (others: readonly OtherFindings[], plans: readonly PlanTable[] = [], lang: Lang = "vi"): SheetSpec =>
  summarySheet({ sheet: "Tổng hợp", tables: plans, others, today, date: "22/11/2026" }, wordsOf(lang));
const made = (...tables: readonly OtherTable[]): SheetSpec => of(tables.map(told));
const textsOf = ({ cells }: SheetSpec): string[] => cells.flat().filter((cell) => typeof cell === "string");
const rowOf = ({ cells }: SheetSpec, label: string) => {
  const row = cells.findIndex((own) => typeof own[1] === "string" && own[1].trim() === label);
  if (row === -1) throw new Error(label);
  return { row, cells: cells[row] ?? [] };
};

/** What communes get of two sources, as somebody else lists it. */
const allotted = (changes: Readonly<Record<number, Rows[number]>> = {}, caption = "Đơn vị tính: triệu đồng"): Rows => [
  ["PHÂN BỔ VỐN NĂM 2026"],
  [null, null, null, null, caption],
  ["STT", "Đơn vị", "Tổng số", "Ngân sách trung ương", "Ngân sách tỉnh"],
  [null, "Tổng cộng", 1000, 700, 300],
  [1, "Xã Bản Lang", 500, 400, 100],
  [2, "Xã Dào San", 300, 200, 100],
  [3, "Xã Mường So", 150, 70, 80],
  [4, "Xã Nậm Xe", 50, 30, 20],
].map((row, index) => changes[index] ?? row);

describe("the summary of a table that somebody else has made", () => {
  const spec = made(formulaTable(allotted()));

  test("says its total with the unit, and of which the largest parts", () => {
    expect(textsOf(spec)).toContain(
      "- Tổng cộng: 1.000 triệu đồng, trong đó lớn nhất là Xã Bản Lang 500 (50%), Xã Dào San 300 (30%), Xã Mường So 150 (15%) và 1 khoản khác; chia ra Ngân sách trung ương 700 (70%) và Ngân sách tỉnh 300 (30%).",
    );
    expect(textsOf(spec)).toContain("Bằng chữ: Một tỷ đồng.");
  });

  test("is headed by the title of the table, not by that of a plan", () => {
    expect(textsOf(spec)).toEqual(
      expect.arrayContaining(["TỔNG HỢP SỐ LIỆU CÁC BIỂU", "I. PHÂN BỔ VỐN NĂM 2026", "Tổng cộng: 1.000 triệu đồng"]),
    );
  });

  test("its shares are live formulas over its own amounts, each figure says from which cell it comes", () => {
    const [total, part] = [rowOf(spec, "Tổng cộng"), rowOf(spec, "Xã Dào San")];
    const [own, whole] = [part.row + 1, total.row + 1];
    expect(part.cells.slice(2, 7)).toEqual([
      300, null,
      { formula: `=IF(AND(ISNUMBER(C${own}),ISNUMBER($C$${whole})),IF($C$${whole}=0,"",ROUND(C${own}/$C$${whole}*100,1)),"")` },
      200, 100,
    ]);
    expect(part.cells[11]).toBe("Biểu!C6");
    expect(total.cells[4]).toBeNull();
  });

  test("has charts, signatures and the set-up of every summary", () => {
    expect(spec.charts.map(({ kind }) => kind)).toEqual(["stacked-bar", "doughnut", "doughnut"]);
    expect(textsOf(spec)).toEqual(expect.arrayContaining(["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"]));
    const plan = of([], [budgetOf({ total: 3, items: [1, 2], sources: [3] })]);
    const setUp = ({ area: _, pageBreakRows: __, ...print }: SheetSpec["print"]) => print;
    expect(setUp(spec.print)).toEqual(setUp(plan.print));
  });

  test("its cells alone are enough to lay it out again, and nothing lies over anything else", () => {
    expect(sheetOfLines("Tổng hợp", linesOf(spec.cells), words)).toEqual(spec);
    for (const [index, merge] of spec.merges.entries())
      expect(spec.merges.slice(index + 1).some((other) => overlap(merge, other))).toBe(false);
  });
});

describe("what is not sure is not claimed", () => {
  test("of a sum that fails no share is told, and both numbers are", () => {
    const spec = made(formulaTable(allotted({ 3: [null, "Tổng cộng", 1090, 700, 300] })));
    const texts = textsOf(spec);
    expect(texts).toContain("- Tổng cộng: 1.090 triệu đồng; chia ra Ngân sách trung ương 700 và Ngân sách tỉnh 300.");
    expect(texts.filter((text) => /\d%/.test(text))).toEqual([]);
    expect(texts).toContain(
      "- Tổng cộng (ô C4) ghi 1.090, các phần cộng lại được 1.000: không tính tỷ trọng của các phần, xem Kết quả kiểm tra.",
    );
    expect(rowOf(spec, "Xã Bản Lang").cells[4]).toBeNull();
  });

  test("across a line that fails, no share by column", () => {
    const texts = textsOf(made(formulaTable(allotted({ 3: [null, "Tổng cộng", 1000, 700, 390], 7: [4, "Xã Nậm Xe", 50, 30, 110] }))));
    expect(texts.filter((text) => /Ngân sách tỉnh \d+ \(/.test(text))).toEqual([]);
  });

  test("a table without a total says lines and columns only", () => {
    const texts = textsOf(made(formulaTable([
      ["Xã", "Dân số", "Diện tích"],
      ["Bản Lang", 5120, 71.3],
      ["Dào San", 4890, 64.9],
      ["Mường So", 7013, 35.2],
    ])));
    expect(texts).toContain("I. CÁC BIỂU CHỈ NÊU SỐ DÒNG, SỐ CỘT");
    expect(texts.filter((text) => text.startsWith("- Biểu ở "))).toEqual([
      "- Biểu ở Biểu, ô A1:C4: 3 dòng, 2 cột số; không có tổng được xác định chắc chắn.",
    ]);
    expect(texts).toContain("1 biểu: 1 biểu chỉ nêu số dòng, số cột");
  });

  test("a part below zero is no share", () => {
    const spec = made(formulaTable(allotted({ 3: [null, "Tổng cộng", 900, 620, 280], 7: [4, "Thu hồi", -50, -50, 0] })));
    expect(rowOf(spec, "Xã Bản Lang").cells[4]).toBeNull();
    expect(spec.charts.map(({ kind }) => kind)).toEqual(["stacked-bar", "doughnut"]);
  });

  test("a count in a table of money is not said to be money; the amounts are what is told first", () => {
    const texts = textsOf(made(formulaTable([
      [null, null, null, "Đơn vị tính: triệu đồng"],
      ["STT", "Nội dung", "Số dự án", "Kinh phí"],
      [null, "Tổng cộng", 12, 5600],
      [1, "Giao thông", 5, 2600],
      [2, "Thủy lợi", 4, 1800],
      [3, "Trường học", 3, 1200],
    ])));
    expect(texts.find((text) => text.startsWith("- Tổng cộng"))).toBe(
      "- Tổng cộng (Kinh phí): 5.600 triệu đồng, gồm Giao thông 2.600 (46,4%), Thủy lợi 1.800 (32,1%) và Trường học 1.200 (21,4%); các cột khác: Số dự án 12.",
    );
  });

  test("single đồng are told as millions, none of them lost", () => {
    const rows = allotted({}, "Đơn vị tính: đồng").map((row, index) =>
      index < 3 ? row : row.map((cell, col) => (typeof cell === "number" && col > 1 ? cell * 1_234_567 : cell)),
    );
    expect(textsOf(made(formulaTable(rows))).find((text) => text.startsWith("- Tổng cộng"))).toMatch(
      /^- Tổng cộng: 1\.234,567 triệu đồng, trong đó lớn nhất là Xã Bản Lang 617,2835 \(50%\)/,
    );
  });
});

describe("lines of a total", () => {
  test("stand under each other as deep as they add up; a subtotal that fails keeps its own share and gives none", () => {
    const spec = made(formulaTable([
      [null, null, "Đơn vị tính: triệu đồng"],
      ["STT", "Nội dung", "Năm 2025", "Năm 2026"],
      [null, "TỔNG CỘNG", 600, 660],
      ["I", "Đầu tư", 400, 440],
      [1, "Đường", 250, 275],
      [2, "Cầu", 150, 165],
      ["II", "Thường xuyên", 200, 220],
      [1, "Lương", 120, 132],
      [2, "Mua sắm", 80, 880],
    ]));
    expect(rowOf(spec, "Đường").cells[1]).toBe("   Đường");
    expect(rowOf(spec, "Đường").cells[4]).toMatchObject({ formula: expect.stringContaining("ROUND") });
    expect(rowOf(spec, "Thường xuyên").cells.slice(2, 6)).toEqual([220, null, { formula: expect.stringContaining("ROUND") }, 200]);
    expect(rowOf(spec, "Lương").cells[4]).toBeNull();
    expect(textsOf(spec)).toContain(
      "- Thường xuyên (ô D7) ghi 220, các phần cộng lại được 1.012: không tính tỷ trọng của các phần, xem Kết quả kiểm tra.",
    );
  });

  test("of a total of many parts the largest stand there, the others are counted", () => {
    const parts = Array.from({ length: 100 }, (_, index) => [index + 1, `Xã số ${index + 1}`, 100 + ((index * 37) % 101)] as const);
    const total = parts.reduce((all, [, , value]) => all + value, 0);
    const spec = made(formulaTable([
      [null, null, "Đơn vị tính: triệu đồng"], ["STT", "Đơn vị", "Kinh phí"], [null, "Tổng số", total], ...parts,
    ]));
    expect(textsOf(spec)).toContain("(Còn 70 dòng chi tiết ở biểu, không nêu ở đây.)");
    expect(spec.cells.filter((cells) => /^Xã số \d+$/.test(String(cells[1])) && cells[11] !== null)).toHaveLength(30);
  });
});

describe("results and tasks", () => {
  test("results are held against their targets, of those lines that have both", () => {
    const texts = textsOf(made(formulaTable([
      ["KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM 2025"],
      ["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện"],
      [1, "Tỷ lệ hộ nghèo", "%", "< 5", 4.2],
      [2, "Tỷ lệ che phủ rừng", "%", "> 50", 48],
      [3, "Sản lượng lương thực", "tấn", "> 25000", 26000],
    ])));
    expect(texts).toContain(
      "- 2/3 chỉ tiêu đạt và vượt (trong đó 2 vượt); 1 chưa đạt (tính trên 3 dòng có cả mục tiêu và kết quả bằng số).",
    );
    expect(texts).toContain("- Tỷ lệ che phủ rừng: thực hiện 48%, mục tiêu > 50%, còn thiếu 2 điểm phần trăm.");
  });

  test("tasks by who leads them, and those past their day", () => {
    const texts = textsOf(made(formulaTable([
      ["NHIỆM VỤ NĂM 2026"],
      ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn hoàn thành", "Tình trạng thực hiện"],
      [1, "Xây trạm y tế", "Sở Y tế", "30/6/2026", "Đang thực hiện"],
      [2, "Ban hành đề án", "Sở Tài chính", "30/9/2026", "Hoàn thành"],
      [3, "Đào tạo cán bộ", "Sở Y tế", "31/12/2026", "Chưa thực hiện"],
    ])));
    expect(texts.find((text) => text.startsWith("- 3 nhiệm vụ"))).toBe(
      "- 3 nhiệm vụ: 1 đã hoàn thành; 1 đang thực hiện; 1 chưa thực hiện; 1 quá hạn.",
    );
    expect(texts).toEqual(expect.arrayContaining(["Sở Y tế", "1 nhiệm vụ quá hạn", "30/6/2026"]));
  });
});

test("of both kinds a workbook has both: the plan's part first", () => {
  const texts = textsOf(of([told(formulaTable(allotted()))], [budgetOf({ total: 3, items: [1, 2], sources: [3] })]));
  expect(texts.findIndex((text) => text.startsWith("A. "))).toBeLessThan(texts.indexOf("B. CÁC BIỂU KHÁC TRONG TỆP"));
  expect(texts).toContain("TỔNG HỢP KẾT QUẢ THỰC HIỆN KẾ HOẠCH");
  expect(texts).toContain("I. PHÂN BỔ VỐN NĂM 2026");
});

test("English says the same", () => {
  expect(textsOf(of([told(formulaTable(allotted()))], [], "en"))).toContain(
    "- Tổng cộng: 1,000 million dong, of which the largest are Xã Bản Lang 500 (50%), Xã Dào San 300 (30%), Xã Mường So 150 (15%) and 1 other; by column Ngân sách trung ương 700 (70%) and Ngân sách tỉnh 300 (30%).",
  );
});

test("of a table on a hidden sheet no more than its name is told", () => {
  const texts = textsOf(of([told(formulaTable(allotted())), hiddenTelling({ ...formulaTable(allotted()), key: "Ẩn" })]));
  expect(texts).toContain("- PHÂN BỔ VỐN NĂM 2026: ở trang tính ẩn, không tổng hợp.");
  expect(texts.filter((text) => text.startsWith("- Tổng cộng"))).toHaveLength(1);
});

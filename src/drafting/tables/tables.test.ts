import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { budgetOf } from "../budget";
import { readDocument } from "../document/read-document";
import { indicatorsInTables } from "./table-indicators";
import { tasksInTables } from "./table-tasks";

const TARGETS = `KẾ HOẠCH
Phát triển du lịch giai đoạn 2026 - 2030

I. MỤC TIÊU
TT\tChỉ tiêu\tĐơn vị tính\tƯớc thực hiện 2025\tNăm 2026\tGiai đoạn 2026 - 2030
1\tTổng lượt khách\tNghìn lượt\t2.900\t3.200\t5.000
\t- Quốc tế\tNghìn lượt\t145\t180\t400
2\tTổng thu từ khách\tTỷ đồng\t3.150\t3.600\t7.500
3\tTỷ lệ hộ nghèo\t%\t3,5\t<3\t1,5 - 2
TT\tChỉ tiêu\tĐơn vị tính\tƯớc thực hiện 2025\tNăm 2026\tGiai đoạn 2026 - 2030
4\tTỷ lệ lao động được đào tạo\t%\t62\t66\t≥ 85`;

describe("tables of targets", () => {
  const facts = indicatorsInTables(readDocument(TARGETS));

  test("each cell of a year's column is a target, what was reached its baseline", () => {
    expect(facts.map(({ name, year, from, comparator, value, value2, unit, baseline }) => [
      name, from, year, comparator, value, value2, unit, baseline,
    ])).toEqual([
      ["Tổng lượt khách", null, 2026, "=", 3200, null, "Nghìn lượt", 2900],
      ["Tổng lượt khách", 2026, 2030, "=", 5000, null, "Nghìn lượt", 2900],
      ["Tổng lượt khách - quốc tế", null, 2026, "=", 180, null, "Nghìn lượt", 145],
      ["Tổng lượt khách - quốc tế", 2026, 2030, "=", 400, null, "Nghìn lượt", 145],
      ["Tổng thu từ khách", null, 2026, "=", 3600e9, null, "đồng", 3150e9],
      ["Tổng thu từ khách", 2026, 2030, "=", 7500e9, null, "đồng", 3150e9],
      ["Tỷ lệ hộ nghèo", null, 2026, "<", 3, null, "%", 3.5],
      ["Tỷ lệ hộ nghèo", 2026, 2030, "range", 1.5, 2, "%", 3.5],
      ["Tỷ lệ lao động được đào tạo", null, 2026, "=", 66, null, "%", 62],
      ["Tỷ lệ lao động được đào tạo", 2026, 2030, ">=", 85, null, "%", 62],
    ]);
    expect(facts.every(({ evidence, span }) => TARGETS.slice(...span) === evidence)).toBe(true);
    expect(facts[0]?.evidence).toBe("Tổng lượt khách\tNghìn lượt\t2.900\t3.200");
  });

  test("pipes and columns of blanks are tables, too; what was is none", () => {
    const pipes = TARGETS.split("\n").map((line) => (line.includes("\t") ? `| ${line.replaceAll("\t", " | ")} |` : line)).join("\n");
    expect(indicatorsInTables(readDocument(pipes))).toHaveLength(facts.length);
    expect(indicatorsInTables(readDocument(TARGETS.replace("I. MỤC TIÊU", "I. KẾT QUẢ THỰC HIỆN")))).toEqual([]);
    expect(budgetOf(readDocument(TARGETS)).facts).toEqual([]);
  });
});

const BUDGET = `KẾ HOẠCH
Chuyển đổi số giai đoạn 2026 - 2027

I. KINH PHÍ
Tổng kinh phí: 980 triệu đồng.
Đơn vị tính: triệu đồng
STT\tNội dung\tTổng số\tNgân sách tỉnh\tXã hội hóa
I\tHạ tầng\t700\t500\t200
1\tMáy chủ\t400\t300\t100
2\tĐường truyền\t300\t200\t100
II\tĐào tạo\t280\t280\t
\tTổng cộng\t980\t780\t200`;

describe("tables of a budget", () => {
  const told = (text: string): readonly string[] => {
    const { facts } = budgetOf(readDocument(text));
    const labels = new Map(facts.map(({ id, label }) => [id, label]));
    return facts.map(({ label, amount, parent }) => `${label} ${amount}${parent === null ? "" : ` < ${labels.get(parent) ?? "?"}`}`);
  };

  test("lines add up by their outline, what stands beside a whole is who pays, and the whole in the text is the table's", () => {
    expect(told(BUDGET)).toEqual([
      "Hạ tầng 700 < Tổng cộng", "Hạ tầng (ngân sách tỉnh) 500 < Hạ tầng", "Hạ tầng (xã hội hóa) 200 < Hạ tầng", "Máy chủ 400 < Hạ tầng",
      "Máy chủ (ngân sách tỉnh) 300 < Máy chủ", "Máy chủ (xã hội hóa) 100 < Máy chủ", "Đường truyền 300 < Hạ tầng",
      "Đường truyền (ngân sách tỉnh) 200 < Đường truyền", "Đường truyền (xã hội hóa) 100 < Đường truyền", "Đào tạo 280 < Tổng cộng",
      "Đào tạo (ngân sách tỉnh) 280 < Đào tạo", "Tổng cộng 980", "Ngân sách tỉnh 780 < Tổng cộng", "Xã hội hóa 200 < Tổng cộng",
    ]);
    expect(budgetOf(readDocument(BUDGET)).gaps).toEqual([]);
  });

  test("columns of years are the years of their lines", () => {
    const text = BUDGET.replace("Ngân sách tỉnh", "Năm 2026").replace("Xã hội hóa", "Năm 2027");
    const { facts } = budgetOf(readDocument(text));
    expect(facts.slice(0, 3).map(({ label, year, from, kind }) => [label, from, year, kind])).toEqual([
      ["Hạ tầng", 2026, 2027, "item"], ["Hạ tầng", null, 2026, "item"], ["Hạ tầng", null, 2027, "item"],
    ]);
  });

  test("a cell that does not add up is told", () => {
    const { gaps } = budgetOf(readDocument(BUDGET.replace("\t980\t780", "\t1.980\t780").replace("980 triệu", "1.980 triệu")));
    expect(gaps.map(({ stated, computed }) => [stated, computed])).toContainEqual([1980e6, 980e6]);
  });
});

describe("tables of tasks", () => {
  const TASKS = `KẾ HOẠCH

DANH MỤC NHIỆM VỤ
Stt\tNội dung nhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian thực hiện
I\tNhiệm vụ chung\t\t\t
1\tXây dựng đề án\tSở Y tế.\tCác sở, ngành\tQuý II/2026
2\tDự án mở rộng bệnh viện\t\tĐã phê duyệt chủ trương\t`;

  test("who leads, who cooperates, by when; headings and remarks are no tasks", () => {
    const tasks = tasksInTables(readDocument(TASKS));
    expect(tasks).toMatchObject([
      { number: "1", name: "Xây dựng đề án", lead: "Sở Y tế", cooperating: "Các sở, ngành", time: "Quý II/2026", sure: true },
      { number: "2", name: "Dự án mở rộng bệnh viện", lead: null, cooperating: null, time: null, sure: false },
    ]);
    expect(tasks.every(({ evidence, span }) => TASKS.slice(...span) === evidence)).toBe(true);
  });
});

test("no table makes them throw", () => {
  const cell = fc.constantFrom("", "STT", "Chỉ tiêu", "Năm 2026", "1", "I", "12,5", "Tổng cộng", "Chủ trì", "triệu đồng", "≥ 5", "x\vy");
  const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 });
  fc.assert(
    fc.property(rows, fc.constantFrom("MỤC TIÊU", "KINH PHÍ", "NHIỆM VỤ"), (lines, heading) => {
      const text = `I. ${heading}\n${lines.map((line) => line.join("\t")).join("\n")}`;
      const document = readDocument(text);
      const facts = [...indicatorsInTables(document), ...tasksInTables(document), ...budgetOf(document).facts];
      for (const { evidence, span } of facts) expect(text.slice(...span)).toBe(evidence);
    }),
  );
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { createSpecs } from "../../src/app";
import { run } from "../../src/cli/program";
import { schemas } from "../../src/cli/schema";
import { wordsOf } from "../../src/i18n";
import { writeXlsx } from "../../src/workbook/xlsx";
import { options } from "../support/make-tables";
import { memoryIo } from "../support/memory-io";
import { plainSheet, SPENDING } from "../support/plain-sheet";

/** Written anew by PLAN_TABLES_WRITE_EXAMPLES=1, and looked at before it is kept. */
const write = process.env["PLAN_TABLES_WRITE_EXAMPLES"] === "1";

async function printed(command: keyof typeof schemas): Promise<string> {
  const { io, files, out } = memoryIo("từ 24,4% lên >30%\ndưới 15‰\n275.556 triệu đồng\nthuộc nhóm dẫn đầu\n");
  if (command === "check" || command === "summarize") {
    const [, budget] = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget"] }), wordsOf("vi"));
    if (!budget) throw new Error("no budget");
    const swapped = budget.cells.map((row) => row.map((cell) => (cell === 39705 ? 39750 : cell)));
    const beside = command === "check" ? [plainSheet("Chi cấp xã", SPENDING)] : [];
    files.set("bieu.xlsx", await writeXlsx([{ ...budget, cells: swapped }, ...beside]));
    files.set("bao-cao.txt", new TextEncoder().encode(REPORT));
    if (command === "check") await run(["check", "bieu.xlsx", "--text", "bao-cao.txt", "--json"], io);
    else {
      files.set("bieu-2.xlsx", await writeXlsx([budget]));
      await run(["summarize", "bieu.xlsx", "bieu-2.xlsx", "-o", "tong-hop.xlsx", "--json"], io);
    }
  } else if (command === "diff") {
    files.set("cu.xlsx", await writeXlsx([plainSheet("Chi cấp xã", SPENDING)]));
    files.set("moi.xlsx", await writeXlsx([plainSheet("Chi cấp xã", NEXT)]));
    await run(["diff", "cu.xlsx", "moi.xlsx", "--json"], io);
  } else if (command === "form") {
    files.set("chi.xlsx", await writeXlsx([plainSheet("Chi cấp xã", SPENDING)]));
    await run(["form", "chi.xlsx", "--json"], io);
  } else if (command === "extract") {
    files.set("ke-hoach.txt", new TextEncoder().encode(PLAN_TEXT));
    await run(["extract", "ke-hoach.txt", "--json"], io);
  } else if (command === "rules") {
    files.set("bieu.xlsx", await writeXlsx([plainSheet("Chi cấp xã", SPENDING)]));
    await run(["check", "bieu.xlsx", "--write-rules", "quy-tac.json"], io);
    return new TextDecoder().decode(files.get("quy-tac.json"));
  } else if (command === "compare")
    await run(["plans", "--compare", "kon-tum-2030", "bac-ninh-2018-2030", "tp-lao-cai-2024", "--json"], io);
  else await run([command, "--json"], io);
  // one plan is example enough: seeds/ holds them all
  if (command === "plans") return `${JSON.stringify((JSON.parse(out.join("\n")) as unknown[]).slice(0, 1), null, 2)}\n`;
  if (command === "compare") return `${JSON.stringify(firstOfEach(JSON.parse(out.join("\n")) as Record<string, unknown[]>), null, 2)}\n`;
  return `${out.join("\n")}\n`;
}

/** A report on those tables: a figure that agrees, one that is rounded, one mistyped, one that no table has. */
const REPORT = `BÁO CÁO
Tổng kinh phí thực hiện Đề án là 275,6 tỷ đồng. Kinh phí mua sắm trang thiết bị y tế: 84.640 triệu đồng.
Kinh phí đào tạo nhân lực y tế: 71.251 triệu đồng. Toàn tỉnh có 1.200 nhân viên y tế thôn bản.
`;

/** A plan whose amounts do not add up. */
const PLAN_TEXT = `ỦY BAN NHÂN DÂN TỈNH MẪU
Số: 12/KH-UBND
KẾ HOẠCH
Chăm sóc sức khỏe người cao tuổi giai đoạn 2026 - 2030

I. MỤC TIÊU
- Tỷ lệ người cao tuổi được khám sức khỏe định kỳ đạt trên 85% năm 2028, trên 95% năm 2030.
- Giảm tỷ lệ hộ nghèo có người cao tuổi từ 5,4% xuống dưới 3% vào năm 2030.

II. KINH PHÍ
Tổng kinh phí thực hiện: 12.500 triệu đồng, gồm:
- Truyền thông: 2.500 triệu đồng;
- Khám sức khỏe: 9.100 triệu đồng.

III. TỔ CHỨC THỰC HIỆN
1. Sở Y tế chủ trì, phối hợp với Sở Tài chính báo cáo kết quả trước ngày 15/12 hằng năm.
`;

/** SPENDING as it was adjusted: a line came, one went, another was renamed and given 20 more. */
const NEXT = [
  ...SPENDING.slice(0, 4),
  [null, "Tổng số", 2170, 1935, 235],
  ["I", "Chi đầu tư", 797, 716, 81],
  ["1", "Đường giao thông nông thôn", 432, 387, 45],
  ["2", "Trường học", 291, 263, 28],
  ["3", "Trạm bơm", 74, 66, 8],
  ["II", "Chi thường xuyên", 1373, 1219, 154],
  ["1", "Sự nghiệp giáo dục", 534, 498, 36],
  ["2", "Sự nghiệp y tế", 307, 252, 55],
  ["3", "Quản lý nhà nước", 419, 380, 39],
  ["4", "Quốc phòng và an ninh", 113, 89, 24],
];

/** The first two of each list. */
const firstOfEach = (report: Readonly<Record<string, unknown[]>>): Record<string, unknown[]> =>
  Object.fromEntries(Object.entries(report).map(([name, list]) => [name, list.slice(0, 2)]));

describe.each(Object.keys(schemas) as (keyof typeof schemas)[])("what %s --json prints", (command) => {
  const file = join(__dirname, `${command}.${command === "parse" ? "jsonl" : "json"}`);

  test("fits its schema and is the example", async () => {
    const text = await printed(command);
    const values = command === "parse" ? text.trim().split("\n") : [text];
    for (const value of values) expect(schemas[command].safeParse(JSON.parse(value)).error).toBeUndefined();
    if (write) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, "utf8"));
  });
});

test("schema prints a JSON Schema for each of them", async () => {
  const { io, out } = memoryIo();
  expect(await run(["schema"], io)).toBe(0);
  expect(Object.keys(JSON.parse(out.join("\n")) as object)).toEqual(Object.keys(schemas));
});

import { describe, expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import { summarizeReportSchema } from "../../src/cli/schema";
import type { CellValue, SheetSpec } from "../../src/sheet";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { specOf } from "../support/made-tables";
import { memoryIo } from "../support/memory-io";
import { plainSheet, SPENDING } from "../support/plain-sheet";

async function summarized(files: Readonly<Record<string, Uint8Array>>, ...args: readonly string[]) {
  const { io, files: all, out, errors } = memoryIo();
  for (const [name, bytes] of Object.entries(files)) all.set(name, bytes);
  const code = await run(["summarize", ...Object.keys(files), "-o", "ra.xlsx", ...args], io);
  const made = all.get("ra.xlsx");
  const book = made ? await openXlsx(made) : null;
  const sheets = book ? (await book.outline()).sheets.map(({ name }) => name) : [];
  const texts = async (sheet: string): Promise<CellValue[]> => {
    const area = { row: 0, col: 0, rows: 1_048_576, cols: 30 };
    const [snapshot] = book ? await book.read([{ sheet, area }]) : [];
    return snapshot?.values.flat() ?? [];
  };
  return { code, out, errors, sheets, texts, made };
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const book = (...sheets: readonly SheetSpec[]): Promise<Uint8Array> => writeXlsx(sheets);

describe("one workbook that somebody else has made", () => {
  test("has its summary: the total with its parts, from which the shares are computed", async () => {
    const { code, sheets, texts, out } = await summarized({ "chi.xlsx": await book(plainSheet("Chi", SPENDING)) });
    expect({ code, sheets }).toEqual({ code: 0, sheets: ["Tổng hợp"] });
    const found = (await texts("Tổng hợp")).filter((value) => typeof value === "string");
    const [total = ""] = found.filter((value) => /^- .*triệu đồng/.test(value));
    const shares = [...total.matchAll(/\(([\d,]+)%\)/g)].map(([, share = ""]) => Number(share.replace(",", ".")));
    expect(shares.length).toBeGreaterThan(1);
    const numbers = (await texts("Tổng hợp")).filter((value) => typeof value === "number");
    for (const share of shares) expect(numbers).toContain(share);
    expect(out.join("\n")).toContain("Đã ghi ra.xlsx: Tổng hợp.");
  });

  test("as .csv, too", async () => {
    const rows = "PHÂN BỔ VỐN;;\n;;Đơn vị tính: triệu đồng\nSTT;Xã;Kinh phí\n;Tổng số;60\n1;Xã A;10\n2;Xã B;20\n3;Xã C;30\n";
    const { code, texts } = await summarized({ "von.csv": text(rows) });
    expect(code).toBe(0);
    expect(await texts("Tổng hợp")).toContain(
      "- Tổng số: 60 triệu đồng, gồm Xã A 10 (16,7%), Xã B 20 (33,3%) và Xã C 30 (50%).",
    );
  });

  test("what the check found stands on a sheet of its own, and the exit tells it", async () => {
    // 223 with two digits swapped, as the check names it
    const wrong = SPENDING.map((row) => row.map((cell) => (cell === 223 ? 232 : cell)));
    expect(wrong).not.toEqual(SPENDING);
    const { code, sheets, texts } = await summarized({ "chi.xlsx": await book(plainSheet("Chi", wrong)) });
    expect({ code, sheets }).toEqual({ code: 1, sheets: ["Tổng hợp", "Kết quả kiểm tra"] });
    expect((await texts("Kết quả kiểm tra")).some((value) => String(value).includes("223"))).toBe(true);
  });

  test("tables of a plan and others beside them: both", async () => {
    const { code, texts } = await summarized({
      "hai.xlsx": await book(specOf("budget", "lai-chau-2021-2025"), plainSheet("Chi", SPENDING)),
    });
    expect(code).toBe(0);
    const found = (await texts("Tổng hợp")).map(String);
    expect(found.some((value) => value.startsWith("A. ") && value.includes("Nghị quyết"))).toBe(true);
    expect(found).toContain("B. CÁC BIỂU KHÁC TRONG TỆP");
  });

  test("--json tells each total with its parts and their cells", async () => {
    const { code, out } = await summarized({ "chi.xlsx": await book(plainSheet("Chi", SPENDING)) }, "--json");
    const report = summarizeReportSchema.parse(JSON.parse(out.join("\n")));
    expect(code).toBe(0);
    expect(report.tables).toMatchObject([
      {
        sheet: "Chi",
        title: "CHI NGÂN SÁCH CẤP XÃ",
        hidden: false,
        totals: [
          {
            label: "Tổng số", cell: "C5", value: 2171, unit: "trieu-dong",
            parts: [
              { label: "Chi đầu tư", cell: "C6", value: 818, share: 37.7 },
              { label: "Chi thường xuyên", cell: "C10", value: 1353, share: 62.3 },
            ],
          },
        ],
      },
    ]);
  });

  test("a summary of it is not summarized again", async () => {
    const { made } = await summarized({ "chi.xlsx": await book(plainSheet("Chi", SPENDING)) });
    const { code, errors, sheets } = await summarized({ "cu.xlsx": made ?? new Uint8Array() });
    expect({ code, sheets }).toEqual({ code: 2, sheets: [] });
    expect(errors.join()).toContain("cu.xlsx");
  });

  test("without any table it is refused, and nothing is written", async () => {
    const { code, sheets, errors } = await summarized({ "thu.xlsx": await book(plainSheet("Thư", [["Kính gửi các xã"]])) });
    expect({ code, sheets }).toEqual({ code: 2, sheets: [] });
    expect(errors).toHaveLength(1);
  });
});

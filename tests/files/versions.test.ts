import { describe, expect, test } from "@jest/globals";
import { createSpecs } from "../../src/app";
import { run } from "../../src/cli/program";
import { wordsOf } from "../../src/i18n";
import type { CellInput } from "../../src/sheet";
import { writeXlsx } from "../../src/workbook/xlsx";
import { options } from "../support/make-tables";
import { memoryIo } from "../support/memory-io";
import { plainSheet, SPENDING } from "../support/plain-sheet";

const CHANGES = new Map<CellInput, CellInput>([[287, 307], [1353, 1373], [2171, 2191]]);
const adjusted = SPENDING.map((row) => row.map((cell): CellInput => CHANGES.get(cell) ?? cell));

async function world(): Promise<ReturnType<typeof memoryIo>> {
  const made = memoryIo();
  made.files.set("cu.xlsx", await writeXlsx([plainSheet("Chi cấp xã", SPENDING)]));
  made.files.set("moi.xlsx", await writeXlsx([plainSheet("Chi cấp xã", adjusted), plainSheet("Bản trước", SPENDING)]));
  return made;
}

describe("plan-tables diff", () => {
  test("says what changed, why, and writes it on a sheet that a check passes over", async () => {
    const { io, out, files } = await world();
    expect(await run(["diff", "cu.xlsx", "moi.xlsx", "--new-sheet", "Chi cấp xã", "-o", "so-sanh.xlsx"], io)).toBe(0);
    expect(out.join("\n")).toContain("'Chi cấp xã'!C12  Sự nghiệp y tế · Dự toán: 287 → 307 (+20). Đổi số");
    expect(out.join("\n")).toContain("Tổng số · Dự toán: 2.171 → 2.191 (+20). Đổi số. Do Sự nghiệp y tế +20.");
    const [sheet] = (await (await io.open("so-sanh.xlsx")).outline()).sheets;
    expect(sheet?.name).toBe("So sánh hai bản");
    expect(await run(["check", "so-sanh.xlsx"], io)).toBe(2);
    files.set("nhu-nhau.xlsx", files.get("cu.xlsx") ?? new Uint8Array());
    out.length = 0;
    expect(await run(["diff", "cu.xlsx", "nhu-nhau.xlsx", "--lang", "en"], io)).toBe(0);
    expect(out).toEqual(["The two versions do not differ in any line, column, figure or formula of their tables."]);
  });

  test("holds two sheets of one file against each other", async () => {
    const { io, out } = await world();
    expect(await run(["diff", "moi.xlsx", "moi.xlsx", "--old-sheet", "Bản trước", "--new-sheet", "Chi cấp xã", "--json"], io)).toBe(0);
    const { tables } = JSON.parse(out.join("\n")) as { tables: { changes: unknown[] }[] };
    expect(tables.map(({ changes }) => changes.length)).toEqual([3]);
  });

  test("compares tables of ours, whatever their unit of money", async () => {
    const { io, out, files } = memoryIo();
    const kinds = ["indicators", "budget", "tasks"] as const;
    const made = (unit: "trieu-dong" | "dong") => createSpecs(options({ plan: "lai-chau-2021-2025", kinds, unit }), wordsOf("vi"));
    files.set("a.xlsx", await writeXlsx(made("trieu-dong")));
    files.set("b.xlsx", await writeXlsx(made("dong")));
    expect(await run(["diff", "a.xlsx", "b.xlsx", "--json"], io)).toBe(0);
    const { tables } = JSON.parse(out.join("\n")) as { tables: { factor: number; changes: unknown[]; lines: { matched: number } }[] };
    expect(tables.map(({ factor, changes }) => [factor, changes.length])).toEqual([[1, 0], [1e6, 0], [1, 0]]);
    expect(tables.every(({ lines }) => lines.matched > 0)).toBe(true);
  });

  test.each([
    [["diff", "cu.xlsx", "cu.xlsx"], "Hai bản là cùng một tệp"],
    [
      ["diff", "cu.xlsx", "moi.xlsx", "--new-sheet", "Biểu 9"],
      "moi.xlsx không có trang tính “Biểu 9”. Các trang tính: Chi cấp xã, Bản trước.",
    ],
    [["diff", "cu.xlsx", "khong-co.xlsx"], "Không đọc được khong-co.xlsx"],
    [["diff", "trong.xlsx", "cu.xlsx"], "trong.xlsx: không nhận ra biểu nào; không so được."],
    [["diff", "cu.xlsx", "khac.xlsx"], "Không biểu nào của bản cũ có trong bản mới"],
    [["diff", "cu.xlsx"], "Lệnh chưa đúng"],
  ])("%j is refused in a sentence, and writes nothing", async (args, sentence) => {
    const { io, files, errors } = await world();
    files.set("trong.xlsx", await writeXlsx([plainSheet("Trống", [["Ghi chú"]])]));
    const other = SPENDING.map((row, at) => (at < 4 ? row : [row[0] ?? null, `Trường số ${at}`, ...row.slice(2)]));
    files.set("khac.xlsx", await writeXlsx([plainSheet("Học sinh", other)]));
    const before = files.size;
    expect(await run([...args, "-o", "ra.xlsx"], io)).toBe(2);
    expect(errors.join("\n")).toContain(sentence);
    expect(files.size).toBe(before);
  });
});

import { describe, expect, test } from "@jest/globals";
import { createSpecs, DEFAULT_OPTIONS } from "../../src/app";
import { run } from "../../src/cli/program";
import { wordsOf } from "../../src/i18n";
import { writeXlsx } from "../../src/workbook/xlsx";
import { memoryIo } from "../support/memory-io";

const words = wordsOf("vi");
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const tables = (plan: string, kinds: readonly ("indicators" | "budget" | "tasks")[]) =>
  writeXlsx(createSpecs({ ...DEFAULT_OPTIONS, plan, kinds }, words));
const own = () =>
  writeXlsx(
    createSpecs(
      { ...DEFAULT_OPTIONS, plan: { title: "Kế hoạch", issuer: "", from: 2026, to: 2027 }, kinds: ["indicators", "budget", "tasks"] },
      words,
    ),
  );
const bare = async () =>
  writeXlsx([
    {
      ...(createSpecs({ ...DEFAULT_OPTIONS, plan: "lai-chau-2021-2025", kinds: ["tasks"] }, words)[0] as Parameters<
        typeof writeXlsx
      >[0][number]),
      names: [],
      cells: [["Danh sách"]],
      merges: [],
      styles: [],
      validations: [],
      conditionalFormats: [],
    },
  ]);

async function checked(files: Readonly<Record<string, Uint8Array>>, ...args: string[]) {
  const memory = memoryIo();
  for (const [name, bytes] of Object.entries(files)) memory.files.set(name, bytes);
  return { code: await run(args, memory.io), ...memory };
}

describe("what of a folder is not read is named", () => {
  test.each(["b.xls", "b.XLSB", "b.ods", "b.xlsm"])("%s beside a workbook", async (name) => {
    const { code, errors, out } = await checked(
      { "x/a.xlsx": await tables("lai-chau-2021-2025", ["budget"]), [`x/${name}`]: text("a;b") },
      "check", "x",
    );
    expect(code).toBe(1);
    expect(errors).toEqual([expect.stringContaining(`x/${name}`)]);
    expect(out.join()).toContain("x/a.xlsx");
  });

  test("a .csv beside a workbook is read, and what is wrong in it counts", async () => {
    const sheet = "STT;Nội dung;A;B;C\nA;B;1;2;3=1+2\n1;Giáo dục;2310;6245;8555\n2;Y tế;1450;2318;3768\n3;Văn hóa;610;845;1545\n";
    const budget = await tables("lai-chau-2021-2025", ["budget"]);
    const { code, errors, out } = await checked({ "x/a.xlsx": budget, "x/b.csv": text(sheet) }, "check", "x");
    expect([code, errors]).toEqual([1, []]);
    expect(out.join("\n")).toMatch(/x\/b\.csv[\s\S]*1\.545[\s\S]*1\.455/);
  });

  test.each(["b.xltx", "b.XLTM"])("%s: a template is a workbook, and read", async (name) => {
    const budget = await tables("lai-chau-2021-2025", ["budget"]);
    const { code, errors, out } = await checked({ "x/a.xlsx": budget, [`x/${name}`]: budget }, "check", "x");
    expect([code, errors]).toEqual([0, []]);
    expect(out.join()).toContain(`x/${name}`);
  });

  test("what holds no table is nobody's, nor what Excel keeps beside an open workbook", async () => {
    const { code, errors, out } = await checked(
      {
        "x/a.xlsx": await tables("lai-chau-2021-2025", ["budget"]),
        "x/doc.docx": text("x"),
        "x/~$a.xlsx": text("x"),
        "x/anh.png": text("x"),
      },
      "check", "x",
    );
    expect([code, errors, out.join().includes("doc.docx")]).toEqual([0, [], false]);
  });

  test("in a roll-up they are units that could not be read", async () => {
    const unit = await tables("lai-chau-2021-2025", ["budget"]);
    const { code, errors, out } = await checked(
      { "x/a.xlsx": unit, "x/b.xlsx": unit, "x/c.ods": text("PK") },
      "summarize", "x", "-o", "y.xlsx",
    );
    expect([code, errors]).toEqual([1, [expect.stringContaining("x/c.ods")]]);
    expect(out.join()).toContain("2/3 đơn vị đã tổng hợp; 1 không đọc được");
  });
});

describe("exits of the check", () => {
  test("tables without figures: 0, and it says that there are none", async () => {
    const { code, out } = await checked({ "a.xlsx": await own() }, "check", "a.xlsx");
    expect([code, out[0]]).toEqual([0, words.cli.noData("a.xlsx")]);
    expect(out.join()).not.toContain(words.cli.clean("a.xlsx"));
  });

  test("a file without a table beside others is named and changes nothing", async () => {
    const { code, out, errors } = await checked(
      { "a.xlsx": await tables("lai-chau-2021-2025", ["budget"]), "b.xlsx": await bare() },
      "check", "a.xlsx", "b.xlsx",
    );
    expect([code, errors]).toEqual([0, []]);
    expect(out).toContain(words.cli.noTables("b.xlsx"));
  });

  test.each([["b.xlsx"], ["b.xlsx", "c.xlsx"], ["b.xlsx", "hong.xlsx"], ["khong.xlsx", "hong.xlsx"], ["khong.xlsx"]])(
    "no table in any file is 2: %s %s",
    async (...names) => {
      const { code, out, errors, files } = await checked(
        { "b.xlsx": await bare(), "c.xlsx": await bare(), "hong.xlsx": text("hỏng") },
        "check", ...names, "--json", "--report", "r.xlsx",
      );
      expect([code, out, files.has("r.xlsx")]).toEqual([2, [], false]);
      expect(errors.join("\n").trim()).not.toBe("");
    },
  );
});

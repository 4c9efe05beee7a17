import { beforeAll, describe, expect, test } from "@jest/globals";
import { DEFAULT_OPTIONS, createSpecs } from "../../src/app";
import { run } from "../../src/cli/program";
import { schemas } from "../../src/cli/schema";
import { wordsOf } from "../../src/i18n";
import type { CellValue } from "../../src/sheet";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { memoryIo } from "../support/memory-io";
import { makeProvince, type Province } from "./province";

const words = wordsOf("vi");
let province: Province;

beforeAll(async () => {
  province = await makeProvince(30, words, 10);
});

function world() {
  const memory = memoryIo();
  for (const { unit, bytes } of province.communes) {
    const file = bytes();
    if (file) memory.files.set(`tinh/${unit}.xlsx`, file);
  }
  memory.files.set(
    "don-vi.txt",
    new TextEncoder().encode(`\uFEFF# các xã\r\n${province.communes.map(({ unit }) => unit).join("\r\n")}\r\n\r\n`),
  );
  return memory;
}

async function cells(bytes: Uint8Array | undefined, sheet: string): Promise<readonly (readonly CellValue[])[]> {
  const book = await openXlsx(bytes ?? new Uint8Array());
  const [snapshot] = await book.read([{ sheet, area: { row: 0, col: 0, rows: 1_048_576, cols: 16_384 } }]);
  return snapshot?.values ?? [];
}

const sheets = async (bytes: Uint8Array | undefined): Promise<string[]> =>
  (await (await openXlsx(bytes ?? new Uint8Array())).outline()).sheets.map(({ name }) => name);

describe("many files", () => {
  test("come to the sheets of the roll-up, with missing and broken units named", async () => {
    const { io, files, errors, out } = world();
    expect(await run(["summarize", "tinh", "-o", "tong-hop.xlsx", "--units", "don-vi.txt", "--date", "2024-03-01"], io)).toBe(1);
    const made = files.get("tong-hop.xlsx");
    expect(await sheets(made)).toEqual([
      "Tổng hợp chỉ tiêu", "Tổng hợp kinh phí", "Tiến độ nhiệm vụ", "Đơn vị", "Không tổng hợp được", "Nguồn số liệu",
    ]);
    const units = await cells(made, "Đơn vị");
    for (const { unit, faults } of province.communes) {
      const state = faults.includes("missing")
        ? "Chưa có báo cáo"
        : faults.some((one) => ["truncated", "no-zip"].includes(one))
          ? "Không đọc được"
          : "Đã đọc";
      expect(units.find((row) => row[1] === unit)?.[3]).toBe(state);
    }
    expect(errors.filter((line) => line.startsWith("Không đọc được"))).toHaveLength(2);
    expect(out.join("\n")).toContain("27/30 đơn vị đã tổng hợp; 2 không đọc được; 1 chưa có báo cáo");
    const budget = await cells(made, "Tổng hợp kinh phí");
    const total = province.totals.get("budget/A.1/amount");
    expect(budget.find((row) => String(row[1]).startsWith("Kinh phí đầu tư"))).toEqual(
      expect.arrayContaining([Number(total?.sum) / 1000, "27/30"]),
    );
  });

  test("the long table has a line for every cell that was read, in .csv and JSON alike", async () => {
    const { io, files, out } = world();
    await run(["summarize", "tinh", "-o", "a.xlsx", "--csv", "nguon.csv", "--json"], io);
    const report = schemas.summarize.parse(JSON.parse(out.join("\n")));
    const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(files.get("nguon.csv")).split("\r\n");
    expect(lines[0]).toBe("\uFEFFunit,kind,plan,code,indicator,measure,year,column,part,value,counted,file,sheet,cell");
    expect(lines.length - 2).toBe(report.sources.length);
    const figure = report.figures.find((one) => one.unit === "" && one.code === "luot" && one.year === 2022);
    const own = report.sources.filter((one) => one.code === "luot" && one.year === 2022);
    expect(own).toHaveLength(figure?.units ?? -1);
    expect(own.reduce((sum, { value }) => sum + Number(value), 0)).toBe(figure?.value);
    expect(report.units).toHaveLength(29);
  });

  test("with a semicolon numbers have a decimal comma, and no field is cut", async () => {
    const read = async (...more: string[]): Promise<string[][]> => {
      const { io, files } = world();
      await run(["summarize", "tinh", "-o", "a.xlsx", "--csv", "nguon.csv", ...more], io);
      return new TextDecoder().decode(files.get("nguon.csv")).trimEnd().split("\r\n").map((line) => fieldsOf(line, more[1] ?? ","));
    };
    // quotes keep what is between them together
    const fieldsOf = (line: string, separator: string): string[] =>
      line.match(new RegExp(`(?<=^|${separator})("(?:[^"]|"")*"|[^${separator}]*)(?=${separator}|$)`, "g")) ?? [];
    const [commas, semicolons] = [await read(), await read("--csv-separator", ";")];
    expect(semicolons.map((fields) => fields.map((field, at) => (at === 9 ? field.replace(",", ".") : field)))).toEqual(commas);
    expect(semicolons.some((fields) => /^\d+,\d+$/.test(fields[9] ?? ""))).toBe(true);
  });

  test("a file with columns of reporting units is as many units", async () => {
    const { io, files, out } = memoryIo();
    const [spec] = createSpecs(
      { ...DEFAULT_OPTIONS, plan: "tp-lao-cai-2024", kinds: ["budget"], unit: "trieu-dong", reportingUnits: ["Xã A", "Xã B"] },
      words,
    );
    if (!spec) throw new Error("no spec");
    const at = (key: string) => spec.names.find(({ name }) => name.endsWith(`_${key}`))?.area;
    const [a, b] = [at("u1"), at("u2")];
    if (!a || !b) throw new Error("no units");
    const typed = spec.cells.map((row, index) =>
      row.map((cell, col) => (index === a.row ? (col === a.col ? 1200 : col === b.col ? 787 : cell) : cell)),
    );
    files.set("thanh-pho.xlsx", await writeXlsx([{ ...spec, cells: typed }]));
    await run(["summarize", "thanh-pho.xlsx", "-o", "a.xlsx", "--json"], io);
    const report = schemas.summarize.parse(JSON.parse(out.join("\n")));
    expect(report.units.map(({ unit }) => unit)).toEqual(["thanh-pho/Xã A", "thanh-pho/Xã B"]);
    expect(report.figures.find(({ unit, units }) => unit === "" && units === 2)?.value).toBe(1987);
  });
});

describe("one file", () => {
  test("is summarised as its own workbook", async () => {
    const { io, files } = memoryIo();
    files.set(
      "bieu.xlsx",
      await writeXlsx(createSpecs({ ...DEFAULT_OPTIONS, plan: "lai-chau-2021-2025", kinds: ["indicators", "budget"] }, words)),
    );
    expect(await run(["summarize", "bieu.xlsx", "-o", "tong-hop.xlsx"], io)).toBe(0);
    expect(await sheets(files.get("tong-hop.xlsx"))).toEqual([words.summary.sheet]);
  });
});

test("one file where another was expected is a unit of many", async () => {
  const { io, files, errors } = memoryIo();
  files.set("bieu.xlsx", await writeXlsx(createSpecs({ ...DEFAULT_OPTIONS, plan: "lai-chau-2021-2025", kinds: ["budget"] }, words)));
  expect(await run(["summarize", "bieu.xlsx", "khong-co.xlsx", "-o", "tong-hop.xlsx"], io)).toBe(1);
  expect(await sheets(files.get("tong-hop.xlsx"))).toEqual(["Tổng hợp kinh phí", "Đơn vị", "Không tổng hợp được", "Nguồn số liệu"]);
  expect(errors).toEqual(["Không đọc được khong-co.xlsx: không có tệp hoặc thư mục này."]);
});

describe("what cannot be done is said in one sentence, and nothing is written", () => {
  test.each([
    ["a file is there already", ["summarize", "tinh", "-o", "hong.xlsx"], "Đã có tệp hong.xlsx"],
    ["the .csv file is there already", ["summarize", "tinh", "-o", "a.xlsx", "--csv", "co.csv"], "Đã có tệp co.csv"],
    ["a name with another ending", ["summarize", "tinh", "-o", "a.xls"], "Tên tệp a.xls phải có đuôi .xlsx"],
    ["a table with the ending of a workbook", ["summarize", "tinh", "-o", "a.xlsx", "--csv", "b.xlsx"], "Tên tệp b.xlsx phải có đuôi .csv"],
    ["nothing is there", ["summarize", "khong-co.xlsx", "-o", "a.xlsx"], "không có tệp hoặc thư mục này"],
    ["the only file is broken", ["summarize", "hong.xlsx", "-o", "a.xlsx", "--csv", "b.csv"], "Không đọc được hong.xlsx"],
    ["the list of units is not there", ["summarize", "tinh", "-o", "a.xlsx", "--units", "x.txt"], "danh sách đơn vị x.txt"],
    ["a number of threads that is none", ["summarize", "tinh", "-o", "a.xlsx", "--workers", "0"], "Số luồng “0”"],
    ["a day that is none", ["summarize", "tinh", "-o", "a.xlsx", "--date", "1-2-2024"], "không phải một ngày theo dạng YYYY-MM-DD"],
  ])("%s", async (_name, args, sentence) => {
    const { io, files, errors } = world();
    files.set("hong.xlsx", new Uint8Array([1, 2, 3]));
    files.set("co.csv", new Uint8Array());
    const before = [...files.keys()];
    expect(await run(args, io)).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(sentence);
    expect([...files.keys()]).toEqual(before);
  });
});

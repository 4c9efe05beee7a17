import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { createSpecs } from "../../src/app";
import { run } from "../../src/cli/program";
import { checkReportSchema } from "../../src/cli/schema";
import { wordsOf } from "../../src/i18n";
import { recordSheet } from "../../src/summaries";
import { parseA1, type CellInput, type SheetSpec } from "../../src/sheet";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { cellOf, options } from "../support/make-tables";
import { memoryIo } from "../support/memory-io";

const specs = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget"] }), wordsOf("vi"));
const DEGREES = cellOf(specs[0], "actual2025", "trình độ đại học trở lên");

/** The tables of the plan with cells typed over, as a workbook file. */
async function filled(changes: Readonly<Record<string, CellInput>>, sheet = "Biểu kinh phí"): Promise<Uint8Array> {
  return writeXlsx(specs.map((spec) => (spec.name === sheet ? typed(spec, changes) : spec)));
}

function typed(spec: SheetSpec, changes: Readonly<Record<string, CellInput>>): SheetSpec {
  const cells = spec.cells.map((row) => [...row]);
  for (const [address, value] of Object.entries(changes)) {
    const at = parseA1(address);
    const row = at ? cells[at.row] : undefined;
    if (!at || !row) throw new Error(address);
    row[at.col] = value;
  }
  return { ...spec, cells };
}

async function checked(bytes: Uint8Array, ...args: string[]) {
  const { io, files, out, errors } = memoryIo();
  files.set("x.xlsx", bytes);
  const code = await run(["check", "x.xlsx", "--json", ...args], io);
  expect(errors).toEqual([]);
  return { code, report: checkReportSchema.parse(JSON.parse(out.join("\n"))) };
}

const listed =
  readFileSync(join(__dirname, "../../docs/accuracy.md"), "utf8")
    .split("## What the documents have wrong")[1]
    ?.split("\n## ")[0]
    ?.split("\n")
    .filter((line) => line.startsWith("- ")) ?? [];

describe("plan-tables new, then check", () => {
  test("a new file has nothing wrong with it", async () => {
    const { io, out, errors } = memoryIo();
    expect(await run(["new", "lai-chau-2021-2025", "-o", "x.xlsx"], io)).toBe(0);
    expect(out.splice(0)).toEqual([
      "Đã ghi x.xlsx: Biểu chỉ tiêu, Biểu kinh phí, Biểu nhiệm vụ.",
      "Biểu chỉ tiêu có cột kết quả của năm 2021–2025.",
    ]);
    expect(await run(["check", "x.xlsx", "--json"], io)).toBe(0);
    expect(errors).toEqual([]);
    const { files } = checkReportSchema.parse(JSON.parse(out.join("\n")));
    expect(files[0]?.tables.map(({ kind, unit }) => [kind, unit])).toEqual([["indicator", null], ["budget", "trieu-dong"], ["task", null]]);
    expect(files[0]?.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(files[0]?.tables[1]?.relations.length).toBeGreaterThan(3);
    expect(files[0]?.tables[1]?.relations.every(({ holds }) => holds)).toBe(true);
  });

  test("years of the plan that cannot be reported are told, with how to choose them", async () => {
    const { io, out } = memoryIo();
    expect(await run(["new", "bac-ninh-2018-2030", "-o", "a.xlsx", "--years", "2025,2030", "--tables", "indicators"], io)).toBe(0);
    expect(await run(["new", "kon-tum-2030", "-o", "b.xlsx", "--reporting-units", "Xã A;Xã B", "--tables", "indicators"], io)).toBe(0);
    expect(await run(["new", "kon-tum-2030", "-o", "c.xlsx", "--tables", "tasks"], io)).toBe(0);
    expect(out.filter((line) => !line.startsWith("Đã ghi"))).toEqual([
      "Biểu chỉ tiêu có cột kết quả của năm 2025, 2030, chưa có cột của năm 2018–2024, 2026–2029 trong kỳ kế hoạch; chọn năm bằng --years, ví dụ --years 2018-2030.",
      "Biểu chỉ tiêu có cột kết quả của năm 2030 (mỗi đơn vị báo cáo một cột nên chỉ một năm), chưa có cột của năm 2024–2029 trong kỳ kế hoạch; chọn năm bằng --years, ví dụ --years 2024.",
    ]);
  });

  test("a day that is in no calendar is refused", async () => {
    for (const date of ["2026-02-31", "2026-13-01", "2025-02-29", "2026-6-1", "hôm nay", "0000-01-01"]) {
      const { io, out, errors } = memoryIo();
      expect([await run(["check", "x.xlsx", "--date", date], io), out, errors]).toEqual([2, [], [expect.stringContaining(date)]]);
    }
  });

  test("in every unit of money and both languages", async () => {
    for (const lang of ["vi", "en"]) {
      for (const unit of ["dong", "nghin-dong", "trieu-dong", "ty-dong"]) {
        const { io } = memoryIo();
        expect(await run(["new", "lai-chau-2021-2025", "-o", "x.xlsx", "--unit", unit, "--lang", lang], io)).toBe(0);
        expect(await run(["check", "x.xlsx", "--lang", lang], io)).toBe(0);
      }
    }
  });

  test.each([
    ["lai-chau-2021-2025", []],
    ["kon-tum-2030", []],
    ["bac-ninh-2018-2030", []],
    // the document gives 1.987 + 54 million as parts of 2.037 million, and sets child mortality at 18,5 and 12,5 %
    [
      "tp-lao-cai-2024",
      [
        { code: "over-total", data: { gap: -4_000_000, stated: { value: 2_037_000_000 }, computed: { value: 2_041_000_000 } } },
        { code: "per-mille-unit", severity: "warning", data: { unit: "%" } },
        { code: "per-mille-unit", severity: "warning", data: { unit: "%" } },
      ],
    ],
    ["tp-lai-chau-2030-2045", []],
  ])("%s: nothing is wrong but what its document has wrong", async (plan, wrong) => {
    const { io, out } = memoryIo();
    expect(await run(["new", plan, "-o", "x.xlsx"], io)).toBe(0);
    out.length = 0;
    expect(await run(["check", "x.xlsx", "--json"], io)).toBe(0);
    const { files } = checkReportSchema.parse(JSON.parse(out.join("\n")));
    const found = files[0]?.findings.filter(({ severity }) => severity !== "info") ?? [];
    expect(found).toMatchObject(wrong.map((one) => ({ ...one, byDocument: true })));
    // docs/accuracy.md lists what the documents have wrong
    expect(listed.filter((line) => line.includes(`\`${plan}\``))).toEqual(
      found.map(({ code, sheet, cell }) => expect.stringContaining(`\`${plan}\`, \`${code}\` at '${sheet}'!${cell}: `)),
    );
  });

  test("what a document has wrong is told as the document's from the start, and as an error once a cell says anything else", async () => {
    const { io, out, files } = memoryIo();
    const [budget] = createSpecs(options({ plan: "tp-lao-cai-2024", kinds: ["budget"] }), wordsOf("vi"));
    if (!budget) throw new Error("no budget");
    const part = cellOf(budget, "amount", "Khối nhà A");
    files.set("fresh.xlsx", await writeXlsx([budget]));
    files.set("typed.xlsx", await writeXlsx([typed(budget, { [part]: 1_987_000_001 })]));
    expect(await run(["check", "fresh.xlsx"], io)).toBe(0);
    expect(out.splice(0)).toEqual([
      "fresh.xlsx: 0 lỗi, 0 nội dung cần lưu ý, 0 thông tin, 1 theo văn bản",
      expect.stringContaining("đúng như văn bản của kế hoạch"),
      expect.stringMatching(/^ {2}Theo văn bản {2}'Biểu kinh phí'!C16 /),
    ]);
    expect(await run(["check", "typed.xlsx"], io)).toBe(1);
    expect(out.splice(0)).toEqual([
      "typed.xlsx: 1 lỗi, 0 nội dung cần lưu ý, 0 thông tin", expect.stringMatching(/^ {2}Lỗi {2}'Biểu kinh phí'!C16 /),
    ]);
    expect(await run(["check", "fresh.xlsx", "--report", "report.xlsx"], io)).toBe(0);
    const report = await openXlsx(files.get("report.xlsx") ?? new Uint8Array());
    const [shown] = await report.read([{ sheet: "Chi tiết", area: { row: 0, col: 0, rows: 8, cols: 5 } }]);
    expect(shown?.values.flat()).toEqual(expect.arrayContaining(["Theo văn bản", "'Biểu kinh phí'!C16"]));
  });

  test("two digits swapped: the correction is named, exit 1", async () => {
    const { code, report } = await checked(await filled({ C10: 39750 }));
    expect(code).toBe(1);
    const [finding, ...others] = report.files[0]?.findings.filter(({ severity }) => severity === "error") ?? [];
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: "sum-mismatch",
      sheet: "Biểu kinh phí",
      cell: "C10",
      data: { gap: -45, correction: { cell: "C10", from: 39750, to: 39705, kind: "digits-swapped" } },
    });
    expect(finding?.message).toContain("275.601");
    expect(finding?.message).toContain("lớn hơn 45");
  });

  test("an actual value below its target is a warning and no error", async () => {
    const { code, report } = await checked(await filled({ [DEGREES]: 28 }, "Biểu chỉ tiêu"));
    expect(code).toBe(0);
    expect(report.files[0]?.findings.filter(({ severity }) => severity !== "info")).toMatchObject([
      { code: "target-not-met", severity: "warning", cell: DEGREES },
    ]);
  });

  test("text in a number cell is an error that says what it may mean", async () => {
    const { code, report } = await checked(await filled({ [DEGREES]: "12,5%" }, "Biểu chỉ tiêu"));
    expect(code).toBe(1);
    expect(report.files[0]?.findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "text-for-number", cell: DEGREES, data: { text: "12,5%", reading: 12.5 } },
    ]);
  });

  test("years: partly filled they may stay below, filled they have to reach the total", async () => {
    expect((await checked(await filled({ D10: 10000, E10: 20000 }))).code).toBe(0);
    expect((await checked(await filled({ D10: 39706 }))).report.files[0]?.findings[0]).toMatchObject({
      code: "over-total",
      severity: "error",
    });
    const all = { D10: 5000, E10: 5000, F10: 10000, G10: 10000, H10: 9705 };
    expect((await checked(await filled(all))).code).toBe(0);
    expect((await checked(await filled({ ...all, H10: 9704 }))).report.files[0]?.findings[0]).toMatchObject({
      code: "sum-mismatch",
      data: { axis: "row", gap: 1 },
    });
  });
});

describe("what cannot be done", () => {
  test.each([
    [["new", "nobody", "-o", "y.xlsx"], "nobody"],
    [["new", "lai-chau-2021-2025", "-o", "y.xlsx", "--unit", "xu"], "xu"],
    [["new", "lai-chau-2021-2025", "-o", "y.xlsx", "--tables", "maps"], "maps"],
    [["new", "lai-chau-2021-2025", "-o", "y.xlsx", "--years", "20x5"], "20x5"],
    [["new", "lai-chau-2021-2025", "-o", "y.xlsx", "--layout", "diagonal"], "diagonal"],
    [["new", "lai-chau-2021-2025", "-o", "y.xlsx", "--reporting-units", "Xã A; xã a"], "xã a"],
    [["new", "blank", "-o", "y.xlsx"], "tên kế hoạch"],
    [["new", "lai-chau-2021-2025", "-o", "y.xlsx", "--rows", "0"], "1000"],
    [["new", "lai-chau-2021-2025", "-o", "x.xlsx"], "x.xlsx"],
    [["check", "gone.xlsx"], "gone.xlsx"],
    [["check", "broken.xlsx"], "broken.xlsx"],
    [["check", "x.xlsx", "--date", "22/11/2026"], "22/11/2026"],
    [["frobnicate"], "frobnicate"],
    [["new", "lai-chau-2021-2025"], "-o"],
  ])("%j: exit 2, one sentence, nothing written", async (args, named) => {
    const { io, files, out, errors } = memoryIo();
    files.set("x.xlsx", await filled({}));
    files.set("broken.xlsx", new TextEncoder().encode("no zip"));
    const before = [...files.keys()];
    expect(await run(args, io)).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(named);
    expect(out).toEqual([]);
    expect([...files.keys()]).toEqual(before);
  });

  test("of several files a broken one is reported in its place and the rest is checked", async () => {
    const { io, files, out } = memoryIo();
    files.set("f/a.xlsx", await filled({}));
    files.set("f/b.xlsx", new Uint8Array([1, 2, 3]));
    expect(await run(["check", "f", "--json"], io)).toBe(1);
    const report = checkReportSchema.parse(JSON.parse(out.join("\n")));
    expect(report.files.map(({ file, failure, tables }) => [file, failure?.code ?? null, tables.length])).toEqual([
      ["f/a.xlsx", null, 2], ["f/b.xlsx", "unreadable-file", 0],
    ]);
  });
});

describe("--report", () => {
  test("a new workbook that counts what was found in each file and says each finding; never over a file", async () => {
    const { io, files } = memoryIo();
    files.set("f/a.xlsx", await filled({ C10: 39750 }));
    files.set("f/b.xlsx", new Uint8Array([1, 2, 3]));
    expect(await run(["check", "f", "--report", "report.xlsx"], io)).toBe(1);
    const workbook = await openXlsx(files.get("report.xlsx") ?? new Uint8Array());
    const [overview, details] = await workbook.read(
      (await workbook.outline()).sheets.map(({ name }) => ({ sheet: name, area: { row: 4, col: 0, rows: 2, cols: 5 } })),
    );
    expect(overview?.values.map((row) => row.slice(1, 4))).toEqual([["f/a.xlsx", 2, 1], ["f/b.xlsx", 0, 0]]);
    expect(details?.values[0]?.slice(1)).toEqual(["f/a.xlsx", "Lỗi", "'Biểu kinh phí'!C10", expect.stringContaining("39.705")]);
    const before = files.get("report.xlsx");
    expect(await run(["check", "f", "--report", "report.xlsx"], io)).toBe(2);
    expect(files.get("report.xlsx")).toBe(before);
  });
});

test("what people have explained in the workbook's record is told apart, and is no reason to fail", async () => {
  const swapped = specs.map((spec) => typed(spec, spec.name === "Biểu kinh phí" ? { C10: 39750 } : {}));
  const wrong = (await checked(await writeXlsx(swapped))).report.files[0]?.findings.filter(({ severity }) => severity === "error") ?? [];
  const entries = wrong.map(({ id }, index) => ({
    number: index + 1,
    severity: null,
    place: null,
    text: null,
    status: "Đã giải trình",
    explanation: "Theo văn bản bổ sung",
    who: "An",
    date: null,
    id,
  }));
  const { code, report } = await checked(
    await writeXlsx([...swapped, recordSheet({ sheet: "Kết quả kiểm tra", record: 1, entries }, wordsOf("vi"))]),
  );
  expect(wrong).toMatchObject([{ cell: "C10", status: "open" }]);
  expect([code, report.files[0]?.findings.filter(({ severity }) => severity === "error")]).toMatchObject([
    0, [{ cell: "C10", status: "explained" }],
  ]);
});

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import { checkReportSchema } from "../../src/cli/schema";
import { CASES, there } from "../support/cases";
import { memoryIo } from "../support/memory-io";

async function world(...files: readonly string[]) {
  const memory = memoryIo();
  for (const file of files) memory.files.set(file, new Uint8Array(await readFile(resolve(CASES, file))));
  return memory;
}

there("tables that have lost their names", () => {
  test.each([
    ["r04-table-name-ref.xlsx", "Biểu kinh phí"], ["c02-copied-noname.xlsx", "Biểu kinh phí (2)"],
  ])("%s: the budget is read from what is left, and its wrong amount is found", async (file, sheet) => {
    const { io, out } = await world(file);
    expect(await run(["check", file, "--json", "--date", "2026-06-30"], io)).toBe(1);
    const [report] = checkReportSchema.parse(JSON.parse(out.join("\n"))).files;
    expect(report?.tables.map((table) => table.sheet)).toContain(sheet);
    expect(report?.findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "sum-mismatch", sheet, data: { correction: { cell: "C10", from: 39750, to: 39705 } } },
    ]);
    expect(await run(["summarize", file, "-o", "tong-hop.xlsx", "--date", "2026-06-30"], io)).toBe(1);
  });
});

there("k03: a folder of four units in four formats", () => {
  const folder = async () => world(...["a.xlsx", "b.xls", "c.xlsm", "d.ods"].map((name) => `k03-folder/xa-${name}`));

  test("all four are read, whatever wrote them", async () => {
    const { io, out, errors } = await folder();
    await run(["check", "k03-folder", "--json", "--date", "2026-06-30"], io);
    expect(errors).toEqual([]);
    const { files } = checkReportSchema.parse(JSON.parse(out.join("\n")));
    expect(files.map(({ file }) => file.replace(/.*\//, ""))).toEqual(["xa-a.xlsx", "xa-b.xls", "xa-c.xlsm", "xa-d.ods"]);
    for (const { tables } of files) expect(tables.length).toBeGreaterThan(0);
  });

  test("summarize counts them as units", async () => {
    const { io, out, errors } = await folder();
    await run(["summarize", "k03-folder", "-o", "tong-hop.xlsx", "--date", "2026-06-30"], io);
    expect([...out, ...errors].join("\n")).toMatch(/[1-4]\/4 đơn vị/);
  });
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { summarizeReportSchema } from "../../src/cli/schema";
import { buildCommand } from "../support/command";
import { minutes } from "../support/patience";
import { formProvince, writeFormProvince, type FormFault } from "./form-province";

const province = formProvince(130, 60);
let folder: string;
let command: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plan-tables-forms-"));
  command = buildCommand(folder);
  await writeFormProvince(join(folder, "in"), province);
}, minutes(2));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [command, ...args], { cwd: folder, maxBuffer: 1e9 }, (error, out) =>
      done({ code: error && typeof error.code === "number" ? error.code : 0, out }),
    );
  });

test("a province of a form that is not ours comes to what its communes have, in one thread and in several", async () => {
  const { code, out } = await run("summarize", "in", "-o", "one.xlsx", "--json", "--workers", "1");
  expect(code).toBe(1);
  const report = summarizeReportSchema.parse(JSON.parse(out));
  const planned = report.figures.filter(({ column }) => column === "Dự toán năm");
  const figures = new Map(planned.map(({ indicator, value }) => [indicator, value]));
  for (const [label, wanted] of province.wanted) expect([label, figures.get(label)]).toEqual([label, wanted]);
  const of = (fault: FormFault): string[] => province.communes.flatMap((one) => (one.fault === fault ? [one.unit] : []));
  const told = (code: string): string[] => report.mismatches.flatMap((one) => (one.code === code ? one.units : []));
  expect(report.units.filter(({ state }) => state === "broken").map(({ unit }) => unit)).toEqual(of("broken"));
  expect(told("other-year")).toEqual(of("last-year"));
  expect(told("converted")).toEqual(of("in-dong"));
  expect([...new Set(told("scale"))]).toEqual(of("unit-unsaid"));
  expect(told("half-filled")).toEqual(of("half"));
  expect(told("other-form")).toEqual([]);
  expect((await run("summarize", "in", "-o", "all.xlsx", "--json", "--workers", "3")).out).toBe(out);
  expect(readFileSync(join(folder, "all.xlsx")).equals(readFileSync(join(folder, "one.xlsx")))).toBe(true);
}, minutes(4));

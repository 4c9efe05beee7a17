import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { buildSync } from "esbuild";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { wordsOf } from "../../src/i18n";
import { catalogue } from "../../src/plan";
import type { SheetSpec } from "../../src/sheet";
import { DEFAULT_CHOICES, budgetTable } from "../../src/templates";
import { writeXlsx } from "../../src/workbook/xlsx";
import { columnsOf, rowOf, typedOver } from "../support/budgets";
import { minutes } from "../support/patience";

/** Nobody can say beforehand what it takes; it takes minutes. */
const ENDLESS = "POISSON.DIST(2000000000,1000000000,TRUE)";

let folder: string;
let script: string;
let hook: string;

/** The first amount of a budget is a formula. */
async function workbook(formula: string): Promise<Uint8Array> {
  const [plan] = catalogue;
  const [budget] = plan?.budgets ?? [];
  if (!plan || !budget) throw new Error("no budget");
  const spec: SheetSpec = budgetTable(
    plan, budget, { table: "budget1", sheet: "Kinh phí" }, { ...DEFAULT_CHOICES, unit: "dong" }, wordsOf("vi").templates,
  );
  const row = rowOf(
    spec,
    [...spec.cells.entries()].map(([, cells]) => cells.at(-1)).find((key) => typeof key === "string" && key.endsWith(".1")) as string,
  );
  const parts = unzipSync(await writeXlsx([typedOver(spec, row, columnsOf(spec).get("amount") ?? -1, { formula: "=EDATE(1,1)" })]));
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [
        name,
        name.includes("worksheets/sheet") ? strToU8(strFromU8(bytes).replace("EDATE(1,1)", formula)) : bytes,
      ]),
    ),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plan-tables-endless-"));
  script = join(folder, "plan-tables.js");
  hook = join(folder, "hook.js");
  buildSync({
    entryPoints: [resolve(__dirname, "../../src/cli/main.ts")],
    bundle: true,
    platform: "node",
    target: "node20",
    outfile: script,
    logLevel: "error",
  });
  // says when a thread is at work
  writeFileSync(
    hook,
    'process.on("worker", (worker) => worker.on("online", () => setTimeout(() => process.stderr.write("thread\\n"), 200)));',
  );
  mkdirSync(join(folder, "tep"));
  writeFileSync(join(folder, "tep", "a-endless.xlsx"), await workbook(ENDLESS));
  writeFileSync(join(folder, "tep", "b-other.xlsx"), await workbook("EDATE(1,2)"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a formula that does not end could not be computed here; the rest of its file and the next file are checked", () => {
  const { stdout, status } = spawnSync(process.execPath, [script, "check", "tep", "--json", "--date", "2026-06-30"], {
    cwd: folder,
    encoding: "utf8",
  });
  const { files } = JSON.parse(stdout) as { files: { tables: unknown[]; findings: { code: string; data: { formula?: string } }[] }[] };
  const lost = files.map(({ findings }) => findings.flatMap(({ code, data }) => (code === "not-evaluated" ? [data.formula] : [])));
  expect(lost[0]).toContain(`=${ENDLESS}`);
  expect(lost[1]).toEqual([]);
  expect(files.map(({ tables }) => tables.length)).toEqual([1, 1]);
  expect(status).toBeLessThan(2);
}, minutes(6));

test.each([["SIGINT", 130], ["SIGTERM", 143]] as const)("%s ends the command while it is at such a formula", async (signal, code) => {
  const command = spawn(process.execPath, ["--require", hook, script, "check", "tep"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(command, "exit");
  await once(command.stderr, "data");
  command.kill(signal);
  expect(await ended).toEqual([code, null]);
});

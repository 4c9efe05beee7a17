import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { wordsOf } from "../../src/i18n";
import { formProvince, writeFormProvince } from "../roll-up/form-province";
import { makeProvince } from "../roll-up/province";
import { writeProvince } from "../roll-up/write-province";
import { measured, type Taken } from "./measured-process";
import type { Row } from "./row";
import { builtScript } from "./script";

export const name = "roll-up";

/** Communes of the country since July 2025, and fewer of them, to see what grows. */
const ALL = [400, 3_321] as const;
/** Others where they are named: `npm run bench roll-up 400,1000`. */
const ASKED = process.argv[3] ?? "";
const COUNTS: readonly number[] = ASKED === "forms" ? [] : ASKED === "" ? ALL : ASKED.split(",").map(Number);
/** Communes that have filled in a form which is not ours; these alone with `npm run bench roll-up forms`. */
const FORMS: readonly number[] = ASKED === "" || ASKED === "forms" ? [3_321] : [];
const PER_DISTRICT = 100;

/** Where the figures of the last run stand. */
const PAGE = resolve("docs/performance.md");
const MARKS = { from: "<!-- roll-up: written by `npm run bench roll-up` -->", to: "<!-- /roll-up -->" } as const;
const FORM_MARKS = { from: "<!-- roll-up of forms: written by `npm run bench roll-up` -->", to: "<!-- /roll-up of forms -->" } as const;

/** A made province rolled up by the command line, against reading the same files and nothing else. */
export async function* run(): AsyncGenerator<Row> {
  const folder = mkdtempSync(join(tmpdir(), "plan-tables-roll-up-"));
  try {
    const built = (entry: string, out: string): string => builtScript(entry, join(folder, out));
    const command = built("src/cli/main.ts", "plan-tables.js");
    const reading = built("tests/bench/read-alone.ts", "read-alone.js");
    const rows: Row[] = [];
    for (const count of COUNTS) {
      const sources = join(folder, String(count));
      const files = writeProvince(sources, await makeProvince(count, wordsOf("vi"), PER_DISTRICT));
      const summarize = (more: readonly string[], output: string): Promise<Taken> =>
        measured(command, ["summarize", sources, "-o", join(folder, output), "--date", "2024-03-01", ...more], "", folder);
      const alone = await measured(reading, [], files.join("\n"), folder);
      const parsed = await measured(reading, ["--without-formulas"], files.join("\n"), folder);
      const one = await summarize(["--workers", "1"], `one-${count}.xlsx`);
      const all = await summarize([], `all-${count}.xlsx`);
      if (one.exit !== 1 || all.exit !== 1) throw new Error(`exits ${one.exit}, ${all.exit}: the planted errors were not found`);
      const found = rowsOf(files.length, { alone, parsed, one, all });
      rows.push(...found);
      yield* found;
    }
    if (rows.length > 0) writePage(rows, MARKS);
    const formRows: Row[] = [];
    for (const count of FORMS) {
      const sources = join(folder, `forms-${count}`);
      const files = await writeFormProvince(sources, formProvince(count));
      const summarize = (more: readonly string[], output: string): Promise<Taken> =>
        measured(command, ["summarize", sources, "-o", join(folder, output), "--date", "2026-11-30", ...more], "", folder);
      const one = await summarize(["--workers", "1"], `forms-one-${count}.xlsx`);
      const all = await summarize([], `forms-all-${count}.xlsx`);
      if (one.exit !== 1 || all.exit !== 1) throw new Error(`exits ${one.exit}, ${all.exit}: the planted errors were not found`);
      const found = formRowsOf(files.length, one, all);
      formRows.push(...found);
      yield* found;
    }
    if (formRows.length > 0) writePage(formRows, FORM_MARKS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(files: number, { alone, parsed, one, all }: Readonly<Record<"alone" | "parsed" | "one" | "all", Taken>>): Row[] {
  const label = (what: string): string => `${files} workbooks: ${what}`;
  const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
  return [
    { label: label("reading alone, one thread"), value: round(alone.processor), unit: "s of processor" },
    { label: label("unpacking and parsing alone, one thread"), value: round(parsed.processor), unit: "s of processor" },
    { label: label("summarize, one thread"), value: round(one.processor), unit: "s of processor" },
    { label: label("summarize / reading alone"), value: round(one.processor / alone.processor, 2), unit: "times (at most 1.5)" },
    { label: label("summarize / unpacking and parsing alone"), value: round(one.processor / parsed.processor, 2), unit: "times" },
    { label: label(`summarize, threads for ${availableParallelism()} cores`), value: round(all.seconds), unit: "s of the clock" },
    { label: label("reading alone"), value: round(alone.seconds), unit: "s of the clock" },
    { label: label("summarize, one thread, most memory"), value: round(one.megabytes, 0), unit: "MB" },
    { label: label("summarize, all threads, most memory"), value: round(all.megabytes, 0), unit: "MB (at most 512)" },
  ];
}

function formRowsOf(files: number, one: Taken, all: Taken): Row[] {
  const label = (what: string): string => `${files} workbooks of a form that is not ours: ${what}`;
  const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
  return [
    { label: label("summarize, one thread"), value: round(one.processor), unit: "s of processor" },
    { label: label("summarize, one thread, for each"), value: round((one.processor * 1000) / files), unit: "ms of processor" },
    { label: label(`summarize, threads for ${availableParallelism()} cores`), value: round(all.seconds), unit: "s of the clock" },
    { label: label("summarize, one thread, most memory"), value: round(one.megabytes, 0), unit: "MB" },
    { label: label("summarize, all threads, most memory"), value: round(all.megabytes, 0), unit: "MB" },
  ];
}

/** Puts the figures between marks of the page. */
function writePage(rows: readonly Row[], marks: { readonly from: string; readonly to: string }): void {
  const table = [
    "| | | |",
    "|---|---:|---|",
    ...rows.map(({ label, value, unit }) => `| ${label} | ${value.toLocaleString("en-US")} | ${unit} |`),
  ].join("\n");
  const page = readFileSync(PAGE, "utf8");
  const [before, rest] = page.split(marks.from);
  const after = rest?.split(marks.to)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} lacks its marks`);
  writeFileSync(PAGE, `${before}${marks.from}\n\n${table}\n\n${marks.to}${after}`);
}

import { describe, expect } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { checkWorkbook, describeCheck, type CheckResult } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { CORPUS } from "./corpus";
import { openFile } from "./open-file";

/** Inputs of which each shows a kind of fault: beside the corpus. */
export const CASES = resolve(CORPUS, "../cases");
/** `describe` where the cases are, else a block that is skipped. */
export const there = existsSync(CASES) ? describe : describe.skip;

const DAY = { year: 2026, month: 6, day: 30 };

/** The check of a case, "m16-circular", as of a day; no rule may fail. */
export async function checkCase(file: string, day = DAY): Promise<CheckResult> {
  const result = await checkWorkbook(await openFile(new Uint8Array(readFileSync(resolve(CASES, `${file}.xlsx`)))), day);
  expect(result.failures).toEqual([]);
  return result;
}

export interface Found {
  readonly code: string;
  readonly severity: string;
  readonly cell: string;
  readonly message: string;
}

/** What the check of a case says, in Vietnamese; cells as "Biểu kinh phí!C9". */
export async function findingsOfCase(file: string, day = DAY): Promise<Found[]> {
  const { findings } = describeCheck(await checkCase(file, day), wordsOf("vi"));
  return findings.map(({ code, severity, sheet, cell, message }) => ({ code, severity, cell: `${sheet}!${cell}`, message }));
}

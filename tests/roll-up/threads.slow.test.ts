import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { wordsOf } from "../../src/i18n";
import { buildCommand } from "../support/command";
import { makeProvince } from "./province";
import { writeProvince } from "./write-province";

let folder: string;
let script: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plan-tables-threads-"));
  script = buildCommand(folder);
  writeProvince(join(folder, "tinh"), await makeProvince(20, wordsOf("vi"), 10));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const summarize = (...args: string[]) =>
  spawnSync(process.execPath, [script, "summarize", "tinh", "--date", "2024-03-01", ...args], { cwd: folder, encoding: "utf8" });

test("threads of the real command come to the same bytes as one thread", () => {
  const [one, two] = [
    summarize("-o", "one.xlsx", "--csv", "one.csv", "--workers", "1"),
    summarize("-o", "two.xlsx", "--csv", "two.csv", "--workers", "2"),
  ];
  expect([one.status, two.status]).toEqual([1, 1]);
  // how far it is, is told every few seconds, where it takes so long
  const told = (text: string): string[] => text.split("\n").filter((line) => !line.startsWith("Đã đọc"));
  expect(told(two.stderr)).toEqual(told(one.stderr));
  for (const ending of ["xlsx", "csv"])
    expect(readFileSync(join(folder, `two.${ending}`)).equals(readFileSync(join(folder, `one.${ending}`)))).toBe(true);
});

test("nothing is written over, and of a command that could not be done nothing is left", () => {
  const again = summarize("-o", "one.xlsx", "--csv", "three.csv");
  expect([again.status, again.stderr.trim()]).toEqual([2, wordsOf("vi").cli.exists("one.xlsx")]);
  expect(existsSync(join(folder, "three.csv"))).toBe(false);
});

test.each(["1", "2"])("of a command that is stopped midway nothing is left (%s threads)", async (threads) => {
  const [sheet, table] = ["stopped.xlsx", "stopped.csv"].map((name) => join(folder, name)) as [string, string];
  const command = spawn(process.execPath, [script, "summarize", "tinh", "-o", sheet, "--csv", table, "--workers", threads], {
    cwd: folder,
    stdio: "ignore",
  });
  const ended = once(command, "exit");
  const begun = (): boolean => readdirSync(folder).some((name) => name.endsWith(".tmp"));
  while (!begun() && command.exitCode === null) await new Promise((resume) => setTimeout(resume, 5));
  command.kill("SIGINT");
  expect(await ended).toEqual([130, null]);
  expect([existsSync(sheet), existsSync(table), begun()]).toEqual([false, false, false]);
});

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { newFiles } from "../../src/cli/new-files";
import { buildCommand } from "../support/command";

const PLAN = "lai-chau-2021-2025";
let root: string;
let script: string;
/** A folder of its own for each test, empty but for what the test puts there. */
let folder: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "plan-tables-files-"));
  script = buildCommand(root);
  mkdirSync(join(root, "don-vi"));
  for (const name of ["a", "b", "c", "d"])
    expect(run(["new", PLAN, "-o", `../don-vi/${name}.xlsx`], root.concat("/don-vi")).status).toBe(0);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(root, "test-"));
});

const run = (args: readonly string[], cwd = folder) => spawnSync(process.execPath, [script, ...args], { cwd, encoding: "utf8" });
/** Runs in a shell, where PLAN_TABLES is the command. */
const shell = (line: string) =>
  spawnSync("bash", ["-c", `PLAN_TABLES() { "${process.execPath}" "${script}" "$@"; }; ${line}`], { cwd: folder, encoding: "utf8" });

const WRITERS: readonly (readonly string[])[] = [
  ["new", PLAN, "-o", "neu.xlsx"],
  ["check", "../don-vi", "--report", "neu.xlsx"],
  ["summarize", "../don-vi/a.xlsx", "-o", "neu.xlsx"],
  ["summarize", "../don-vi", "-o", "neu.xlsx", "--csv", "neu.csv"],
  ["plans", "--compare", "-o", "neu.xlsx"],
];

describe.each(WRITERS)("%s %s %s %s", (...args) => {
  test("on a full disk: exit 2, a sentence, and nothing is left", () => {
    // more than so many kilobytes no file may have
    const { status, stderr } = shell(`ulimit -f 1; PLAN_TABLES ${args.join(" ")}`);
    expect(status).toBe(2);
    expect(stderr.trim()).toMatch(/^Không ghi được neu\.(xlsx|csv): .+\.$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("into a folder that is not there: exit 2, a sentence, nothing made", () => {
    const { status, stderr } = run(args.map((arg) => arg.replace(/^neu/, "khong/neu")));
    expect([status, stderr.trim()]).toEqual([2, expect.stringMatching(/^Không ghi được khong\/neu\.(xlsx|csv): không có thư mục này\.$/)]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("a file that is there stays as it is, and a name with another ending is refused", () => {
    writeFileSync(join(folder, "neu.xlsx"), "của tôi");
    expect(run(args).status).toBe(2);
    expect(readFileSync(join(folder, "neu.xlsx"), "utf8")).toBe("của tôi");
    expect(run(args.map((arg) => arg.replace(".xlsx", ".xls"))).stderr).toContain("phải có đuôi .xlsx");
    expect(readdirSync(folder)).toEqual(["neu.xlsx"]);
  });

  test("what is written is whole, and nothing else is left", () => {
    expect(run(args).status).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(args.filter((arg) => arg.startsWith("neu")).sort());
    expect(readFileSync(join(folder, "neu.xlsx")).subarray(0, 2).toString()).toBe("PK");
  });
});

const full = existsSync("/dev/full") ? test : test.skip;
full.each([
  "plans", "plans --json", "schema", "check ../don-vi", "check ../don-vi/a.xlsx --json", "--help", "summarize ../don-vi -o neu.xlsx --json",
])("%s: standard output on a full disk is exit 2 and a sentence", (line) => {
  const { status, stderr } = shell(`PLAN_TABLES ${line} > /dev/full`);
  expect([status, stderr.split("\n").filter((one) => !one.startsWith("Đã đọc"))]).toEqual([
    2, ["Không in được kết quả: ổ đĩa đã đầy.", ""],
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

test("a reader that has seen enough leaves no half file, and no stack trace", () => {
  const { stderr, stdout } = shell("PLAN_TABLES summarize ../don-vi -o neu.xlsx --csv neu.csv --json | head -c 5; echo ${PIPESTATUS[0]}");
  expect(stderr).not.toMatch(/\bat\b|Error/);
  const [, code] = /(\d+)\n$/.exec(stdout) ?? [];
  expect(readdirSync(folder)).toEqual(code === "141" ? [] : ["neu.csv", "neu.xlsx"]);
  expect(["141", "0"]).toContain(code);
});

test.each([
  ["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129],
] as const)("%s leaves nothing, and the exit says which it was", async (signal, code) => {
  const command: ChildProcess = spawn(
    process.execPath,
    [script, "summarize", "../don-vi", "-o", "neu.xlsx", "--csv", "neu.csv", "--workers", "1"],
    { cwd: folder, stdio: "ignore" },
  );
  const ended = once(command, "exit");
  while (readdirSync(folder).length < 2 && command.exitCode === null) await new Promise((resume) => setTimeout(resume, 2));
  command.kill(signal);
  expect(await ended).toEqual([code, null]);
  expect(readdirSync(folder)).toEqual([]);
});

describe("new files", () => {
  const write = async (files: ReturnType<typeof newFiles>, name: string, text: string): Promise<void> => {
    const file = await files.create(join(folder, name));
    await file.write(text);
    await file.close();
  };

  test("get their names all together or not at all", async () => {
    const files = newFiles();
    await write(files, "a.csv", "a");
    await write(files, "b.csv", "b");
    expect(readdirSync(folder).filter((name) => !name.endsWith(".tmp"))).toEqual([]);
    // somebody else is quicker
    writeFileSync(join(folder, "b.csv"), "của người khác");
    expect(() => files.keep()).toThrow("b.csv");
    files.discard();
    expect(readdirSync(folder)).toEqual(["b.csv"]);
    expect(readFileSync(join(folder, "b.csv"), "utf8")).toBe("của người khác");
  });

  test("may be read like every file of this person", async () => {
    const files = newFiles();
    await write(files, "a.csv", "a");
    files.keep();
    chmodSync(join(folder, "a.csv"), 0o644);
    expect(readdirSync(folder)).toEqual(["a.csv"]);
  });
});

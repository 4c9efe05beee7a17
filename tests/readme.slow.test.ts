import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

const root = resolve(__dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const cli = join(root, "src/cli/bin.cjs");
let folder: string;

beforeAll(() => {
  if (!existsSync(join(root, "dist/cli/plan-tables.js"))) throw new Error("the command line is not built: run npm run build");
  folder = mkdtempSync(join(tmpdir(), "plan-tables-"));
  writeFileSync(join(folder, "ke-hoach.txt"), PLAN_TEXT);
});

/** The text that a reader of README has. */
const PLAN_TEXT = `ỦY BAN NHÂN DÂN HUYỆN MẪU
KẾ HOẠCH
Chăm sóc sức khỏe Nhân dân giai đoạn 2026 - 2030

I. MỤC TIÊU
- Tỷ lệ người dân tham gia bảo hiểm y tế đạt trên 95% vào năm 2030.

II. KINH PHÍ
Tổng kinh phí thực hiện: 500 triệu đồng, gồm:
- Truyền thông: 300 triệu đồng;
- Tập huấn: 200 triệu đồng.
`;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commands = [...readme.matchAll(/^(?:echo "(?<input>[^"]*)" \| )?npx plan-tables (?<rest>.*)$/gm)].map(({ groups }) => ({
  input: groups?.["input"] ?? "",
  // as a shell takes them: what is in quotes is one
  args: [...(groups?.["rest"] ?? "").matchAll(/"([^"]*)"|\S+/g)].map(([whole, quoted]) => quoted ?? whole),
}));

describe("the commands that README shows run as they stand, one after the other", () => {
  test("there are some", () => expect(commands.length).toBeGreaterThan(4));

  test.each(commands)("plan-tables $args", ({ args, input }) => {
    // a command that fails throws
    const printed = execFileSync(process.execPath, [cli, ...args], { cwd: folder, input, encoding: "utf8" });
    expect(printed.trim()).not.toBe("");
    if (args.includes("--json") || args[0] === "schema") expect(() => JSON.parse(printed) as unknown).not.toThrow();
  });

  test("the npm commands of README are scripts of package.json", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm (?:run )?([a-z:]+)/g)]
      .map(([, name]) => name ?? "")
      .filter((name) => name !== "ci" && name !== "are");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test("every picture and page that README links to is there", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, path]) => path ?? "");
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

test("before anything is built the command says what to do, and does nothing", () => {
  const elsewhere = join(folder, "src", "cli");
  mkdirSync(elsewhere, { recursive: true });
  copyFileSync(join(root, "src/cli/bin.cjs"), join(elsewhere, "bin.cjs"));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(elsewhere, "bin.cjs"), "plans"], { encoding: "utf8" });
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("npm run build");
});

import { describe, expect, test } from "@jest/globals";
import type { CheckReport } from "../../src/app";
import { run } from "../../src/cli/program";
import { writeXlsx } from "../../src/workbook/xlsx";
import { memoryIo } from "../support/memory-io";
import { plainSheet, SPENDING } from "../support/plain-sheet";

/** `plan-tables check` with rules of a form. */

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Told {
  readonly code: number;
  readonly findings: CheckReport["findings"];
  readonly errors: readonly string[];
}

/** What a check of a table says with the rules of a file. */
async function checked(
  rows: Parameters<typeof plainSheet>[1], rules: string | null, ...args: string[]
): Promise<Told & { readonly written: string }> {
  const { io, files, out, errors } = memoryIo();
  files.set("bieu.xlsx", await writeXlsx([plainSheet("Chi cấp xã", rows)]));
  if (rules !== null) files.set("quy-tac.json", bytes(rules));
  const code = await run(["check", "bieu.xlsx", "--json", ...(rules === null ? [] : ["--rules", "quy-tac.json"]), ...args], io);
  const [file] = out.length > 0 ? (JSON.parse(out.join("\n")) as { files: CheckReport[] }).files : [];
  return { code, findings: file?.findings ?? [], errors, written: new TextDecoder().decode(files.get("moi.json")) };
}

const said = ({ findings }: Told): string[] =>
  findings.map(({ code, severity, cell, message }) => `${severity} ${code} ${cell} ${message}`);

/** The total of investment is off by 3. */
const OFF = SPENDING.map((row) => row.map((cell) => (cell === 818 ? 821 : cell)));

/** One rule: investment is the sum of its lines. */
const form = (more: object): string =>
  JSON.stringify({
    version: 1,
    forms: [
      {
        title: "Biểu chi",
        // what else adds up in the table is not asked
        complete: true,
        lines: [
          { id: "I", number: "I", label: "chi đầu tư" }, { id: "1", label: "Đường giao thông nông thôn" },
          { id: "2", label: "Trường học" }, { id: "3", label: "Nhà văn hoá" },
        ],
        columns: [{ id: "a", head: "DỰ TOÁN" }, { id: "b", head: "Thực hiện" }],
        rules: [{ over: "lines", op: "sum", total: "I", parts: ["1", "2", "3"], when: { columns: ["a"] }, ...more }],
      },
    ],
  });

describe("a check with rules of a form", () => {
  test("judges as people want, and says by which rule and by how much", async () => {
    expect(said(await checked(OFF, form({ name: "Đầu tư", severity: "info", tolerance: 0 })))).toEqual([
      expect.stringContaining(
        "info sum-mismatch C6 Theo quy tắc “Đầu tư”: Ô C6 (“Chi đầu tư”, cột “Dự toán”) ghi 821 triệu đồng, còn tổng C7:C9 là 818",
      ),
    ]);
  });

  test("what it may be off is no finding, and what is more is one", async () => {
    const at = async (tolerance: number) =>
      (await checked(OFF, form({ tolerance }))).findings.map(({ code, severity }) => [code, severity]);
    expect(await at(3)).toEqual([]);
    expect(await at(2.9)).toEqual([["sum-mismatch", "error"]]);
  });

  test("rules that are written out and put to it again say the same", async () => {
    const rows = SPENDING.map((row) => row.map((cell) => (cell === 1373 || cell === 534 ? cell + 9 : cell)));
    const first = await checked(rows, null, "--write-rules", "moi.json");
    expect(first.errors).toEqual(["Đã ghi các quy tắc ra moi.json."]);
    const again = await checked(rows, first.written);
    expect(again).toEqual({ ...first, errors: [], written: "" });
  });

  test("a form of no table is told, and the rest goes on", async () => {
    const lines = [{ id: "x", label: "Không có dòng này" }];
    const other = JSON.stringify({ version: 1, forms: [{ title: "Mẫu khác", lines, rules: [] }] });
    const { code, errors } = await checked(SPENDING, other);
    expect([code, errors]).toEqual([
      0, ["Không biểu nào khớp với mẫu “Mẫu khác” nên quy tắc của mẫu ấy không được dùng. Hãy đối chiếu tên dòng và tiêu đề cột."],
    ]);
  });

  test.each([
    ["no JSON", "{", /^Tệp quy tắc quy-tac\.json không dùng được: không phải JSON/],
    ["an id that is none", form({ total: "9" }), /rules\[0\]\.total: không có dòng hoặc cột nào mang mã “9”\. Chưa kiểm tra gì\.$/],
    ["a word that is none", form({ severity: "fatal" }), /ở forms\[0\]\.rules\[0\]\.severity: giá trị không hợp lệ/],
    ["a very long text", form({ name: "x".repeat(40_000) }), /ở forms\[0\]\.rules\[0\]\.name: giá trị không hợp lệ/],
  ])("%s is refused with its place", async (_, rules, wanted) => {
    const { code, errors } = await checked(SPENDING, rules);
    expect(code).toBe(2);
    expect(errors).toEqual([expect.stringMatching(wanted)]);
  });

  test("a file that is not there, and one that is there already", async () => {
    const { io, files, errors } = memoryIo();
    files.set("bieu.xlsx", await writeXlsx([plainSheet("Chi cấp xã", SPENDING)]));
    files.set("co-roi.json", bytes("{}"));
    expect(await run(["check", "bieu.xlsx", "--rules", "khong-co.json"], io)).toBe(2);
    expect(await run(["check", "bieu.xlsx", "--write-rules", "co-roi.json"], io)).toBe(2);
    expect(await run(["check", "bieu.xlsx", "--write-rules", "quy-tac.txt"], io)).toBe(2);
    expect(errors).toEqual([
      "Không đọc được khong-co.json: không có tệp hoặc thư mục này.", "Đã có tệp co-roi.json; không ghi đè. Hãy chọn tên khác.",
      "Tên tệp quy-tac.txt phải có đuôi .json. Chưa làm gì.",
    ]);
    expect(new TextDecoder().decode(files.get("co-roi.json"))).toBe("{}");
  });

  test("a cell that must not be blank", async () => {
    const rows = SPENDING.map((row) => row.map((cell, at) => (row[1] === "Trường học" && at === 2 ? null : cell)));
    const told = said(await checked(rows, form({ blanks: "fail" })));
    expect(told.filter((one) => one.includes("form-blank"))).toEqual([
      expect.stringContaining(
        "error form-blank C8 Còn trống C8 (“Trường học”), trong khi quy tắc của dòng “Chi đầu tư” đòi mọi ô phải có số.",
      ),
    ]);
  });
});

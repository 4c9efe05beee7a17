import { beforeAll, describe, expect, test } from "@jest/globals";
import { summarizeReportSchema } from "../../src/cli/schema";
import { run } from "../../src/cli/program";
import type { CellInput } from "../../src/sheet";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { memoryIo } from "../support/memory-io";
import { plainSheet, SPENDING } from "../support/plain-sheet";

type Cells = readonly (readonly CellInput[])[];

/** The form of one unit: its leaves times something, with everything above them added up again. */
function filled(times: number, change: (cells: CellInput[][]) => Cells = (cells) => cells): Cells {
  const cells = SPENDING.map((row) => [...row]);
  const leaves = [[6, 8], [10, 13]] as const;
  for (const col of [2, 3]) {
    const sums = leaves.map(([from, to]) => {
      let sum = 0;
      for (let row = from; row <= to; row++) {
        const value = Number(SPENDING[row]?.[col] ?? 0) * times;
        (cells[row] as CellInput[])[col] = value;
        sum += value;
      }
      (cells[from - 1] as CellInput[])[col] = sum;
      return sum;
    });
    (cells[4] as CellInput[])[col] = sums.reduce((a, b) => a + b, 0);
  }
  for (const row of cells.slice(4)) row[4] = Number(row[2]) - Number(row[3]);
  return change(cells);
}

const file = (cells: Cells, name = "Biểu 01"): Promise<Uint8Array> => writeXlsx([plainSheet(name, cells)]);

const numbers = (to: (value: number, row: number, col: number) => number | null) => (cells: CellInput[][]): CellInput[][] =>
  cells.map((row, at) => row.map((value, col) => (at >= 4 && typeof value === "number" ? to(value, at, col) : value)));
const times = (by: number, columns: readonly number[]) => numbers((value, _, col) => (columns.includes(col) ? value * by : value));

const HOUSEHOLDS: Cells = [
  ["DANH SÁCH HỘ", null, null], ["TT", "Chủ hộ", "Số khẩu"], ["1", "Lò Văn A", 4], ["2", "Lò Văn B", 5], ["3", "Lò Văn C", 3],
];

const REVENUE: Cells = [
  ["THU NGÂN SÁCH CẤP XÃ", null, null, null],
  [null, null, null, "Đơn vị: triệu đồng"],
  ["TT", "Khoản thu", "Giao thu", "Thực thu"],
  [null, "Tổng thu", 600, 520],
  ["1", "Thuế giá trị gia tăng", 250, 220],
  ["2", "Phí, lệ phí", 150, 130],
  ["3", "Thu khác của xã", 200, 170],
];

/** The first sheet of a written file, as rows of values. */
async function sheet(bytes: Uint8Array | undefined, name: string): Promise<unknown[][]> {
  const book = await openXlsx(bytes ?? new Uint8Array());
  const [read] = await book.read([{ sheet: name, area: { row: 0, col: 0, rows: 200, cols: 20 } }]);
  return (read?.values ?? []).map((row) => [...row]);
}

async function summarized(files: Readonly<Record<string, Cells | Uint8Array>>, ...more: readonly string[]) {
  const world = memoryIo();
  for (const [name, cells] of Object.entries(files)) world.files.set(name, cells instanceof Uint8Array ? cells : await file(cells));
  const code = await run(["summarize", "in", "-o", "out.xlsx", "--json", ...more], world.io);
  const json = world.out[0];
  const report = json === undefined ? null : summarizeReportSchema.parse(JSON.parse(json));
  const figure = (label: string, column: string): number | null | undefined =>
    report?.figures.find((one) => one.indicator === label && one.column === column)?.value;
  const codes = (unit: string): string[] => (report?.mismatches ?? []).flatMap((one) => (one.units.includes(unit) ? [one.code] : []));
  return { ...world, code, report, figure, codes, book: world.files.get("out.xlsx") };
}

describe("files of a form of somebody else's", () => {
  let done: Awaited<ReturnType<typeof summarized>>;
  beforeAll(async () => {
    done = await summarized(
      {
        "in/Xã A.xlsx": filled(1),
        "in/Xã B.xlsx": filled(2),
        "in/Xã C.xlsx": filled(3, (cells) =>
          cells.map((row) => row.map((value) => (typeof value === "string" ? value.toUpperCase() : value))),
        ),
        // lines sorted, columns swapped, a head retyped
        "in/Xã D.xlsx": filled(4, (cells) => [
          ...cells.slice(0, 2),
          (cells[2] ?? []).with(2, "Thực  hiện").with(3, "Dự\ntoán"),
          (cells[3] ?? []).with(2, "2").with(3, "1").with(4, "3=2-1"),
          ...cells.slice(4).map((row) => row.with(2, row[3] ?? null).with(3, row[2] ?? null)),
        ]),
        // another unit that is said, and one that is not
        "in/Xã E.xlsx": filled(5, (cells) => times(1000, [2, 3, 4])(cells).with(1, [null, null, null, null, "Đơn vị: nghìn đồng"])),
        "in/Xã G.xlsx": filled(6, times(1_000_000, [3])),
        "in/Xã H.xlsx": filled(7, (cells) => cells.with(0, ["CHI NGÂN SÁCH CẤP XÃ NĂM 2025", null, null, null, null])),
        "in/Xã I.xlsx": new TextEncoder().encode("không phải sổ làm việc"),
        "in/Xã K.xlsx": HOUSEHOLDS,
        "in/Xã L.xlsx": filled(8, numbers((value, row) => (row < 10 ? value : null))),
        "in/Xã M.xlsx": filled(9, (cells) => cells.toSpliced(9, 0, ["4", "Chợ trung tâm", 50, 40, 10])),
      },
      "--line", "Sự nghiệp y tế",
    );
  });

  test("are added up line by line and column by column, whatever their order, spelling and unit", () => {
    // A, B, C, D, E, G, H, L and M of the investment; L has no recurrent lines
    const all = 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9;
    expect(done.figure("Trường học", "Dự toán")).toBe(291 * all);
    expect(done.figure("Sự nghiệp y tế", "Dự toán")).toBe(287 * (all - 8));
    expect(done.figure("Tổng số", "Dự toán")).toBe(2171 * all);
  });

  test("what does not fit is told with its unit, and a column that may be in another unit makes the exit 1", () => {
    expect(done.code).toBe(1);
    expect(done.codes("Xã E")).toContain("converted");
    expect(done.codes("Xã G")).toContain("scale");
    expect(done.codes("Xã K")).toEqual(["other-form"]);
    expect(done.codes("Xã M")).toContain("extra-lines");
    expect(done.codes("Xã A")).not.toContain("scale");
    expect(done.report?.units.find(({ unit }) => unit === "Xã I")?.state).toBe("broken");
    expect(done.report?.units.find(({ unit }) => unit === "Xã K")?.state).toBe("no-tables");
  });

  test("the result is the form itself, each unit's figures of a line beside it, and a file that is passed over as a unit", async () => {
    const rows = await sheet(done.book, "Biểu 01");
    expect(rows[4]?.slice(1, 3)).toEqual(["Tổng số", 2171 * 45]);
    const units = await sheet(done.book, "Theo đơn vị");
    expect(units.find((row) => row[1] === "Xã D")?.slice(2, 4)).toEqual([287 * 4, 223 * 4]);
    expect(units.find((row) => row[1] === "Xã E")?.slice(2, 4)).toEqual([287 * 5, 223 * 5]);
    expect((await sheet(done.book, "Dòng thêm")).some((row) => row.includes("4 Chợ trung tâm") && row.includes(50))).toBe(true);
    const source = done.report?.sources.find((one) => one.unit === "Xã D" && one.indicator === "Trường học" && one.column === "Dự toán");
    expect(source).toMatchObject({ kind: "other", value: 291 * 4, sheet: "Biểu 01", cell: "D8", counted: true });
    const again = memoryIo();
    again.files.set("in/Xã A.xlsx", await file(filled(1)));
    again.files.set("in/Xã B.xlsx", await file(filled(1)));
    again.files.set("in/out.xlsx", done.book ?? new Uint8Array());
    expect(await run(["summarize", "in", "-o", "new.xlsx"], again.io)).toBe(0);
    expect(again.out.join("\n")).toContain("in/out.xlsx");
  });
});

test("a file of last year's is told and not added", async () => {
  const named = (year: number) => (cells: CellInput[][]): Cells =>
    cells.with(0, [`CHI NGÂN SÁCH CẤP XÃ NĂM ${year}`, null, null, null, null]);
  const { figure, codes, code, report } = await summarized({
    "in/Xã A.xlsx": filled(1, named(2026)), "in/Xã B.xlsx": filled(2, named(2026)), "in/Xã C.xlsx": filled(4, named(2025)),
  });
  expect(figure("Trường học", "Dự toán")).toBe(291 * 3);
  expect([codes("Xã C"), code]).toEqual([["other-year"], 1]);
  expect(report?.units.find(({ unit }) => unit === "Xã C")?.state).toBe("no-tables");
});

test("files that have no form in common are refused, and nothing is written", async () => {
  const { code, errors, files } = await summarized({
    "in/Xã A.xlsx": filled(1),
    "in/Xã K.xlsx": HOUSEHOLDS,
  });
  expect([code, files.has("out.xlsx")]).toEqual([2, false]);
  expect(errors.join("\n")).toContain("Không có biểu nào mà từ hai đơn vị trở lên cùng gửi");
});

test("a line that no form has is refused", async () => {
  const { code, errors } = await summarized({ "in/Xã A.xlsx": filled(1), "in/Xã B.xlsx": filled(1) }, "--line", "Chi trả nợ gốc");
  expect([code, errors]).toEqual([2, ["Không biểu nào có dòng “Chi trả nợ gốc”."]]);
});

describe("bad input", () => {
  const named = (title: string, by = 1): Cells => filled(by, (cells) => cells.with(0, [title, null, null, null, null]));
  const book = (sheets: Readonly<Record<string, Cells>>): Promise<Uint8Array> =>
    writeXlsx(Object.entries(sheets).map(([name, cells]) => plainSheet(name, cells)));

  test("a file with three forms gives to each that others have, and what it has alone is told", async () => {
    const { figure, codes, report, code } = await summarized({
      "in/Xã A.xlsx": await book({ "Biểu 01": filled(1), "Biểu 02": HOUSEHOLDS, "Biểu 03": REVENUE }),
      "in/Xã B.xlsx": filled(2),
      "in/Xã C.xlsx": await book({ "Thu": REVENUE, "Chi": filled(4) }),
    });
    expect(figure("Trường học", "Dự toán")).toBe(291 * 7);
    expect(figure("Thuế giá trị gia tăng", "Thực thu")).toBe(220 * 2);
    expect([codes("Xã A").filter((one) => one !== "same-figures"), code]).toEqual([["other-form"], 0]);
    expect(report?.units.every(({ state }) => state === "read")).toBe(true);
  });

  test("of two forms that look alike each is added to its like", async () => {
    const both = (by: number): Promise<Uint8Array> =>
      book({ "Giao đầu năm": named("CHI NGÂN SÁCH GIAO ĐẦU NĂM", by), "Điều chỉnh": named("CHI NGÂN SÁCH SAU ĐIỀU CHỈNH", by * 10) });
    const { report } = await summarized({
      "in/Xã A.xlsx": await both(1), "in/Xã B.xlsx": await both(2), "in/Xã C.xlsx": named("CHI NGÂN SÁCH SAU ĐIỀU CHỈNH", 40),
    });
    const of = (plan: string): number | null | undefined =>
      report?.figures.find((one) => one.plan === plan && one.indicator === "Trường học" && one.column === "Dự toán")?.value;
    expect([of("CHI NGÂN SÁCH GIAO ĐẦU NĂM"), of("CHI NGÂN SÁCH SAU ĐIỀU CHỈNH")]).toEqual([291 * 3, 291 * 70]);
  });

  test("two tables of one unit are no form that units have in common", async () => {
    const { code } = await summarized({
      "in/Xã A.xlsx": await book({ "Biểu 01": filled(1), "Biểu 02": filled(2) }), "in/Xã B.xlsx": HOUSEHOLDS,
    });
    expect(code).toBe(2);
  });

  test("of two units that may be in different units the larger figures are told", async () => {
    const { codes, code } = await summarized({ "in/Xã A.xlsx": filled(1), "in/Xã B.xlsx": filled(1, times(1000, [2, 3, 4])) });
    expect([codes("Xã A"), [...new Set(codes("Xã B"))], code]).toEqual([[], ["scale"], 1]);
  });

  test("a form that is given is filled in, whatever most units have", async () => {
    const more = filled(1, (cells) => cells.toSpliced(9, 0, ["4", "Chợ trung tâm", 0, 0, 0]));
    const world = memoryIo();
    const blank = more.map((row, at) => (at < 4 ? row : row.map((value) => (typeof value === "number" ? null : value))));
    const framed = { styles: [{ area: { row: 2, col: 0, rows: blank.length - 2, cols: 5 }, style: { border: true } }] };
    world.files.set("mau.xlsx", await writeXlsx([plainSheet("Biểu 01", blank, framed)]));
    world.files.set("in/Xã A.xlsx", await file(filled(1)));
    world.files.set("in/Xã B.xlsx", await file(filled(2)));
    expect(await run(["summarize", "in", "-o", "out.xlsx", "--form", "mau.xlsx"], world.io)).toBe(0);
    const rows = await sheet(world.files.get("out.xlsx"), "Biểu 01");
    expect(rows.find((row) => row[1] === "Trường học")?.[2]).toBe(291 * 3);
    expect(rows.some((row) => row[1] === "Chợ trung tâm")).toBe(true);
  });
});

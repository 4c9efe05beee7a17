import { expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import type { CellInput } from "../../src/sheet";
import { writeXlsx } from "../../src/workbook/xlsx";
import { memoryIo } from "../support/memory-io";
import { openFile } from "../support/open-file";
import { plainSheet } from "../support/plain-sheet";

const BEFORE: readonly (readonly CellInput[])[] = [
  ["DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2026", null, null],
  [null, null, "Đơn vị: triệu đồng"],
  ["TT", "Nội dung", "Dự toán"],
  [null, "Tổng số", 2200],
  ["I", "Chi đầu tư", 800],
  ["1", "Đường giao thông nông thôn", 400],
  ["2", "Nhà văn hóa", 150],
  ["3", "Trường học", 250],
  ["II", "Chi thường xuyên", 1400],
  ["1", "Sự nghiệp giáo dục", 900],
  ["2", "Sự nghiệp y tế", 500],
];
const AFTER: readonly (readonly CellInput[])[] = [
  ...BEFORE.slice(0, 3),
  [null, "Tổng số", 2310],
  ["I", "Chi đầu tư", 890],
  ["1", "Đường giao thông nông thôn", 430],
  ["2", "Trường học", 250],
  ["3", "Trạm bơm", 210],
  ["II", "Chi thường xuyên", 1420],
  ["1", "Sự nghiệp giáo dục", 960],
  ["2", "Sự nghiệp y tế", 460],
];

async function world(now: readonly (readonly CellInput[])[]) {
  const all = memoryIo();
  all.files.set("cu.xlsx", await writeXlsx([plainSheet("Chi", BEFORE)]));
  all.files.set("moi.xlsx", await writeXlsx([plainSheet("Chi", now)]));
  return all;
}

test("what each line was, gains, loses and is; totals add up increases and decreases apart", async () => {
  const { io, files } = await world(AFTER);
  expect(await run(["diff", "cu.xlsx", "moi.xlsx", "--adjustment", "-o", "dieu-chinh.xlsx"], io)).toBe(0);
  const book = await openFile(files.get("dieu-chinh.xlsx") ?? new Uint8Array(), "dieu-chinh.xlsx");
  const [snapshot] = await book.read([{ sheet: "Điều chỉnh", area: { row: 0, col: 0, rows: 30, cols: 8 } }]);
  const rows = snapshot?.values.slice(5).filter((row) => row[1] !== null) ?? [];
  expect(rows.map((row) => row.slice(1, 7))).toEqual([
    ["Tổng số", 2200, 300, 190, 2310, null],
    ["Chi đầu tư", 800, 240, 150, 890, null],
    ["Đường giao thông nông thôn", 400, 30, 0, 430, null],
    ["Nhà văn hóa", 150, 0, 150, 0, "Không còn"],
    ["Trường học", 250, 0, 0, 250, null],
    ["Trạm bơm", 0, 210, 0, 210, "Bổ sung mới"],
    ["Chi thường xuyên", 1400, 60, 40, 1420, null],
    ["Sự nghiệp giáo dục", 900, 60, 0, 960, null],
    ["Sự nghiệp y tế", 500, 0, 40, 460, null],
  ]);
  const formulas = snapshot?.formulas.slice(5) ?? [];
  expect(formulas[0]?.slice(2, 6)).toEqual(["=SUM(C7,C12)", "=SUM(D7,D12)", "=SUM(E7,E12)", "=C6+D6-E6"]);
  expect(formulas[2]?.slice(2, 6)).toEqual([null, null, null, "=C8+D8-E8"]);
});

test("the check finds nothing wrong in it", async () => {
  const { io, out } = await world(AFTER);
  await run(["diff", "cu.xlsx", "moi.xlsx", "--adjustment", "-o", "dieu-chinh.xlsx"], io);
  out.length = 0;
  expect(await run(["check", "dieu-chinh.xlsx", "--json"], io)).toBe(0);
});

test("amounts of another unit are told in the new one", async () => {
  const money = AFTER.map((row, at): CellInput[] =>
    row.map((value) =>
      at > 2 && typeof value === "number" ? value * 1000 : value === "Đơn vị: triệu đồng" ? "Đơn vị: nghìn đồng" : value,
    ),
  );
  const { io, files } = await world(money);
  expect(await run(["diff", "cu.xlsx", "moi.xlsx", "--adjustment", "-o", "dieu-chinh.xlsx"], io)).toBe(0);
  const book = await openFile(files.get("dieu-chinh.xlsx") ?? new Uint8Array(), "dieu-chinh.xlsx");
  const [snapshot] = await book.read([{ sheet: "Điều chỉnh", area: { row: 5, col: 2, rows: 1, cols: 4 } }]);
  expect(snapshot?.values[0]).toEqual([2_200_000, 300_000, 190_000, 2_310_000]);
});

test.each([
  ["the same", BEFORE, ["-o", "x.xlsx"], "không khác nhau về số tiền"],
  ["to go nowhere", AFTER, [], "--adjustment cần -o"],
] as const)("an adjustment of versions that are %s is refused in a sentence", async (_, now, more, sentence) => {
  const { io, errors, files } = await world(now);
  expect(await run(["diff", "cu.xlsx", "moi.xlsx", "--adjustment", ...more], io)).toBe(2);
  expect(errors.join()).toContain(sentence);
  expect(files.has("x.xlsx")).toBe(false);
});

import { beforeAll, expect, test } from "@jest/globals";
import { createSpecs } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import type { CellInput } from "../../src/sheet";
import { writeXlsx } from "../../src/workbook/xlsx";
import { options } from "../support/make-tables";
import { minutes } from "../support/patience";
import { plainSheet } from "../support/plain-sheet";
import { LIMIT, complaintsOf, journeys, type Opened } from "./journey";
import { cutElements, narrow, violations } from "./pane-looks";

const BUDGET = "Biểu kinh phí";
const MADE = "So sánh hai bản";

/** Spending of a commune: a version of it, and the one that followed. */
const BEFORE: readonly (readonly (string | number)[])[] = [
  ["DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2026", "", "", ""],
  ["", "", "", "Đơn vị tính: triệu đồng"],
  ["STT", "Nội dung chi", "Dự toán năm 2026", "Ghi chú"],
  ["1", "Sự nghiệp giáo dục", 2310, ""],
  ["2", "Sự nghiệp y tế", 1450, ""],
  ["3", "Sự nghiệp văn hóa", 610, ""],
  ["", "Tổng cộng", 4370, ""],
];
const AFTER: readonly (readonly (string | number)[])[] = [
  ...BEFORE.slice(0, 3),
  ["1", "Sự nghiệp y tế", 1500, ""],
  ["2", "Sự nghiệp giáo dục", 2310, ""],
  ["3", "Bảo đảm xã hội", 740, ""],
  ["", "Tổng cộng", 4550, ""],
];

const open = journeys();
let opened: Opened;
let complaints: readonly string[];

beforeAll(async () => {
  opened = await open();
  opened.page.setDefaultTimeout(minutes(1));
  complaints = complaintsOf(opened.page);
}, LIMIT);

const button = (name: string | RegExp) => opened.button(name);
const pane = () => opened.pane;
const region = () => pane().getByRole("region", { name: "So với bản khác" });
/** Changes that are a way to their cell. */
const links = () => region().getByRole("listitem").getByRole("link");
const xlsx = (name: string, content: Uint8Array) => ({
  name, mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: Buffer.from(content),
});

/** The budget of the resolution as a file, with other cells. */
async function budgetFile(cells: Readonly<Record<string, CellInput>>, beside: Parameters<typeof writeXlsx>[0] = []): Promise<Uint8Array> {
  const [spec] = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["budget"] }), wordsOf("vi"));
  if (!spec) throw new Error("no budget");
  const put = (row: readonly CellInput[], at: number): CellInput[] =>
    row.map((value, col) => {
      const own = cells[`${String.fromCharCode(65 + col)}${at + 1}`];
      return own === undefined ? value : own;
    });
  return writeXlsx([{ ...spec, cells: spec.cells.map(put) }, ...beside]);
}

async function pick(name: string, content: Uint8Array): Promise<void> {
  await region().locator('input[type="file"]').setInputFiles(xlsx(name, content));
  await region().getByText(name, { exact: true }).waitFor();
}

async function compare(): Promise<void> {
  await button("So sánh").click();
  await region().getByText(/^So lúc \d\d:\d\d/).waitFor();
}

async function selection(): Promise<string> {
  return pane().evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return range.address;
    }));
}

/** The cells of a sheet, as texts. */
function cells(sheet: string): Promise<string[][]> {
  return pane().evaluate((name) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(name).getUsedRange(true).load("values");
      await context.sync();
      return range.values.map((row: unknown[]) => row.map(String));
    }), sheet);
}

/** Makes a sheet and shows it. */
function put(sheet: string, rows: readonly (readonly (string | number)[])[]): Promise<void> {
  return pane().evaluate(([name, values]) =>
    Excel.run(async (context) => {
      const added = context.workbook.worksheets.add(name);
      const grid = values.map((row) => [...row]);
      added.getRange("A1").getResizedRange(grid.length - 1, (grid[0]?.length ?? 1) - 1).values = grid;
      added.activate();
      added.getRange("A1").select();
      await context.sync();
    }), [sheet, rows] as const);
}

test("the open workbook is compared with an older file: what changed, why its totals did, and each a way to its cell", async () => {
  for (const kind of ["Biểu chỉ tiêu", "Biểu nhiệm vụ"]) await pane().getByRole("checkbox", { name: kind }).uncheck();
  await button("Tạo biểu").click();
  await pane().getByRole("link", { name: BUDGET }).waitFor();
  await opened.tab("Kiểm tra");
  expect(await button("So với bản khác").getAttribute("aria-expanded")).toBe("false");
  await opened.picture("compare-0-folded");
  await button("So với bản khác").click();
  await region().getByRole("radio", { name: /^Tệp khác/ }).check();
  await region().getByText("Chưa chọn tệp.").waitFor();
  expect(await button("So sánh").getAttribute("aria-disabled")).toBe("true");
  const old = await budgetFile({ C10: 39_000 }, [plainSheet("Phụ lục xã", BEFORE)]);
  await pick("Dự toán trình lần 1.xlsx", old);
  await opened.picture("compare-1-chosen");
  await compare();
  await opened.picture("compare-2-file");
  await region().getByText("Bản cũ: Dự toán trình lần 1.xlsx. Bản mới: sổ làm việc này.", { exact: false }).waitFor();
  const item = links().filter({ hasText: /^C10 / });
  expect(await item.innerText()).toMatch(/39\.000 → 39\.705 \(\+705\)/);
  // the table's own sums follow it, and say why
  expect(await links().filter({ hasText: /Do .*\+705/ }).count()).toBeGreaterThan(0);
  await item.click();
  await opened.page.waitForTimeout(500);
  expect(await selection()).toMatch(/Biểu kinh phí'?!C10$/);
  // what the file alone has is no way anywhere
  const gone = region().getByRole("listitem").filter({ hasText: "Biểu không còn" });
  expect(await gone.innerText()).toMatch(/chỉ có ở bản cũ/);
  expect(await gone.getByRole("link").count()).toBe(0);
  expect(await violations(pane())).toEqual([]);
}, LIMIT);

test("what changed is written on a new sheet, again on another one, and each is taken back", async () => {
  const before = await opened.sheets();
  await button("Ghi thành trang tính").click();
  await region().getByRole("link", { name: MADE, exact: true }).waitFor();
  expect(await opened.sheets()).toEqual([...before, MADE]);
  const written = await cells(MADE);
  expect(written.flat().filter((text) => text.includes("Dự toán trình lần 1.xlsx"))).toHaveLength(1);
  expect(written.flat().filter((text) => text.includes("C10"))).toEqual([`${BUDGET}!C10`]);
  expect(written.find((row) => row[6] === `${BUDGET}!C10`)?.slice(3, 6)).toEqual(["39.000", "39.705", "705"]);
  await opened.page.waitForTimeout(500);
  await opened.picture("compare-3-written");
  await button("Ghi thành trang tính").click();
  await region().getByRole("link", { name: `${MADE} (2)` }).waitFor();
  expect(await opened.sheets()).toEqual([...before, MADE, `${MADE} (2)`]);
  await button("Hoàn tác").click();
  await region().getByRole("link", { name: `${MADE} (2)` }).waitFor({ state: "detached" });
  await button("Hoàn tác").click();
  await button("Hoàn tác").waitFor();
  await pane().getByText(/^Đã tạo/).waitFor();
  expect(await opened.sheets()).toEqual(before);
}, LIMIT);

test("turned round, the workbook is the old version, and its cells are still the way", async () => {
  await region().getByRole("radio", { name: "Sổ làm việc này" }).check();
  await compare();
  const item = links().filter({ hasText: /^C10 / });
  expect(await item.innerText()).toMatch(/39\.705 → 39\.000 \(-705\)/);
  expect(await region().getByRole("listitem").filter({ hasText: "Biểu mới" }).innerText()).toMatch(/chỉ có ở bản mới/);
  await item.click();
  await opened.page.waitForTimeout(500);
  expect(await selection()).toMatch(/Biểu kinh phí'?!C10$/);
  await region().getByRole("radio", { name: "Tệp được chọn" }).check();
}, LIMIT);

test("no change, no table and a broken file are each said; nothing is written", async () => {
  const before = await opened.sheets();
  await pick("Bản sao.xlsx", await budgetFile({}));
  await compare();
  await region().getByText("Hai bản không có thay đổi nào", { exact: false }).waitFor();
  expect(await region().getByRole("listitem").count()).toBe(0);
  await pick("Hỏng.xlsx", Buffer.from("không phải sổ làm việc"));
  await button("So sánh").click();
  await region().getByText("Không đọc được “Hỏng.xlsx”", { exact: false }).waitFor();
  await opened.picture("compare-4-broken");
  await pick("Công văn.xlsx", await writeXlsx([plainSheet("Trang 1", [["Kính gửi", "Ủy ban nhân dân xã"], ["V/v", "giao dự toán"]])]));
  await compare();
  await region().getByText("Không nhận ra biểu nào ở Công văn.xlsx", { exact: false }).waitFor();
  expect(await button("Ghi thành trang tính").count()).toBe(0);
  await pick("Xã.xlsx", await writeXlsx([plainSheet("Chi xã", BEFORE)]));
  await compare();
  await region().getByText("Không biểu nào của bản cũ có trong bản mới", { exact: false }).waitFor();
  expect(await opened.sheets()).toEqual(before);
  expect(await pane().locator('[role="alert"]').textContent()).toBe("");
}, LIMIT);

test("a .csv file is a version, too", async () => {
  await put("Chi xã", AFTER);
  const csv = BEFORE.map((row) => row.map((value) => (String(value).includes(",") ? `"${value}"` : value)).join(";")).join("\r\n");
  await pick("chi-xa.csv", Buffer.from(`\ufeff${csv}`));
  await compare();
  expect(await links().filter({ hasText: "Sự nghiệp y tế" }).filter({ hasText: "1.450 → 1.500 (+50)" }).count()).toBe(1);
}, LIMIT);

test("the sheet in front is compared with another one of the workbook; cells of both are the way", async () => {
  await put("Chi xã (trình)", BEFORE);
  await pane().evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Chi xã").activate();
      await context.sync();
    }));
  await region().getByRole("radio", { name: "Trang tính khác của sổ này" }).check();
  await region().getByText("Trang tính đang mở: “Chi xã”").waitFor();
  await region().getByLabel("Trang tính để so").selectOption("Chi xã (trình)");
  expect(await region().getByLabel("Trang tính để so").locator("option").allInnerTexts()).toEqual([BUDGET, "Chi xã (trình)"]);
  await compare();
  await opened.picture("compare-5-sheet");
  expect(await links().filter({ hasText: "Dòng mới" }).innerText()).toMatch(/^B6 Bảo đảm xã hội/);
  const total = links().filter({ hasText: "Tổng cộng" });
  expect(await total.innerText()).toMatch(/4\.370 → 4\.550 \(\+180\)/);
  expect(await total.innerText()).toMatch(/Do Bảo đảm xã hội \+740 \(mới\), Sự nghiệp văn hóa -610 \(không còn\) và Sự nghiệp y tế \+50/);
  await links().filter({ hasText: "Dòng không còn" }).click();
  await opened.page.waitForTimeout(500);
  expect(await selection()).toMatch(/Chi xã \(trình\)'!B6$/);
  // now the sheet to compare with is in front
  await button("So sánh").click();
  await region().getByText("vừa là trang tính đang mở vừa là trang tính để so", { exact: false }).waitFor();
  expect(await violations(pane())).toEqual([]);
}, LIMIT);

test("of a thousand changes the first are shown, and the sheet has them all", async () => {
  const rows = (extra: number): (string | number)[][] => [
    ["STT", "Nội dung", "Dự toán", "Thực hiện"],
    ...Array.from({ length: 600 }, (_, at) => [at + 1, `Khoản chi số ${at + 1}`, 1_000 + at * 7 + extra, 900 + at * 3 + extra]),
  ];
  await put("Bản dài 1", rows(0));
  await put("Bản dài 2", rows(1));
  await region().getByRole("radio", { name: /^Tệp khác/ }).check();
  await region().getByRole("radio", { name: "Trang tính khác của sổ này" }).check();
  await region().getByText("Trang tính đang mở: “Bản dài 2”").waitFor();
  await region().getByLabel("Trang tính để so").selectOption("Bản dài 1");
  await compare();
  expect(await links().count()).toBe(200);
  await region().getByText("Còn 1000 thay đổi nữa", { exact: false }).waitFor();
  await button("Ghi thành trang tính").click();
  await region().getByRole("link", { name: MADE, exact: true }).waitFor();
  expect((await cells(MADE)).length).toBeGreaterThan(1_200);
  await button("Hoàn tác").click();
  await region().getByRole("link", { name: MADE, exact: true }).waitFor({ state: "detached" });
}, LIMIT);

test("in 320 and 480 pixels, light and dark, in both languages", async () => {
  await put("Chi xã mới", AFTER);
  await region().getByRole("radio", { name: /^Tệp khác/ }).check();
  await pick("Dự toán trình lần 1.xlsx", await budgetFile({ C10: 39_000 }, [plainSheet("Chi xã (trình)", BEFORE)]));
  await compare();
  for (const scheme of ["light", "dark"] as const) {
    await opened.page.emulateMedia({ colorScheme: scheme });
    for (const width of [480, 320]) {
      await narrow(opened.page, width);
      await opened.picture(`compare-${width}-${scheme}`);
      expect(await cutElements(pane())).toEqual([]);
    }
    expect(await violations(pane())).toEqual([]);
  }
  await button("English").click();
  const english = pane().getByRole("region", { name: "Compare with another version" });
  await english.getByText(/^Compared at/).waitFor();
  await opened.picture("compare-320-english");
  expect(await cutElements(pane())).toEqual([]);
  expect(await violations(pane())).toEqual([]);
  expect(complaints).toEqual([]);
}, LIMIT);

import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { LIMIT, complaintsOf, journeys, type Opened } from "./journey";
import { cutElements, violations } from "./pane-looks";

const [INDICATORS, BUDGET, RECORD, SUMMARY, COMPARISON] = [
  "Biểu chỉ tiêu", "Biểu kinh phí", "Kết quả kiểm tra", "Tổng hợp", "Plans compared",
] as const;
const open = journeys();
let opened: Opened;
let complaints: readonly string[];

beforeEach(async () => {
  opened = await open();
  complaints = complaintsOf(opened.page);
  // as narrow as a pane gets
  for (let step = 0; step < 4; step++) await opened.page.locator("#divider").press("ArrowRight");
}, LIMIT);

afterEach(async () => {
  await opened.page.close();
});

const pane = () => opened.pane;
const button = (name: string | RegExp) => opened.button(name);
const finding = (words: string) => pane().getByRole("listitem").filter({ hasText: words });

/** The cells of a sheet, as texts. */
function cells(sheet: string): Promise<string[][]> {
  return pane().evaluate((name) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(name).getUsedRange(true);
      range.load("values");
      await context.sync();
      return range.values.map((row: unknown[]) => row.map(String));
    }), sheet);
}

async function rowOf(sheet: string, ...words: readonly string[]): Promise<number> {
  const row = (await cells(sheet)).findIndex((line) => words.every((word) => line.some((cell) => cell.includes(word))));
  if (row === -1) throw new Error(`${sheet} has no row of ${words.join(", ")}`);
  return row + 1;
}

/** Writes cells as a person does, without the pane. */
function put(sheet: string, values: Readonly<Record<string, string | number>>): Promise<void> {
  return pane().evaluate(
    ([name, entries]) =>
      Excel.run(async (context) => {
        for (const [at, value] of entries) context.workbook.worksheets.getItem(name).getRange(at).values = [[value]];
        await context.sync();
      }),
    [sheet, Object.entries(values)] as const,
  );
}

/** What is noted on the cells of a sheet: "B24: words". */
function notes(sheet: string): Promise<string[]> {
  return pane().evaluate((name) =>
    Excel.run(async (context) => {
      const found = context.workbook.worksheets.getItem(name).comments.load("items/content");
      await context.sync();
      const places = found.items.map((one) => one.getLocation().load("address"));
      await context.sync();
      return found.items.map(({ content }, i) => `${places[i]?.address.split("!")[1] ?? ""}: ${content}`);
    }), sheet);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await opened.page.waitForTimeout(100);
}

async function nobodyIsKeptOut(): Promise<void> {
  expect(await cutElements(pane())).toEqual([]);
  expect(await violations(pane())).toEqual([]);
}

test("what is disbursed of each item and source is followed, and a table that is deleted is not said to be put right", async () => {
  await pane().getByText("Tùy chọn bố trí biểu").click();
  await pane().getByRole("combobox", { name: "Biểu kinh phí xếp theo" }).selectOption("Nguồn vốn của từng nội dung chi");
  await pane().getByRole("checkbox", { name: "Theo dõi giải ngân" }).check();
  await nobodyIsKeptOut();
  await button("Tạo biểu").click();
  expect(await button("Dừng").evaluate((element) => element.getBoundingClientRect().bottom <= document.documentElement.clientHeight)).toBe(
    true,
  );
  await opened.picture("changing-1-making");
  await pane().getByRole("link", { name: BUDGET }).waitFor();

  await opened.tab("Kiểm tra");
  await button("Kiểm tra").click();
  await pane().getByText("Không phát hiện sai lệch.").waitFor();
  // planned 9.750 of a source that has 4.430, in an item that has 39.705; disbursed 41.000 of 20.000, 5.500 of it in a year of 5.000
  await put(BUDGET, { C11: 20000, C12: 10000, C13: 9750, F11: 5000, L11: 5500, M11: 35500, B40: "Kinh phí phát sinh", C40: 1200 });
  await finding("vượt 45 so với số đã ghi 39.705").waitFor();
  await finding("vượt 5.320 so với số đã ghi 4.430").waitFor();
  await finding("41.000").first().waitFor();
  await finding("“Kinh phí phát sinh”").waitFor();
  await opened.picture("changing-2-disbursed");
  await nobodyIsKeptOut();

  await button("Ghi kết quả").click();
  await pane().getByRole("link", { name: RECORD }).waitFor();
  const recorded = async () =>
    (await cells(RECORD))
      .filter(([, severity = ""]) => /^(Lỗi|Nội dung cần lưu ý|Thông tin)$/.test(severity))
      .map((line) => [line[2]?.startsWith(`'${BUDGET}'`), line[4]]);
  expect(await recorded()).toContainEqual([true, "Chưa xử lý"]);
  await pane().evaluate((name) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).delete();
      await context.sync();
    }), BUDGET);
  await button("Kiểm tra").click();
  await pane().getByText("Các biểu chưa có số liệu").waitFor();
  await until(async () => !(await recorded()).some(([ofBudget, status]) => ofBudget === true && status === "Chưa xử lý"));
  for (const [ofBudget, status] of await recorded()) expect(status).toBe(ofBudget ? "Không còn biểu" : "Chưa xử lý");
  await pane().getByRole("link", { name: RECORD }).click();
  await opened.picture("changing-3-deleted");
  expect(complaints).toEqual([]);
}, LIMIT);

test("a refresh says what changed, takes a note along with its row, and the note is in the file", async () => {
  await button("Tạo biểu").click();
  await pane().getByRole("link", { name: BUDGET }).waitFor();
  const [degree, chronic] = [await rowOf(INDICATORS, "trình độ đại học trở lên"), await rowOf(INDICATORS, "bệnh không lây nhiễm")];
  await put(INDICATORS, { [`J${degree}`]: 28, [`J${chronic}`]: 95 });
  await opened.tab("Tổng hợp");
  await button("Tổng hợp").click();
  await pane().getByText("Đã lập trang tổng hợp").waitFor();
  const before = await rowOf(SUMMARY, "bệnh không lây nhiễm", "+5");
  await pane().evaluate(([sheet, cell]) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet ?? "").comments.add(cell ?? "", "Đề nghị Sở Y tế giải trình");
      await context.sync();
    }), [SUMMARY, `B${before}`]);
  await put(SUMMARY, { [`J${before}`]: "Đồng ý" });

  await put(INDICATORS, { [`J${degree}`]: 31, [`J${chronic}`]: 80 });
  // by the keyboard alone
  await pane().getByRole("tab", { name: "Tổng hợp" }).focus();
  // past the menu beside the tabs
  await opened.page.keyboard.press("Tab");
  await opened.page.keyboard.press("Tab");
  await opened.page.keyboard.press("Enter");
  await pane().getByText("Đã cập nhật trang tổng hợp").waitFor();
  const after = await rowOf(SUMMARY, "bệnh không lây nhiễm", "−10");
  expect(after).toBeGreaterThan(before);
  expect(await notes(SUMMARY)).toEqual([`B${after}: Đề nghị Sở Y tế giải trình`]);
  expect((await cells(SUMMARY))[after - 1]).toContain("Đồng ý");
  const changed = (await cells(SUMMARY)).flat().find((text) => text.startsWith("So với lần trước"));
  expect(changed).toMatch(/1 chỉ tiêu chuyển sang “đạt”: .*đại học trở lên; 1 chỉ tiêu chuyển sang “chưa đạt”: .*không lây nhiễm/);
  await pane().getByRole("link", { name: SUMMARY }).click();
  await opened.picture("changing-4-refreshed");
  await nobodyIsKeptOut();

  const [download] = await Promise.all([opened.page.waitForEvent("download"), opened.page.locator("#save").click()]);
  const parts = unzipSync(new Uint8Array(await readFile(await download.path())));
  const said = Object.entries(parts).filter(([name]) => name.startsWith("xl/comments")).map(([, bytes]) => strFromU8(bytes));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(`ref="B${after}"`);
  expect(said[0]).toContain("Đề nghị Sở Y tế giải trình");
  expect(complaints).toEqual([]);
}, LIMIT);

test("two plans are held against each other, and a code that is taken away parts what they share", async () => {
  await button("English").click();
  for (const [index, plan] of [/^Ban Thường vụ Tỉnh ủy, tỉnh Kon Tum/, /^Ủy ban nhân dân tỉnh Bắc Ninh/].entries()) {
    await pane().getByRole("radio", { name: plan }).check();
    for (const kind of ["Budget table", "Task table"]) await pane().getByRole("checkbox", { name: new RegExp(kind, "i") }).uncheck();
    await button("Create").click();
    await until(async () => (await opened.sheets()).length === index + 2);
    await until(async () => (await button("Create").getAttribute("aria-disabled")) !== "true");
  }
  await opened.picture("changing-5-plans");
  await opened.tab("Summary");
  await button("Summary").click();
  await pane().getByRole("link", { name: COMPARISON }).click();
  await opened.picture("changing-6-compared");
  await nobodyIsKeptOut();
  const shared = async () => {
    const rows = (await cells(COMPARISON)).map((row) => row.join("|"));
    return rows.slice(0, rows.findIndex((row) => row.includes("one plan only"))).filter((row) => row.includes("bảo hiểm y tế")).length;
  };
  expect(await shared()).toBe(3);
  const first = await rowOf(COMPARISON, "tỉnh Kon Tum", "Tỉ lệ dân số tham gia bảo hiểm y tế");
  await put(COMPARISON, { [`I${first}`]: "" });
  await button("Summary").click();
  await until(async () => (await shared()) === 0);
  await opened.picture("changing-7-parted");
  expect(complaints).toEqual([]);
}, LIMIT);

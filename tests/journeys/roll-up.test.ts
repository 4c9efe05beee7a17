import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { wordsOf } from "../../src/i18n";
import { template, type Fill } from "../roll-up/filled-template";
import { provincePlan } from "../roll-up/plan";
import { LIMIT, complaintsOf, journeys, type Opened } from "./journey";
import { cutElements, violations } from "./pane-looks";

const choices = { unit: "trieu-dong", layout: "both", years: [2022], reportingUnits: [], disbursed: false } as const;
const open = journeys();
let opened: Opened;
let complaints: readonly string[];
let fill: Fill;
let lacking: Fill;
let folder: string;

const filled = (value: number): Buffer => Buffer.from(fill(new Map([["indicators/luot/actual2022", value], ["budget/A.1/y2022", value]])));
const xlsx = (name: string, buffer: Buffer) => ({
  name,
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer,
});

beforeAll(async () => {
  const words = wordsOf("vi");
  fill = (await template(provincePlan(), choices, words)).fill;
  lacking = (await template(provincePlan(["luot"]), choices, words)).fill;
  folder = await mkdtemp(join(tmpdir(), "plan-tables-"));
  await mkdir(join(folder, "Tỉnh", "Xã vùng cao"), { recursive: true });
  await writeFile(join(folder, "Tỉnh", "Xã Mường Kim.xlsx"), filled(1));
  await writeFile(join(folder, "Tỉnh", "Xã vùng cao", "Xã Khoen On.xlsx"), filled(2));
  await writeFile(join(folder, "Tỉnh", "Xã vùng cao", "~$Xã Khoen On.xlsx"), "held open");
  await writeFile(join(folder, "Tỉnh", "ghi chú.txt"), "no workbook");
  opened = await open();
  complaints = complaintsOf(opened.page);
  // as narrow as a pane gets
  for (let step = 0; step < 4; step++) await opened.page.locator("#divider").press("ArrowRight");
}, LIMIT);
afterAll(() => rm(folder, { recursive: true, force: true }));

const button = (name: string | RegExp) => opened.button(name);
const pane = () => opened.pane;
const section = () => pane().getByText("Tổng hợp nhiều đơn vị");
const files = () => pane().locator('input[type="file"]');

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

/** The first row that says the words, heads apart: they may say them, too. */
const rowOf = async (sheet: string, words: string): Promise<string[] | undefined> =>
  (await cells(sheet)).find((row) => row[0] !== "STT" && row.some((cell) => cell.includes(words)));

test("sheets of the workbook are added up by clicking, under the names that their units are given", async () => {
  await opened.picture("roll-up-0-create");
  for (const kind of ["Biểu chỉ tiêu", "Biểu nhiệm vụ"]) await pane().getByRole("checkbox", { name: kind }).uncheck();
  await button("Tạo biểu").click();
  await pane().getByRole("link", { name: "Biểu kinh phí" }).waitFor();
  await button("Tạo biểu").click();
  await button("Tạo thêm bản mới").click();
  await pane().getByRole("link", { name: "Biểu kinh phí (2)" }).waitFor();
  await pane().evaluate(() =>
    Excel.run(async (context) => {
      const [first, second] = ["Biểu kinh phí", "Biểu kinh phí (2)"].map((name) => context.workbook.worksheets.getItem(name));
      if (!first || !second) return;
      first.getRange("D10").values = [[1000]];
      second.getRange("D10").values = [[234]];
      first.name = "Biểu kinh phí - Xã Mường Kim";
      second.name = "Sở Y tế";
      await context.sync();
    }),
  );
  const before = await opened.sheets();
  await opened.tab("Tổng hợp");
  await opened.picture("roll-up-1-folded");
  await section().click();
  expect(await pane().getByLabel("Đơn vị của “Biểu kinh phí - Xã Mường Kim”").inputValue()).toBe("Xã Mường Kim");
  await pane().getByLabel("Đơn vị của “Sở Y tế”").fill("Xã Khoen On");
  await opened.picture("roll-up-2-sheets");
  expect(await cutElements(pane())).toEqual([]);
  await button("Cộng các đơn vị").click();
  await pane().getByRole("link", { name: "Tổng hợp kinh phí" }).click();
  await pane().getByText("Có biểu: 2/2 đơn vị.").waitFor();
  await opened.picture("roll-up-3-made");
  expect(await rowOf("Tổng hợp kinh phí", "Tổng kinh phí thực hiện")).toEqual(expect.arrayContaining(["551112"]));
  expect((await cells("Tổng hợp kinh phí")).find(([number]) => number === "1")).toEqual(expect.arrayContaining(["1234"]));
  expect((await cells("Đơn vị")).map((row) => row[1])).toEqual(expect.arrayContaining(["Xã Mường Kim", "Xã Khoen On"]));
  expect((await cells("Nguồn số liệu")).find((row) => row[2] === "A.1" && row[7] === "1000")).toEqual(
    expect.arrayContaining(["Xã Mường Kim", "Biểu kinh phí - Xã Mường Kim", "D10"]),
  );
  await button("Hoàn tác").click();
  await pane().getByText("Có biểu: 2/2 đơn vị.").waitFor({ state: "detached" });
  expect(await opened.sheets()).toEqual(before);
}, LIMIT);

test("of picked files the broken, the missing and those of another form are named before anything is written", async () => {
  const before = await opened.sheets();
  await pane().getByRole("radio", { name: "Các tệp .xlsx" }).check();
  await files()
    .first()
    .setInputFiles([
      xlsx("Xã Mường Kim.xlsx", filled(10)),
      xlsx("Xã Khoen On.xlsx", filled(20)),
      xlsx("Xã Tà Mung.xlsx", filled(30)),
      xlsx("Xã Pha Mu.xlsx", Buffer.from("không phải sổ làm việc")),
      xlsx("Xã Tà Hừa 2022.xlsx", Buffer.from(lacking(new Map([["budget/A.1/y2022", 5]])))),
    ]);
  await pane().getByLabel("Đơn vị của “Xã Tà Hừa 2022.xlsx”").fill("Xã Tà Hừa");
  await pane().getByLabel(/^Đơn vị phải báo cáo/).fill("Xã Mường Kim\nXã Tà Hừa\nXã Mường Than\n");
  await opened.picture("roll-up-4-files");
  expect(await cutElements(pane())).toEqual([]);
  await button("Cộng các đơn vị").click();
  const question = pane().getByText("Nội dung cần lưu ý trước khi cộng");
  await question.waitFor();
  await opened.picture("roll-up-5-question");
  expect(await cutElements(pane())).toEqual([]);
  for (const said of [
    "Có biểu: 4/6 đơn vị; 1 không đọc được; 1 chưa có báo cáo.", "Không đọc được: Xã Pha Mu.xlsx", "Xã Mường Than",
    "Xã Tà Hừa (Xã Tà Hừa 2022.xlsx)",
  ])
    await pane().getByText(said).first().waitFor();
  expect(await opened.sheets()).toEqual(before);
  expect(await violations(pane())).toEqual([]);

  await button("Vẫn cộng").click();
  await pane().getByRole("link", { name: "Tổng hợp chỉ tiêu" }).click();
  await opened.picture("roll-up-6-figures");
  expect(await rowOf("Tổng hợp chỉ tiêu", "Số lượt khám bệnh")).toEqual(expect.arrayContaining(["60", "3/6"]));
  const budget = await cells("Tổng hợp kinh phí");
  expect(budget.find(([number]) => number === "1")).toEqual(expect.arrayContaining(["65"]));
  // a formula of the files, evaluated in the pane
  expect(budget.find(([number]) => number === "A")).toEqual(expect.arrayContaining(["65"]));
  expect(await rowOf("Nguồn số liệu", "Xã Tà Mung.xlsx")).toEqual(expect.arrayContaining(["Xã Tà Mung"]));
  await pane().getByRole("link", { name: "Đơn vị", exact: true }).click();
  await opened.page.waitForTimeout(500);
  await opened.picture("roll-up-7-units");
  await button("Hoàn tác").click();
  await pane().getByText("Có biểu: 4/6 đơn vị").waitFor({ state: "detached" });
  expect(await opened.sheets()).toEqual(before);
}, LIMIT);

test("a whole folder is picked: its folders are tiers, what is no workbook is passed over", async () => {
  await button("Bỏ hết").click();
  await files().last().setInputFiles(join(folder, "Tỉnh"));
  await pane().getByLabel("Đơn vị của “Tỉnh/Xã vùng cao/Xã Khoen On.xlsx”").waitFor();
  expect(
    await pane()
      .getByRole("textbox", { name: /^Đơn vị của/ })
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
  ).toEqual(["Xã Mường Kim", "Xã vùng cao/Xã Khoen On"]);
  await pane().getByLabel(/^Đơn vị phải báo cáo/).fill("");
  await button("Cộng các đơn vị").click();
  await pane().getByText("Có biểu: 2/2 đơn vị.").waitFor();
  expect(await rowOf("Tổng hợp chỉ tiêu", "Xã vùng cao")).toEqual(expect.arrayContaining(["2", "1/1"]));
  await button("Hoàn tác").click();
  await pane().getByText("Có biểu: 2/2 đơn vị.").waitFor({ state: "detached" });
}, LIMIT);

test("reading is stopped in the middle, and nothing is written", async () => {
  const before = await opened.sheets();
  await button("Bỏ hết").click();
  await files().first().setInputFiles(Array.from({ length: 150 }, (_, index) => xlsx(`Xã ${index + 1}.xlsx`, filled(index))));
  await pane().getByText("Đã chọn 150/150").waitFor();
  await button("Cộng các đơn vị").click();
  await button("Dừng").waitFor();
  await opened.picture("roll-up-8-reading");
  await button("Dừng").click();
  await button("Dừng").waitFor({ state: "detached" });
  expect(await pane().locator('[role="alert"]').textContent()).toBe("");
  expect(await pane().getByRole("link", { name: "Tổng hợp chỉ tiêu" }).count()).toBe(0);
  expect(await opened.sheets()).toEqual(before);
}, LIMIT);

test("all of it is reached by the keyboard, and kept when the person looks elsewhere meanwhile", async () => {
  await opened.tab("Kiểm tra");
  await opened.tab("Tổng hợp");
  await pane().getByText("Đã chọn 150/150").waitFor();
  await button("Bỏ hết").click();
  await pane().getByRole("radio", { name: "Các tệp .xlsx" }).focus();
  await opened.page.keyboard.press("ArrowUp");
  await pane().getByLabel("Đơn vị của “Sở Y tế”").waitFor();
  await opened.page.keyboard.press("Tab");
  await opened.page.keyboard.press("Space");
  await pane().getByText("Đã chọn 0/2").waitFor();
  expect(await button("Cộng các đơn vị").getAttribute("aria-disabled")).toBe("true");
  await opened.page.keyboard.press("Space");
  await pane().getByText("Đã chọn 2/2").waitFor();
  await pane().locator("summary", { hasText: "Tổng hợp nhiều đơn vị" }).focus();
  await opened.page.keyboard.press("Enter");
  await button("Cộng các đơn vị").waitFor({ state: "detached" });
  await opened.page.keyboard.press("Tab");
  await opened.page.keyboard.press("Enter");
  await pane().getByText("Tệp > Xuất", { exact: false }).first().waitFor();
  await opened.picture("roll-up-9-export");
  expect(await cutElements(pane())).toEqual([]);
  expect(await violations(pane())).toEqual([]);
}, LIMIT);

test("speaks English", async () => {
  await button("English").click();
  await pane().getByText("Many units together").click();
  await button("Add up the units").waitFor();
  await opened.picture("roll-up-10-english");
  expect(await cutElements(pane())).toEqual([]);
  await button("Add up the units").click();
  await pane().getByText("Tables from 2 of 2 units.").waitFor();
  await opened.picture("roll-up-11-english-made");
  expect(complaints).toEqual([]);
}, LIMIT);

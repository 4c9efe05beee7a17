import { beforeAll, expect, test } from "@jest/globals";
import { minutes } from "../support/patience";
import { LIMIT, complaintsOf, journeys, type Opened } from "./journey";
import { cutElements, narrow, violations } from "./pane-looks";

const BUDGET = "Biểu kinh phí";
const MADE = "Đối chiếu văn bản";
const REPORT = [
  "BÁO CÁO",
  "Tình hình thực hiện Đề án nâng cao chất lượng y tế cơ sở",
  "",
  "I. KINH PHÍ",
  "Tổng kinh phí thực hiện Đề án là 275,6 tỷ đồng. Kinh phí mua sắm trang thiết bị y tế là 84.640 triệu đồng.",
  "Kinh phí đào tạo nhân lực y tế là 71.251 triệu đồng; kinh phí giám sát, đánh giá hiệu quả Đề án là 100 triệu đồng.",
  "Kinh phí đào tạo nhân lực y tế bình quân mỗi huyện 9.019 triệu đồng.",
  "Toàn tỉnh đã xây mới 12 cây cầu.",
].join("\n");

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
const region = () => pane().getByRole("region", { name: "Văn bản báo cáo", exact: true });

async function selection(): Promise<string> {
  return pane().evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return range.address;
    }));
}

test("a pasted report is held against the tables: what differs is told with both places, and is a click from its cell", async () => {
  for (const kind of ["Biểu chỉ tiêu", "Biểu nhiệm vụ"]) await pane().getByRole("checkbox", { name: kind }).uncheck();
  await button("Tạo biểu").click();
  await pane().getByRole("link", { name: BUDGET }).waitFor();
  await opened.tab("Kiểm tra");
  await button("Văn bản báo cáo").click();
  await region().getByLabel("Văn bản cần đối chiếu").fill(REPORT);
  await opened.picture("text-report-1-pasted");
  await button("Đối chiếu").click();
  await region().getByText("1 số liệu khác biểu, 1 cần xem lại, 3 khớp, 1 không thấy trong biểu").waitFor();
  await opened.picture("text-report-2-told");
  const item = region().getByRole("region", { name: /^Khác biểu/ }).getByRole("link");
  const said = await item.innerText();
  expect(said).toContain("'Biểu kinh phí'!C13 Kinh phí đào tạo nhân lực y tế");
  expect(said).toContain("Biểu ghi 72.151 triệu đồng (có thể đảo hai chữ số).");
  expect(await item.locator("mark").innerText()).toBe("71.251 triệu đồng");
  await item.click();
  await opened.page.waitForTimeout(500);
  expect(await selection()).toMatch(/Biểu kinh phí'?!C13$/);
  expect(await violations(pane())).toEqual([]);
}, LIMIT);

test("what is not sure, not found and right is folded, and nothing was written", async () => {
  expect(await opened.sheets()).toEqual(expect.not.arrayContaining([MADE]));
  for (const [title, count] of [["Cần xem lại (1)", 1], ["Không thấy trong biểu (1)", 1], ["Khớp (3)", 3]] as const) {
    await region().getByText(title, { exact: true }).click();
    expect(await region().getByRole("list", { name: title }).getByRole("listitem").count()).toBe(count);
  }
  await opened.picture("text-report-3-unfolded");
}, LIMIT);

test("what was found is written on a sheet when asked for, and taken back", async () => {
  const before = await opened.sheets();
  await region().getByRole("button", { name: "Ghi thành trang tính" }).click();
  await region().getByRole("link", { name: MADE, exact: true }).waitFor();
  expect(await opened.sheets()).toEqual([...before, MADE]);
  await opened.page.waitForTimeout(500);
  await opened.picture("text-report-4-written");
  await button("Hoàn tác").click();
  await region().getByRole("link", { name: MADE, exact: true }).waitFor({ state: "detached" });
  expect(await opened.sheets()).toEqual(before);
}, LIMIT);

test("a file is picked, another that is no document is told to be that", async () => {
  const input = region().locator('input[type="file"]');
  const right = Buffer.from("Tổng kinh phí thực hiện Đề án: 275.556 triệu đồng.");
  await input.setInputFiles({ name: "to-trinh.txt", mimeType: "text/plain", buffer: right });
  await region().getByText("0 số liệu khác biểu, 0 cần xem lại, 1 khớp, 0 không thấy trong biểu").waitFor();
  await region().getByText("“to-trinh.txt”", { exact: false }).waitFor();
  await input.setInputFiles({ name: "anh.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) });
  await region().getByText("Chưa đọc được “anh.png”:").waitFor();
}, LIMIT);

test("in 320 and 480 pixels, light and dark, in both languages", async () => {
  await region().getByLabel("Văn bản cần đối chiếu").fill(REPORT);
  await button("Đối chiếu").click();
  await region().getByText(/1 số liệu khác biểu/).waitFor();
  for (const scheme of ["light", "dark"] as const) {
    await opened.page.emulateMedia({ colorScheme: scheme });
    for (const width of [480, 320]) {
      await narrow(opened.page, width);
      await opened.picture(`text-report-${width}-${scheme}`);
      expect(await cutElements(pane())).toEqual([]);
    }
    expect(await violations(pane())).toEqual([]);
  }
  await button("English").click();
  await pane().getByRole("region", { name: "Report text" }).getByText(/1 figures differ/).waitFor();
  await opened.picture("text-report-320-english");
  expect(await cutElements(pane())).toEqual([]);
  expect(await violations(pane())).toEqual([]);
  expect(complaints).toEqual([]);
}, LIMIT);

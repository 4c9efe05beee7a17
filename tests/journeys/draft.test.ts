import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { minutes } from "../support/patience";
import { EMPTY, LIMIT, journeys, type Opened } from "./journey";
import { cutElements, narrow, violations } from "./pane-looks";

/** A plan of the water supply of a province, as LibreOffice writes it: none of the catalogue. */
const PLAN = join(__dirname, "fixtures/cap-nuoc-sach.docx");

/** What a person calls a target of it. */
const NAME = "Tỷ lệ trường học và trạm y tế có công trình cấp nước, vệ sinh bảo đảm tiêu chuẩn";
/** What goes with its tables: two digits of what the centre pays are swapped. */
const REPORT = [
  "BÁO CÁO",
  "Tổng kinh phí thực hiện Kế hoạch giai đoạn 2026 - 2030 là 486.500 triệu đồng.",
  "Ngân sách trung ương là 254.000 triệu đồng; ngân sách tỉnh là 126.500 triệu đồng.",
].join("\n");

const open = journeys();
let opened: Opened;
const pane = () => opened.pane;
const button = (name: string | RegExp) => opened.button(name);
const region = () => pane().getByRole("region", { name: "Từ văn bản" });
const draft = () => pane().getByRole("region", { name: "Dự thảo", exact: true });
const fact = (name: string | RegExp) => draft().getByRole("button", { name });
const mark = (text: string) => pane().locator("mark").filter({ hasText: text });

beforeAll(async () => {
  opened = await open();
  opened.page.setDefaultTimeout(minutes(1));
}, LIMIT);

/** Where a number stands on a sheet, as "C10". */
async function cellOf(sheet: string, value: number): Promise<string> {
  const at = await pane().evaluate(
    ([name, wanted]) =>
      Excel.run(async (context) => {
        const used = context.workbook.worksheets.getItem(name).getUsedRange(true).load("values,rowIndex,columnIndex");
        await context.sync();
        const row = used.values.findIndex((cells: unknown[]) => cells.includes(wanted));
        const col = (used.values[row] as unknown[] | undefined)?.indexOf(wanted) ?? -1;
        return [used.rowIndex + row, used.columnIndex + col] as const;
      }),
    [sheet, value] as const,
  );
  return `${String.fromCharCode(65 + at[1])}${at[0] + 1}`;
}

function type(sheet: string, cell: string, value: number): Promise<void> {
  return pane().evaluate(
    ([name, address, typed]) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).getRange(address).values = [[typed]];
        await context.sync();
      }),
    [sheet, cell, value] as const,
  );
}

test(
  "a text is picked, and its draft stands beside it: a click on either shows the other, by keys too",
  async () => {
    await button("Từ văn bản").click();
    await region().locator('input[type="file"]').setInputFiles(PLAN);
    await draft().waitFor();
    await opened.picture("draft-1-read");
    for (const width of [320, 480]) {
      await narrow(opened.page, width);
      expect(await cutElements(pane())).toEqual([]);
      expect(await violations(pane())).toEqual([]);
      await opened.picture(`draft-2-${width}`);
    }
    await mark("nhà tiêu hợp vệ sinh đạt trên 92%").click();
    const toilets = fact(/^Tỷ lệ hộ gia đình nông thôn có nhà tiêu hợp vệ sinh/);
    await pane().waitForFunction(() => document.activeElement?.textContent?.includes("nhà tiêu hợp vệ sinh"));
    expect(await toilets.getAttribute("aria-current")).toBe("true");
    const focused = () => pane().evaluate(() => document.activeElement?.textContent ?? "");
    await toilets.press("ArrowDown");
    const next = await focused();
    expect(next).not.toContain("nhà tiêu hợp vệ sinh");
    await draft().locator("button:focus").press("Enter");
    await button("Đến đoạn văn bản").click();
    await pane().waitForFunction(() => document.activeElement?.tagName === "MARK");
    const [piece, current] = [await focused(), pane().locator("mark:focus")];
    expect(await current.getAttribute("aria-current")).toBe("true");
    await current.press("ArrowUp");
    await pane().waitForFunction(
      (before) => document.activeElement?.tagName === "MARK" && document.activeElement.textContent !== before,
      piece,
    );
    await pane().locator("mark:focus").press("Enter");
    await pane().waitForFunction(() => document.activeElement?.closest("[data-fact]")?.querySelector('[aria-current="true"]'));
    await opened.picture("draft-3-chosen");
  },
  LIMIT,
);

test(
  "a fact is corrected, faults are told at their field, an edit is taken back by keys, and nothing of it is lost with the place",
  async () => {
    await mark("tiêu chuẩn đạt 100%").click();
    const chosen = draft().locator("li").filter({ has: pane().locator('[aria-current="true"]') });
    await chosen.getByRole("button", { name: "Sửa", exact: true }).click();
    await draft().getByRole("textbox", { name: "Tên chỉ tiêu" }).fill(NAME);
    await draft().getByRole("textbox", { name: "Giá trị" }).fill("tám mươi");
    await button("Ghi").click();
    await draft().getByText("Cần một số, ví dụ 1.234,5.").waitFor();
    await pane().waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.name === "value");
    expect(await violations(pane())).toEqual([]);
    await opened.picture("draft-4-fault");
    await opened.tab("Tổng hợp");
    await opened.tab("Tạo biểu");
    expect(await draft().getByRole("textbox", { name: "Giá trị" }).inputValue()).toBe("tám mươi");
    await draft().getByRole("textbox", { name: "Giá trị" }).fill("100");
    await button("Ghi").click();
    await fact(NAME).waitFor();

    await fact(/^Kiểm soát chất lượng nước/).click();
    await chosen.getByRole("button", { name: "Bỏ", exact: true }).click();
    await pane().getByText("Kinh phí chưa khớp (1)").waitFor();
    await pane().getByText(/ghi 486\.500 ≠ các phần cộng lại 452\.350 triệu đồng, lệch 34\.150/).waitFor();
    await opened.picture("draft-5-gap");
    await draft().getByText("Đã bỏ (1)").click();
    await button("Lấy lại").click();
    await pane().getByText("Kinh phí chưa khớp (1)").waitFor({ state: "detached" });
    await fact(/^Kiểm soát chất lượng nước/).press("Control+z");
    await pane().getByText("Kinh phí chưa khớp (1)").waitFor();
    await button("Bỏ sửa đổi vừa rồi").click();
    await pane().getByText("Kinh phí chưa khớp (1)").waitFor({ state: "detached" });
    await fact(NAME).waitFor();
  },
  LIMIT,
);

test(
  "the tables are made with what keeps the plan, a swapped pair of digits is found, and the summary is built",
  async () => {
    await narrow(opened.page, 380);
    await button("Tạo biểu").click();
    await pane().getByRole("link", { name: "Biểu kinh phí" }).waitFor();
    await pane().getByRole("link", { name: "Nguồn số liệu" }).waitFor();
    await opened.picture("draft-6-made");
    await button("Hoàn tác").click();
    await pane().getByRole("link", { name: "Biểu kinh phí" }).waitFor({ state: "detached" });
    expect(await opened.sheets()).toEqual([EMPTY]);
    await button("Tạo biểu").click();
    await pane().getByRole("link", { name: "Biểu kinh phí" }).waitFor();

    const cell = await cellOf("Biểu kinh phí", 112_750);
    await type("Biểu kinh phí", cell, 112_570);
    await opened.tab("Kiểm tra");
    await button("Kiểm tra").click();
    await button("Sửa thành 112.750").first().waitFor();
    await opened.picture("draft-7-found");
    await button("Sửa thành 112.750").first().click();
    await button("Sửa thành 112.750").first().waitFor({ state: "detached" });

    await opened.tab("Tổng hợp");
    await button("Tổng hợp").click();
    await pane().getByRole("link", { name: "Tổng hợp", exact: true }).waitFor();
    await pane().getByRole("link", { name: "Tổng hợp", exact: true }).click();
    await opened.picture("draft-8-summary");

    await opened.tab("Kiểm tra");
    await button("Văn bản báo cáo").click();
    const report = pane().getByRole("region", { name: "Văn bản báo cáo", exact: true });
    await report.getByLabel("Văn bản cần đối chiếu").fill(REPORT);
    await button("Đối chiếu").click();
    const wrong = report.getByRole("region", { name: /^Khác biểu/ }).getByRole("link");
    await wrong.first().waitFor();
    await opened.picture("draft-8-report");
    expect(await wrong.allInnerTexts()).toEqual([expect.stringContaining("Biểu ghi 245.000 triệu đồng")]);
  },
  LIMIT,
);

test(
  "the plan is kept as a file, which opens again",
  async () => {
    await opened.tab("Tạo biểu");
    const coming = opened.page.waitForEvent("download");
    await button("Lưu tệp kế hoạch").click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe("ke-hoach.json");
    await button("Từ tệp kế hoạch").click();
    const other = pane().getByRole("region", { name: "Từ tệp kế hoạch" });
    await other.locator('input[type="file"]').setInputFiles(await file.path());
    await other.getByText(/^Kế hoạch cấp nước sạch và vệ sinh môi trường nông thôn/).waitFor();
    await button("Từ văn bản").click();
    await draft().waitFor();
  },
  LIMIT,
);

test(
  "a file that is none, and a text without facts, are refused in a sentence; the draft that was there comes back",
  async () => {
    await button("Văn bản khác").click();
    const input = region().locator('input[type="file"]');
    await input.setInputFiles({ name: "cu.doc", mimeType: "", buffer: Buffer.from("{\\rtf1 abc}") });
    await region().getByText("Chưa đọc được “cu.doc”:").waitFor();
    await opened.picture("draft-9-refused");
    expect(await violations(pane())).toEqual([]);
    await region().getByRole("textbox", { name: "Văn bản" }).fill("Hôm nay trời đẹp.");
    await button("Đọc văn bản").click();
    await region().getByText(/^Không tìm thấy chỉ tiêu, kinh phí hay nhiệm vụ nào/).waitFor();
    await region().getByRole("textbox", { name: "Văn bản" }).fill("Mục tiêu đến năm 2030: tỷ lệ hộ nghèo giảm còn dưới 3%.");
    await button("Đọc văn bản").click();
    await mark("tỷ lệ hộ nghèo").waitFor();
    await button("Văn bản khác").click();
    await button("Lấy lại dự thảo trước").click();
    await fact(NAME).waitFor();
  },
  LIMIT,
);

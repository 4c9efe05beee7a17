import { beforeAll, expect, test } from "@jest/globals";
import { parseTemplate } from "../../src/app";
import { minutes } from "../support/patience";
import { LIMIT, journeys, type Opened } from "./journey";
import { cutElements, narrow, violations } from "./pane-looks";

const open = journeys();
let opened: Opened;

beforeAll(async () => {
  opened = await open();
  opened.page.setDefaultTimeout(minutes(1));
}, LIMIT);

const button = (name: string | RegExp) => opened.button(name);
const pane = () => opened.pane;
const region = () => pane().getByRole("region", { name: "Từ biểu đang chọn" });

const FORM: readonly (readonly (string | number)[])[] = [
  ["DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2025", "", "", "", ""],
  ["", "", "", "", "Đơn vị tính: triệu đồng"],
  ["STT", "Nội dung chi", "Dự toán 2025", "Thực hiện 2025", "Còn lại"],
  ["A", "B", "1", "2", "3=1-2"],
  ["", "Tổng cộng", 4370, 3900, 470],
  ["1", "Sự nghiệp giáo dục", 2310, 2100, 210],
  ["2", "Sự nghiệp y tế", 1450, 1300, 150],
  ["3", "Sự nghiệp văn hóa", 610, 500, 110],
];

/** Makes a sheet with looks and a page of its own, and shows it. */
function put(sheet: string): Promise<void> {
  return pane().evaluate(
    ([name, values]) =>
      Excel.run(async (context) => {
        const added = context.workbook.worksheets.add(name);
        const grid = values.map((row) => [...row]);
        added.getRange("A4:E4").numberFormat = [["@", "@", "@", "@", "@"]];
        added.getRange("A1").getResizedRange(grid.length - 1, 4).values = grid;
        added.getRange("A1:E1").merge();
        added.getRange("A1").format.font.size = 16;
        added.getRange("A3:E3").format.fill.color = "#DDEBF7";
        added.getRange("B:B").format.columnWidth = 210;
        added.pageLayout.orientation = "Landscape";
        added.pageLayout.setPrintTitleRows("$3:$4");
        added.freezePanes.freezeRows(4);
        added.activate();
        added.getRange("C6").select();
        await context.sync();
      }),
    [sheet, FORM] as const,
  );
}

/** What stands on a sheet, and how it looks and prints. */
function told(sheet: string) {
  return pane().evaluate(
    (name) =>
      Excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(name);
        const used = own.getUsedRange(true).load("formulas");
        const [title, head, input] = ["A1", "A3", "C6"].map((at) =>
          own.getRange(at).load("format/font/size,format/fill/color,format/protection/locked"),
        );
        const rule = own.getRange("C6").dataValidation.load("type");
        own.pageLayout.load("orientation");
        const rows = own.pageLayout.getPrintTitleRowsOrNullObject().load("rowIndex,rowCount");
        const frozen = own.freezePanes.getLocationOrNullObject().load("rowCount");
        await context.sync();
        return {
          formulas: used.formulas as (string | number)[][],
          size: title?.format.font.size,
          fill: head?.format.fill.color,
          input: input?.format.fill.color,
          locked: input?.format.protection.locked,
          rule: rule.type,
          orientation: own.pageLayout.orientation,
          titles: [rows.rowIndex, rows.rowCount],
          frozen: frozen.rowCount,
        };
      }),
    sheet,
  );
}

const sheets = (): Promise<string[]> =>
  pane().evaluate(() =>
    Excel.run(async (context) => {
      const all = context.workbook.worksheets.load("items/name");
      await context.sync();
      return all.items.map(({ name }) => name);
    }),
  );

test(
  "the form in front becomes a template for another year: shown before, a new sheet, one undo",
  async () => {
    await put("Dự toán 2025");
    await button("Từ biểu đang chọn").click();
    await region().getByLabel("Năm của biểu mới").fill("2026");
    await button("Xem trước").click();
    await region().getByText("Xóa trắng 6 ô có số đã nhập: C6:D8.").waitFor();
    await region().getByText("“DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2025” thành “DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2026”").waitFor();
    expect(await sheets()).not.toContain("Dự toán 2026");
    await narrow(opened.page, 320);
    expect(await cutElements(pane())).toEqual([]);
    expect(await violations(pane())).toEqual([]);
    await opened.picture("template-1-shown");
    await button("Lập trang tính mẫu").click();
    await pane().getByRole("link", { name: "Dự toán 2026" }).waitFor();
    const made = await told("Dự toán 2026");
    expect(made.formulas.slice(2)).toEqual([
      ["STT", "Nội dung chi", "Dự toán 2026", "Thực hiện 2026", "Còn lại"],
      ["A", "B", "1", "2", "3=1-2"],
      ["", "Tổng cộng", "=SUM(C6:C8)", "=SUM(D6:D8)", "=C5-D5"],
      [1, "Sự nghiệp giáo dục", "", "", "=C6-D6"],
      [2, "Sự nghiệp y tế", "", "", "=C7-D7"],
      [3, "Sự nghiệp văn hóa", "", "", "=C8-D8"],
    ]);
    expect(made).toMatchObject({
      size: 16,
      fill: "#DDEBF7",
      input: "#FFFBE6",
      locked: false,
      rule: "Decimal",
      orientation: "Landscape",
      titles: [2, 2],
      frozen: 4,
    });
    await opened.picture("template-2-made");
    expect((await told("Dự toán 2025")).formulas[5]).toEqual([1, "Sự nghiệp giáo dục", 2310, 2100, 210]);
    await button("Hoàn tác").click();
    await pane().getByRole("link", { name: "Dự toán 2026" }).waitFor({ state: "detached" });
    expect(await sheets()).not.toContain("Dự toán 2026");
  },
  LIMIT,
);

test(
  "the template is copied as data, and what was copied makes the sheet again",
  async () => {
    await opened.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await button("Xem trước").click();
    await button("Sao chép mẫu (JSON)").click();
    await region()
      .getByText(/^Đã sao chép mẫu|^Trình duyệt không cho/)
      .waitFor();
    const shown = region().getByRole("textbox", { name: "Mẫu biểu" });
    const text = (await shown.count()) > 0 ? await shown.inputValue() : await opened.page.evaluate(() => navigator.clipboard.readText());
    expect(parseTemplate(text).tables[0]?.title).toBe("DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2026");
    await region().getByLabel("Lấy mẫu từ").selectOption("pasted");
    await region().getByLabel("Dán nội dung mẫu đã sao chép").fill("không phải");
    await button("Xem trước").click();
    await pane()
      .getByText(/Đây không phải mẫu biểu dạng JSON/)
      .waitFor();
    await region().getByLabel("Dán nội dung mẫu đã sao chép").fill(text);
    await button("Xem trước").click();
    await button("Lập trang tính mẫu").click();
    await pane().getByRole("link", { name: "Dự toán 2026" }).waitFor();
    expect((await told("Dự toán 2026")).formulas[4]).toEqual(["", "Tổng cộng", "=SUM(C6:C8)", "=SUM(D6:D8)", "=C5-D5"]);
  },
  LIMIT,
);

test(
  "a public form is chosen from the list; a sheet without a form is refused in a sentence",
  async () => {
    await region()
      .getByLabel("Lấy mẫu từ")
      .selectOption({ label: "CÂN ĐỐI NGÂN SÁCH NHÀ NƯỚC NĂM …… (Biểu số 12/CK-NSNN, Thông tư 343/2016/TT-BTC)" });
    await button("Xem trước").click();
    await region()
      .getByText(/văn bản sau có thể đã thay thế/)
      .waitFor();
    await button("Lập trang tính mẫu").click();
    await pane().getByRole("link", { name: "12 CK-NSNN" }).waitFor();
    await opened.picture("template-3-public");
    await pane().evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.add("Trống").activate();
        await context.sync();
      }),
    );
    await region().getByLabel("Lấy mẫu từ").selectOption("front");
    await button("Xem trước").click();
    await pane()
      .getByText(/Không nhận ra biểu nào trên trang tính “Trống”/)
      .waitFor();
  },
  LIMIT,
);

test("two versions become the form that adjusts a budget, taken back in one step", async () => {
  await put("Bản cũ");
  await put("Bản mới");
  await pane().evaluate(() =>
    Excel.run(async (context) => {
      const now = context.workbook.worksheets.getItem("Bản mới");
      now.getRange("C5:C6").values = [[4400], [2340]];
      now.activate();
      await context.sync();
    }),
  );
  await opened.tab("Kiểm tra");
  await button("So với bản khác").click();
  const compared = pane().getByRole("region", { name: "So với bản khác" });
  await compared.getByLabel("Trang tính để so").selectOption("Bản cũ");
  await button("So sánh").click();
  await compared.getByText(/^So lúc/).waitFor();
  await button("Lập biểu điều chỉnh").click();
  await pane().getByRole("link", { name: "Điều chỉnh" }).waitFor();
  expect((await told("Điều chỉnh")).formulas.slice(5, 7).map((row) => row.slice(1, 6))).toEqual([
    ["Tổng cộng", "=SUM(C7:C9)", "=SUM(D7:D9)", "=SUM(E7:E9)", "=C6+D6-E6"],
    ["Sự nghiệp giáo dục", 2310, 30, 0, "=C7+D7-E7"],
  ]);
  await opened.picture("template-4-adjustment");
  await button("Hoàn tác").click();
  await pane().getByRole("link", { name: "Điều chỉnh" }).waitFor({ state: "detached" });
}, LIMIT);

import { expect, test } from "@jest/globals";
import { catalogue, kindsOf } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { EMPTY, LIMIT, journeys } from "./journey";

const words = wordsOf("vi");
const open = journeys();

test.each(catalogue.map((plan) => [plan.id, plan] as const))(
  "%s: one click makes all of its tables, a second none, and undo takes them away",
  async (id, plan) => {
    const { page, pane, button, picture, sheets } = await open();
    const label = `${plan.issuer}, `;
    await pane
      .getByRole("radio", { name: new RegExp(`^${label}.*${plan.title.slice(0, 30).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`) })
      .check();
    await button("Tạo biểu").click();
    const expected = kindsOf(plan).map((kind) => words.templates[kind].sheet);
    for (const sheet of expected) await pane.getByRole("link", { name: sheet, exact: true }).waitFor();
    expect(await sheets()).toEqual([EMPTY, ...expected]);
    await picture(`plan-${id}`);

    await button("Tạo biểu").click();
    await pane.getByText(/đã có biểu của kế hoạch này/).waitFor();
    expect(await sheets()).toEqual([EMPTY, ...expected]);
    await picture(`present-${id}`);

    await button("Hoàn tác").click();
    await pane.getByText(/^Đã tạo/).waitFor({ state: "detached" });
    expect(await sheets()).toEqual([EMPTY]);
    await page.close();
  },
  LIMIT,
);

test("what is missing is offered, and a plan of one's own gets blank tables", async () => {
  const { page, pane, button, picture, sheets } = await open();
  await pane.getByRole("checkbox", { name: /^Biểu nhiệm vụ/ }).uncheck();
  await button("Tạo biểu").click();
  await pane.getByRole("link", { name: "Biểu kinh phí", exact: true }).waitFor();
  await pane.getByRole("checkbox", { name: /^Biểu nhiệm vụ/ }).check();
  await button("Tạo biểu").click();
  await pane.getByText(/Còn thiếu: Biểu nhiệm vụ/).waitFor();
  await button("Tạo biểu còn thiếu").click();
  await pane.getByRole("link", { name: "Biểu nhiệm vụ", exact: true }).waitFor();
  expect(await sheets()).toEqual([EMPTY, "Biểu chỉ tiêu", "Biểu kinh phí", "Biểu nhiệm vụ"]);

  await pane.getByRole("radio", { name: "Kế hoạch khác (biểu trống)" }).check();
  await button("Tạo biểu").click();
  await pane.getByText(/Kế hoạch chưa có tên/).waitFor();
  expect(await sheets()).toHaveLength(4);
  await pane.getByRole("textbox", { name: "Tên kế hoạch" }).fill("Kế hoạch y tế xã Mẫu năm 2027");
  await pane.getByRole("textbox", { name: "Các năm có cột riêng" }).fill("2026-2027");
  await pane.getByText("Tùy chọn bố trí biểu").click();
  await pane.getByRole("textbox", { name: "Nguồn vốn của biểu kinh phí trống" }).fill("Ngân sách tỉnh\nNgân sách xã");
  await picture("blank-form");
  await button("Tạo biểu").click();
  await pane.getByRole("link", { name: "Biểu kinh phí (2)", exact: true }).waitFor();
  await picture("blank-tables");
  expect(await sheets()).toHaveLength(7);
  await page.close();
}, LIMIT);

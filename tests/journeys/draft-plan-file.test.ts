import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { minutes } from "../support/patience";
import { EMPTY, LIMIT, journeys, type Opened } from "./journey";
import { cutElements, narrow, violations } from "./pane-looks";

const open = journeys();
let opened: Opened;
const region = () => opened.pane.getByRole("region", { name: "Từ tệp kế hoạch" });

beforeAll(async () => {
  opened = await open();
  opened.page.setDefaultTimeout(minutes(1));
}, LIMIT);

/** A plan that is not in the catalogue: one that ships, under another name and number. */
const PLAN: Readonly<Record<string, unknown>> = {
  ...(JSON.parse(readFileSync(join(__dirname, "../../seeds/kon-tum-2030.json"), "utf8")) as Record<string, unknown>),
  id: "thu-vien-2026-2030",
  title: "Kế hoạch phát triển thư viện giai đoạn 2026-2030",
  period: { from: 2026, to: 2030 },
};

const fileOf = (plan: unknown) => ({ name: "ke-hoach.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(plan)) });

test(
  "a plan file is opened, its faults are told with their place, and its tables are made and taken back in one step",
  async () => {
    const { pane, page, button } = opened;
    await narrow(page, 320);
    await button("Từ tệp kế hoạch").click();
    expect(await button("Tạo biểu").getAttribute("aria-disabled")).toBe("true");
    const input = region().locator('input[type="file"]');
    await input.setInputFiles(fileOf({ ...PLAN, period: { from: 2026 } }));
    await region().getByText(/^ở period\.to: /).waitFor();
    await opened.picture("draft-plan-1-fault");
    expect(await cutElements(pane)).toEqual([]);
    expect(await violations(pane)).toEqual([]);
    await region().getByLabel("Nội dung tệp kế hoạch (JSON)").fill("không phải");
    await button("Đọc kế hoạch").click();
    await region().getByText(/^Nội dung đã dán không phải tệp kế hoạch:$/).waitFor();
    await input.setInputFiles(fileOf(PLAN));
    await region().getByText("Kế hoạch phát triển thư viện giai đoạn 2026-2030").waitFor();
    await region().getByText("Biểu cần tạo").first().click();
    await opened.picture("draft-plan-2-read");
    expect(await cutElements(pane)).toEqual([]);
    expect(await violations(pane)).toEqual([]);
    // what was opened is there again when the person comes back
    await opened.tab("Kiểm tra");
    await opened.tab("Tạo biểu");
    await region().getByText("Kế hoạch phát triển thư viện giai đoạn 2026-2030").waitFor();
    await button("Tạo biểu").click();
    await pane.getByRole("link", { name: "Biểu chỉ tiêu" }).waitFor();
    expect((await opened.sheets()).length).toBeGreaterThan(2);
    await opened.picture("draft-plan-3-made");
    await button("Hoàn tác").click();
    await pane.getByRole("link", { name: "Biểu chỉ tiêu" }).waitFor({ state: "detached" });
    expect(await opened.sheets()).toEqual([EMPTY]);
    await button("Từ tệp kế hoạch").click();
    await pane.getByRole("radio").first().waitFor();
  },
  LIMIT,
);

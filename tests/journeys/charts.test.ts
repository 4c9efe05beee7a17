import { beforeAll, expect, test } from "@jest/globals";
import { LIMIT, journeys, type Opened } from "./journey";
import { untilKept } from "./storage";

const SUMMARY = "Tổng hợp";
const KINDS = ["ColumnClustered", "BarStacked", "Line", "Pie", "ColumnStacked", "BarClustered", "Doughnut"] as const;

const open = journeys();
let opened: Opened;

beforeAll(async () => {
  opened = await open();
}, LIMIT);

const charts = () => opened.page.locator("#charts figure");

/** Titles and figures of the charts that are shown, as who cannot see them is told. */
async function told(): Promise<{ title: string; rows: string[][] }[]> {
  return charts().evaluateAll((figures) =>
    figures.map((figure) => ({
      title: figure.getAttribute("aria-label") ?? "",
      rows: [...figure.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent)),
    })),
  );
}

/** Dots of the screen that are not white, in a part of the grid. */
async function ink(clip: { x: number; y: number; width: number; height: number }): Promise<number> {
  const png = (await opened.page.screenshot({ clip })).toString("base64");
  return opened.page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const dots = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    let dark = 0;
    for (let at = 0; at < dots.length; at += 4) if ((dots[at] ?? 255) < 128) dark += 1;
    return dark;
  }, png);
}

async function goTo(sheet: string, address: string): Promise<void> {
  await opened.pane.evaluate(
    ([name = "", a1]) =>
      Excel.run(async (context) => {
        const found = context.workbook.worksheets.getItem(name);
        found.activate();
        found.getRange(a1).select();
        await context.sync();
      }),
    [sheet, address],
  );
}

test("the charts of a summary stand in the page with the figures of its cells", async () => {
  const { pane, page, button, tab, picture } = opened;
  await button("Tạo biểu").click();
  await pane.getByRole("link", { name: "Biểu kinh phí" }).waitFor();
  expect(await charts().count()).toBe(0);
  await tab("Tổng hợp");
  await button("Tổng hợp").click();
  await charts().first().waitFor({ state: "attached" });
  const before = await told();
  const cells = await pane.evaluate((name) =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const used = sheet.getUsedRange().load("values,text");
      const all = sheet.charts.load("items/name,items/title/text");
      await context.sync();
      return { titles: all.items.map(({ title }) => title.text), text: used.text };
    }), SUMMARY);
  expect(before.map(({ title }) => title)).toEqual(cells.titles.map((title) => `Biểu đồ: ${title}`));
  // each line of a chart's figures stands so in a row of the sheet
  const rows = cells.text.map((row) => row.join("\t"));
  for (const { rows: figures } of before)
    for (const line of figures.slice(1)) expect(rows.filter((row) => `${row}\t`.includes(`${line.join("\t")}\t`))).not.toEqual([]);
  for (const [index, title] of cells.titles.entries()) {
    await goTo(SUMMARY, `A${cells.text.findIndex((line) => line.includes(title)) + 18}`);
    await picture(`charts-${index}`);
  }
  expect(await page.locator("#status").textContent()).toBe("");
}, LIMIT);

const SHEET = "Trang 1";
/** Where the first chart stands: on cells that hold nothing. */
const CLIP = { x: 480, y: 190, width: 250, height: 120 };

/** Writes figures into the first sheet and draws them in every kind. */
function drawAll(): Promise<void> {
  return opened.pane.evaluate(
    ([name, all]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(name);
        sheet.getRange("A1:D5").formulas = [
          ["", "Năm 2026", "Năm 2027", "Năm 2028"], ["Ngân sách trung ương", 1250.5, 900, "=B2+C2"], ["Ngân sách tỉnh", 800, "", 400],
          ["", -150, 250, 300], ["Vốn vay", 75, 80, 2000],
        ];
        sheet.getRange("B2:D5").numberFormat = Array.from({ length: 4 }, () => ["#,##0.0", "#,##0.0", "#,##0.0"]);
        sheet.freezePanes.freezeRows(1);
        for (const [at, kind] of all.entries()) {
          const round = kind === "Pie" || kind === "Doughnut";
          const chart = sheet.charts.add(kind, sheet.getRange(round ? "A2:B5" : "A1:D5"), "Columns");
          chart.title.text = `Kinh phí: ${kind}`;
          chart.series.getItemAt(0).setXAxisValues(sheet.getRange("A2:A5"));
          const row = 2 + 15 * Math.floor(at / 3);
          chart.setPosition(`${"FKP"[at % 3] ?? ""}${row}`, `${"JOT"[at % 3] ?? ""}${row + 13}`);
        }
        await context.sync();
      }),
    [SHEET, KINDS] as const,
  );
}

test("all kinds that our tables make are drawn, also beside blank names", async () => {
  await goTo(SHEET, "A1");
  expect(await ink(CLIP)).toBe(0);
  await drawAll();
  await charts().nth(KINDS.length - 1).waitFor({ state: "attached" });
  const [column] = await told();
  expect(column).toEqual({
    title: "Biểu đồ: Kinh phí: ColumnClustered",
    rows: [
      ["", "Năm 2026", "Năm 2027", "Năm 2028"], ["Ngân sách trung ương", "1.250,5", "900,0", "2.150,5"],
      ["Ngân sách tỉnh", "800,0", "", "400,0"], ["", "-150,0", "250,0", "300,0"], ["Vốn vay", "75,0", "80,0", "2.000,0"],
    ],
  });
  expect(await ink(CLIP)).toBeGreaterThan(200);
  await opened.picture("charts-kinds");
  await goTo(SHEET, "X45");
  await opened.picture("charts-scrolled");
}, LIMIT);

/** Runs a change of the first sheet as the pane would. */
function change(what: "type" | "hide" | "show" | "insert" | "take"): Promise<void> {
  return opened.pane.evaluate(
    ([name, asked]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(name);
        if (asked === "type") sheet.getRange("B2").values = [[2000]];
        else if (asked === "insert") sheet.getRange("3:3").insert("Down");
        else if (asked === "take") {
          const charts = sheet.charts.load("items");
          await context.sync();
          charts.items[0]?.delete();
        } else sheet.getRange("2:15").rowHidden = asked === "hide";
        await context.sync();
      }),
    [SHEET, what] as const,
  );
}

const figure = (row: number, col: number) => charts().first().locator("tr").nth(row).locator("th, td").nth(col);

test("charts follow their cells, are back after a reload, and go with their sheet", async () => {
  const { page, pane } = opened;
  await goTo(SHEET, "A1");
  await change("type");
  // the formula beside it follows, and the picture is drawn anew
  await figure(1, 3).getByText("2.900,0").waitFor({ state: "attached" });
  await change("hide");
  await charts().nth(KINDS.length - 4).waitFor({ state: "attached" });
  expect((await told()).map(({ title }) => title)).not.toContain("Biểu đồ: Kinh phí: ColumnClustered");
  expect(await charts().count()).toBe(KINDS.length - 3);
  await change("show");
  await charts().nth(KINDS.length - 1).waitFor({ state: "attached" });
  await change("insert");
  await figure(5, 0).getByText("Vốn vay").waitFor({ state: "attached" });
  await change("take");
  await charts().nth(KINDS.length - 1).waitFor({ state: "detached" });
  const before = await told();
  expect(before.map(({ title }) => title)[0]).toBe("Biểu đồ: Kinh phí: BarStacked");

  await untilKept(page, "plan-tables.mutation.remove-chart");
  await page.reload();
  await charts().nth(KINDS.length - 2).waitFor({ state: "attached" });
  expect(await told()).toEqual(before);
  await opened.picture("charts-reloaded");
  const again = page.frame({ name: "taskpane" }) ?? pane;
  await again.getByRole("radio").first().waitFor();
  await again.evaluate(
    (name) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).delete();
        await context.sync();
      }),
    SHEET,
  );
  await charts().first().waitFor({ state: "detached" });
}, LIMIT);

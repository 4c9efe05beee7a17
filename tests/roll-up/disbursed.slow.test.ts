import { expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import { schemas } from "../../src/cli/schema";
import { wordsOf } from "../../src/i18n";
import { DEFAULT_CHOICES, budgetTable } from "../../src/templates";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { amountOf, filled, paidOf, planOf, spending, type Spending } from "../support/budgets";
import { memoryIo } from "../support/memory-io";

const words = wordsOf("vi");

/** Units of which the first has ten times the amounts of the others, all with another share disbursed. */
const units: readonly { readonly all: Spending; readonly share: number }[] = [0.2, 0.9, 0.5].map((share, index) => {
  const small = spending({ items: 2, sources: 2, from: 2024, years: 2, units: 0 }, 100 + index);
  return { all: index === 0 ? { ...small, of: (...at) => small.of(...at) * 10 } : small, share };
});

async function workbook({ all, share }: (typeof units)[number]): Promise<Uint8Array> {
  const plan = planOf(all);
  const [budget] = plan.budgets;
  if (!budget) throw new Error("no budget");
  const spec = filled(
    budgetTable(
      plan, budget, { table: "budget1", sheet: "Biểu kinh phí" }, { ...DEFAULT_CHOICES, unit: "dong", disbursed: true }, words.templates,
    ),
    all,
  );
  const paid = new Map(paidCells(all, share));
  return writeXlsx([
    { ...spec, cells: spec.cells.map((row) => row.map((cell) => (typeof cell === "number" ? (paid.get(cell) ?? cell) : cell))) },
  ]);
}

/** What `filled` typed as disbursed in a cell of a year, with what this unit has. */
function paidCells(all: Spending, share: number): (readonly [number, number])[] {
  const places = [0, 1].flatMap((year) => [{ item: 0, year }, { item: 1, year }, { source: 0, year }, { source: 1, year }]);
  const own = paidOf(all);
  return places.map((place) => [amountOf(own, place), disbursedOf(all, share, place)] as const);
}

const disbursedOf = (all: Spending, share: number, place: Parameters<typeof amountOf>[1]): number =>
  amountOf({ ...all, of: (...at) => Math.floor(all.of(...at) * share) }, place);

test("amounts that were disbursed are added, and rates are those of the sums and no means of rates", async () => {
  const { io, files, out } = memoryIo();
  for (const [index, unit] of units.entries()) files.set(`xa/${index}.xlsx`, await workbook(unit));
  expect(await run(["summarize", "xa", "-o", "tong.xlsx", "--json", "--csv", "nguon.csv", "--date", "2026-06-01"], io)).toBe(0);
  const { figures, sources } = schemas.summarize.parse(JSON.parse(out.join("\n")));
  const figure = (code: string, column: string) => figures.find((one) => one.unit === "" && one.code === code && one.column === column);
  const sum = (place: Parameters<typeof amountOf>[1]): number =>
    units.reduce((total, { all, share }) => total + disbursedOf(all, share, place), 0);
  const planned = units.reduce((total, { all }) => total + amountOf(all, { item: 1 }), 0);
  expect(figure("A.2", "d2025")).toMatchObject({ value: sum({ item: 1, year: 1 }), year: 2025, units: 3, measure: "dong" });
  expect(figure("A.2", "dyears")).toMatchObject({ value: sum({ item: 1 }), year: null });
  const rate = Math.round((sum({ item: 1 }) / planned) * 1000) / 10;
  expect(figure("A.2", "rate")).toMatchObject({ value: rate, measure: "%", units: 3 });
  // the mean of the three rates is far from that
  expect(Math.abs(rate - 53.3)).toBeGreaterThan(10);
  expect(
    sources.filter(({ code, column }) => code === "A.2" && column === "d2025").map(({ value, cell }) => [value, cell.length > 1]),
  ).toEqual(units.map(({ all, share }) => [disbursedOf(all, share, { item: 1, year: 1 }), true]));
  expect(sources.some(({ column }) => column === "rate")).toBe(false);
  expect(new TextDecoder().decode(files.get("nguon.csv"))).toContain(",2025,d2025,");

  const book = await openXlsx(files.get("tong.xlsx") ?? new Uint8Array());
  const [snapshot] = await book.read([{ sheet: "Tổng hợp kinh phí", area: { row: 0, col: 0, rows: 40, cols: 20 } }]);
  const head = snapshot?.values.find((row) => row.includes(words.templates.budget.rate)) ?? [];
  expect(head).toEqual(expect.arrayContaining(["Giải ngân", "Tỷ lệ giải ngân (%)", "Giải ngân năm 2024", "Giải ngân năm 2025"]));
  const line = snapshot?.values.find((row) => row[1] === "Nội dung 2") ?? [];
  expect([line[head.indexOf("Giải ngân")], line[head.indexOf("Tỷ lệ giải ngân (%)")]]).toEqual([sum({ item: 1 }), rate]);
});

test("without anything disbursed there is no rate", async () => {
  const { io, files, out } = memoryIo();
  for (const [index, { all }] of units.entries()) {
    const plan = planOf(all);
    const [budget] = plan.budgets;
    if (!budget) throw new Error("no budget");
    files.set(
      `xa/${index}.xlsx`,
      await writeXlsx([
        budgetTable(
          plan, budget, { table: "budget1", sheet: "Biểu kinh phí" }, { ...DEFAULT_CHOICES, unit: "dong", disbursed: true },
          words.templates,
        ),
      ]),
    );
  }
  await run(["summarize", "xa", "-o", "tong.xlsx", "--json", "--date", "2026-06-01"], io);
  const { figures } = schemas.summarize.parse(JSON.parse(out.join("\n")));
  expect(figures.filter(({ column }) => column === "rate").every(({ value, units: given }) => value === null && given === 0)).toBe(true);
  const book = await openXlsx(files.get("tong.xlsx") ?? new Uint8Array());
  const [snapshot] = await book.read([{ sheet: "Tổng hợp kinh phí", area: { row: 0, col: 0, rows: 10, cols: 20 } }]);
  expect(snapshot?.values.flat()).not.toContain(words.templates.budget.rate);
});

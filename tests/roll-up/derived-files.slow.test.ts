import { expect, test } from "@jest/globals";
import { DEFAULT_OPTIONS, createSpecs } from "../../src/app";
import { run } from "../../src/cli/program";
import { schemas } from "../../src/cli/schema";
import { wordsOf } from "../../src/i18n";
import { SUMMARY_NAME } from "../../src/templates";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { memoryIo } from "../support/memory-io";

const words = wordsOf("vi");
const tables = (): Promise<Uint8Array> =>
  writeXlsx(createSpecs({ ...DEFAULT_OPTIONS, plan: "lai-chau-2021-2025", kinds: ["budget"] }, words));
const sheets = async (bytes: Uint8Array | undefined): Promise<string[]> =>
  (await (await openXlsx(bytes ?? new Uint8Array())).outline()).sheets.map(({ name }) => name);

async function world(units: readonly string[]) {
  const memory = memoryIo();
  for (const unit of units) memory.files.set(`tinh/${unit}.xlsx`, await tables());
  const command = async (...args: string[]): Promise<string[]> => {
    memory.out.length = 0;
    expect(await run(args, memory.io)).toBe(0);
    return memory.out;
  };
  return { ...memory, command };
}

test("a roll-up, a summary and a report within the folder are no units, and are told", async () => {
  const { files, command, errors } = await world(["Xã A", "Xã B"]);
  expect((await command("summarize", "tinh", "-o", "tinh/tong-hop.xlsx")).join(" ")).toContain("2/2 đơn vị");
  await command("summarize", "tinh/Xã A.xlsx", "-o", "tinh/Xã A/tom-tat.xlsx");
  await command("check", "tinh/Xã A.xlsx", "--report", "tinh/ket-qua.xlsx");
  await command("plans", "--compare", "-o", "tinh/so-sanh.xlsx");
  const again = (await command("summarize", "tinh", "-o", "lan-hai.xlsx")).join(" ");
  expect(again).toContain("2/2 đơn vị");
  for (const file of ["tong-hop", "Xã A/tom-tat", "ket-qua", "so-sanh"]) expect(again).toContain(`tinh/${file}.xlsx`);
  const [units] = await (
    await openXlsx(files.get("lan-hai.xlsx") ?? new Uint8Array())
  ).read([{ sheet: "Đơn vị", area: { row: 0, col: 0, rows: 40, cols: 9 } }]);
  const text = JSON.stringify(units?.values);
  expect(text).toContain("Bỏ qua 4 tệp");
  expect(text).not.toContain(words.rollUp.states["no-tables"]);

  const { units: known } = schemas.summarize.parse(
    JSON.parse((await command("summarize", "tinh", "-o", "lan-ba.xlsx", "--json")).join("\n")),
  );
  expect(known.map(({ unit }) => unit)).toEqual(["Xã A", "Xã B"]);
  expect(errors.join(" ")).toContain("Bỏ qua 4 tệp");
});

test("a workbook with tables and their summary is a unit", async () => {
  const { files, command } = await world(["Xã A", "Xã B"]);
  const own = createSpecs({ ...DEFAULT_OPTIONS, plan: "lai-chau-2021-2025", kinds: ["budget"] }, words);
  const [first] = own;
  if (!first) throw new Error("no table");
  const summary = {
    ...first,
    name: "Tổng hợp",
    names: [{ name: SUMMARY_NAME, area: { row: 0, col: 0, rows: 1, cols: 1 } }],
    charts: [],
    validations: [],
    conditionalFormats: [],
  };
  files.set("tinh/Xã B.xlsx", await writeXlsx([...own, summary]));
  expect((await command("summarize", "tinh", "-o", "a.xlsx")).join(" ")).toMatch(/2\/2 đơn vị(?!.*Bỏ qua)/);
});

test("one unit's file beside its summary is still summarised, not rolled up", async () => {
  const { files, command } = await world(["Xã A"]);
  await command("summarize", "tinh", "-o", "tinh/tong-hop.xlsx");
  expect((await command("summarize", "tinh", "-o", "lan-hai.xlsx")).join(" ")).toContain("Bỏ qua 1 tệp");
  expect(await sheets(files.get("lan-hai.xlsx"))).toEqual([words.summary.sheet]);
});

test("of what was made of tables alone nothing is made", async () => {
  const { files, io, errors, command } = await world(["Xã A", "Xã B"]);
  await command("summarize", "tinh", "-o", "tong-hop.xlsx");
  expect(await run(["summarize", "tong-hop.xlsx", "-o", "b.xlsx"], io)).toBe(2);
  expect(errors).toEqual([words.rollUp.passed(["tong-hop.xlsx"])]);
  expect(files.has("b.xlsx")).toBe(false);
});

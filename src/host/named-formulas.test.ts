import { afterEach, expect, test } from "@jest/globals";
import { SetDefinedNameMutation } from "@univerjs/engine-formula";
import { createEngine, type Engine } from "./engine";

const engines: Engine[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

/** A workbook with 1, 2 and 3 in A1:A3 of its first sheet, 10, 20 and 30 of its second one, and formulas in column B of the first. */
async function opened(names: Readonly<Record<string, string>>, formulas: readonly string[]): Promise<Engine> {
  const engine = createEngine({ name: "x", sheets: ["Một", "Hai"] });
  engines.push(engine);
  for (const [index, sheet] of engine.workbook.getSheets().entries())
    sheet.getRange("A1:A3").setValues([1, 2, 3].map((x) => [x * 10 ** index]));
  for (const [name, meaning] of Object.entries(names)) engine.workbook.insertDefinedName(name, meaning);
  for (const [row, f] of formulas.entries()) engine.workbook.getActiveSheet().getRange(row, 1).setValue({ f });
  await engine.settled();
  return engine;
}

/** What the first cells of column B show. */
async function shown(engine: Engine, from = 1): Promise<unknown[]> {
  await engine.settled();
  const sheet = engine.workbook.getActiveSheet();
  return [0, 1, 2].map((row) => sheet.getRange(`B${from + row}`).getRawValue()).filter((value) => value !== null);
}

const give = (engine: Engine, name: string, meaning: string): void =>
  engine.workbook.getDefinedNames().find((defined) => defined.getName() === name)?.setFormula(meaning);

test("a formula follows a name that is given to other cells, in whichever case it is written, and what needs it follows too", async () => {
  const engine = await opened({ ten: "Một!$A$1" }, ["=ten*10", "=B1+1", "=SUM(TEN)+COUNTA(\"ten\")"]);
  expect(await shown(engine)).toEqual([10, 11, 2]);
  give(engine, "ten", "Một!$A$3");
  expect(await shown(engine)).toEqual([30, 31, 4]);
});

test("a formula follows a name that a row above moves", async () => {
  const engine = await opened({ ten: "Một!$A$1:$A$3" }, ["=SUM(ten)"]);
  engine.workbook.getActiveSheet().insertRows(0, 1);
  expect(await shown(engine, 2)).toEqual([6]);
  engine.workbook.getActiveSheet().getRange("A3").setValue(7);
  expect(await shown(engine, 2)).toEqual([11]);
});

test("a name of a name, of a number and of a formula stands for what it stands for now", async () => {
  const engine = await opened({ trong: "Một!$A$2", ngoai: "trong*2", he_so: "0.5" }, ["=ngoai^2", "=he_so*4", "=Hai!A1*he_so"]);
  expect(await shown(engine)).toEqual([16, 2, 5]);
  give(engine, "trong", "Hai!$A$1");
  give(engine, "he_so", "=Một!$A$3-1");
  expect(await shown(engine)).toEqual([400, 8, 20]);
});

test("names of one workbook mean nothing in another one", async () => {
  const formulas = ["=ten_chung*10"];
  expect(await shown(await opened({ ten_chung: "Một!$A$1" }, formulas))).toEqual([10]);
  expect(await shown(await opened({ ten_chung: "Hai!$A$3" }, formulas))).toEqual([300]);
  const without = await opened({}, formulas);
  expect(await shown(without)).toEqual(["#NAME?"]);
  without.workbook.insertDefinedName("ten_chung", "Một!$A$2");
  expect(await shown(without)).toEqual([20]);
});

test("a name of a sheet counts on that sheet, before that of the workbook", async () => {
  const engine = await opened({ ten: "Một!$A$3" }, []);
  const [first, second] = engine.workbook.getSheets();
  engine.commands.syncExecuteCommand(SetDefinedNameMutation.id, {
    unitId: engine.workbook.getId(), id: "rieng", name: "Ten", formulaOrRefString: "Hai!$A$2", localSheetId: second?.getSheetId(),
  });
  for (const sheet of [first, second]) sheet?.getRange("C1").setValue({ f: "=ten*10" });
  first?.getRange("C2").setValue({ f: "=Hai!ten*10" });
  await engine.settled();
  expect([first?.getRange("C1"), first?.getRange("C2"), second?.getRange("C1")].map((cell) => cell?.getRawValue())).toEqual([30, 200, 200]);
});

test("a name that needs itself is no name", async () => {
  const engine = await opened({ vong: "vong+1" }, ["=vong", "=A1"]);
  expect(await shown(engine)).toEqual(["#NAME?", 1]);
});

test("two minus signs behind an operator change nothing, and a formula keeps them as it was typed", async () => {
  const engine = await opened({}, ["=2*--A3", "=1+--A2", "=A3---A1"]);
  expect(await shown(engine)).toEqual([6, 3, 2]);
  expect(engine.workbook.getActiveSheet().getRange("B1").getFormula()).toBe("=2*--A3");
});

import { afterEach, describe, expect, it } from "@jest/globals";
import { type IStyleData } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import {
  AddConditionalRuleMutation, CFRuleType, CFSubRuleType, ConditionalFormattingViewModel,
} from "@univerjs/sheets-conditional-formatting";
import fc from "fast-check";
import { createEngine, type Engine } from "./engine";
import { takeSnapshot, workbookOf } from "./log";

let engines: Engine[] = [];
const opened = (engine: Engine): Engine => (engines.push(engine), engine);

afterEach(() => {
  for (const engine of engines) engine.dispose();
  engines = [];
});

const SHEETS = { name: "x", sheets: ["Một", "Hai"] };

function addRule(engine: Engine, cfId: string, formula: string, areas: readonly string[], style: IStyleData): void {
  const sheet = engine.workbook.getSheetByName("Một");
  engine.commands.syncExecuteCommand(AddConditionalRuleMutation.id, {
    unitId: engine.workbook.getId(),
    subUnitId: sheet?.getSheetId(),
    rule: {
      cfId,
      ranges: areas.map((area) => sheet?.getRange(area).getRange()),
      stopIfTrue: false,
      rule: { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: formula, style },
    },
  });
}

/** The rules that hold for a cell. */
function holding(engine: Engine, cell: string): string[] {
  const sheet = engine.workbook.getSheetByName("Một");
  const range = sheet?.getRange(cell);
  const found = engine.injector
    .get(ConditionalFormattingViewModel)
    .getCellCfs(engine.workbook.getId(), sheet?.getSheetId() ?? "", range?.getRow() ?? 0, range?.getColumn() ?? 0);
  return (found ?? []).filter(({ result }) => Object.keys((result ?? {}) as object).length > 0).map(({ cfId }) => cfId);
}

/** Answers when the screen has been told that rules may hold for other cells. */
async function told(engine: Engine): Promise<void> {
  await engine.settled();
  await new Promise<void>((done) => {
    const watched = engine.injector.get(ConditionalFormattingViewModel).markDirty$.subscribe(() => {
      watched.unsubscribe();
      setTimeout(done, 0);
    });
  });
}

async function type(engine: Engine, sheet: string, cells: Readonly<Record<string, number | string>>): Promise<void> {
  for (const [cell, value] of Object.entries(cells)) engine.workbook.getSheetByName(sheet)?.getRange(cell).setValue(value);
  await told(engine);
}

describe("formulas of conditional formats", () => {
  it("hold where they hold, from the first cell of the areas on, and anew after each change", async () => {
    const engine = opened(createEngine(SHEETS));
    addRule(engine, "beside", "=$A2>B2", ["D5:E6", "B2:C3"], { bl: 1 });
    addRule(engine, "sum", "=SUM(Hai!$A$1:$A$3)=AVERAGE($A$2:$A$3)", ["B2"], { it: 1 });
    await type(engine, "Một", { A2: 2, B2: 1, C2: 3, A3: "=A2*2", B3: 4, C3: 3, A5: 1, D5: 2, E6: -1 });
    expect(["B2", "C2", "B3", "C3", "D5", "E5", "D6", "E6"].map((cell) => holding(engine, cell))).toEqual([
      ["beside"], [], [], ["beside"], [], ["beside"], [], ["beside"],
    ]);
    await type(engine, "Một", { A2: 5, E6: 1 });
    expect(["B2", "C2", "B3", "C3"].filter((cell) => holding(engine, cell).length === 0)).toEqual([]);
    expect(holding(engine, "E6")).toEqual([]);
    await type(engine, "Hai", { A1: 7, A2: 0.5 });
    expect(holding(engine, "B2")).toEqual(["sum", "beside"]);
  });

  it("hold for rules of a snapshot", async () => {
    const first = opened(createEngine(SHEETS));
    addRule(first, "more", "=B2>1", ["B2:B3"], { bl: 1 });
    await type(first, "Một", { B2: 2, B3: 1 });
    const second = opened(createEngine({ data: workbookOf(takeSnapshot(first)) }));
    await second.settled();
    expect([holding(second, "B2"), holding(second, "B3")]).toEqual([["more"], []]);
  });

  it("do not hold where they fail", async () => {
    const engine = opened(createEngine(SHEETS));
    for (const formula of ["=1/0", "=NOSUCH(1)", '="x"', "=0", "=ISNUMBER(A1:A2)*0"]) addRule(engine, formula, formula, ["B2"], { bl: 1 });
    addRule(engine, "two", "=2", ["B2"], { bl: 1 });
    await type(engine, "Một", { B2: 2 });
    expect(holding(engine, "B2")).toEqual(["two"]);
  });

  it("leave what is calculated alone, whenever somebody looks", async () => {
    const engine = opened(createEngine(SHEETS));
    addRule(engine, "sum", "=SUM($B$1:$B$260)>0", ["A1:A3"], { bl: 1 });
    const sheet = engine.workbook.getSheetByName("Một");
    const looks = setInterval(() => holding(engine, "A1"), 0);
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), async (numbers) => {
          engine.commands.syncExecuteCommand(SetRangeValuesMutation.id, {
            unitId: engine.workbook.getId(),
            subUnitId: sheet?.getSheetId(),
            cellValue: Object.fromEntries(
              Array.from({ length: 260 }, (_, row) => [
                row,
                { 1: { f: row === 0 ? `=C1` : `=B${row}+C${row + 1}` }, 2: { v: numbers[row] ?? 0 }, 3: { f: `=SUM(B$1:B${row + 1})` } },
              ]),
            ),
          });
          await told(engine);
          const sums = numbers.map((_, at) => numbers.slice(0, at + 1).reduce((all, one) => all + one, 0));
          const last = sums[2] ?? 0;
          const all = sums.reduce((sum, one) => sum + one, 0) + 257 * last;
          expect([sheet?.getRange("B260").getRawValue(), sheet?.getRange("D260").getRawValue()]).toEqual([last, all]);
          expect(holding(engine, "A3")).toEqual(all > 0 ? ["sum"] : []);
        }),
        { numRuns: 3 },
      );
    } finally {
      clearInterval(looks);
    }
  });
});

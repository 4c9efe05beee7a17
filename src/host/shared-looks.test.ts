import { afterAll, expect, it } from "@jest/globals";
import { CellValueType, type ICellData, type IStyleData } from "@univerjs/core";
import { SetRangeValuesMutation, SetStyleCommand } from "@univerjs/sheets";
import fc from "fast-check";
import { createEngine } from "./engine";

const engine = createEngine({ name: "x", sheets: ["Một", "Hai"] });

afterAll(() => engine.dispose());

const CONTENTS: readonly ICellData[] = [
  { v: 5, t: CellValueType.NUMBER },
  { v: 1, t: CellValueType.BOOLEAN },
  { v: "001", t: CellValueType.FORCE_STRING },
  { v: "chữ", t: CellValueType.STRING },
  { v: "7" },
  { f: "=A1+1" },
  { custom: { locked: false } },
  { s: { bl: 1, bd: { t: { s: 1, cl: { rgb: "#000000" } } } } },
  { p: { id: "d", documentStyle: {}, body: { dataStream: "đậm\r\n", textRuns: [{ st: 0, ed: 3, ts: { bl: 1 } }] } } },
];

const style: fc.Arbitrary<IStyleData> = fc.record(
  {
    bl: fc.constantFrom(0, 1),
    bg: fc.constantFrom(null, { rgb: "#FFFF00" }),
    n: fc.constantFrom(null, { pattern: "@" }, { pattern: "#,##0" }),
    bd: fc.constantFrom<IStyleData["bd"][]>({ t: null }, { b: { s: 1, cl: { rgb: "#FF0000" } } }, {}),
  },
  { requiredKeys: [] },
);

/** Looks as a change of them gives them to cells; the type is that of some of the cells only. */
const looks: fc.Arbitrary<ICellData> = fc.record(
  {
    s: fc.option(style),
    custom: fc.constantFrom<ICellData["custom"][]>(null, {}, { locked: false }),
    t: fc.constantFrom(CellValueType.NUMBER, CellValueType.STRING),
  },
  { requiredKeys: [] },
);

const SIZE = 12;

it("makes of cells what the engine makes of each by itself, however many share a change", () => {
  const cells = fc.array(fc.constantFrom(null, ...CONTENTS), { minLength: SIZE, maxLength: SIZE });
  const change = fc.tuple(fc.array(looks, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(3), { minLength: SIZE, maxLength: SIZE }));
  fc.assert(
    fc.property(cells, fc.array(change, { minLength: 1, maxLength: 4 }), (contents, changes) => {
      const made = ["Một", "Hai"].map((name) => {
        const sheet = engine.workbook.getSheetByName(name);
        const set = (line: readonly (ICellData | null | undefined)[], more: object) =>
          engine.commands.syncExecuteCommand(SetRangeValuesMutation.id, {
            unitId: engine.workbook.getId(),
            subUnitId: sheet?.getSheetId(),
            cellValue: { 0: Object.fromEntries([...line.entries()].filter(([, cell]) => cell !== undefined)) },
            ...more,
          });
        set(contents.map(() => null), {});
        set(structuredClone(contents.map((content) => content ?? undefined)), {});
        for (const [shared, which] of changes) {
          const line = which.map((one) => shared[one]);
          set(name === "Một" ? line : line.map((one) => one && structuredClone(one)), { trigger: SetStyleCommand.id });
        }
        return structuredClone(sheet?.getSheet().getCellMatrix().getMatrix());
      });
      expect(made[0]).toEqual(made[1]);
    }),
  );
});

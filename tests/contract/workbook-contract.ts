import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Area, CellInput, CellValue, SheetSnapshot, SheetSpec } from "../../src/sheet";
import { MAX_COLS, MAX_ROWS, sheetName, specArea } from "../../src/sheet";
import type { Workbook } from "../../src/workbook/port";
import { failureOf } from "./failure-of";
import { budgetSheet, plainSheet } from "./sheets";

/** A workbook to try the contract on, and how it is put away. */
export interface OpenWorkbook {
  readonly workbook: Workbook;
  dispose(): Promise<void>;
}

/** Text that a spreadsheet would gladly take for something else; not "#REF!", which Excel's values do not tell from the error. */
const TRICKY_TEXT = [
  "=1+1", "+84", "-", "-5", "@SUM(A1)", "1.10", "007", "1/2", "12,5%", "TRUE", "1e5", "'quoted", " a  b ", "a\nb", "<&>\"", "_x0041_", "1.234", "ế\u0301", "😀",
];

/** Numbers that have to come back to the last bit. */
const NUMBERS = [0, -1, 0.1 + 0.2, 275_556, 2.5e15, Number.MAX_SAFE_INTEGER, 1e-7, 24.4];

/** What every side of the workbook does alike; `open` gives a fresh workbook each time. */
export function workbookContract(name: string, open: () => Promise<OpenWorkbook>): void {
  describe(`Workbook: ${name}`, () => {
    let workbook: Workbook;
    let dispose: () => Promise<void>;

    beforeEach(async () => {
      const opened = await open();
      workbook = opened.workbook;
      dispose = () => opened.dispose();
    });

    afterEach(() => dispose());

    const readAll = async (sheet: string, area: Area): Promise<SheetSnapshot> => {
      const [snapshot] = await workbook.read([{ sheet, area }]);
      if (!snapshot) throw new Error("no snapshot");
      return snapshot;
    };

    const sheetNames = async (): Promise<string[]> => (await workbook.outline()).sheets.map((sheet) => sheet.name);

    test("no areas and no specs are answered with nothing", async () => {
      const before = await workbook.outline();
      expect(await workbook.read([])).toEqual([]);
      expect(await workbook.addSheets([])).toEqual([]);
      expect(await workbook.outline()).toEqual(before);
    });

    test("new sheets stand at the end, visible, with ids of their own", async () => {
      const before = await sheetNames();
      const added = await workbook.addSheets([plainSheet("Một", [[1]]), plainSheet("Hai", [[2]])]);
      expect(added.map(({ name: sheet, visible }) => ({ sheet, visible }))).toEqual([
        { sheet: "Một", visible: true },
        { sheet: "Hai", visible: true },
      ]);
      expect(new Set(added.map((sheet) => sheet.id)).size).toBe(2);
      const { sheets } = await workbook.outline();
      expect(sheets.map((sheet) => sheet.name)).toEqual([...before, "Một", "Hai"]);
      expect(sheets.slice(-2)).toEqual(added);
    });

    test("numbers, booleans and blanks come back as they were written", async () => {
      const rows: CellInput[][] = [NUMBERS, [true, false, null, ""]];
      const spec = plainSheet("Số", rows);
      await workbook.addSheets([spec]);
      const { values, formulas, unevaluated } = await readAll("Số", specArea(spec));
      expect(values).toEqual([NUMBERS, [true, false, ...NUMBERS.slice(2).map(() => null)]]);
      expect(formulas.flat().every((formula) => formula === null)).toBe(true);
      expect(unevaluated).toEqual([]);
    });

    test("text stays text, whatever it looks like", async () => {
      const spec = plainSheet("Chữ", TRICKY_TEXT.map((text) => [text]));
      await workbook.addSheets([spec]);
      const { values, formulas } = await readAll("Chữ", specArea(spec));
      expect(values.flat()).toEqual(TRICKY_TEXT);
      expect(formulas.flat().every((formula) => formula === null)).toBe(true);
    });

    test("formulas come back with the values that they have", async () => {
      const cases: [string, CellValue][] = [
        ["=SUM(A1:A4)", 275_456],
        ["=A1+A2*2-A3/2", 155_305],
        ["=ROUND(A1/A2,2)", 0.5],
        ["=IF(A1>=A2,\"lớn\",\"nhỏ\")", "nhỏ"],
        ["=COUNT(A1:B4)", 5],
        ["=COUNTA(A1:B5)", 8],
        ["=AND(A1<A2,OR(A3=0,ISNUMBER(A4)))", true],
        ["=NUMBERVALUE(\"1.234,5\",\",\",\".\")", 1234.5],
        ["=LEFT(B1,3)&MID(B1,4,2)", "Vốn t"],
        ["=IFERROR(1/0,-1)", -1],
        ["=SUMIF(B1:B4,\"x\",A1:A4)", 163_600],
        ["=MAX(A1:A4)-MIN(A1:A4)", 44_935],
        ["=A1=A2", false],
        ["=A5", 0],
        ["=1/0", { error: "#DIV/0!" }],
        ["=NA()", { error: "#N/A" }],
      ];
      const data: CellInput[][] = [[39_705, "Vốn tỉnh"], [78_960, "x"], [84_640, "x"], [72_151, 12.5]];
      const spec = plainSheet("Công thức", [...data, [], ...cases.map(([formula]) => [{ formula }])]);
      await workbook.addSheets([spec]);
      const { values, formulas, unevaluated } = await readAll("Công thức", { row: 5, col: 0, rows: cases.length, cols: 1 });
      expect(formulas.flat()).toEqual(cases.map(([formula]) => formula));
      expect(values.flat()).toEqual(cases.map(([, value]) => value));
      expect(unevaluated).toEqual([]);
    });

    test("formulas reach other sheets, those with quotes and spaces in their names too, and each other", async () => {
      const other = "Biểu 'A' số 1";
      const specs = [
        plainSheet("Tổng hợp", [[{ formula: "='Biểu ''A'' số 1'!A3*2" }, { formula: "=A1+1" }]]),
        plainSheet(other, [[100], [200], [{ formula: "=A1+A2" }]]),
      ];
      await workbook.addSheets(specs);
      const snapshots = await workbook.read([
        { sheet: other, area: { row: 2, col: 0, rows: 1, cols: 1 } },
        { sheet: "Tổng hợp", area: { row: 0, col: 0, rows: 1, cols: 2 } },
      ]);
      expect(snapshots.map((snapshot) => [snapshot.sheet, snapshot.values])).toEqual([
        [other, [[300]]],
        ["Tổng hợp", [[600, 601]]],
      ]);
      expect(snapshots[1]?.formulas[0]?.[0]).toBe("='Biểu ''A'' số 1'!A3*2");
    });

    test("an area beyond what is written is filled with blanks", async () => {
      await workbook.addSheets([plainSheet("Nhỏ", [[1, 2], [3, 4]])]);
      const area = { row: 1, col: 1, rows: 3, cols: 2 };
      const snapshot = await readAll("Nhỏ", area);
      expect(snapshot.sheet).toBe("Nhỏ");
      expect(snapshot.area).toEqual(area);
      expect(snapshot.values).toEqual([[4, null], [null, null], [null, null]]);
      expect(snapshot.formulas).toEqual([[null, null], [null, null], [null, null]]);
    });

    test("an area that reaches the last row or column is cut to the cells in use", async () => {
      await workbook.addSheets([plainSheet("Cả biểu", [[], [null, "a", { formula: "=1+1" }], [null, null, null], [null, 5]]), plainSheet("Trống", [[]])]);
      const whole = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };
      const [all, below, empty] = await workbook.read([
        { sheet: "Cả biểu", area: whole },
        { sheet: "Cả biểu", area: { row: 2, col: 0, rows: MAX_ROWS - 2, cols: 3 } },
        { sheet: "Trống", area: whole },
      ]);
      expect(all?.area).toEqual({ row: 1, col: 1, rows: 3, cols: 2 });
      expect(all?.values).toEqual([["a", 2], [null, null], [5, null]]);
      expect(below?.area).toEqual({ row: 3, col: 1, rows: 1, cols: 1 });
      expect(below?.values).toEqual([[5]]);
      expect(empty?.area).toEqual({ row: 0, col: 0, rows: 1, cols: 1 });
      expect(empty?.values).toEqual([[null]]);
    });

    test("a list that a validation cannot hold is refused: nothing is written", async () => {
      const before = await workbook.outline();
      const list = (values: string[]): Partial<SheetSpec> => ({
        validations: [{ area: { row: 0, col: 0, rows: 1, cols: 1 }, rule: { kind: "list", values }, alert: "stop", errorTitle: "a", errorMessage: "b" }],
      });
      for (const values of [["a, b"], ["x".repeat(256)]]) {
        const failure = await failureOf(workbook.addSheets([plainSheet("Mới", [[1]]), plainSheet("Mới 2", [[1]], list(values))]));
        expect(failure.code).toBe("not-supported");
      }
      expect(await workbook.outline()).toEqual(before);
    });

    test("a table with all that a sheet can have is read back, names and their areas too", async () => {
      const spec = budgetSheet("Kinh phí 2021-2025");
      await workbook.addSheets([spec]);
      const { values, formulas } = await readAll(spec.name, specArea(spec));
      expect(values[4]).toEqual(["1", "Điều tra và rà soát", 39_705, 20_000, 19_705]);
      expect(values[7]).toEqual([null, "Tổng số", 203_305, 60_000, 58_665]);
      expect(formulas[7]).toEqual([null, null, "=SUM(C5:C7)", "=SUM(D5:D7)", "=SUM(E5:E7)"]);
      expect(values[9]?.[2]).toBe(0);
      expect((await workbook.outline()).names).toContainEqual({
        name: "PT.budget.amount",
        scope: null,
        refersTo: { sheet: spec.name, area: { row: 4, col: 2, rows: 3, cols: 1 } },
      });
    });

    test("a name in a formula is the area that it names", async () => {
      const names = [{ name: "pt_amounts", area: { row: 0, col: 0, rows: 3, cols: 1 } }];
      await workbook.addSheets([plainSheet("Tên", [[1], [2], [4], [{ formula: "=SUM(pt_amounts)" }]], { names })]);
      const { values, formulas } = await readAll("Tên", { row: 3, col: 0, rows: 1, cols: 1 });
      expect(formulas).toEqual([["=SUM(pt_amounts)"]]);
      expect(values).toEqual([[7]]);
    });

    test("a sheet that is not there is said to be gone", async () => {
      await workbook.addSheets([plainSheet("Có", [[1]])]);
      const area = { row: 0, col: 0, rows: 1, cols: 1 };
      const failure = await failureOf(workbook.read([{ sheet: "Có", area }, { sheet: "Không có", area }]));
      expect(failure).toEqual({ code: "sheet-gone", data: { sheet: "Không có" } });
    });

    test.each<[string, string, string]>([
      ["a sheet name in other case", "KINH PHÍ", "KINH PHÍ"],
      ["a sheet name as it stands", "Kinh phí", "Kinh phí"],
    ])("%s that is taken: all or none", async (_, wanted, said) => {
      await workbook.addSheets([plainSheet("Kinh phí", [[1]])]);
      const before = await workbook.outline();
      const failure = await failureOf(workbook.addSheets([plainSheet("Mới", [[1]]), plainSheet(wanted, [[2]])]));
      expect(failure).toEqual({ code: "name-taken", data: { name: said } });
      expect(await workbook.outline()).toEqual(before);
      expect((await readAll("Kinh phí", { row: 0, col: 0, rows: 1, cols: 1 })).values).toEqual([[1]]);
    });

    test("a defined name that is taken, in the workbook or twice in the call: all or none", async () => {
      const named = (name: string): { names: { name: string; area: Area }[] } => ({ names: [{ name, area: { row: 0, col: 0, rows: 1, cols: 1 } }] });
      await workbook.addSheets([plainSheet("Cũ", [[1]], named("pt_total"))]);
      const before = await workbook.outline();
      const again = await failureOf(workbook.addSheets([plainSheet("Mới", [[1]]), plainSheet("Mới 2", [[2]], named("PT_TOTAL"))]));
      expect(again).toEqual({ code: "name-taken", data: { name: "PT_TOTAL" } });
      const twice = await failureOf(workbook.addSheets([plainSheet("Mới", [[1]], named("pt_x")), plainSheet("Mới 2", [[2]], named("pt_x"))]));
      expect(twice).toEqual({ code: "name-taken", data: { name: "pt_x" } });
      expect(await workbook.outline()).toEqual(before);
    });

    test("two new sheets of one name in a call: none is made", async () => {
      const before = await workbook.outline();
      const failure = await failureOf(workbook.addSheets([plainSheet("Đôi", [[1]]), plainSheet("đôi", [[2]])]));
      expect(failure).toEqual({ code: "name-taken", data: { name: "đôi" } });
      expect(await workbook.outline()).toEqual(before);
    });

    test("what is hidden and merged is told to those who ask", async () => {
      const spec = budgetSheet("Kinh phí");
      const [first, second, ...others] = spec.columns;
      if (!first || !second) throw new Error("a table of two columns at least");
      await workbook.addSheets([{ ...spec, columns: [{ ...first, hidden: true }, second, ...others.map((column) => ({ ...column, hidden: true }))] }, plainSheet("Trống", [])]);
      const whole = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };
      const part = { row: 3, col: 1, rows: 4, cols: 3 };
      const [all, some, none] = await workbook.read([{ sheet: "Kinh phí", area: whole }, { sheet: "Kinh phí", area: part }, { sheet: "Trống", area: whole }], { layout: true });
      const sorted = (merges: readonly Area[] | undefined) => merges?.map((merge) => JSON.stringify([merge.row, merge.col, merge.rows, merge.cols])).sort();
      expect(all?.hidden).toEqual({ rows: [], cols: [0, 2, 3, 4] });
      expect(sorted(all?.merges)).toEqual(sorted(spec.merges));
      // Two of them begin a row above the part.
      expect(some?.hidden).toEqual({ rows: [], cols: [2, 3] });
      expect(sorted(some?.merges)).toEqual(sorted([{ row: 2, col: 1, rows: 2, cols: 1 }, { row: 2, col: 2, rows: 2, cols: 1 }]));
      expect([none?.hidden, none?.merges]).toEqual([{ rows: [], cols: [] }, []]);
      const [unasked] = await workbook.read([{ sheet: "Kinh phí", area: part }]);
      expect([unasked?.hidden, unasked?.merges]).toEqual([undefined, undefined]);
    });

    test("a course hears how far the work is, up to the whole of it", async () => {
      const shares: number[] = [];
      const course = { progress: (share: number) => void shares.push(share) };
      await workbook.addSheets([plainSheet("Một", [[1]]), plainSheet("Hai", [[2]])], course);
      expect(shares.at(-1)).toBe(1);
      shares.length = 0;
      await workbook.read(["Một", "Hai"].map((sheet) => ({ sheet, area: { row: 0, col: 0, rows: 1, cols: 1 } })), course);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
    });

    test("a course that asks to stop is obeyed, and nothing is left", async () => {
      await workbook.addSheets([plainSheet("Một", [[1]])]);
      const before = await workbook.outline();
      const stop = { stopped: () => true };
      expect(await failureOf(workbook.addSheets([plainSheet("Hai", [[2]], { names: [{ name: "pt_two", area: { row: 0, col: 0, rows: 1, cols: 1 } }] })], stop))).toEqual({ code: "stopped", data: {} });
      expect(await failureOf(workbook.read([{ sheet: "Một", area: { row: 0, col: 0, rows: 1, cols: 1 } }], stop))).toEqual({ code: "stopped", data: {} });
      expect(await workbook.outline()).toEqual(before);
    });

    test("sheetName gives a name that is taken by the workbook", async () => {
      await workbook.addSheets([plainSheet("Biểu 1", [[1]])]);
      const free = sheetName("Biểu 1", await sheetNames());
      const [added] = await workbook.addSheets([plainSheet(free, [[2]])]);
      expect(added?.name).toBe("Biểu 1 (2)");
      expect((await readAll(free, { row: 0, col: 0, rows: 1, cols: 1 })).values).toEqual([[2]]);
    });
  });
}

import type { Area, SheetSpec } from "../sheet";
import { MAX_COLS, MAX_ROWS, specArea } from "../sheet";
import { budget, FORMULA_DATA, FORMULAS, formulas, hidden, looking, NUMBERS, numbers, quoted, texts, TRICKY_TEXT } from "./contract-sheets";
import type { ContractCase, ContractStep } from "./contract-types";
import { plainSheet } from "./sheets";

const A1: Area = { row: 0, col: 0, rows: 1, cols: 1 };
const WHOLE: Area = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };

function blanks(rows: number, cols: number): null[][] {
  return Array.from({ length: rows }, () => Array.from({ length: cols }, () => null));
}

function named(name: string): Partial<SheetSpec> {
  return { names: [{ name, area: A1 }] };
}

function listed(values: readonly string[]): Partial<SheetSpec> {
  return { validations: [{ area: A1, rule: { kind: "list", values }, alert: "stop", errorTitle: "a", errorMessage: "b" }] };
}

/** What every side of the workbook does alike. Each case begins with a workbook that has none of its sheets and names. */
export const CONTRACT: readonly ContractCase[] = [
  { id: "nothing", steps: [{ add: [] }, { read: [], gives: [] }] },
  { id: "new-sheets", steps: [{ add: [plainSheet("Một", [[1]]), plainSheet("Hai", [[2]])] }, { add: [plainSheet("Ba", [[3]])] }] },
  {
    id: "numbers",
    steps: [
      { add: [numbers] },
      {
        read: [{ sheet: "Số", area: specArea(numbers) }],
        gives: [
          { values: [NUMBERS, [true, false, ...NUMBERS.slice(2).map(() => null)]], formulas: blanks(2, NUMBERS.length), unevaluated: [] },
        ],
      },
    ],
  },
  {
    id: "texts",
    steps: [
      { add: [texts] },
      {
        read: [{ sheet: "Chữ", area: specArea(texts) }],
        gives: [{ values: TRICKY_TEXT.map((text) => [text]), formulas: blanks(TRICKY_TEXT.length, 1) }],
      },
    ],
  },
  {
    id: "formulas",
    steps: [
      { add: [formulas] },
      {
        read: [{ sheet: "Công thức", area: { row: FORMULA_DATA.length, col: 0, rows: FORMULAS.length, cols: 1 } }],
        gives: [{ formulas: FORMULAS.map(([formula]) => [formula]), values: FORMULAS.map(([, value]) => [value]), unevaluated: [] }],
      },
    ],
  },
  {
    id: "other-sheets",
    steps: [
      {
        add: [
          plainSheet("Tổng hợp", [[{ formula: "='Biểu ''A'' số 1'!A3*2" }, { formula: "=A1+1" }]]),
          plainSheet(quoted, [[100], [200], [{ formula: "=A1+A2" }]]),
        ],
      },
      {
        read: [
          { sheet: quoted, area: { row: 2, col: 0, rows: 1, cols: 1 } },
          { sheet: "Tổng hợp", area: { row: 0, col: 0, rows: 1, cols: 2 } },
        ],
        gives: [
          { sheet: quoted, values: [[300]] },
          { sheet: "Tổng hợp", values: [[600, 601]], formulas: [["='Biểu ''A'' số 1'!A3*2", "=A1+1"]] },
        ],
      },
    ],
  },
  {
    id: "beyond",
    steps: [
      { add: [plainSheet("Nhỏ", [[1, 2], [3, 4]])] },
      {
        read: [{ sheet: "Nhỏ", area: { row: 1, col: 1, rows: 3, cols: 2 } }],
        gives: [
          {
            sheet: "Nhỏ",
            area: { row: 1, col: 1, rows: 3, cols: 2 },
            values: [[4, null], [null, null], [null, null]],
            formulas: blanks(3, 2),
          },
        ],
      },
    ],
  },
  {
    id: "whole-sheet",
    steps: [
      { add: [plainSheet("Cả biểu", [[], [null, "a", { formula: "=1+1" }], [null, null, null], [null, 5]]), plainSheet("Trống", [[]])] },
      {
        read: [
          { sheet: "Cả biểu", area: WHOLE },
          { sheet: "Cả biểu", area: { row: 2, col: 0, rows: MAX_ROWS - 2, cols: 3 } },
          { sheet: "Trống", area: WHOLE },
        ],
        gives: [
          { area: { row: 1, col: 1, rows: 3, cols: 2 }, values: [["a", 2], [null, null], [5, null]] },
          { area: { row: 3, col: 1, rows: 1, cols: 1 }, values: [[5]] },
          { area: A1, values: [[null]] },
        ],
      },
    ],
  },
  {
    id: "long-list",
    steps: [["a, b"], ["x".repeat(256)]].map((values): ContractStep => ({
      add: [plainSheet("Mới", [[1]]), plainSheet("Mới 2", [[1]], listed(values))],
      refused: { code: "not-supported" },
    })),
  },
  {
    id: "budget-table",
    steps: [
      { add: [budget] },
      {
        read: [4, 7, 9].map((row) => ({ sheet: budget.name, area: { row, col: 0, rows: 1, cols: 5 } })),
        gives: [
          { values: [["1", "Điều tra và rà soát", 39_705, 20_000, 19_705]] },
          { values: [[null, "Tổng số", 203_305, 60_000, 58_665]], formulas: [[null, null, "=SUM(C5:C7)", "=SUM(D5:D7)", "=SUM(E5:E7)"]] },
          { values: [[null, "Chênh lệch", 0, null, null]] },
        ],
      },
      { named: { name: "PT.budget.amount", scope: null, refersTo: { sheet: budget.name, area: { row: 4, col: 2, rows: 3, cols: 1 } } } },
    ],
  },
  {
    id: "name-in-formula",
    steps: [
      {
        add: [
          plainSheet("Tên", [[1], [2], [4], [{ formula: "=SUM(pt_amounts)" }]], {
            names: [{ name: "pt_amounts", area: { row: 0, col: 0, rows: 3, cols: 1 } }],
          }),
        ],
      },
      {
        read: [{ sheet: "Tên", area: { row: 3, col: 0, rows: 1, cols: 1 } }],
        gives: [{ formulas: [["=SUM(pt_amounts)"]], values: [[7]] }],
      },
    ],
  },
  {
    id: "sheet-gone",
    steps: [
      { add: [plainSheet("Có", [[1]])] },
      { read: [{ sheet: "Có", area: A1 }, { sheet: "Không có", area: A1 }], refused: { code: "sheet-gone", data: { sheet: "Không có" } } },
    ],
  },
  {
    id: "sheet-name-taken",
    steps: [
      { add: [plainSheet("Kinh phí", [[1]])] },
      ...["KINH PHÍ", "Kinh phí"].map((wanted): ContractStep => ({
        add: [plainSheet("Mới", [[1]]), plainSheet(wanted, [[2]])],
        refused: { code: "name-taken", data: { name: wanted } },
      })),
      { read: [{ sheet: "Kinh phí", area: A1 }], gives: [{ values: [[1]] }] },
    ],
  },
  {
    id: "defined-name-taken",
    steps: [
      { add: [plainSheet("Cũ", [[1]], named("pt_total"))] },
      {
        add: [plainSheet("Mới", [[1]]), plainSheet("Mới 2", [[2]], named("PT_TOTAL"))],
        refused: { code: "name-taken", data: { name: "PT_TOTAL" } },
      },
      {
        add: [plainSheet("Mới", [[1]], named("pt_x")), plainSheet("Mới 2", [[2]], named("pt_x"))],
        refused: { code: "name-taken", data: { name: "pt_x" } },
      },
    ],
  },
  {
    id: "two-of-one-name",
    steps: [{ add: [plainSheet("Đôi", [[1]]), plainSheet("đôi", [[2]])], refused: { code: "name-taken", data: { name: "đôi" } } }],
  },
  {
    id: "hidden-and-merged",
    steps: [
      { add: [hidden, plainSheet("Trống", [])] },
      {
        read: [
          { sheet: hidden.name, area: WHOLE },
          { sheet: hidden.name, area: { row: 3, col: 1, rows: 4, cols: 3 } },
          { sheet: "Trống", area: WHOLE },
        ],
        wanted: { layout: true },
        gives: [
          { hidden: { rows: [], cols: [0, 2, 3, 4] }, merges: hidden.merges },
          // two of them begin a row above the part
          { hidden: { rows: [], cols: [2, 3] }, merges: [{ row: 2, col: 1, rows: 2, cols: 1 }, { row: 2, col: 2, rows: 2, cols: 1 }] },
          { hidden: { rows: [], cols: [] }, merges: [] },
        ],
      },
      { read: [{ sheet: hidden.name, area: A1 }], gives: [{ hidden: undefined, merges: undefined }] },
    ],
  },
  {
    id: "looks",
    steps: [
      { add: [looking] },
      {
        read: [{ sheet: looking.name, area: specArea(looking) }],
        wanted: { looks: ["numberFormats", "indents", "aligns", "bold", "borders", "widths"] },
        gives: [
          {
            looks: {
              numberFormats: [{ area: { row: 1, col: 1, rows: 2, cols: 1 }, value: "#,##0.###" }],
              indents: [{ area: { row: 2, col: 0, rows: 1, cols: 1 }, value: 2 }],
              aligns: [
                { area: { row: 0, col: 0, rows: 1, cols: 3 }, value: "center" },
                { area: { row: 2, col: 0, rows: 1, cols: 1 }, value: "left" },
              ],
              bold: [
                { area: { row: 0, col: 0, rows: 1, cols: 3 }, value: true }, { area: { row: 1, col: 1, rows: 1, cols: 1 }, value: true },
              ],
              // the cells right of the lines have them on their left
              borders: [
                { area: { row: 0, col: 0, rows: 2, cols: 2 }, value: ["top", "right", "bottom", "left"] },
                { area: { row: 0, col: 2, rows: 2, cols: 1 }, value: ["left"] },
                { area: { row: 2, col: 0, rows: 1, cols: 2 }, value: ["top"] },
              ],
              widths: [24, 10, 0],
            },
          },
        ],
      },
      { read: [{ sheet: looking.name, area: A1 }], wanted: { looks: ["bold"] }, gives: [{ looks: { bold: [{ area: A1, value: true }] } }] },
      // a part of a sheet has the lines that its neighbours give it
      {
        read: [{ sheet: looking.name, area: { row: 2, col: 1, rows: 1, cols: 1 } }],
        wanted: { looks: ["borders"] },
        gives: [{ looks: { borders: [{ area: { row: 2, col: 1, rows: 1, cols: 1 }, value: ["top"] }] } }],
      },
      { read: [{ sheet: looking.name, area: A1 }], gives: [{ looks: undefined }] },
    ],
  },
  {
    id: "left-out",
    steps: [
      { add: [plainSheet("Bỏ qua", [[1, { formula: "=A1*2" }, { formula: "=B1+1" }], [2, "Đạt", { formula: "=A2+1" }]])] },
      {
        read: [{ sheet: "Bỏ qua", area: { row: 0, col: 0, rows: 2, cols: 3 } }],
        wanted: { without: [{ sheet: "Bỏ qua", area: { row: 0, col: 1, rows: 9, cols: 1 } }, { sheet: "Khác", area: WHOLE }] },
        gives: [{ values: [[1, null, 3], [2, "Đạt", 3]], formulas: [[null, null, "=B1+1"], [null, null, "=A2+1"]] }],
      },
    ],
  },
  {
    id: "stopped",
    steps: [
      { add: [plainSheet("Một", [[1]])] },
      { add: [plainSheet("Hai", [[2]], named("pt_two"))], stop: true, refused: { code: "stopped", data: {} } },
      { read: [{ sheet: "Một", area: A1 }], stop: true, refused: { code: "stopped", data: {} } },
    ],
  },
];

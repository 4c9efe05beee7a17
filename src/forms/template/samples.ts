import { expressionOf, valueOf, type OtherTable } from "../../tables";
import { contains, paintStyles, type Area, type CellStyle, type CellValue, type SheetSnapshot, type SheetSpec } from "../../sheet";

/** Under such a head words are written. */
const WORDS_HEAD =
  /^(?:ghi chú|lý do|lí do|thuyết minh|giải trình|nguyên nhân|nội dung|tên |đơn vị|địa điểm|địa chỉ|thời gian|căn cứ|văn bản|số quyết định|quyết định|remark|note|unit|name)/iu;

/** Large and of no rhythm, so that none of them is the sum of others by chance. */
function* numbers(): Generator<number, never> {
  let state = 20_251;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield 10_007 + (state % 880_001);
  }
}

/** What of a blank form can be filled in. */
export interface BlankForm {
  /** The sheet as if somebody had filled it in. */
  readonly snapshot: SheetSnapshot;
  /** Where. */
  readonly filled: (row: number, col: number) => boolean;
}

/**
 * A form that nobody has filled in, as if somebody had: numbers in the cells where typing is not locked, else in the framed blank cells
 * that stand under a head and beside a label; formulas follow from them. Null where there are no such cells. `among`: only in columns of
 * these tables that hold nothing, null for all.
 */
export function filledIn(spec: SheetSpec, snapshot: SheetSnapshot, among: readonly OtherTable[] | null = null): BlankForm | null {
  const { area } = snapshot;
  const isWanted = among === null ? () => true : blankColumnsOf(among);
  const cells = cellsToFill(spec, snapshot).filter(isWanted);
  if (cells.length === 0) return null;
  const sample = numbers();
  const values: CellValue[][] = Array.from({ length: Math.max(area.row + area.rows, spec.cells.length) - area.row }, (_, r) =>
    Array.from({ length: Math.max(area.col + area.cols, spec.columns.length) - area.col }, (__, c) => snapshot.values[r]?.[c] ?? null),
  );
  const filled = new Set<string>();
  for (const { row, col } of cells) {
    const line = values[row - area.row];
    if (!line) continue;
    line[col - area.col] = sample.next().value;
    filled.add(`${row},${col}`);
  }
  const formulas = values.map((line, r) => line.map((_, c) => snapshot.formulas[r]?.[c] ?? null));
  reckoned(snapshot.sheet, area, values, formulas);
  return {
    snapshot: { ...snapshot, area: { ...area, rows: values.length, cols: values[0]?.length ?? 0 }, values, formulas },
    filled: (row, col) => filled.has(`${row},${col}`),
  };
}

/** Tells cells of the lines of tables in columns that hold nothing. */
function blankColumnsOf(tables: readonly OtherTable[]): (cell: { readonly row: number; readonly col: number }) => boolean {
  const known = tables.map(({ area, rows, columns, wordColumns }) => ({
    area,
    rows: new Set(rows.map(({ row }) => row)),
    used: new Set([...columns, ...wordColumns].map(({ col }) => col)),
  }));
  return (cell) => known.some(({ area, rows, used }) => contains(area, cell) && rows.has(cell.row) && !used.has(cell.col));
}

/** Formulas need each other no deeper than this. */
const MOST_ROUNDS = 40;

function reckoned(
  sheet: string,
  { row: top, col: left }: Area,
  values: CellValue[][],
  formulas: readonly (readonly (string | null)[])[],
): void {
  const open = new Map<string, { readonly r: number; readonly c: number; readonly text: string }>();
  formulas.forEach((line, r) =>
    line.forEach((text, c) => {
      if (text !== null) open.set(`${r},${c}`, { r, c, text });
    }),
  );
  const cell = (row: number, col: number): number | null => {
    const [r, c] = [row - top, col - left];
    if (open.has(`${r},${c}`)) return null;
    const value = values[r]?.[c] ?? null;
    return value === null || value === "" ? 0 : typeof value === "number" ? value : null;
  };
  for (let round = 0; round < MOST_ROUNDS && open.size > 0; round++) {
    const before = open.size;
    for (const [key, { r, c, text }] of open) {
      const expression = expressionOf(text, sheet);
      const value = expression && valueOf(expression, (row, col, other) => (other === null ? cell(row, col) : null));
      const line = values[r];
      if (value === null || !line) continue;
      line[c] = value;
      open.delete(key);
    }
    if (open.size === before) return;
  }
}

function cellsToFill(spec: SheetSpec, { area, values, formulas }: SheetSnapshot): { readonly row: number; readonly col: number }[] {
  const painted = paintStyles(spec);
  const covered = coveredBy(spec.merges);
  const [rows, cols] = [spec.cells.length, spec.columns.length];
  const isBlank = (row: number, col: number): boolean => {
    const [r, c] = [row - area.row, col - area.col];
    const value = values[r]?.[c] ?? null;
    return (value === null || value === "") && (formulas[r]?.[c] ?? null) === null && !covered(row, col);
  };
  const all = Array.from({ length: rows }, (_, row) => Array.from({ length: cols }, (__, col) => ({ row, col })))
    .flat()
    .filter(({ row, col }) => isBlank(row, col));
  const open = all.filter(({ row, col }) => painted.at(row, col).locked === false);
  return open.length > 0 ? open : framed(spec, all, { isBlank, look: painted.at, covered });
}

interface Sight {
  readonly isBlank: (row: number, col: number) => boolean;
  readonly covered: (row: number, col: number) => boolean;
  readonly look: (row: number, col: number) => CellStyle;
}

/** Framed blank cells with a head over them and a label at their left. */
function framed(
  { cells }: SheetSpec,
  blanks: readonly { readonly row: number; readonly col: number }[],
  { isBlank, covered, look }: Sight,
): { readonly row: number; readonly col: number }[] {
  const isFramed = (row: number, col: number): boolean => {
    const { border, lines } = look(row, col);
    return border === true || Object.keys(lines ?? {}).length > 1;
  };
  const isLabelled = (row: number, col: number): boolean => {
    for (let at = col - 1; at >= 0 && isFramed(row, at); at--) if (!isBlank(row, at)) return true;
    return false;
  };
  const headOf = (row: number, col: number): string | null => {
    let head: string | null = null;
    for (let at = row - 1; at >= 0 && isFramed(at, col); at--) {
      if (covered(at, col)) head ??= "";
      else if (!isBlank(at, col)) {
        const input = cells[at]?.[col];
        // a column number says only that there is a head
        head = typeof input === "string" && /\p{L}{2}/u.test(input) ? input : (head ?? "");
        if (head !== "") return head;
      }
    }
    return head;
  };
  return blanks.filter(({ row, col }) => {
    if (!isFramed(row, col) || !isLabelled(row, col)) return false;
    const head = headOf(row, col);
    return head !== null && !WORDS_HEAD.test(head.trim());
  });
}

/** Cells that a merge covers, but for its first. */
export function coveredBy(merges: readonly Area[]): (row: number, col: number) => boolean {
  const covered = new Set<string>();
  for (const { row, col, rows, cols } of merges)
    for (let r = row; r < row + rows; r++) for (let c = col; c < col + cols; c++) if (r !== row || c !== col) covered.add(`${r},${c}`);
  return (row, col) => covered.has(`${row},${col}`);
}

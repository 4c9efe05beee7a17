import type { CellInput, CellValue, SheetArea, SheetSnapshot, SheetSpec } from "../../sheet";
import { formulaTokens, MAX_COLS, MAX_ROWS, parseSheetArea, sameState, stateOf } from "../../sheet";
import { WorkbookFailure, type Entry, type MadeSheet } from "../port";
import { cellFormula, cellValue, inputFor } from "./cell-values";
import { MESSAGE_BYTES, messageBytes } from "./chunks";
import { inExcel } from "./failures";
import { nameKey } from "./names";
import { areaOf, PLACE, usedIn } from "./ranges";
import { readAreas } from "./read";
import { remarksOf } from "./remarks";
import { deleteSheets } from "./remove";
import { addSheets } from "./write";

/** A made sheet that is there, as it is called now. */
interface Present extends MadeSheet {
  readonly name: string;
  readonly charts: readonly string[];
}

interface Surveyed {
  readonly present: readonly Present[];
  /** The other sheets. */
  readonly others: readonly string[];
  /** Names of the workbook and their sheets. */
  readonly names: readonly { readonly name: string; readonly sheet: string }[];
}

/** A whole sheet: it is cut to what is used. */
const WHOLE = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS } as const;

/** Excel's own names for what is printed and filtered are nobody's entries. */
const OWN_NAME = /(?:^|!)(?:_xlnm\.)?(?:print_area|print_titles|_filterdatabase)$/i;

/**
 * Removes sheets that hold what we wrote into them and nothing else. What stands in them is asked once more in the message that deletes
 * them: where somebody has written in between, they are made again with that, and "sheet-has-entries" is thrown all the same.
 */
export async function removeMadeSheets(made: readonly MadeSheet[], notesUnseen?: "accepted"): Promise<void> {
  if (made.length === 0) return;
  const { present, others, names } = await survey(made);
  if (present.length === 0) return;
  const snapshots = await readAreas([...present.map(({ name }) => name), ...others].map((sheet): SheetArea => ({ sheet, area: WHOLE })));
  const remarks = await inExcel({}, async (context) => {
    const found: { readonly sheet: string; readonly cells: Awaited<ReturnType<typeof remarksOf>> }[] = [];
    for (const { id, name } of present)
      found.push({ sheet: name, cells: await remarksOf(context, context.workbook.worksheets.getItem(id)) });
    return found;
  });
  for (const [index, one] of present.entries()) {
    const snapshot = snapshots[index];
    const found =
      (snapshot && entryIn(snapshot, one.spec)) ??
      remarks
        .filter(({ sheet }) => sheet === one.name)
        .flatMap(({ sheet, cells }) => (cells ?? []).map((at): Entry => ({ kind: "remark", at: { sheet, ...at } })))[0] ??
      strangerOf(one, names) ??
      userOf(one.name, snapshots.slice(present.length));
    if (found) throw new WorkbookFailure("sheet-has-entries", { sheet: one.name, found });
  }
  const unseen = remarks.flatMap(({ sheet, cells }) => (cells === null ? [sheet] : []));
  if (unseen.length > 0 && notesUnseen !== "accepted") throw new WorkbookFailure("notes-unseen", { sheets: unseen });
  await removeNow(present, snapshots);
}

async function survey(made: readonly MadeSheet[]): Promise<Surveyed> {
  return inExcel({}, async (context) => {
    const sheets = context.workbook.worksheets.load("items/id,items/name");
    const names = context.workbook.names.load("items/name,items/scope,items/formula");
    const charts = made.map(({ id }) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      return { id, sheet, charts: sheet.charts.load("items/name") };
    });
    await context.sync();
    const nameOf = new Map(sheets.items.map(({ id, name }) => [id, name]));
    const present = made.flatMap(({ id, spec }): Present[] => {
      const name = nameOf.get(id);
      const own = charts.find((one) => one.id === id);
      return name === undefined ? [] : [{ id, spec, name, charts: own?.charts.items.map((chart) => chart.name) ?? [] }];
    });
    return {
      present,
      others: sheets.items.flatMap(({ id, name }) => (present.some((one) => one.id === id) ? [] : [name])),
      names: names.items.flatMap(({ name, scope, formula }) => {
        const target = scope === "Workbook" && typeof formula === "string" ? parseSheetArea(formula) : null;
        return target ? [{ name, sheet: target.sheet }] : [];
      }),
    };
  });
}

/** The first cell that does not hold what was written into it. */
function entryIn(
  { sheet, area, values, formulas }: Pick<SheetSnapshot, "sheet" | "area" | "values" | "formulas">,
  { cells }: SheetSpec,
): Entry | null {
  const rows = Math.max(area.row + area.rows, cells.length);
  for (let row = 0; row < rows; row++) {
    const [line, shown, own] = [cells[row] ?? [], values[row - area.row] ?? [], formulas[row - area.row] ?? []];
    const cols = Math.max(line.length, area.col + shown.length);
    for (let col = 0; col < cols; col++) {
      const now = { value: shown[col - area.col] ?? null, formula: own[col - area.col] ?? null };
      if (!sameState(now, stateOf(line[col] ?? null))) return { kind: "cell", at: { sheet, row, col } };
    }
  }
  return null;
}

/** A chart or a defined name that is not of ours. */
function strangerOf({ name: sheet, spec, charts }: Present, names: Surveyed["names"]): Entry | null {
  const chart = charts.find((name) => !spec.charts.some((own) => own.name === name));
  if (chart !== undefined) return { kind: "chart", name: chart };
  const ours = new Set(spec.names.map(({ name }) => nameKey(name)));
  const named = names.find((one) => nameKey(one.sheet) === nameKey(sheet) && !ours.has(nameKey(one.name)) && !OWN_NAME.test(one.name));
  return named ? { kind: "name", name: named.name } : null;
}

/** A formula of another sheet that speaks of this one: it would become #REF!. */
function userOf(sheet: string, others: readonly SheetSnapshot[]): Entry | null {
  const key = nameKey(sheet);
  const speaks = (formula: string): boolean =>
    formulaTokens(formula).some((token) => "sheet" in token && token.sheet !== null && nameKey(token.sheet) === key);
  for (const other of others) {
    for (const [r, line] of other.formulas.entries()) {
      for (const [c, formula] of line.entries()) {
        // most formulas name no sheet at all
        if (formula?.includes("!") && speaks(formula))
          return { kind: "formula", at: { sheet: other.sheet, row: other.area.row + r, col: other.area.col + c } };
      }
    }
  }
  return null;
}

async function removeNow(present: readonly Present[], snapshots: readonly SheetSnapshot[]): Promise<void> {
  // what is large may not fit into the answer, which then tells nothing of what was done
  const size = present.reduce((sum, _, index) => sum + messageBytes([snapshots[index]?.values, snapshots[index]?.formulas]), 0);
  const asked: { readonly id: string; readonly used: Excel.Range }[] = [];
  await inExcel({}, async (context) => {
    await deleteSheets(context, present.map(({ id }) => id), (sheet) => {
      if (size < MESSAGE_BYTES / 4) asked.push({ id: sheet.id, used: usedIn(sheet.getRange().untrack()).load(`${PLACE},values,formulas`) });
    });
  });
  const last = present.map((one, index) => {
    const used = asked.find(({ id }) => id === one.id)?.used;
    return { one, now: used && !used.isNullObject ? lastOf(one.name, used, snapshots[index]) : null };
  });
  const written = last.flatMap(({ one, now }) => (now && entryIn(now, one.spec)) ?? [])[0];
  if (!written) return;
  await addSheets(last.map(({ one, now }) => (now ? withCells(one, now) : { ...one.spec, name: one.name })));
  throw new WorkbookFailure("sheet-has-entries", { sheet: sheetOf(written, present), found: written });
}

function sheetOf(found: Entry, [first]: readonly Present[]): string {
  return "at" in found ? found.at.sheet : (first?.name ?? "");
}

/** What stood there at the end; text that only looks like an error is known from `before`. */
function lastOf(
  sheet: string, used: Excel.Range, before: SheetSnapshot | undefined,
): Pick<SheetSnapshot, "sheet" | "area" | "values" | "formulas"> {
  const area = areaOf(used);
  const known = (row: number, col: number): CellValue =>
    before?.values[area.row + row - before.area.row]?.[area.col + col - before.area.col] ?? null;
  return {
    sheet,
    area,
    values: used.values.map((line, r) =>
      line.map((raw: unknown, c) => {
        const was = known(r, c);
        return typeof was === "string" && raw === was ? was : cellValue(raw);
      }),
    ),
    formulas: used.formulas.map((line, r) => line.map((raw: unknown, c) => cellFormula(raw, used.values[r]?.[c]))),
  };
}

/** The sheet as it was made, with what stood in its cells at the end. */
function withCells({ name, spec }: Present, { area, values, formulas }: Pick<SheetSnapshot, "area" | "values" | "formulas">): SheetSpec {
  const [rows, cols] = [Math.max(spec.cells.length, area.row + area.rows), Math.max(spec.columns.length, area.col + area.cols)];
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: cols }, (_unused, col): CellInput =>
      inputFor(values[row - area.row]?.[col - area.col] ?? null, formulas[row - area.row]?.[col - area.col] ?? null),
    ),
  );
  return { ...spec, name, cells, columns: Array.from({ length: cols }, (_, col) => spec.columns[col] ?? { width: 10 }) };
}


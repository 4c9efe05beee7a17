import { tableIdPart } from "../checks";
import { textOf, type RecordRow } from "../findings";
import { rulesOf } from "../forms";
import type { Words } from "../i18n";
import { monthsIn } from "../reading";
import { MAX_COLS, MAX_ROWS, sheetAreaToA1, sheetName, type Area, type SheetInfo } from "../sheet";
import { inputsOf, takenSheet, type TakenInput } from "../summaries";
import type { OtherTable } from "../tables";
import { readTakenName, takenColumnName, takenKey, takenName } from "../templates";
import type { AddOptions, Course, LiveWorkbook, NamedArea } from "../workbook/port";
import type { CheckResult } from "./check-workbook";
import type { Done } from "./done";
import { addNumbered } from "./numbered-sheets";
import { Refusal } from "./refusal";
import { allOrNone, type Undo } from "./undo";

/** A table that was taken over, or let go, and the sheet that says how it is understood. */
export interface TakenOver {
  readonly sheet: string;
  /** The sheet of the table. */
  readonly table: string;
  /** A sheet came or went. */
  readonly created: true;
}

/** A cell holds no longer text; a longer list of parts would be lost. */
const MOST_LETTERS = 32_767;

/** What a table that nobody has taken over is known by: its place among the tables of its sheet. */
function plainKey({ id, sheet }: OtherTable): string {
  const place = id.slice(id.lastIndexOf("!") + 1);
  return place === "1" ? sheet : `${sheet} ${place}`;
}

/** Whether a table of a check was taken over. */
export function isTaken({ taken }: Pick<CheckResult, "taken">, { key }: Pick<OtherTable, "key">): boolean {
  return taken.some(({ other }) => takenKey(other) === key);
}

/**
 * Makes a table that others made a table of the workbook: its parts get defined names, a new sheet says how it was understood, and what the
 * record says of it stays said. No cell of its own is written. Throws `Refusal` "table-gone", "already-taken", "too-long"; "stopped".
 */
export async function takeOver(
  workbook: LiveWorkbook, result: CheckResult, table: OtherTable, words: Words, course: Course = {},
): Promise<Done<TakenOver>> {
  if (!result.others.includes(table)) throw new Refusal("table-gone", {});
  if (isTaken(result, table)) throw new Refusal("already-taken", { sheet: table.sheet });
  const input = inputOf(table);
  let [made, other]: [SheetInfo | null, number] = [null, 0];
  // the person stays with the table
  const options: AddOptions = { ...course, show: false };
  const undo = await allOrNone(workbook, [
    async () => {
      const done = await addNumbered(
        workbook,
        {
          readName: (name) => readTakenName(name)?.other ?? null,
          specs: (other, taken) => {
            const spec = takenSheet({ ...input, other, sheet: sheetName(words.taken.sheet(table.sheet), taken) }, words);
            if (spec.cells.some((row) => row.some((cell) => typeof cell === "string" && cell.length > MOST_LETTERS)))
              throw new Refusal("too-long", { sheet: table.sheet });
            return [spec];
          },
        },
        options,
      );
      made = done.result[0] ?? null;
      return done.undo;
    },
    async () => {
      other = await numberOn(workbook, made);
      const names = namesOf(other, table, result);
      await workbook.nameAreas(names);
      return [{ kind: "names", names, given: true }];
    },
    () => renamed(workbook, result, tableIdPart(table), takenKey(other)),
  ]);
  return { result: { sheet: madeName(made), table: table.sheet, created: true }, undo };
}

function madeName(made: SheetInfo | null): string {
  if (!made) throw new Error("no sheet was added");
  return made.name;
}

/** The number that the new sheet has in its defined name. */
async function numberOn(workbook: LiveWorkbook, made: SheetInfo | null): Promise<number> {
  const { names } = await workbook.outline();
  const own = names.find(({ name, refersTo }) => refersTo.sheet === made?.name && readTakenName(name));
  const other = own && readTakenName(own.name)?.other;
  if (other === undefined) throw new Error("the sheet has no name");
  return other;
}

function inputOf(table: OtherTable): Omit<TakenInput, "sheet" | "other"> {
  const uses = new Map<number, keyof Words["taken"]["uses"]>([
    ...table.columns.map(({ col, use }) => [col, use] as const),
    ...table.wordColumns.map(({ col, use }) => [col, use === "unit" ? "unit" : "words"] as const),
  ]);
  const cols = formCols(table);
  return {
    place: sheetAreaToA1(table),
    form: rulesOf(table),
    uses: new Map(cols.map((col, at) => [`c${at + 1}`, uses.get(col) ?? "words"])),
  };
}

/** The columns of the form from left to right, absolute: as `rulesOf` counts them. */
function formCols({ columns, wordColumns, labelColumn, numberColumn }: OtherTable): number[] {
  const words = wordColumns.filter(({ col }) => col !== labelColumn && col !== numberColumn);
  return [...columns, ...words].map(({ col }) => col).sort((a, b) => a - b);
}

function namesOf(other: number, table: OtherTable, { workbook }: CheckResult): NamedArea[] {
  const { area, sheet, headRows, caption, numberColumn, labelColumn } = table;
  const sheetId = workbook.sheets.find(({ name }) => name === sheet)?.id;
  const named = (name: string, own: Area): NamedArea => ({
    name,
    at: { sheet, area: own },
    ...(sheetId === undefined ? {} : { sheetId }),
  });
  const column = (col: number): Area => ({ ...area, col, cols: 1 });
  const [first, last] = [headRows[0], headRows.at(-1)];
  const facts = new Map([...table.columns, ...table.wordColumns].map((one) => [one.col, one]));
  return [
    named(takenName(other, "table"), area),
    ...(first === undefined || last === undefined
      ? []
      : [named(takenName(other, "head"), { ...area, row: first, rows: last - first + 1 })]),
    ...(caption ? [named(takenName(other, "caption"), { row: caption.at.row, col: caption.at.col, rows: 1, cols: 1 })] : []),
    ...(numberColumn === null ? [] : [named(takenName(other, "number"), column(numberColumn))]),
    ...(labelColumn === null ? [] : [named(takenName(other, "label"), column(labelColumn))]),
    ...formCols(table).map((col, at) => {
      const { use = "words", year = null, head = "" } = facts.get(col) ?? {};
      const known = use === "outline" || use === "label" ? "words" : use;
      return named(takenColumnName(other, { use: known, place: at + 1, year, quarter: quarterOf(head) }), column(col));
    }),
  ];
}

function quarterOf(head: string): number | null {
  const [from, to] = monthsIn(head) ?? [];
  return from !== undefined && to === from + 2 && to % 3 === 0 ? to / 3 : null;
}

/** The rows of the record that are of a table, under another key: what people said of its findings stays said. */
async function renamed(workbook: LiveWorkbook, { record }: CheckResult, from: string, to: string): Promise<Undo> {
  const col = record?.columns.get("id");
  if (!record || col === undefined) return [];
  const idOf = ({ cells }: RecordRow): string => textOf(cells.id);
  const rows = record.rows.filter((row) => idOf(row).startsWith(`${from}/`));
  if (rows.length === 0) return [];
  const changes = rows.map((row) => ({
    at: { sheet: record.sheet, row: row.row, col },
    sheetId: record.sheetId,
    to: `${to}${idOf(row).slice(from.length)}`,
    expect: row.cells.id,
  }));
  return [{ kind: "cells", changes: await workbook.change(changes) }];
}

/**
 * Lets a table go that was taken over: its names go, and the sheet that says how it was understood, with what people have changed there.
 * Throws `Refusal` "table-gone".
 */
export async function letGo(workbook: LiveWorkbook, result: CheckResult, table: OtherTable, words: Words): Promise<Done<TakenOver>> {
  const taken = result.taken.find(({ other }) => takenKey(other) === table.key);
  if (!taken) throw new Refusal("table-gone", {});
  const { other, rules } = taken;
  const undo = await allOrNone(workbook, [
    () => renamed(workbook, result, takenKey(other), tableIdPart({ key: plainKey(table) })),
    async () => {
      const own = takenName(other, "rules").toLowerCase();
      const names = taken.names.filter((name) => name.toLowerCase() !== own);
      return [{ kind: "names", names: await workbook.removeNames(names), given: false }];
    },
    async () => {
      if (!rules) return [];
      const { sheet, id } = rules;
      const [snapshot] = await workbook.read([{ sheet, id, area: { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS } }]);
      if (!snapshot) return [];
      const cells = inputsOf(snapshot, snapshot.area.cols);
      const spec = { ...takenSheet({ ...inputOf(table), other, sheet }, words), cells };
      // the name of a sheet that is removed stays behind
      const own = await workbook.removeNames([takenName(other, "rules")]);
      try {
        await workbook.removeSheets([{ id, spec }]);
      } catch (error) {
        await workbook.nameAreas(own);
        throw error;
      }
      return [{ kind: "removed", specs: [spec] }];
    },
  ]);
  return { result: { sheet: rules?.sheet ?? "", table: table.sheet, created: true }, undo };
}

import { causeText } from "../base";
import type { RuleFailure } from "../checks";
import { withFormRules, type Form } from "../forms";
import { readingOthers, unreadIn } from "../reading";
import {
  bounding, circlesIn, formulasRead, MAX_COLS, MAX_ROWS, outside, withCircles, type Area, type AreasRead, type SheetArea,
  type SheetSnapshot, type WorkbookOutline,
} from "../sheet";
import type { LostTable, OtherTable, Said } from "../tables";
import { isDerivedName, readKeptPlanName, readRecordName } from "../templates";
import type { Course, Notice, ReadArea, ReadOptions, Wanted, Workbook } from "../workbook/port";
import { lostAnswers } from "./answer-rows";
import { inScope, type CheckScope } from "./check-scope";
import type { KeptPlan } from "./draft-kept";
import type { KnownRecord } from "./known-record";
import { rereadAreas } from "./reread";
import { sliced } from "./sliced";
import { isOfTakenSheet, saidByNames, withTaken, type TakenTable } from "./taken-tables";

/** A sheet that holds more than tables of ours. */
export interface SheetToRead extends SheetArea {
  readonly id: string;
  /** Tables of ours on it. */
  readonly taken: readonly Area[];
  /** It is used further than `area`, which is what is read of it. */
  readonly cut: boolean;
}

/** What was read of such a sheet, and the tables that were found on it. */
export interface OtherSheet extends SheetToRead {
  /** Null where it was too much to be kept: the sheet is read anew when it is touched. */
  readonly snapshot: SheetSnapshot | null;
  readonly tables: readonly OtherTable[];
  /** Where looking for tables failed: a fault of ours that takes nothing from the rest. */
  readonly failure: RuleFailure | null;
  /** Rows of figures of which no table was read; null where there are none. */
  readonly unread: Area | null;
}

/** Of a sheet no more cells than this are read, and where there are more no more columns: what people have typed never comes near. */
const MOST_CELLS = 1_500_000;
const MOST_COLS = 1_000;

/** So many cells are read and looked at together, so that what was read of a large workbook is never there all at once. */
const GROUP = 200_000;

/** So many cells are kept for the next check. */
const MOST_KEPT = 1_000_000;

/** What is told of cells that nobody has described. */
const WANTED: Wanted = { layout: true, looks: ["numberFormats", "indents", "bold", "unseen"] };

/** How far each sheet is used: to be read beside other areas, in the order of the sheets. */
export function placesOf({ sheets }: WorkbookOutline): ReadArea[] {
  return sheets.map(({ id, name }) => ({
    sheet: name, id, area: { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS }, wanted: { place: true },
  }));
}

/**
 * Sheets that we wrote: how tables are understood, kept plans, summaries, roll-ups, reports, the record, and tables of ours of which is
 * told that nobody can read them.
 */
function ownSheets({ names }: WorkbookOutline, lost: readonly LostTable[]): ReadonlySet<string> {
  const isOurs = (name: string): boolean =>
    isDerivedName(name) || readRecordName(name) !== null || readKeptPlanName(name) !== null || isOfTakenSheet(name);
  const written = names.flatMap(({ name, refersTo }) => (isOurs(name) ? [refersTo.sheet] : []));
  return new Set([...written, ...lost.map(({ at }) => at.sheet)]);
}

/**
 * The sheets of a scope that hold anything beside tables of ours; `own` is what is read of those, `places` says how far each sheet is
 * used.
 */
export function sheetsToRead(
  workbook: WorkbookOutline, places: readonly SheetSnapshot[],
  { own, lost, scope }: { readonly own: readonly SheetArea[]; readonly lost: readonly LostTable[]; readonly scope: CheckScope },
): SheetToRead[] {
  const written = ownSheets(workbook, lost);
  return workbook.sheets.flatMap(({ id, name }, index): SheetToRead[] => {
    const used = places[index]?.area;
    if (!used || used.rows === 0 || written.has(name) || !isIn(scope, name)) return [];
    const taken = areasOn(name, own);
    return beyond([used], taken).length === 0 ? [] : [sheetToRead({ sheet: name, id, taken }, used)];
  });
}

/** A sheet of titles and signatures beside a picture has no more cells in use than this. */
const MOST_BESIDE_PICTURE = 20;

/** What has to be told beside what was found: pictures, pivot tables, and answers of the record that count for nothing any more. */
export function noticesOf(
  workbook: WorkbookOutline, places: readonly SheetSnapshot[],
  { record, taken, plans, ...known }: Pick<Known, "sheets" | "lost" | "scope"> & {
    readonly record: KnownRecord | null;
    readonly taken: readonly TakenTable[];
    readonly plans: readonly KeptPlan[];
  },
): Notice[] {
  const pivots = places.filter(({ sheet, pivot }) => pivot === true && isIn(known.scope, sheet));
  const answers = lostAnswers(record);
  return [
    ...pictured(workbook, places, known).map((sheet): Notice => ({ kind: "picture", sheet })),
    ...pivots.map(({ sheet }): Notice => ({ kind: "pivot", sheet })),
    ...(answers ? [{ kind: "answer" as const, ...answers }] : []),
    ...taken.flatMap(badRules),
    ...plans.flatMap(({ plan, sheet }) => (plan ? [] : [{ kind: "plan" as const, sheet }])),
  ];
}

/** Rows of rules that people have changed to what cannot be. */
function badRules({ rules, bad }: TakenTable): Notice[] {
  if (!rules || bad.length === 0) return [];
  const [first, last] = [Math.min(...bad), Math.max(...bad)];
  return [{ kind: "rule", sheet: rules.sheet, area: { ...rules.area, row: first, rows: last - first + 1 } }];
}

/** The sheets of a scope on which a picture or chart stands where figures would; `sheets` is what was found on those that hold cells. */
function pictured(
  workbook: WorkbookOutline, places: readonly SheetSnapshot[], { sheets, lost, scope }: Pick<Known, "sheets" | "lost" | "scope">,
): string[] {
  const written = ownSheets(workbook, lost);
  return places.flatMap(({ sheet, area, drawn }) => {
    if (!drawn || written.has(sheet) || !isIn(scope, sheet)) return [];
    const held = sheets.find((one) => one.sheet === sheet);
    return area.rows === 0 || (held && isTitled(held)) ? [sheet] : [];
  });
}

/** A few words, and nothing else. */
function isTitled({ snapshot, tables, taken, unread }: OtherSheet): boolean {
  if (!snapshot || tables.length + taken.length > 0 || unread) return false;
  const used = snapshot.values.flat().filter((value) => value !== null);
  return used.length <= MOST_BESIDE_PICTURE && used.every((value) => typeof value === "string");
}

function isIn(scope: CheckScope, sheet: string): boolean {
  return scope.kind === "all" || scope.at.sheet === sheet;
}

function areasOn(name: string, areas: readonly SheetArea[]): Area[] {
  return areas.flatMap(({ sheet, area }) => (sheet === name ? [area] : []));
}

function beyond(areas: readonly Area[], taken: readonly Area[]): readonly Area[] {
  return taken.reduce((rest, hole) => rest.flatMap((area) => outside(area, hole)), areas);
}

function sheetToRead(known: Pick<SheetToRead, "sheet" | "id" | "taken">, used: Area): SheetToRead {
  if (used.rows * used.cols <= MOST_CELLS) return { ...known, area: used, cut: false };
  const cols = Math.min(used.cols, MOST_COLS);
  return { ...known, area: { ...used, cols, rows: Math.min(used.rows, Math.floor(MOST_CELLS / cols)) }, cut: true };
}

const cellsOf = ({ area }: SheetArea): number => area.rows * area.cols;

/** The tables on sheets; null where a sheet is called otherwise by now. Throws "sheet-gone", "stopped". */
export async function readSheets(
  workbook: Workbook, sheets: readonly SheetToRead[], look: Look, course: Course = {},
): Promise<OtherSheet[] | null> {
  const { progress, ...follow } = course;
  const options: ReadOptions = { ...WANTED, ...follow };
  const all = sheets.reduce((sum, one) => sum + cellsOf(one), 0);
  const found: OtherSheet[] = [];
  let [done, kept] = [0, 0];
  for (const group of grouped(sheets)) {
    const snapshots = await workbook.read(group, options);
    if (snapshots.some(({ sheet }, index) => sheet !== group[index]?.sheet)) return null;
    const each = (one: OtherSheet): void => {
      done += cellsOf(one);
      kept += cellsOf(one);
      found.push(kept <= MOST_KEPT ? one : { ...one, snapshot: null });
      told(one, course);
      progress?.(done / all);
    };
    await sliced(looks(group, snapshots, look, each), course);
  }
  return found;
}

/** Tells what of a sheet was not understood. */
function told({ sheet, area, cut, unread }: OtherSheet, { notice }: Course): void {
  if (cut) notice?.({ kind: "not-whole", sheet, area });
  if (unread) notice?.({ kind: "unread", sheet, area: unread });
}

/** What is known where tables are looked for: what each area reads, and what people have said of the cells of each sheet. */
export interface Look {
  readonly reads: AreasRead;
  readonly said: ReadonlyMap<string, readonly Said[]>;
  /** Rules of forms, whichever tables are of them. */
  readonly forms: readonly Form[];
  /** Tables that were taken over. */
  readonly taken: readonly TakenTable[];
}

/** Looks for the tables of sheets as they were read, in steps. */
function* looks(
  sheets: readonly SheetToRead[], snapshots: readonly SheetSnapshot[], { reads, ...known }: Look, each: (one: OtherSheet) => void,
): Generator<void, void> {
  const circles = circlesIn(formulasRead(snapshots, reads));
  for (const [index, one] of sheets.entries()) {
    const snapshot = snapshots[index];
    if (!snapshot) continue;
    each({ ...one, snapshot, ...(yield* tablesOn(one, withCircles(snapshot, circles), known)) });
    yield;
  }
}

type Found = Pick<OtherSheet, "tables" | "failure" | "unread">;

function* tablesOn(
  { sheet, taken: own }: SheetToRead, snapshot: SheetSnapshot, { said: all, forms, taken }: Omit<Look, "reads">,
): Generator<void, Found> {
  try {
    const said = all.get(sheet) ?? [];
    const read = yield* readingOthers(snapshot, own, [...(saidByNames(taken).get(sheet) ?? []), ...said]);
    const known = forms.length === 0 ? read : read.map((table) => withFormRules(table, forms));
    const tables = taken.length === 0 ? known : withTaken(known, taken, said);
    return { tables, failure: null, unread: unreadIn(snapshot, [...own, ...tables.map(({ area }) => area)]) };
  } catch (cause) {
    return { tables: [], failure: { rule: "reading", error: `${sheet}: ${causeText(cause)}` }, unread: null };
  }
}

/** The sheets in their order, in groups of so many cells. */
function grouped(sheets: readonly SheetToRead[]): SheetToRead[][] {
  const groups: SheetToRead[][] = [];
  let room = 0;
  for (const one of sheets) {
    const group = groups.at(-1);
    if (group && cellsOf(one) <= room) group.push(one);
    else {
      groups.push([one]);
      room = GROUP;
    }
    room -= cellsOf(one);
  }
  return groups;
}

/** The tables of a scope: those of its sheet, or those that the selection touches. */
export function tablesIn(sheets: readonly OtherSheet[], scope: CheckScope): OtherTable[] {
  return sheets.flatMap(({ tables }) => tables.filter((table) => inScope(scope, table)));
}

/** A sheet that was touched. */
export interface TouchedSheet {
  readonly one: SheetToRead;
  /** What was known of it, where only parts of it are read. */
  readonly before: SheetSnapshot | null;
  readonly areas: readonly ReadArea[];
}

/** What a check has found of a workbook. */
interface Known {
  readonly workbook: WorkbookOutline;
  readonly sheets: readonly OtherSheet[];
  readonly lost: readonly LostTable[];
  readonly scope: CheckScope;
}

/** What to read again after changes: of a sheet the rows that changed and those that follow from them, or all of it. */
export function sheetsTouched(
  { workbook, sheets, lost, scope }: Known, own: readonly SheetArea[], changedOn: (sheet: string) => readonly Area[],
): TouchedSheet[] {
  const written = ownSheets(workbook, lost);
  return workbook.sheets.flatMap(({ id, name }): TouchedSheet[] => {
    const taken = areasOn(name, own);
    const changed = beyond(changedOn(name), taken);
    const [first, ...others] = changed;
    if (!first || written.has(name) || !isIn(scope, name)) return [];
    const known = sheets.find(({ sheet }) => sheet === name);
    const { snapshot = null, area: read = first } = known ?? {};
    const within = beyond(changed, [read]).length === 0;
    const pieces = known && snapshot && within ? rereadAreas(snapshot, changed) : null;
    const wanted = WANTED;
    if (known && pieces) return [{ one: known, before: snapshot, areas: pieces.map((piece) => ({ ...piece, id, wanted })) }];
    const one = known && within ? known : sheetToRead({ sheet: name, id, taken }, [...others, first].reduce(bounding, read));
    return [{ one, before: null, areas: [{ sheet: name, id, area: one.area, wanted }] }];
  });
}

/** The sheets with those that were read again, in the order of the workbook. */
export async function withSheets(
  workbook: WorkbookOutline, sheets: readonly OtherSheet[],
  again: readonly { readonly one: SheetToRead; readonly snapshot: SheetSnapshot }[], look: Look, course: Course = {},
): Promise<OtherSheet[]> {
  const all = new Map(sheets.map((one) => [one.sheet, one]));
  await sliced(
    looks(again.map(({ one }) => one), again.map(({ snapshot }) => snapshot), look, (one) => {
      told(one, course);
      all.set(one.sheet, one);
    }),
    course,
  );
  return workbook.sheets.flatMap(({ name }) => all.get(name) ?? []);
}

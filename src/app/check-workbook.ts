import { agreements, checkSteps, type Agreement, type RuleFailure, type Today } from "../checks";
import type { Finding, FindingStatus, OffRule } from "../findings";
import type { Form } from "../forms";
import { readingWords } from "../i18n";
import type { PlanFinder } from "../plan";
import { readTable, type TableOutline, tableOutlines } from "../reading";
import {
  areasBeyond, areasRead, circlesIn, formulasRead, overlap, withCircles, type Area, type SheetArea, type SheetSnapshot,
  type WorkbookOutline,
} from "../sheet";
import type { LostTable, OtherTable, PlanTable } from "../tables";
import { WorkbookFailure, type ReadArea, type Course, type Workbook, type WorkbookChange } from "../workbook/port";
import { lostAnswers, sameAnswers, saidOf } from "./answer-rows";
import { WHOLE, inScope, scopeLater, touches, type CheckScope } from "./check-scope";
import { finderOf, keptPlaces, readKeptPlan, type KeptPlan } from "./draft-kept";
import { mergedRecord, recordOutline, sameRecord, turnedOff, type KnownRecord } from "./known-record";
import { lookAt, otherSheets, recovered } from "./lost-sheets";
import {
  noticesOf, placesOf, readSheets, sheetsToRead, sheetsTouched, tablesIn, withSheets, type Look, type OtherSheet,
} from "./other-sheets";
import { hasDates, readAll, unlessGone, whole } from "./read-areas";
import { patched, rereadAreas } from "./reread";
import { sliced } from "./sliced";
import { readTaken, takenOutlines, type TakenTable } from "./taken-tables";

/** What a check found in a workbook; `workbook`, `outlines`, `scope` and `off` are what is known for the next one. */
export interface CheckResult {
  readonly workbook: WorkbookOutline;
  readonly outlines: readonly TableOutline[];
  readonly scope: CheckScope;
  /** Rules that the caller left out. */
  readonly off: ReadonlySet<string>;
  /** The rules of forms that the caller gave. */
  readonly forms: readonly Form[];
  /** Tables of others that were taken over, with what their sheets say. */
  readonly taken: readonly TakenTable[];
  /** The plans that the workbook keeps. */
  readonly plans: readonly KeptPlan[];
  /** What was read of each table, in the order of the outlines. */
  readonly snapshots: readonly SheetSnapshot[];
  /** The tables that were checked. */
  readonly tables: readonly PlanTable[];
  /** Tables of somebody else's that were checked. */
  readonly others: readonly OtherTable[];
  /** Only tables of ours were looked for. */
  readonly own: boolean;
  /** The sheets that hold more than tables of ours. */
  readonly sheets: readonly OtherSheet[];
  /** Tables of ours that could not be read, since nothing says any more what their cells are. */
  readonly lost: readonly LostTable[];
  readonly findings: readonly Finding[];
  readonly agreements: readonly Agreement[];
  /** All tables that were checked, as the record of findings knows them. */
  readonly present: readonly Pick<TableOutline, "key" | "sheet">[];
  /** Rules that failed: faults of this program, to be said as such and not on a cell. */
  readonly failures: readonly RuleFailure[];
  /** The record of findings as it stood; null where the workbook has none. */
  readonly record: KnownRecord | null;
  /** The rows of the record from the first to the last answer that counts for nothing any more; null where there is none. */
  readonly lostAnswers: SheetArea | null;
  /** What the record says of each finding, by its id: those that it does not know are open. */
  readonly statuses: ReadonlyMap<string, FindingStatus>;
  /** The rules that the record turns off, with their reasons. */
  readonly turnedOff: readonly OffRule[];
  /** Names of the rules that did not run, whoever left them out. */
  readonly silent: ReadonlySet<string>;
}

export interface CheckOptions {
  /** Everything, unless told. */
  readonly scope?: CheckScope;
  /** Told how far the reading is; asked whether to go on. */
  readonly course?: Course;
  /** Rules of forms: each table of others is held against those of its own form. */
  readonly forms?: readonly Form[];
  /** Names of rules to leave out, beside those that the record turns off. */
  readonly off?: ReadonlySet<string>;
  /** Tables of ours alone: what is added up or summarized is nobody else's. */
  readonly own?: boolean;
}

/** What is asked of a check, and known for the next one. */
type Asked = Pick<CheckResult, "scope" | "off" | "own" | "forms">;

const NONE: ReadonlySet<string> = new Set();

/**
 * Reads and checks the tables of ours and of anybody else, and reads the record of findings with them: one round trip to learn the sheets,
 * one for ours and for how far the others are used, one for each 5 MB of those. Writes nothing.
 */
export async function checkWorkbook(workbook: Workbook, today: Today, options: CheckOptions = {}): Promise<CheckResult> {
  const { scope = WHOLE, off = NONE, own = false, forms = [], course } = options;
  return checkIn(workbook, await workbook.outline(), { scope, off, own, forms }, today, course);
}

/** So often the sheets are learned anew where they are given other names meanwhile. */
const MOST_LOOKS = 3;

async function checkIn(
  workbook: Workbook, first: WorkbookOutline, asked: Asked, today: Today, course?: Course,
): Promise<CheckResult> {
  let outline = first;
  for (let look = 1; ; look++) {
    const scope = scopeLater(asked.scope, first, outline);
    const result = await checkOnce(workbook, outline, { ...asked, scope }, today, course);
    if (result) return result;
    if (look === MOST_LOOKS) throw new WorkbookFailure("sheet-gone", { sheet: outline.sheets[0]?.name ?? "" });
    outline = await workbook.outline();
  }
}

/** Null where a sheet is gone or called otherwise by the time it is read. */
async function checkOnce(
  workbook: Workbook, outline: WorkbookOutline, { scope, off, own, forms }: Asked, today: Today, course?: Course,
): Promise<CheckResult | null> {
  const all = tableOutlines(outline);
  const ours = all.filter((one) => inScope(scope, one));
  const others = scope.kind === "all" ? otherSheets(outline, all) : [];
  const names = own ? [] : takenOutlines(outline);
  const sheetsOfTaken = names.flatMap(({ rules }) => rules ?? []);
  const kept = keptPlaces(outline);
  const wanted = [...ours.map((one) => [whole(one)]), others.map(lookAt), own ? [] : placesOf(outline), sheetsOfTaken, kept];
  const first = await readAll(workbook, outline, wanted, recordOutline(outline), partOf(course, 0, FIRST_SHARE));
  if (!first) return null;
  const facts = first.snapshots.pop() ?? [];
  const plans = kept.map((place, index) => readKeptPlan(place, facts[index] ?? null));
  const rules = first.snapshots.pop() ?? [];
  const taken = names.map((one) => readTaken(one, (one.rules && rules[sheetsOfTaken.indexOf(one.rules)]) ?? null));
  const places = first.snapshots.pop() ?? [];
  const tops = first.snapshots.pop() ?? [];
  const { found, lost } = await recovered(workbook, tops, outline);
  const again = found.length === 0 ? { snapshots: [] } : await readAll(workbook, outline, found.map((one) => [whole(one)]), null, course);
  if (!again) return null;
  const place = new Map(outline.sheets.map(({ name }, index) => [name, index]));
  const read = [...ours, ...found].map((one, index) => ({ one, snapshot: [...first.snapshots, ...again.snapshots][index]?.[0] }));
  const known = read
    .flatMap(({ one, snapshot }) => (snapshot ? [{ one, snapshot }] : []))
    .sort((a, b) => (place.get(a.one.sheet) ?? 0) - (place.get(b.one.sheet) ?? 0));
  const [outlines, snapshots] = [known.map(({ one }) => one), known.map(({ snapshot }) => snapshot)];
  const tables = tablesOf(outlines, await withTheirCircles(workbook, outline, snapshots), finderOf(plans));
  const beside = sheetsToRead(outline, places, { own: [...all, ...found].map(whole), lost, scope });
  const look = lookOf(outline, first.record, forms, taken);
  const sheets = await unlessGone(readSheets(workbook, beside, look, partOf(course, FIRST_SHARE, 1)));
  if (!sheets) return null;
  const told = noticesOf(outline, places, { sheets, lost, scope, record: own ? null : first.record, taken, plans });
  for (const notice of told) course?.notice?.(notice);
  course?.progress?.(1);
  const seen = { workbook: outline, outlines, snapshots, sheets, lost, scope, off, own, forms, taken, plans };
  return judged(seen, tables, first.record, today, course);
}

/**
 * Checks again after a change: of the tables that it touches, the rows that changed and those whose formulas follow from them are read,
 * and the record where it is touched, in one round trip. Returns null when the change touches nothing that counts. A change of rows,
 * columns or sheets, and a sheet that has another name by now, make everything be learned anew.
 */
export async function recheck(
  workbook: Workbook, before: CheckResult, changes: readonly WorkbookChange[], today: Today, course?: Course,
): Promise<CheckResult | null> {
  const anew = async (): Promise<CheckResult> => {
    const outline = await workbook.outline();
    const scope = scopeLater(before.scope, before.workbook, outline);
    return checkIn(workbook, outline, { ...before, scope }, today, course);
  };
  if (changes.some(({ area }) => area === null)) return anew();
  const nameOf = new Map(before.workbook.sheets.map(({ id, name }) => [id, name]));
  const isTouched = ({ sheet, area: own }: SheetArea): boolean =>
    changes.some(({ sheetId, area }) => area !== null && nameOf.get(sheetId) === sheet && overlap(area, own));
  // what a sheet says of a table that was taken over is of any sheet
  if (before.taken.some(({ rules }) => rules && isTouched(rules)) || before.plans.some(isTouched)) return anew();
  const touched = before.outlines.map((outline) => isTouched(whole(outline)));
  const read = before.record && isTouched(before.record) ? before.record : null;
  const areasIn = (sheet: string): Area[] =>
    changes.flatMap(({ sheetId, area }) => (area !== null && nameOf.get(sheetId) === sheet ? [area] : []));
  const own = [...tableOutlines(before.workbook), ...before.outlines].map(whole);
  const beside = before.own ? [] : sheetsTouched(before, own, areasIn);
  const isAnyTouched = touched.includes(true) || beside.length > 0;
  if (!isAnyTouched && !read) return null;
  // null: all of a table
  const pieces = before.outlines.map(({ sheet, kind }, index): readonly ReadArea[] | null => {
    const snapshot = before.snapshots[index];
    if (touched[index] !== true) return [];
    return (snapshot && rereadAreas(snapshot, areasIn(sheet))?.map((piece) => ({ ...piece, wanted: { dates: hasDates(kind) } }))) ?? null;
  });
  const wanted = [...before.outlines.map((outline, index) => pieces[index] ?? [whole(outline)]), ...beside.map(({ areas }) => areas)];
  const again = await readAll(workbook, before.workbook, wanted, read, course);
  if (!again) return anew();
  const record = again.record ?? before.record;
  if (!isAnyTouched && sameRecord(record, before.record)) return null;
  // what people have said is of any sheet
  if (!sameAnswers(record, before.record)) return anew();
  const snapshots = before.snapshots.map((snapshot, index) => {
    const [first, ...others] = again.snapshots[index] ?? [];
    return !first ? snapshot : pieces[index] === null ? first : patched(snapshot, [first, ...others]);
  });
  const seen = await withTheirCircles(workbook, before.workbook, snapshots);
  const find = finderOf(before.plans);
  const tables = before.tables.map((table, index) => {
    const [outline, snapshot] = [before.outlines[index], seen[index]];
    const isRead = touched[index] === true || table.circles !== undefined || snapshot?.circles !== undefined;
    return outline && snapshot && isRead ? readTable(outline, snapshot, readingWords, find) : table;
  });
  const seenBeside = beside.flatMap(({ one, before: old }, index) => {
    const [first, ...others] = again.snapshots[before.outlines.length + index] ?? [];
    return first ? [{ one, snapshot: old ? patched(old, [first, ...others]) : first }] : [];
  });
  const look = lookOf(before.workbook, record, before.forms, before.taken);
  const sheets = await withSheets(before.workbook, before.sheets, seenBeside, look, course);
  return judged({ ...before, snapshots, sheets }, tables, record, today, course);
}

function lookOf(outline: WorkbookOutline, record: KnownRecord | null, forms: readonly Form[], taken: readonly TakenTable[]): Look {
  return { reads: areasRead(outline), said: saidOf(record), forms, taken };
}

/** How much of a check the reading of our tables is, as far as a person is told. */
const FIRST_SHARE = 0.1;

/** A course of which a work is a part only. */
function partOf(course: Course | undefined, from: number, to: number): Course | undefined {
  const progress = course?.progress;
  return progress ? { ...course, progress: (share) => progress(from + share * (to - from)) } : course;
}

/** So many times what formulas read is read in its turn, where it lies beside all tables. */
const MOST_STEPS = 5;

/**
 * What was read with its circles of formulas, also those that go through other cells of the workbook: these are read for it, which nearly
 * no table needs.
 */
async function withTheirCircles(
  workbook: Workbook, outline: WorkbookOutline, snapshots: readonly SheetSnapshot[],
): Promise<readonly SheetSnapshot[]> {
  const read = areasRead(outline);
  const all = [...snapshots];
  const own = formulasRead(all, read);
  let last = own;
  for (let step = 0; step < MOST_STEPS; step++) {
    const areas = areasBeyond(all, last);
    if (areas.length === 0) break;
    const more = await workbook.read(areas);
    all.push(...more);
    last = formulasRead(more, read);
  }
  const found = circlesIn(last === own ? own : formulasRead(all, read));
  return found.circles.length === 0 ? snapshots : snapshots.map((snapshot) => withCircles(snapshot, found));
}

function tablesOf(outlines: readonly TableOutline[], snapshots: readonly SheetSnapshot[], find: PlanFinder): PlanTable[] {
  return snapshots.flatMap((snapshot, index) => {
    const outline = outlines[index];
    return outline ? [readTable(outline, snapshot, readingWords, find)] : [];
  });
}

async function judged(
  known: Pick<
    CheckResult, "workbook" | "outlines" | "snapshots" | "sheets" | "lost" | "scope" | "off" | "own" | "forms" | "taken" | "plans"
  >,
  tables: readonly PlanTable[], record: KnownRecord | null, today: Today, course?: Course,
): Promise<CheckResult> {
  const { outlines, sheets, lost, scope, off, own } = known;
  const others = tablesIn(sheets, scope);
  const rulesOff = turnedOff(record);
  const silent = new Set([...off, ...rulesOff.map(({ rule }) => rule)]);
  const { sheets: named, calculation } = known.workbook;
  const context = { tables: [...tables, ...others], today, lost, sheets: named, ...(calculation ? { calculation } : {}) };
  const { findings: all, failures: failed } = await sliced(checkSteps(context, silent), course);
  const failures = [...sheets.flatMap(({ failure }) => failure ?? []), ...failed];
  const findings = all.filter(({ at, cells }) => touches(scope, [at, ...cells]));
  const present = [...outlines, ...others];
  const statuses = record
    ? mergedRecord(record, { findings, failures, scope, own, present, silent }, today).statuses
    : new Map<string, FindingStatus>();
  const agreed = agreements(tables).filter(({ at }) => touches(scope, [at]));
  return {
    ...known, tables, others, findings, present,
    agreements: agreed,
    failures, record, statuses,
    lostAnswers: lostAnswers(record),
    turnedOff: rulesOff,
    silent,
  };
}

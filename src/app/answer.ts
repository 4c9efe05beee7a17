import { findingId } from "../checks";
import { answerRowId } from "../findings";
import { areaToA1, type Area } from "../sheet";
import { isAddition, isNumber, readClaim, writeClaim, type OtherTable, type Question, type Said } from "../tables";
import { answerName } from "../templates";
import type { LiveWorkbook, NamedArea } from "../workbook/port";
import { answerFields, answersIn, type KnownAnswer } from "./answer-rows";
import type { CheckResult } from "./check-workbook";
import type { Done } from "./done";
import { enter, type Entered, type EntryOptions } from "./record";
import { Refusal } from "./refusal";
import { allOrNone } from "./undo";

/** What is said of cells of a sheet, and who says it ("" for nobody). */
export interface Answer extends Said {
  readonly sheet: string;
  readonly who: string;
}

/**
 * Answers a question of a check for everybody: it becomes a row of the record, which is made where there is none, and its cells get defined
 * names, so that it goes with them. Throws `Refusal` "finding-gone" where the check has no such question.
 */
export async function answerQuestion(
  workbook: LiveWorkbook, result: CheckResult, id: string, { so, who }: Pick<Answer, "so" | "who">, options: EntryOptions,
): Promise<Done<Entered>> {
  for (const table of result.others) {
    const asked = table.questions.find(({ question }) => findingId(table, "table-question", question) === id);
    if (asked) return say(workbook, result, { ...cellsAsked(table, asked), so, who, sheet: table.sheet }, options);
  }
  throw new Refusal("finding-gone", {});
}

/**
 * Writes an answer into the record. The last one that was given of the same cells gets what is said now where it claims the same; else the
 * new one stands below it and counts, as `saidOf` has it.
 */
export async function say(workbook: LiveWorkbook, result: CheckResult, answer: Answer, options: EntryOptions): Promise<Done<Entered>> {
  const { claim, so, who, ...cells } = answer;
  const { totals, parts, sheet } = cells;
  const text = writeClaim(claim);
  const known = result.record ? answersIn(result.record) : [];
  const isOfThese = (one: KnownAnswer): boolean =>
    readClaim(one.claim)?.axis === claim.axis && one.cells !== null && sameAreas(one.cells.sheet, one.cells.totals, sheet, totals);
  const last = known.filter(isOfThese).reduce<KnownAnswer | null>((most, one) => (most && most.answer > one.answer ? most : one), null);
  const same = last && last.claim === text && last.cells && sameAreas(sheet, last.cells.parts, sheet, parts) ? last : null;
  const numbers = [...known.map((one) => one.answer), ...(result.record?.answers.keys() ?? [])];
  const number = same?.answer ?? Math.max(0, ...numbers) + 1;
  let entered: Entered | null = null;
  const undo = await allOrNone(workbook, [
    async () => {
      const id = answerRowId({ answer: number, totals: totals.length, parts: parts.length, claim: text });
      const done = await enter(
        workbook, result, id,
        (words) => ({
          ...answerFields(claim, cells, words.lang, options.today),
          status: words.record.statuses[so ? "yes" : "no"],
          ...(who.trim() === "" ? {} : { who: who.trim() }),
        }),
        options,
      );
      entered = done.result;
      return done.undo;
    },
    async () => {
      if (same || !entered) return [];
      const { record } = entered;
      const sheetId = result.workbook.sheets.find(({ name }) => name === sheet)?.id;
      const named = (role: "total" | "part", areas: readonly Area[]): NamedArea[] =>
        areas.map((area, place) => ({
          name: answerName(record, number, role, place + 1),
          at: { sheet, area },
          ...(sheetId === undefined ? {} : { sheetId }),
        }));
      const names = [...named("total", totals), ...named("part", parts)];
      await workbook.nameAreas(names);
      return [{ kind: "names", names, given: true }];
    },
  ]);
  if (!entered) throw new Error("no answer was entered");
  return { result: entered, undo };
}

function sameAreas(sheet: string, areas: readonly Area[], other: string, others: readonly Area[]): boolean {
  return [sheet, ...areas.map(areaToA1)].join() === [other, ...others.map(areaToA1)].join();
}

/** More runs of lines or columns are not held: what is believed of the others is of the same claim all the same. */
export const MOST_RUNS = 30;

/** The claim of a question, with all cells of its line or column of which the same is asked or believed. */
function cellsAsked(table: OtherTable, asked: Question): Pick<Said, "claim" | "totals" | "parts"> {
  const { axis, op, factor, added, question, total, all } = asked;
  const down = axis === "column";
  const placeOf = ({ row, col }: { readonly row: number; readonly col: number }): number => (down ? row : col);
  const trackOf = ({ row, col }: { readonly row: number; readonly col: number }): number => (down ? col : row);
  const places = all.map(placeOf);
  const alike = [...table.questions, ...table.relations].filter(
    (one) => one.question === question && one.all.map(placeOf).join() === places.join(),
  );
  const asksOf = new Set(alike.map((one) => trackOf(one.total.at)));
  const areaOf = (from: number, to: number, tracks: readonly [from: number, to: number]): Area =>
    down
      ? { row: from, rows: to - from + 1, col: tracks[0], cols: tracks[1] - tracks[0] + 1 }
      : { row: tracks[0], rows: tracks[1] - tracks[0] + 1, col: from, cols: to - from + 1 };
  const { area } = table;
  const whole: readonly [number, number] = down ? [area.col, area.col + area.cols - 1] : [area.row, area.row + area.rows - 1];
  const at = placeOf(total.at);
  const lines = isAddition(asked) ? placeRuns(places, (one, next) => next === one + 1) : places.map((one): Run => [one, one]);
  return {
    claim: {
      kind: "parts", axis, op,
      ...(factor === undefined ? {} : { factor }),
      ...(added === undefined ? {} : { added }),
    },
    totals: placeRuns([...asksOf].sort((a, b) => a - b), nothingBetween(table, asked))
      .slice(0, MOST_RUNS)
      .map((run) => areaOf(at, at, run)),
    parts: lines.map(([from, to]) => areaOf(from, to, whole)),
  };
}

type Run = readonly [from: number, to: number];

/** Places in runs, each as long as the next one follows. */
export function placeRuns(places: readonly number[], follows: (one: number, next: number) => boolean): Run[] {
  const found: [number, number][] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && follows(last[1], place)) last[1] = place;
    else found.push([place, place]);
  }
  return found;
}

/** Whether no line between two, or no column, has a number where the asked one has its total: blank ones are nobody's totals. */
function nothingBetween({ rows, columns }: OtherTable, { axis, total, column }: Question): (one: number, next: number) => boolean {
  const filled =
    axis === "column"
      ? columns.flatMap(({ id, col }) => (isNumber(rows.find(({ row }) => row === total.at.row)?.cells.get(id)) ? [col] : []))
      : rows.flatMap(({ row, cells }) => (isNumber(cells.get(column.id)) ? [row] : []));
  return (one, next) => !filled.some((place) => place > one && place < next);
}

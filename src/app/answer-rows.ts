import { serialOf } from "../base";
import type { Today } from "../checks";
import { isAnswerRow, readAnswerId, textOf, type AnswerData, type AnswerId, type RecordChange, type RecordRow } from "../findings";
import { wordsOf } from "../i18n";
import { columnLetters, sheetAreaToA1, type Area, type SheetArea } from "../sheet";
import { readClaim, type Said, type SaidClaim } from "../tables";
import type { AnswerCells } from "./answer-cells";
import { readStatus, type KnownRecord } from "./known-record";

/** An answer as it stands in the record. */
export interface KnownAnswer extends AnswerId {
  readonly row: RecordRow;
  /** Null where cells of it are gone: it is passed over. */
  readonly cells: (Omit<Said, "claim" | "so"> & { readonly sheet: string }) | null;
  /** Null where its status says neither: it counts for nothing. */
  readonly so: boolean | null;
}

/** The answers of a record, from top to bottom. */
export function answersIn({ rows, answers }: Pick<KnownRecord, "rows" | "answers">): KnownAnswer[] {
  const seen = new Set<number>();
  return rows.flatMap((row): KnownAnswer[] => {
    const id = readAnswerId(textOf(row.cells.id));
    if (!id || seen.has(id.answer)) return [];
    seen.add(id.answer);
    const status = readStatus(textOf(row.cells.status));
    const so = status === "yes" ? true : status === "no" ? false : null;
    return [{ ...id, row, so, cells: cellsOf(id, answers.get(id.answer)) }];
  });
}

function cellsOf(id: AnswerId, known: AnswerCells | undefined): KnownAnswer["cells"] {
  const sheet = known?.total[0]?.sheet;
  if (!known || sheet === undefined || known.total.length !== id.totals || known.part.length !== id.parts) return null;
  if ([...known.total, ...known.part].some((one) => one.sheet !== sheet)) return null;
  return { sheet, totals: known.total.map(({ area }) => area), parts: known.part.map(({ area }) => area) };
}

/** What people have said of the cells of each sheet, in the order in which they did: of one thing the later answer counts. */
export function saidOf(record: KnownRecord | null): ReadonlyMap<string, readonly Said[]> {
  const all = new Map<string, Said[]>();
  const known = record ? answersIn(record) : [];
  for (const { claim, so, cells } of known.sort((a, b) => a.answer - b.answer)) {
    const read = readClaim(claim);
    if (!read || so === null || !cells) continue;
    const { sheet, totals, parts } = cells;
    all.set(sheet, [...(all.get(sheet) ?? []), { claim: read, so, totals, parts }]);
  }
  return all;
}

/** The rows of a record from the first to the last answer that counts for nothing any more; null where there is none. */
export function lostAnswers(record: KnownRecord | null): SheetArea | null {
  const lost = (record ? answersIn(record) : []).filter(({ claim, so, cells }) => so === null || !cells || !readClaim(claim));
  const rows = lost.map(({ row }) => row.row);
  if (!record || rows.length === 0) return null;
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  return { sheet: record.sheet, area: { ...record.area, row: first, rows: last - first + 1 } };
}

/** Whether the answers of two readings of a record say the same. */
export function sameAnswers(one: KnownRecord | null, other: KnownRecord | null): boolean {
  const said = (record: KnownRecord | null): string => JSON.stringify([...saidOf(record)]);
  return said(one) === said(other);
}

/**
 * What has to be written so that the rows of answers say where their cells stand now, of which the cells are gone, and which count for
 * nothing since nobody can tell what they say.
 */
export function answerChanges(record: KnownRecord): RecordChange[] {
  const words = wordsOf(record.lang).record;
  const { answerGone: gone, answerUnread: unread } = words;
  const known = new Map(answersIn(record).map((one) => [one.row, one]));
  return record.rows.flatMap((row): RecordChange[] => {
    if (!isAnswerRow(textOf(row.cells.id))) return [];
    const { cells = null, so = null, claim: text = "" } = known.get(row) ?? {};
    const claim = readClaim(text);
    const end = so === null || !claim ? unread : cells ? "" : gone;
    const stated = textOf(row.cells.text);
    const ending = [gone, unread].map((one) => one.trim()).find((one) => stated.endsWith(one)) ?? "";
    const bare = stated.slice(0, stated.length - ending.length).trim();
    const wanted: readonly (readonly ["place" | "text", string])[] =
      claim && cells
        ? [["place", placeOf(cells)], ["text", `${words.answered(answerData(claim, cells))}${end}`]]
        : [["text", `${bare}${end}`]];
    return wanted.flatMap(([field, to]) => (row.cells[field] === to ? [] : [{ row: row.row, field, to, expect: row.cells[field] }]));
  });
}

/** The fields of a new answer's row but for its id and status. */
export function answerFields(
  claim: SaidClaim, cells: NonNullable<KnownAnswer["cells"]>, lang: KnownRecord["lang"], today: Today,
): { readonly severity: string; readonly place: string; readonly text: string; readonly date: number } {
  const words = wordsOf(lang).record;
  return {
    severity: words.answer,
    place: placeOf(cells),
    text: words.answered(answerData(claim, cells)),
    date: serialOf(today),
  };
}

function placeOf({ sheet, totals: [first] }: NonNullable<KnownAnswer["cells"]>): string {
  return first ? sheetAreaToA1({ sheet, area: first }) : "";
}

function answerData(claim: SaidClaim, { totals: [total], parts }: Pick<Said, "totals" | "parts">): AnswerData {
  const { kind, axis } = claim;
  const name = ({ row, rows, col, cols }: Area): string =>
    axis === "column" ? span(row, rows, (place) => `${place + 1}`) : span(col, cols, columnLetters);
  return {
    kind, axis,
    op: claim.kind === "parts" ? claim.op : "sum",
    added: claim.kind === "parts" ? (claim.added ?? 1) : 1,
    is: claim.kind === "column" ? claim.is : null,
    total: total ? name(total) : "",
    parts: parts.map(name),
  };
}

/** "13–17", "C". */
function span(from: number, count: number, name: (place: number) => string): string {
  return count === 1 ? name(from) : `${name(from)}–${name(from + count - 1)}`;
}

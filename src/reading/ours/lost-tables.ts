import { isCellError, type Area, type CellRef, type CellValue, type SheetSnapshot } from "../../sheet";
import type { LostTable } from "../../tables";
import type { ColumnKey, TableKind } from "../../templates";
import { reachOf, type TableOutline } from "./outline";

/** A lost table with the keys of its columns. */
export interface ShownTable extends LostTable {
  readonly columns: ReadonlyMap<ColumnKey, number> | null;
}

/**
 * A kind of our tables as it looks in one language: its title, and the key of each column by its heads (see `headKey`), with "#" for a
 * year.
 */
export interface TableLook {
  readonly kind: TableKind;
  readonly title: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** So many rows of a sheet are looked at: people put a letterhead above a table. */
export const LOOK_ROWS = 20;

/** The outline number and the label of a line each have a head. */
const FEWEST_HEADS = 2;

/** Rows of heads and of column numbers above the body. */
const HEAD_ROWS = 2;
const YEAR = /\b(?:19|20)\d{2}\b/;

/** What the hidden cell over the codes holds: the id of a plan of the catalogue, or "own/" and a title. */
const PLAN_TAG = /^(?:own\/.|[a-z0-9]+(?:-[a-z0-9]+)+(?:#|$))/;

/** The two heads over a column as they are compared. */
export function headKey(upper: string, lower: string): string {
  return [upper, lower].map((text) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase().replace(YEAR, "#")).join("|");
}

/** The heads of each column: an upper head stands over all columns to its right that have only a lower one. */
export function headsIn(rows: readonly (readonly string[])[]): { readonly upper: string; readonly lower: string }[] {
  const [uppers = [], lowers = []] = rows;
  let over = "";
  return uppers.map((upper, col) => {
    const lower = lowers[col] ?? "";
    if (upper !== "") over = upper;
    else if (lower === "") over = "";
    return { upper: over, lower };
  });
}

/**
 * The table of ours that the first rows of a sheet show, though no name tells of it: our title above heads that are all ours, or heads of
 * ours with the hidden codes of rows and plan. A table that somebody made for himself is none, whatever its heads have in common with ours.
 */
export function lostTable(snapshot: SheetSnapshot, looks: readonly TableLook[]): ShownTable | null {
  const texts = snapshot.values.map((row) => row.map(textOf));
  for (const [r, row] of texts.entries()) {
    if (row.filter((text) => text !== "").length < FEWEST_HEADS) continue;
    const heads = headsIn([row, texts[r + 1] ?? []]);
    const looked = heads.map(({ upper, lower }) => headKey(upper, lower));
    for (const look of looks) {
      const keys = looked.map((head) => look.columns.get(head) ?? null);
      const [number, label, key] = ["number", "label", "key"].map((one) => keys.indexOf(one)) as [number, number, number];
      if (number === -1 || label === -1) continue;
      const above = texts.slice(0, r);
      const titled = above.some((cells) => headKey(cells[number] ?? "", "") === headKey(look.title, ""));
      const tag = key === -1 ? -1 : above.findIndex((cells) => PLAN_TAG.test(cells[key] ?? ""));
      const all = heads.every(({ upper, lower }, col) => keys[col] !== null || (upper === "" && lower === ""));
      if (tag === -1 && !(titled && all)) continue;
      const cell = (ownRow: number, col: number): CellRef => ({
        sheet: snapshot.sheet,
        row: snapshot.area.row + ownRow,
        col: snapshot.area.col + col,
      });
      const caption = (above.at(-1) ?? []).findIndex((text, col) => text !== "" && col !== key);
      return {
        kind: look.kind,
        at: cell(r, number),
        caption: caption === -1 ? null : cell(r - 1, caption),
        plan: tag === -1 ? null : cell(tag, key),
        columns: all && key !== -1 ? placed(keys, heads, snapshot.area.col) : null,
      };
    }
  }
  return null;
}

/** The outline of a lost table whose columns are known; `snapshot` is of its sheet from its heads down. Null where no row has a code. */
export function lostOutline(
  { kind, at: { sheet, row, col }, plan, caption, columns }: ShownTable & { readonly columns: ReadonlyMap<ColumnKey, number> },
  snapshot: SheetSnapshot, id: TableOutline["id"],
): TableOutline | null {
  const key = (columns.get("key") ?? 0) - snapshot.area.col;
  const from = row + HEAD_ROWS + 1;
  const coded = snapshot.values.flatMap((cells, r) =>
    snapshot.area.row + r >= from && textOf(cells[key] ?? null) !== "" ? [snapshot.area.row + r] : [],
  );
  const to = coded.at(-1);
  if (to === undefined) return null;
  const last = Math.max(...columns.values());
  const head: Area = { row, col, rows: HEAD_ROWS, cols: last - col + 1 };
  // from the title on: what is in the first row over the codes says which plan it is
  const area: Area = { row: 0, col, rows: to + 1, cols: head.cols };
  return {
    id,
    key: `${id}@${sheet}`,
    kind, sheet, area,
    reach: reachOf(area, []),
    caption: kind === "budget" && row > 0 ? (caption ?? { sheet, row: row - 1, col }) : null,
    head, plan, columns,
    body: { from, to },
  };
}

/** Columns by their keys, with the years of their heads; null where two columns are the same. */
function placed(
  keys: readonly (string | null)[],
  heads: readonly { readonly upper: string; readonly lower: string }[],
  left: number,
): ReadonlyMap<ColumnKey, number> | null {
  const columns = new Map<ColumnKey, number>();
  for (const [col, key] of keys.entries()) {
    if (key === null) continue;
    const { upper = "", lower = "" } = heads[col] ?? {};
    const year = YEAR.exec(lower)?.[0] ?? YEAR.exec(upper)?.[0] ?? "";
    const own = key.replace("#", year) as ColumnKey;
    if (columns.has(own)) return null;
    columns.set(own, left + col);
  }
  return columns;
}

function textOf(value: CellValue): string {
  return value === null || isCellError(value) ? "" : String(value).trim();
}

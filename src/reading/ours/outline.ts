import { groupBy } from "../../base";
import { MAX_COLS, MAX_ROWS, bounding, lastCell, overlap, type Area, type CellRef, type WorkbookOutline } from "../../sheet";
import { PART_KEYS, readDefinedName, type ColumnKey, type PartKey, type TableId, type TableKind } from "../../templates";

/** A table of ours as the defined names show it, before its cells are read. */
export interface TableOutline {
  readonly id: TableId;
  /** Unique in the workbook, whatever its sheet is called: the id, and for a copied sheet the scope of its names. */
  readonly key: string;
  readonly kind: TableKind;
  readonly sheet: string;
  /** Everything that is of the table. */
  readonly area: Area;
  /** What has to be read: the table, and a little below and right of it, where people add what they take for a part of it. */
  readonly reach: Area;
  /** Absolute cell of the unit's caption; null where the table has none. */
  readonly caption: CellRef | null;
  /** The two rows of column heads; null in a table that has no such name. */
  readonly head: Area | null;
  /** The hidden cell that says which plan the table was made of. */
  readonly plan: CellRef | null;
  /** Absolute column of each key. */
  readonly columns: ReadonlyMap<ColumnKey, number>;
  /** First and last row of the body, absolute. */
  readonly body: { readonly from: number; readonly to: number };
}

/**
 * Our tables in a workbook, by their defined names. A sheet that was copied brings names of its own scope, so its table is
 * another one. A column whose name is gone or points to another sheet is not part of the table; a table whose own name is gone is what
 * its other names span.
 */
export function tableOutlines(outline: WorkbookOutline): TableOutline[] {
  const ours = outline.names.flatMap((name) => {
    const parsed = readDefinedName(name.name);
    return parsed ? [{ parsed, name }] : [];
  });
  const groups = groupBy(ours, ({ parsed, name }) => `${name.scope ?? ""}\n${parsed.table}`);
  const order = new Map(outline.sheets.map(({ name }, index) => [name, index]));
  const found = [...groups.values()]
    .flatMap((members): Omit<TableOutline, "reach">[] => {
      const whole = members.find(({ parsed }) => parsed.key === "table") ?? members.find(({ parsed }) => parsed.key === "label");
      if (!whole) return [];
      const { sheet, area } = whole.name.refersTo;
      const own = members.filter(({ name }) => name.refersTo.sheet === sheet);
      const part = (key: PartKey): Area | null => own.find(({ parsed }) => parsed.key === key)?.name.refersTo.area ?? null;
      const cell = (at: Area | null): CellRef | null => at && { sheet, row: at.row, col: at.col };
      const parts = { caption: part("caption"), head: part("head"), plan: part("plan") };
      const columns = own.filter(({ parsed }) => !isPart(parsed.key));
      if (columns.length === 0 || !order.has(sheet)) return [];
      const from = Math.min(...columns.map(({ name }) => name.refersTo.area.row));
      const to = Math.max(...columns.map(({ name }) => lastCell(name.refersTo.area).row));
      return [
        {
          id: whole.parsed.table,
          key: whole.name.scope === null ? whole.parsed.table : `${whole.parsed.table}@${whole.name.scope}`,
          kind: whole.parsed.kind,
          sheet,
          // a column that somebody moved out of the table is read too
          area: [...columns.map(({ name }) => name.refersTo.area), ...Object.values(parts).flatMap((one) => one ?? [])].reduce(
            bounding, area,
          ),
          caption: cell(parts.caption),
          head: parts.head,
          plan: cell(parts.plan),
          columns: new Map(columns.map(({ parsed, name }) => [parsed.key as ColumnKey, name.refersTo.area.col])),
          body: { from, to },
        },
      ];
    })
    .sort((a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.area.row - b.area.row);
  return found.map((one) => ({
    ...one,
    reach: reachOf(one.area, found.flatMap((other) => (other !== one && other.sheet === one.sheet ? [other.area] : []))),
  }));
}

/** Rows below a table, and columns right of it, that are read with it: nobody adds more lines than that without looking at their sum. */
const BELOW = 12;
const BESIDE = 1;

/** An area with what is below and beside it, as far as it is no other table's and still in the sheet. */
export function reachOf(area: Area, others: readonly Area[]): Area {
  const [bottom, right] = [area.row + area.rows, area.col + area.cols];
  const cols = Math.max(0, Math.min(BESIDE, MAX_COLS - right));
  const beside = others.some((other) => overlap(other, { ...area, col: right, cols })) ? 0 : cols;
  const wide = { ...area, cols: area.cols + beside };
  const room = others.flatMap((other) => (overlap(other, { ...wide, row: bottom, rows: BELOW }) ? [other.row - bottom] : []));
  return { ...wide, rows: area.rows + Math.max(0, Math.min(BELOW, MAX_ROWS - bottom, ...room)) };
}

function isPart(key: ColumnKey | PartKey): key is PartKey {
  return (PART_KEYS as readonly string[]).includes(key);
}

import { groupBy } from "../base";
import type { RuleData, TableData } from "../i18n";
import { areaToA1, columnLetters, intersection, overlap, toA1, type CellRef, type SheetArea } from "../sheet";
import { computedOf, graphOf, hasAmounts, isAddition, relationHolds, type ColumnUse, type Relation, type Table } from "../tables";
import { placeRuns } from "./answer";
import type { CheckResult } from "./check-workbook";

/** A cell with its words and its number. */
export interface DescribedCell {
  readonly at: CellRef;
  readonly label: string;
  readonly value: number;
}

/** What the selected cell is the total of. */
export interface DescribedTotal {
  readonly op: Relation["op"];
  readonly axis: "column" | "row";
  readonly stated: DescribedCell;
  readonly computed: number;
  readonly holds: boolean;
  readonly parts: readonly DescribedCell[];
}

/** What was understood of a table. */
export interface TableDescription extends TableData {
  readonly table: Table;
  /** The selected cell in it. */
  readonly at: CellRef;
  /** What the row of that cell was understood as; null for one that is neither (a blank one, a remark). */
  readonly row: "head" | "line" | null;
  /** What its column was understood as; null in a table of ours. */
  readonly use: ColumnUse | null;
  readonly rules: readonly RuleData[];
  readonly totals: readonly DescribedTotal[];
  /** Ids of the findings that ask something of it. */
  readonly questions: readonly string[];
}

/** The checked table at the first of the selected areas that touches one, as it was understood; null where none does. */
export function describeTableAt({ tables, others, findings }: CheckResult, selected: readonly SheetArea[]): TableDescription | null {
  const all = [...tables, ...others];
  const [found] = selected.flatMap(({ sheet, area }) =>
    all.flatMap((table) => {
      const cells = table.sheet === sheet ? intersection(table.area, area) : null;
      return cells ? [{ table, sheet, area: cells }] : [];
    }),
  );
  if (!found) return null;
  const { table, sheet, area } = found;
  const at: CellRef = { sheet, row: area.row, col: area.col };
  const relations = hasAmounts(table) ? graphOf(table).relations : [];
  const cols = table.kind === "other" ? table.columns.map(({ col }) => col) : [];
  return {
    table, at,
    ...partOf(table, at),
    range: areaToA1(table.area),
    kind: table.kind === "other" ? table.subject : table.kind,
    unit: hasAmounts(table) ? table.unit : null,
    heads: table.kind === "other" ? names([...table.headRows], (row) => `${row + 1}`) : "",
    lines: table.rows.length,
    levels: levelsOf(table),
    columns: names(cols, columnLetters),
    rules: rulesOf(relations),
    totals: relations
      .filter(({ total }) => total.at.row === area.row && total.at.col === area.col)
      .map((relation) => totalOf(table, relation)),
    questions: findings
      .filter(({ code, at }) => code === "table-question" && at.sheet === sheet && overlap(table.area, { ...at, rows: 1, cols: 1 }))
      .map(({ id }) => id),
  };
}

function partOf(table: Table, { row, col }: CellRef): Pick<TableDescription, "row" | "use"> {
  if (table.kind !== "other") return { row: null, use: null };
  return {
    row: table.headRows.includes(row) ? "head" : table.rows.some((line) => line.row === row) ? "line" : null,
    use: table.columns.find((column) => column.col === col)?.use ?? "words",
  };
}

function levelsOf(table: Table): number {
  if (!hasAmounts(table)) return 1;
  const { rows } = table;
  const depths: number[] = [];
  for (const { parent } of rows) depths.push(parent === null ? 1 : (depths[parent] ?? 0) + 1);
  return depths.reduce((most, depth) => Math.max(most, depth), 0);
}

const runsOf = (places: readonly number[]) => placeRuns(places, (one, next) => next === one + 1);

/** "3–4, 6". */
function names(places: readonly number[], name: (place: number) => string): string {
  return runsOf(places).map(([from, to]) => (from === to ? name(from) : `${name(from)}–${name(to)}`)).join(", ");
}

/** More parts that follow each other are named by the first and the last. */
const MOST_NAMED = 3;

/** The parts of a sum: "6", "9", "12"; "6", "…", "20". */
function summed(places: readonly number[], name: (place: number) => string): string[] {
  return runsOf(places).flatMap(([from, to]) =>
    to - from < MOST_NAMED ? Array.from({ length: to - from + 1 }, (_, at) => name(from + at)) : [name(from), "…", name(to)],
  );
}

function rulesOf(relations: readonly Relation[]): RuleData[] {
  const place = (axis: Relation["axis"], { row, col }: CellRef): number => (axis === "column" ? row : col);
  // a share is of a column of its own line, or of one cell
  const isElsewhere = ({ op, axis, total }: Relation, at: CellRef): boolean =>
    op === "ratio" && axis === "row" && at.row !== total.at.row;
  const partOf = (relation: Relation, at: CellRef): number | string => (isElsewhere(relation, at) ? toA1(at) : place(relation.axis, at));
  const keyOf = (relation: Relation): string => {
    const { axis, op, total, parts, added = 1, factor = 1, growth = false } = relation;
    return [axis, op, added, factor, growth, place(axis, total.at), ...parts.map(({ at }) => partOf(relation, at))].join();
  };
  const totals = groupBy(relations, ({ axis, total }) => `${axis} ${place(axis, total.at)}`);
  return [...groupBy(relations, keyOf).values()]
    .flatMap((alike): RuleData[] => {
      const [first] = alike;
      if (!first) return [];
      const { axis, op, added = 1, factor = 1, growth, total, parts } = first;
      const name = axis === "column" ? (row: number): string => `${row + 1}` : columnLetters;
      const places = parts.map(({ at }) => place(axis, at));
      return [
        {
          axis, op, added, factor,
          ...(growth ? { growth } : {}),
          total: name(place(axis, total.at)),
          parts: isAddition(first)
            ? summed(places, name)
            : parts.map(({ at }) => (isElsewhere(first, at) ? toA1(at) : name(place(axis, at)))),
          count: alike.length,
          failing: alike.filter((one) => !relationHolds(one)).length,
          everywhere: alike.length === totals.get(`${axis} ${place(axis, total.at)}`)?.length,
        },
      ];
    })
    .sort((a, b) => (a.axis === b.axis ? 0 : a.axis === "row" ? -1 : 1) || b.count - a.count);
}

function totalOf(table: Table, relation: Relation): DescribedTotal {
  const { op, axis, total, parts } = relation;
  const lines = new Map(table.rows.map(({ row, label }) => [row, label]));
  const heads = new Map(table.kind === "other" ? table.columns.map(({ col, head }) => [col, head]) : []);
  const cell = ({ at, value }: { readonly at: CellRef; readonly value: number }): DescribedCell => ({
    at, value,
    label: (axis === "column" ? lines.get(at.row) : heads.get(at.col)) ?? "",
  });
  return { op, axis, stated: cell(total), computed: computedOf(relation), holds: relationHolds(relation), parts: parts.map(cell) };
}

import { diagnose, type BalanceCell, type Equation } from "../../src/balance";
import { believedIn, layoutsOf, type Layout } from "../../src/reading/any";
import type { CellValue, SheetSnapshot } from "../../src/sheet";
import { BELIEVED, CERTAIN, statesUnit, type GridCell, type GridRelation } from "../../src/tables";
import { numberIn, type Table } from "./planted-tables";
import type { MarkedSum } from "./sums-score";

/** Tables of anybody's read from bare cells: no style, no formula, and either typed numbers or (as of a .csv) nothing but text. */

export type Cells = "typed" | "text";

export function snapshotOf(table: Table, cells: Cells): SheetSnapshot {
  const cols = Math.max(1, ...table.rows.map((row) => row.length));
  const value = (text: string): CellValue => {
    if (text.trim() === "") return null;
    const number = cells === "text" ? null : numberIn(text, table.number_format);
    return number === null ? text : text.includes("%") ? number / 100 : number;
  };
  const values = table.rows.map((row) => Array.from({ length: cols }, (_, col) => value(row[col] ?? "")));
  return {
    sheet: table.id,
    area: { row: 0, col: 0, rows: values.length, cols },
    values,
    formulas: values.map((row) => row.map(() => null)),
    unevaluated: [],
  };
}

/** A layout with what is believed of it. */
export interface Understood {
  readonly layout: Layout;
  readonly believed: readonly GridRelation[];
}

export function understood(snapshot: SheetSnapshot): Understood[] {
  return layoutsOf(snapshot, []).map((layout) => ({ layout, believed: believedIn(layout) }));
}

type Place = readonly [row: number, col: number];

const placeIn = ({ lines, columns }: Layout, [line, column]: GridCell): Place => [lines[line]?.row ?? -1, columns[column]?.col ?? -1];

/** The sums that are told of a sheet, by absolute row and column. */
export function sumsOf(tables: readonly Understood[]): MarkedSum[] {
  return tables.flatMap(({ layout, believed }) =>
    believed.flatMap(({ op, sure, total, parts }) =>
      op === "sum" && sure >= BELIEVED ? [{ total: placeIn(layout, total), parts: parts.map((part) => placeIn(layout, part)) }] : [],
    ),
  );
}

/** What a person is told of wrong sums. */
export interface Told {
  /** Some relation that fails is certain; some other one is believed. */
  readonly error: boolean;
  readonly warning: boolean;
  /** By "row,col": the cells named first, and all that are named. */
  readonly first: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
}

export function toldOf(tables: readonly Understood[]): Told {
  const told = { error: false, warning: false, first: new Set<string>(), named: new Set<string>() };
  for (const one of tables) {
    const { cells, equations, sure } = systemOf(one);
    const { failed, faults } = diagnose(cells, equations, { rounding: statesUnit(one.layout) ? "where likely" : true });
    for (const { id } of failed) {
      if ((sure.get(id) ?? 0) >= CERTAIN) told.error = true;
      else told.warning = true;
    }
    for (const { candidates, sets } of faults) {
      const named = [...candidates.map(({ cell }) => cell), ...sets.flatMap(({ corrections }) => corrections.map(({ cell }) => cell))];
      if (named[0] !== undefined) told.first.add(named[0]);
      for (const cell of named) told.named.add(cell);
    }
  }
  return told;
}

/** The believed sums, differences and limits as equations, with how sure each is. */
function systemOf({ layout, believed }: Understood): { cells: BalanceCell[]; equations: Equation[]; sure: Map<string, number> } {
  const { values, decimals } = layout.numbers;
  const cells = new Map<string, BalanceCell>();
  const sure = new Map<string, number>();
  const equations = believed.flatMap((relation, index): Equation[] => {
    const { op } = relation;
    if (relation.sure < BELIEVED || (op !== "sum" && op !== "difference" && op !== "of-which")) return [];
    const added = op === "difference" ? (relation.added ?? 1) : relation.parts.length;
    const terms = [relation.total, ...relation.parts].flatMap((cell, at) => {
      const place = cell[0] * layout.columns.length + cell[1];
      const value = values[place] ?? Number.NaN;
      if (Number.isNaN(value)) return [];
      const id = placeIn(layout, cell).join();
      cells.set(id, { id, value, typed: true, decimals: decimals[place] ?? 0 });
      const coefficient = at === 0 || at > added ? 1 : -1;
      return [{ cell: id, coefficient: op === "of-which" ? -coefficient : coefficient }];
    });
    sure.set(String(index), relation.sure);
    return terms.length < 2 ? [] : [{ id: String(index), op: op === "of-which" ? "<=" : "=", terms, tolerance: relation.slack ?? 0 }];
  });
  return { cells: [...cells.values()], equations, sure };
}

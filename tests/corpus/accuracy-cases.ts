import { diagnose, type Diagnosis } from "../../src/balance";
import { pick, slipsOf, tableSlips, textOf, withSlip, type Planted, type System } from "./accuracy-slips";
import { plant, randomNumbers, systemOf, type Table } from "./planted-tables";

/** The tables' amounts are rounded ones. */
export const ROUNDED = { rounding: true } as const;

/** A table with the relations that hold in it as published: those that are given. */
export interface Given {
  readonly table: Table;
  readonly system: System;
  readonly held: ReadonlySet<string>;
}

export function givenOf(table: Table): Given {
  const system = systemOf(table);
  const failed = failedIn(diagnose(system.cells, system.equations, ROUNDED));
  const equations = system.equations.filter(({ id }) => !failed.has(id));
  return { table, system: { cells: system.cells, equations }, held: new Set(equations.map(({ id }) => id)) };
}

export function failedIn({ failed }: Diagnosis): Set<string> {
  return new Set(failed.map(({ id }) => id));
}

/** One typing error in each table: two digits swapped, one wrong or the last one dropped, in a total as often as in a part. */
export function plantedOnce(tables: readonly Given[], seed: number): Planted[] {
  const random = randomNumbers(seed);
  return tables.flatMap(({ table, held }) => {
    const planted = plant(table, random);
    if (!planted) return [];
    const { cells, equations } = systemOf(planted.table);
    const { kind, cell, was, relations } = planted;
    return [{ kind, cells, equations: equations.filter(({ id }) => held.has(id)), was: new Map([[cell, was]]), relations }];
  });
}

/** One error of each kind in each table: a slip in a random number of a sum, and a mistake of rows or pairs of cells. */
export function plantedByKind(tables: readonly Given[], seed: number): Planted[] {
  const random = randomNumbers(seed);
  return tables.flatMap(({ system }) => {
    const exact = system.equations.filter(({ terms }) => terms.length > 2);
    const equation = pick(exact, random);
    if (!equation) return [];
    const cells = new Map(system.cells.map((cell) => [cell.id, cell]));
    const place = random() < 0.5 ? equation.terms[0] : pick(equation.terms.slice(1), random);
    const cell = cells.get(place?.cell ?? "");
    if (!cell || cell.value === 0) return [];
    const slips = slipsOf(textOf(cell));
    const kinds = [...new Set(slips.map(({ kind }) => kind))];
    const numbers = kinds.flatMap((kind) => {
      const slip = pick(slips.filter((one) => one.kind === kind), random);
      return (slip && withSlip(system, cell, slip)) ?? [];
    });
    return [...numbers, ...tableSlips(system, equation, random)];
  });
}

import { MONEY_UNITS, type MoneyUnit } from "../../quantity";
import { TABLE_KINDS, type TableKind } from "../../templates";
import { commonest } from "../../base";
import type { Group, Line, RollUp } from "./heap";

/** What a group is held against: the lines and columns that at least half of its units have, each as most of them write it. */
export interface Reference {
  readonly lines: ReadonlyMap<string, { readonly variant: string; readonly line: Line }>;
  readonly columns: readonly string[];
}

/** The tables that at least half as many units have as the commonest of their kind; others are of other plans. */
export function chosenGroups({ groups }: RollUp): { readonly chosen: Group[]; readonly others: Group[] } {
  const all = [...groups]
    .sort(([a, { kind }], [b, { kind: other }]) => TABLE_KINDS.indexOf(kind) - TABLE_KINDS.indexOf(other) || (a < b ? -1 : 1))
    .map(([, group]) => group);
  const most = (kind: TableKind): number => Math.max(...all.filter((one) => one.kind === kind).map(({ units }) => units));
  const isChosen = ({ kind, units }: Group): boolean => units * 2 >= most(kind);
  return { chosen: all.filter(isChosen), others: all.filter((one) => !isChosen(one)) };
}

/** A line as most units have it; of equally common ones the first in the order of characters. */
export function variantOf(variants: ReadonlyMap<string, Line> = new Map()): { readonly variant: string; readonly line: Line } | null {
  const variant = commonest(new Map([...variants].map(([name, { units }]) => [name, units])));
  const line = variants.get(variant);
  return line ? { variant, line } : null;
}

export function referenceOf(group: Group): Reference {
  const isCommon = (units: number): boolean => units * 2 >= group.units;
  const lines = [...group.lines].flatMap(([key, variants]) => {
    const all = [...variants].reduce((sum, [, { units }]) => sum + units, 0);
    const found = variantOf(variants);
    return found && isCommon(all) ? [[key, found] as const] : [];
  });
  lines.sort(([a, { line: one }], [b, { line: other }]) => one.row - other.row || (a < b ? -1 : 1));
  const counted = new Map<string, number>();
  for (const { columns, units } of group.shapes.values())
    for (const column of columns) counted.set(column, (counted.get(column) ?? 0) + units.count);
  // in the order of the commonest shape, what that one lacks behind
  const shape = commonest(new Map([...group.shapes].map(([key, { units }]) => [key, units.count])));
  const order = group.shapes.get(shape)?.columns ?? [];
  const rest = [...counted.keys()].filter((column) => !order.includes(column)).sort();
  return { lines: new Map(lines), columns: [...order, ...rest].filter((column) => isCommon(counted.get(column) ?? 0)) };
}

/** The unit of money that most tables have; of equally common ones the larger. */
export function moneyUnitOf({ moneyUnits }: Group): MoneyUnit | null {
  const sorted = MONEY_UNITS.toReversed().filter((unit) => moneyUnits.has(unit));
  const count = (unit: MoneyUnit): number => moneyUnits.get(unit)?.count ?? 0;
  return sorted.reduce<MoneyUnit | null>((best, unit) => (best !== null && count(best) >= count(unit) ? best : unit), null);
}

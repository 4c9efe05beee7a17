import type { Amount, Finding } from "../findings";
import { MONEY_UNITS, toDong, type MoneyUnit } from "../quantity";
import { type BudgetTable, cellIn, isNumber, type Table, amountColumn } from "../tables";
import { MOST_DONG } from "./limits";
import { finding, type Rule } from "./rule";

interface Total extends Amount {
  readonly key: string;
  readonly unit: MoneyUnit;
}

/**
 * A table whose amounts and unit cannot belong together: its total is a thousand or a million times that of another table of the
 * same plan in this workbook, or is more than any budget. The caption was changed and the amounts were not, or the other way round.
 * Where nothing says the unit in words that can be read, that is told.
 */
export const tableUnits: Rule = {
  name: "table-units",
  codes: ["table-unit", "table-unit-unread"],
  severities: ["warning"],
  check: (table, { tables }) => {
    if (table.kind === "budget" && table.unit === null) return unread(table);
    const total = totalOf(table);
    if (table.kind !== "budget" || !total) return [];
    const told = (to: MoneyUnit, other: Total | null): Finding[] => {
      const { at, label, value, unit } = total;
      const data = {
        unit,
        to,
        total: { at, label, value },
        other: other && { at: other.at, label: other.label, value: other.value, unit: other.unit },
      };
      return [finding(table, "table-unit", total.key, { severity: "warning", at, cells: other ? [at, other.at] : [at], data })];
    };
    const others = tables.flatMap((one, index) => {
      const found = isSamePart(table, one) && one !== table ? totalOf(one) : null;
      return found?.key === total.key ? [{ found, index }] : [];
    });
    const agreeing = others.filter(({ found }) => dongOf(found) === dongOf(total)).length;
    const off = others.flatMap(({ found, index }) => {
      const to = unitOf(total, found);
      return to === null ? [] : [{ found, index, to }];
    });
    const [first] = off;
    // of two tables that differ the later one is told, of several the one that stands alone
    if (first && (off.length > agreeing + 1 || (off.length === agreeing + 1 && first.index < tables.indexOf(table))))
      return told(first.to, first.found);
    return dongOf(total) > MOST_DONG && off.length === 0 ? told(likelyUnit(table, total), null) : [];
  },
};

function unread(table: BudgetTable): Finding[] {
  const { caption, sheet, area } = table;
  const filled = table.rows.some(({ cells }) => [...cells.values()].some(isNumber));
  if (caption === undefined || !filled) return [];
  return [
    finding(table, "table-unit-unread", "caption", {
      severity: "warning",
      at: caption?.at ?? { sheet, row: area.row, col: area.col },
      data: { text: caption?.text ?? "" },
    }),
  ];
}

function isSamePart(a: Table, b: Table): boolean {
  return a.plan !== null && b.kind === "budget" && b.plan?.plan === a.plan.plan && b.plan.part === a.plan.part;
}

function totalOf(table: Table): Total | null {
  if (table.kind !== "budget" || table.unit === null) return null;
  const { unit } = table;
  const amount = amountColumn(table.columns);
  for (const row of table.rows) {
    const { kind, key, label } = row;
    // the cells of a row are made when they are asked for: those of lines are not
    const cell = kind === "total" || kind === "group" ? cellIn(row, amount) : undefined;
    if (isNumber(cell) && cell.value > 0)
      return { key, unit, at: cell.at, label, value: cell.value };
  }
  return null;
}

const DONG_IN = new Map(MONEY_UNITS.map((unit) => [unit, toDong(1, unit)]));

function dongOf({ value, unit }: Pick<Total, "value" | "unit">): number {
  return Number((value * (DONG_IN.get(unit) ?? 1)).toPrecision(12));
}

/** The unit in which the amount comes to the other one; null where they agree or no unit makes them. */
function unitOf(total: Total, other: Total): MoneyUnit | null {
  if (dongOf(total) === dongOf(other)) return null;
  return MONEY_UNITS.find((unit) => dongOf({ ...total, unit }) === dongOf(other)) ?? null;
}

/** đồng where all amounts end in zeros as those do, else the largest unit in which the total is a possible one. */
function likelyUnit({ rows, columns }: BudgetTable, total: Total): MoneyUnit {
  const amount = amountColumn(columns);
  const typed = rows.flatMap((row) => {
    const cell = cellIn(row, amount);
    return isNumber(cell) && cell.formula === null ? [cell.value] : [];
  });
  if (typed.every((value) => value % 1000 === 0)) return "dong";
  return [...MONEY_UNITS].reverse().find((unit) => dongOf({ ...total, unit }) <= MOST_DONG) ?? "dong";
}

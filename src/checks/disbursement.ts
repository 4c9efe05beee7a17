import type { Amount, Finding } from "../findings";
import { MONEY_UNITS, sumExact, toDong, type MoneyUnit } from "../quantity";
import { type BudgetRow, type BudgetTable, cellIn, type Column, isNumber, isPaid, paidColumn, plannedFor, amountColumn } from "../tables";
import { commonFactor, paidCells, slipFactor, type NumberCell } from "./paid-slips";
import { finding, type Rule } from "./rule";

/**
 * What was disbursed against what is planned: more than the line has, more in a year than that year has, anything in a year that
 * has not begun, and a column of amounts in another unit. Nothing of it is an error: plans are adjusted, and money is carried over.
 */
export const disbursement: Rule = {
  name: "disbursement",
  codes: ["disbursed-over", "disbursed-over-year", "disbursed-early", "disbursed-unit"],
  severities: ["warning", "info"],
  check: (table, { today }) => {
    const paid = table.kind === "budget" ? paidColumn(table.columns) : null;
    if (table.kind !== "budget" || paid === null) return [];
    const early = earlyYears(table, today.year);
    const unit = otherUnit(table);
    if (unit.length > 0) return [...unit, ...early];
    const over = overLines(table, paid);
    return [...over.findings, ...overYears(table, over.rows), ...early];
  },
};

function amountOf({ label }: BudgetRow, { at, value }: NumberCell): Amount {
  return { at, label, value };
}

/** Lines that got more than they have; a sum is told only where no line behind it is. A lone slip of the unit is told as such. */
function overLines(table: BudgetTable, paid: Column): { readonly findings: Finding[]; readonly rows: ReadonlySet<BudgetRow> } {
  const { rows } = table;
  const amount = amountColumn(table.columns);
  const over = new Map<BudgetRow, readonly [NumberCell, NumberCell]>();
  for (const row of rows) {
    const [planned, cell] = [cellIn(row, amount), cellIn(row, paid)];
    if (isNumber(planned) && isNumber(cell) && sumExact([cell.value, -planned.value]) > 0) over.set(row, [planned, cell]);
  }
  const behind = new Set<BudgetRow>();
  const cover = (row: BudgetRow): void => {
    for (const above of [rows[row.parent ?? -1], rows[row.source ?? -1]]) {
      if (!above || behind.has(above)) continue;
      behind.add(above);
      cover(above);
    }
  };
  for (const row of over.keys()) cover(row);
  const slips = paidCells(table).filter((cell) => slipFactor(cell) !== null);
  const slip = slips.length === 1 ? slips[0]?.row : undefined;
  const findings = [...over].flatMap(([row, [planned, cell]]): Finding[] => {
    if (behind.has(row) || row === slip) return [];
    const data = {
      unit: table.unit,
      planned: amountOf(row, planned),
      disbursed: amountOf(row, cell),
      over: sumExact([cell.value, -planned.value]),
      rate: planned.value > 0 ? Math.round((cell.value / planned.value) * 1000) / 10 : null,
    };
    return [finding(table, "disbursed-over", row.key, { severity: "warning", at: cell.at, cells: [cell.at, planned.at], data })];
  });
  return { findings, rows: new Set(over.keys()) };
}

/** Money of the year before may be paid out in the next: information, and only of lines that are within their whole. */
function overYears(table: BudgetTable, told: ReadonlySet<BudgetRow>): Finding[] {
  const { rows, columns, unit } = table;
  return rows.flatMap((row): Finding[] => {
    if (row.kind === "total" || row.kind === "group" || told.has(row)) return [];
    const years = columns.flatMap((column) => {
      const { year } = column;
      const [cell, planned] = [cellIn(row, column), cellIn(row, plannedFor(column, columns))];
      const isOver =
        year !== null &&
        isPaid(column) &&
        isNumber(cell) &&
        cell.formula === null &&
        isNumber(planned) &&
        sumExact([cell.value, -planned.value]) > 0;
      return isOver ? [{ year, planned: amountOf(row, planned), disbursed: amountOf(row, cell) }] : [];
    });
    const [first] = years;
    if (!first) return [];
    return [
      finding(table, "disbursed-over-year", row.key, {
        severity: "info",
        at: first.disbursed.at,
        cells: years.flatMap(({ planned, disbursed }) => [disbursed.at, planned.at]),
        data: { unit, label: row.label, years },
      }),
    ];
  });
}

/** One for each year, however many lines it has. */
function earlyYears(table: BudgetTable, thisYear: number): Finding[] {
  return table.columns.flatMap((column): Finding[] => {
    const { year } = column;
    if (!isPaid(column) || year === null || year <= thisYear) return [];
    const lines = table.rows.flatMap((row) => {
      const cell = cellIn(row, column);
      return isNumber(cell) && cell.formula === null && cell.value !== 0 ? [amountOf(row, cell)] : [];
    });
    const [first] = lines;
    return first
      ? [
          finding(table, "disbursed-early", String(year), {
            severity: "warning",
            at: first.at,
            cells: lines.map(({ at }) => at),
            data: { unit: table.unit, year, lines },
          }),
        ]
      : [];
  });
}

function otherUnit(table: BudgetTable): Finding[] {
  const cells = paidCells(table);
  const factor = commonFactor(cells);
  const [first] = cells;
  if (factor === null || !first) return [];
  const data = {
    unit: table.unit,
    to: smaller(table.unit, factor),
    factor,
    lines: cells.length,
    planned: amountOf(first.row, first.planned),
    disbursed: amountOf(first.row, first.cell),
  };
  return [
    finding(table, "disbursed-unit", "all", { severity: "warning", at: first.cell.at, cells: cells.map(({ cell }) => cell.at), data }),
  ];
}

/** The unit that is so many times smaller; null where there is none. */
function smaller(unit: MoneyUnit | null, factor: number): MoneyUnit | null {
  return unit === null ? null : (MONEY_UNITS.find((one) => toDong(1, one) * factor === toDong(1, unit)) ?? null);
}

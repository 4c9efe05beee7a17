import type { Amount, Finding } from "../findings";
import { significantDigits } from "../quantity";
import type { CellRef } from "../sheet";
import { type BudgetRow, type BudgetTable, cellIn, isAcross, isNumber, type OtherTable, type TypedCell } from "../tables";
import { lineShape, typedAmounts } from "./line-amounts";
import { isSameName } from "./line-names";
import { finding, type Rule } from "./rule";

/** Fewer digits (without the zeros at the end) are equal by plan: 100, 500, 1.500. */
const LEAST_DIGITS = 4;
/** How often chance alone may make two lines of a column equal. */
const CHANCE = 0.01;
/** Where two lines have the same name, a number of so many digits is enough. */
const DIGITS_OF_NAMESAKES = 2;

/** An amount may also stand in the only line under a line, and in the source that pays it: no more rows than these are looked through. */
const MOST_EQUAL = 12;

interface Pair {
  readonly rows: readonly [BudgetRow, BudgetRow];
  readonly lines: readonly Amount[];
  readonly cells: readonly CellRef[];
}

/**
 * The same large, odd amount in two lines of one breakdown: perhaps entered twice. Three lines or more with one amount share a norm
 * and are not told, and neither are round amounts; the more lines there are, the more digits have to agree.
 */
export const sameAmount: Rule = {
  name: "same-amount",
  codes: ["same-amount"],
  severities: ["warning", "info"],
  check: (table) => (table.kind === "budget" ? checkAmounts(table) : table.kind === "other" ? repeatedLines(table) : []),
};

function checkAmounts(table: BudgetTable): Finding[] {
  const pairs = new Map<string, Pair>();
  for (const column of table.columns) {
    if (isAcross(column)) continue;
    for (const [a, b] of equalRows(table, column)) {
      const [first, second] = [table.rows[a], table.rows[b]];
      const cells = [first && cellIn(first, column), second && cellIn(second, column)].filter(isNumber);
      if (!first || !second || cells.length < 2) continue;
      const key = `${first.key}=${second.key}`;
      const before = pairs.get(key);
      pairs.set(key, {
        rows: [first, second],
        lines:
          before?.lines ??
          [first, second].flatMap(({ label }, index) => (cells[index] ? [{ at: cells[index].at, label, value: cells[index].value }] : [])),
        cells: [...(before?.cells ?? []), ...cells.map(({ at }) => at)],
      });
    }
  }
  return [...pairs].flatMap(([about, { rows, lines, cells }]): Finding[] => {
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return [];
    const sameName = isSameName(rows[0], rows[1]);
    return [
      finding(table, "same-amount", about, {
        severity: sameName ? "warning" : "info",
        at: last.at,
        cells,
        data: { unit: table.unit, value: first.value, lines, sameName },
      }),
    ];
  });
}

/** Of lines of one name that are the same in all columns one number has so many digits: 0, 1 and 2 are the same by chance. */
const DIGITS_OF_REPEATED = 3;

/**
 * Of tables that somebody else has made: a line that stands twice, right below itself, with the same name and the same typed numbers. What
 * makes a sum fail is told of the sum.
 */
function repeatedLines(table: OtherTable): Finding[] {
  const { rows, columns } = table;
  return rows.flatMap((row, index): Finding[] => {
    const next = rows[index + 1];
    if (!next || next.parent !== row.parent || next.depth !== row.depth || !isSameName(row, next)) return [];
    const pairs = columns.map((column) => [column, cellIn(row, column), cellIn(next, column)] as const);
    const equal = pairs.flatMap(([column, one, other]) =>
      isTyped(one) && isTyped(other) && one.value === other.value ? [{ column, one, other }] : [],
    );
    const [first] = equal;
    const filled = pairs.filter(([, one, other]) => [one, other].some((cell) => cell !== undefined && cell.state !== "blank")).length;
    if (!first || equal.length < filled) return [];
    if (!equal.some(({ one }) => significantDigits(one.value) >= DIGITS_OF_REPEATED)) return [];
    const { one, other, column } = first;
    return [
      finding(table, "same-amount", `${row.key}=${next.key}`, {
        severity: "warning",
        at: other.at,
        cells: equal.flatMap((pair) => [pair.one.at, pair.other.at]),
        data: {
          unit: column.role === "rate" ? null : table.unit,
          value: one.value,
          lines: [
            { at: one.at, label: row.label, value: one.value },
            { at: other.at, label: next.label, value: other.value },
          ],
          sameName: true,
        },
      }),
    ];
  });
}

type NumberCell = TypedCell & { readonly state: "number" };

function isTyped(cell: TypedCell | undefined): cell is NumberCell {
  return isNumber(cell) && cell.formula === null;
}

/** Pairs of rows, by index, with an equal typed amount in the column that nobody else has. */
function equalRows(table: BudgetTable, column: BudgetTable["columns"][number]): (readonly [number, number])[] {
  const { rows } = table;
  const shape = lineShape(table);
  const { lines, namesakes, parents, groups, leaves, equalPlaces, amounts } = shape;
  const { filled, digits: most } = typedAmounts(table, column, shape);
  const least = Math.max(LEAST_DIGITS, 1 + Math.ceil(Math.log10((filled * filled) / 2 / 9 / CHANCE)));
  const areSiblings = (a: number, b: number): boolean => parents[a] === parents[b];
  const pairIn = (equal: readonly number[]): (readonly [number, number])[] => {
    if (equal.length > MOST_EQUAL) return [];
    const digits = significantDigits(amounts[equal[0] ?? 0] ?? 0);
    const related = equal.flatMap((a, at) =>
      equal.slice(at + 1).flatMap((b) => {
        const siblings = areSiblings(a, b);
        const enough = digits >= least || (siblings && digits >= DIGITS_OF_NAMESAKES && isSameName(rows[a], rows[b]));
        return enough && (siblings || (leaves[a] && leaves[b] && groups[a] === groups[b])) ? [[a, b] as const] : [];
      }),
    );
    return related.length === 1 ? related : [];
  };
  // where no amount is long enough, none but those of namesakes are told
  if (most < least && equalPlaces(amounts, namesakes, parents).length === 0) return [];
  return equalPlaces(amounts, lines, groups).flatMap(pairIn);
}

import { derived } from "../base";
import { columnsOf, type IndicatorColumns, type IndicatorTable, isNumberIn, type NumberColumn } from "../tables";
import { agrees } from "./agrees";
import type { May } from "./row-rule";
import { unitNamed, type RowUnit } from "./row-unit";

/** What the numbers of a row show; each is the reason of a finding or of none. */
export const FACT = {
  /** Something is below zero. */
  negative: 1,
  /** A value is no whole number. */
  split: 2,
  /** A numerator is over its denominator. */
  above: 4,
  /** A value does not come out of its numerator and denominator. */
  differs: 8,
} as const;

/** What the numbers of an indicator table show, row by row. */
export interface RowFacts {
  readonly flags: Uint8Array;
  /**
   * The least and the greatest of the numbers above zero among baseline, targets, actual values and what reporting units report; Infinity
   * and 0 where there is none.
   */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** What each of the table's units counts in. */
  readonly units: readonly RowUnit[];
}

export const factsOf = derived((table: IndicatorTable): RowFacts => {
  const columns = columnsOf(table);
  const { count } = columns;
  const facts = {
    flags: new Uint8Array(count),
    least: new Float64Array(count).fill(Infinity),
    most: new Float64Array(count),
    units: columns.units.map((unit) => unitNamed(unit ?? "")),
  };
  for (const column of [...columns.baseline, ...columns.actuals, ...columns.unitActuals]) addValues(facts, column);
  addTargets(facts, columns);
  for (const column of [...columns.numerators, ...columns.denominators, ...columns.unitNumerators, ...columns.unitDenominators])
    addSigns(facts, column);
  addPairs(facts, columns, columns.actuals, columns.numerators, columns.denominators);
  addPairs(facts, columns, columns.unitActuals, columns.unitNumerators, columns.unitDenominators);
  return facts;
});

function addValues({ flags, least, most }: RowFacts, { values }: NumberColumn): void {
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? 0;
    if (value > 0) {
      if (value < (least[row] ?? 0)) least[row] = value;
      if (value > (most[row] ?? 0)) most[row] = value;
    } else if (value < 0) mark(flags, row, FACT.negative);
    if (Math.floor(value) !== value) mark(flags, row, FACT.split);
  }
}

function addTargets({ least, most }: RowFacts, { targets }: IndicatorColumns): void {
  for (const { readings } of targets) {
    readings.forEach((reading, row) => {
      if (reading.state !== "target" || reading.target.comparator === "change") return;
      const { comparator, value, value2 } = reading.target;
      for (const end of [value, comparator === "range" ? (value2 ?? value) : value]) {
        if (end > 0 && end < (least[row] ?? 0)) least[row] = end;
        if (end > (most[row] ?? 0)) most[row] = end;
      }
    });
  }
}

function addSigns({ flags }: RowFacts, { values, range }: NumberColumn): void {
  if (range.least >= 0) return;
  values.forEach((value, row) => {
    if (value < 0) mark(flags, row, FACT.negative);
  });
}

function addPairs(
  { flags, units }: RowFacts, { unitOf }: IndicatorColumns, shown: readonly NumberColumn[], above: readonly NumberColumn[],
  below: readonly NumberColumn[],
): void {
  const wholes = units.map(({ whole }) => whole ?? 0);
  for (const numerators of above) {
    const denominators = below.find(({ place }) => place === numerators.place);
    const values = shown.find(({ place }) => place === numerators.place);
    if (!denominators) continue;
    for (let row = 0; row < denominators.values.length; row++) {
      const [numerator, denominator] = [numerators.values[row] ?? 0, denominators.values[row] ?? 0];
      if (numerator > denominator) mark(flags, row, FACT.above);
      const whole = wholes[unitOf[row] ?? 0] ?? 0;
      if (!values || !(denominator > 0) || whole === 0) continue;
      if (!agrees(values.values[row] ?? 0, (whole * numerator) / denominator) && isNumberIn(values, row)) mark(flags, row, FACT.differs);
    }
  }
}

function mark(flags: Uint8Array, row: number, flag: number): void {
  flags[row] = (flags[row] ?? 0) | flag;
}

/** Numbers of a row of which none is this many times another are in no doubt by a power of ten. */
const NEAR = 4.99;

/**
 * Rows with a value that may be off by a power of ten (see slips.ts): one does not come out of its counts, or is far off from another one.
 */
export function maySlip(table: IndicatorTable): May {
  const { unitOf } = columnsOf(table);
  const { flags, least, most, units } = factsOf(table);
  const shares = units.map(({ unit }) => unit === "%" || unit === "‰");
  return (row) =>
    (shares[unitOf[row] ?? 0] ?? false) && (((flags[row] ?? 0) & FACT.differs) !== 0 || (most[row] ?? 0) >= NEAR * (least[row] ?? 0));
}

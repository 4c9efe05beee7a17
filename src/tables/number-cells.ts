import type { IndicatorRow, Table, TypedCell } from "./table";

/** A cell that takes a number, with what it is about: the keys of its row and column, which stay when rows move. */
export interface NumberCell {
  readonly about: string;
  readonly cell: TypedCell;
}

/** The cells of an indicator's row that take numbers. */
export function rowNumbers({
  key, baseline, unitActuals, actuals, unitNumerators, unitDenominators, numerators, denominators,
}: IndicatorRow): NumberCell[] {
  const numbered = (column: string, cells: ReadonlyMap<number, TypedCell>): NumberCell[] =>
    [...cells].map(([place, cell]) => ({ about: `${key}/${column}${place}`, cell }));
  return [
    ...(baseline ? [{ about: `${key}/baseline`, cell: baseline }] : []),
    ...numbered("u", unitActuals),
    ...numbered("actual", actuals),
    ...numbered("un", unitNumerators),
    ...numbered("ud", unitDenominators),
    ...numbered("num", numerators),
    ...numbered("den", denominators),
  ];
}

/** The cells of a table that take numbers. */
export function numberCells(table: Table): NumberCell[] {
  if (table.kind === "indicators") return table.rows.flatMap(rowNumbers);
  if (table.kind === "tasks")
    return table.rows.flatMap(({ key, progress }) => (progress ? [{ about: `${key}/progress`, cell: progress }] : []));
  const rates = table.kind === "budget" ? table.rates : undefined;
  return table.rows.flatMap(({ key, cells }, index) => {
    const rate = rates?.cells[index];
    return [
      ...[...cells].map(([column, cell]) => ({ about: `${key}/${column}`, cell })),
      ...(rate ? [{ about: `${key}/${rates?.column.id ?? ""}`, cell: rate }] : []),
    ];
  });
}

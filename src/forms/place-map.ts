import { placesFrom, type PlaceMap } from "./formula-meaning";
import type { MatchedTables } from "./matched";

/** Where rows and columns of a table stand in its other version; outline numbers and labels stand for each other. */
export function placeMap({ a, b, lines, columns, columnsA, columnsB }: MatchedTables): PlaceMap {
  const rowsOf = (rows: typeof a.rows): number[] => rows.map(({ row }) => row);
  const cols = placesFrom(columns.ofA, columnsA.map(({ col }) => col), columnsB.map(({ col }) => col));
  const beside = [[a.numberColumn, b.numberColumn], [a.labelColumn, b.labelColumn]].flatMap(([from, to]) =>
    from === null || from === undefined || to === null || to === undefined ? [] : [[from, to] as const],
  );
  return {
    sheetA: a.sheet,
    sheetB: b.sheet,
    areaA: a.area,
    rows: placesFrom(lines.ofA, rowsOf(a.rows), rowsOf(b.rows)),
    cols: {
      ...cols,
      to: new Map([...cols.to, ...beside]),
      known: [...cols.known, ...beside.map(([, to]) => to)].sort((x, y) => x - y),
    },
  };
}

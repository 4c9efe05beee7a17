import { groupBy } from "../base";
import type { PlanTable, Table } from "../tables";

/** A row with its outline number: "1.2" has the prefix "1" and the tail "2". */
export interface Numbered {
  readonly row: number;
  readonly label: string;
  readonly number: string;
  readonly prefix: string;
  readonly tail: string;
}

/** Rows whose numbers follow one another. */
export interface NumberList {
  /** The same while the rows around stay the same. */
  readonly about: string;
  /** The number of the row that they stand under; null where that has none. */
  readonly under: string | null;
  /** The numbers are a sequence; else they have only to differ. */
  readonly ordered: boolean;
  readonly rows: readonly Numbered[];
  /** Rows in between that are not used. */
  readonly unused: readonly Numbered[];
}

interface Row {
  readonly row: number;
  readonly number: string;
  readonly label: string;
  readonly key: string;
}

/** Null for rows without a number and for dashes, which number nothing. */
export function numbered({ row, number, label }: Omit<Row, "key">): Numbered | null {
  const bare = number.normalize("NFC").replace(/\s+/g, "").replace(/[.)]+$/, "");
  if (!/^[\p{L}\d]+(\.[\p{L}\d]+)*$/u.test(bare)) return null;
  const dot = bare.lastIndexOf(".");
  return { row, label, number: bare, prefix: dot === -1 ? "" : bare.slice(0, dot), tail: bare.slice(dot + 1) };
}

const isRomanOrLetter = (number: string): boolean => /^(?:[IVX]+|\p{Lu})[.)]?$/u.test(number);

/** The lists of a table: lines under the same line, indicators under the same heading, all tasks between two headings. */
export function numberLists(table: PlanTable): NumberList[] {
  const others = table.structure?.others ?? [];
  const unused = others.flatMap(({ row, number, heading }) => (heading ? [] : (numbered({ row, number, label: "" }) ?? [])));
  if (table.kind === "budget") {
    const lists = groupBy(table.rows.filter(({ kind }) => kind === "line" || kind === "group"), ({ parent }) => parent);
    return [...lists].map(([parent, rows]): NumberList => {
      const above = parent === null ? undefined : table.rows[parent];
      return {
        about: above?.key ?? "",
        under: above?.kind === "line" ? (numbered(above)?.number ?? null) : null,
        ordered: true,
        rows: rows.flatMap((row) => numbered(row) ?? []),
        unused,
      };
    });
  }
  const lists = segments(table.rows, headingRows(table)).flatMap(({ about, rows }) => {
    const all = rows.flatMap((row) => numbered(row) ?? []);
    // the numbers of tasks are those of a document, of which a table holds a choice
    if (table.kind === "tasks") return [{ about, under: null, ordered: false, rows: all, unused: [] }];
    return [...groupBy(all, ({ prefix }) => prefix)].map(([prefix, same]): NumberList => ({
      about: `${about}/${prefix}`,
      under: null,
      ordered: true,
      rows: same,
      unused,
    }));
  });
  return lists;
}

/** The rows of our headings, which are no rows of the table. */
export function headingRows({ structure }: Table): number[] {
  return (structure?.others ?? []).flatMap(({ row, heading }) => (heading ? [row] : []));
}

/** Numbers begin anew under each heading: one of ours, or a row with a Roman number or a letter that somebody has put in between. */
function segments(rows: readonly Row[], headings: readonly number[]): { readonly about: string; readonly rows: readonly Row[] }[] {
  const found: { about: string; rows: Row[] }[] = [];
  let next = 0;
  for (const row of rows) {
    let begins = found.length === 0;
    for (; (headings[next] ?? Infinity) < row.row; next++) begins = true;
    const heading = isRomanOrLetter(row.number.trim());
    if (begins || heading) found.push({ about: row.key, rows: [] });
    if (!heading) found.at(-1)?.rows.push(row);
  }
  return found;
}

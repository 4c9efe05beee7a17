import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { differencesOf, type Differences } from "../../src/forms";
import { readOthers } from "../../src/reading";
import type { CellValue, SheetSnapshot } from "../../src/sheet";
import type { OtherTable } from "../../src/tables";
import { openFile } from "../support/open-file";

/** Forms as other hands would have changed them, and whether what is told of two versions is what was done. */

type Rows = readonly (readonly CellValue[])[];
type Random = () => number;

/** A form changed by a known hand: where each of its rows and columns stands then, and which cells were given other content. */
interface Changed {
  readonly rows: Rows;
  readonly rowOf: (row: number) => number | null;
  readonly colOf: (col: number) => number;
  /** Cells of the new version with another content, by "row,col". */
  readonly cells: ReadonlySet<string>;
}

interface Hand {
  readonly name: string;
  /** Null where there is nothing of the kind to change. */
  readonly change: (rows: Rows, table: OtherTable, random: Random) => Changed | null;
}

const asItIs = (rows: Rows): Changed => ({ rows, rowOf: (row) => row, colOf: (col) => col, cells: new Set() });

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/óa/g, "oá"], [/òa/g, "oà"], [/ỏa/g, "oả"], [/ủy/g, "uỷ"], [/úy/g, "uý"], [/kỹ/g, "kĩ"], [/tỷ/g, "tỉ"], [/lý/g, "lí"],
  [/ ([-–]) /g, "$1"],
];

/** Another spelling of a label: of tone marks, capitals, blanks, a line break or a sign at its end. */
function respelled(text: string, random: Random): string {
  const spelled = SPELLINGS.reduce((label, [from, to]) => label.replace(from, to), text);
  const ways = [
    (label: string) => label.toLocaleUpperCase("vi"), (label: string) => label.toLocaleLowerCase("vi"), (label: string) => `${label} `,
    (label: string) => label.replace(" ", "  "), (label: string) => label.replace(/ (?=\S+$)/, "\n"), (label: string) => `${label}:`,
    (label: string) => label.normalize("NFD"), typed,
  ];
  return (ways[Math.floor(random() * ways.length)] ?? ((label) => label))(spelled);

  /** Two letters of a long word swapped, as fast hands do. */
  function typed(label: string): string {
    const words = label.split(" ");
    const at = words.findIndex((word) => /^\p{L}{5,}$/u.test(word));
    const word = at === -1 ? null : words[at];
    if (!word) return label;
    return words.with(at, `${word[0]}${word[2]}${word[1]}${word.slice(3)}`).join(" ");
  }
}

/** Names that no form has. */
const FRESH = ["Khoản phát sinh đợt một", "Mục bổ sung theo văn bản mới", "Hạng mục điều chỉnh riêng"] as const;

const UNITS = new Map<OtherTable["unit"], readonly [from: string, to: string, times: number]>([
  ["dong", ["đồng", "nghìn đồng", 1e-3]],
  ["trieu-dong", ["triệu đồng", "nghìn đồng", 1e3]],
]);

const HANDS: readonly Hand[] = [
  { name: "nothing", change: asItIs },
  {
    name: "three lines inserted",
    change: (rows, table, random) => {
      const at = table.rows.slice(1).map(({ row }) => row);
      if (at.length < 4) return null;
      const places = FRESH.map(() => at[Math.floor(random() * at.length)] ?? 0).sort((x, y) => x - y);
      const label = table.labelColumn ?? 0;
      const columns = new Set(table.columns.map(({ col }) => col));
      const fresh = (name: string, like: readonly CellValue[]): CellValue[] =>
        like.map((value, col) => (col === label ? name : columns.has(col) && value !== null ? Math.round(random() * 9000) + 100 : null));
      const added = new Map<number, CellValue[][]>();
      places.forEach((place, index) => added.set(place, [...(added.get(place) ?? []), fresh(FRESH[index] ?? "", rows[place] ?? [])]));
      return {
        ...asItIs(rows.flatMap((row, place) => [...(added.get(place) ?? []), row])),
        rowOf: (row) => row + places.filter((place) => place <= row).length,
      };
    },
  },
  {
    name: "a line taken out",
    change: (rows, table, random) => {
      const leaves = table.rows.filter((_, at) => !table.rows.some(({ parent }) => parent === at));
      const gone = leaves[Math.floor(random() * leaves.length)]?.row;
      if (gone === undefined || table.rows.length < 4) return null;
      return { ...asItIs(rows.filter((_, row) => row !== gone)), rowOf: (row) => (row === gone ? null : row > gone ? row - 1 : row) };
    },
  },
  {
    name: "lines sorted by their names",
    change: (rows, table) => {
      const own = table.rows.map(({ row }) => row);
      const label = table.labelColumn;
      if (label === null) return null;
      const sorted = own.toSorted((x, y) => String(rows[x]?.[label] ?? "").localeCompare(String(rows[y]?.[label] ?? ""), "vi"));
      const to = new Map(sorted.map((row, place) => [row, own[place] ?? row]));
      const from = new Map(sorted.map((row, place) => [own[place] ?? row, row]));
      return { ...asItIs(rows.map((row, at) => rows[from.get(at) ?? at] ?? row)), rowOf: (row) => to.get(row) ?? row };
    },
  },
  {
    name: "labels in other spellings",
    change: (rows, table, random) => {
      const label = table.labelColumn;
      const own = new Set(table.rows.map(({ row }) => row));
      if (label === null) return null;
      const typed = (value: CellValue, row: number, col: number): CellValue =>
        own.has(row) && col === label && typeof value === "string" ? respelled(value, random) : value;
      return asItIs(rows.map((row, at) => row.map((value, col) => typed(value, at, col))));
    },
  },
  {
    name: "a column moved to the front",
    change: (rows, table) => {
      const [first] = table.columns;
      const last = table.columns.at(-1);
      const isWord = (value: CellValue): boolean => typeof value === "string" && /\p{L}{2}/u.test(value);
      // of heads that go across columns nobody moves one alone
      const heads = table.headRows.filter((row) => (rows[row] ?? []).some(isWord));
      if (!first || !last || first === last || heads.length !== 1) return null;
      const moved = (col: number): number => (col === last.col ? first.col : col >= first.col && col < last.col ? col + 1 : col);
      const own = new Set([...table.headRows, ...table.rows.map(({ row }) => row)]);
      const place = (row: readonly CellValue[]): CellValue[] => {
        const cells = [...row];
        row.forEach((value, col) => (cells[moved(col)] = value));
        return cells;
      };
      return { ...asItIs(rows.map((row, at) => (own.has(at) ? place(row) : row))), colOf: moved };
    },
  },
  {
    name: "heads in other line breaks and capitals",
    change: (rows, table) => {
      const heads = new Set(table.headRows);
      const broken = (value: CellValue): CellValue =>
        typeof value === "string" ? value.replaceAll(" ", "\n").toLocaleUpperCase("vi") : value;
      return asItIs(rows.map((row, at) => (heads.has(at) ? row.map(broken) : row)));
    },
  },
  {
    name: "another unit of money",
    change: (rows, table) => {
      const { unit, caption } = table;
      const [from, to, times] = UNITS.get(unit) ?? [];
      if (!from || !to || !times || !caption?.text.toLowerCase().includes(from)) return null;
      const amounts = new Set(table.columns.flatMap(({ col, role, unit }) => (role === "figure" && unit === null ? [col] : [])));
      const own = new Set(table.rows.map(({ row }) => row));
      return asItIs(
        rows.map((row, at) =>
          row.map((value, col) => {
            if (at === caption.at.row && typeof value === "string") return value.replace(new RegExp(from, "i"), to);
            return own.has(at) && amounts.has(col) && typeof value === "number" ? Math.round(value * times * 1000) / 1000 : value;
          }),
        ),
      );
    },
  },
  {
    name: "five numbers changed",
    change: (rows, table, random) => {
      const cells = table.rows.flatMap(({ row }) =>
        table.columns.flatMap(({ col }) => (typeof rows[row]?.[col] === "number" ? [[row, col] as const] : [])),
      );
      if (cells.length < 10) return null;
      const chosen = new Set<string>();
      const other = (value: CellValue): number => Number(value) + 7 + Math.floor(random() * 90);
      while (chosen.size < 5) chosen.add((cells[Math.floor(random() * cells.length)] ?? [0, 0]).join());
      return {
        ...asItIs(rows.map((row, at) => row.map((value, col) => (chosen.has(`${at},${col}`) ? other(value) : value)))),
        cells: chosen,
      };
    },
  },
];

/** What came of one hand in all forms. */
export interface HandFigures {
  readonly name: string;
  readonly forms: number;
  /** Lines that both versions have: matched right, wrong or not at all. */
  readonly lines: Counts;
  readonly columns: Counts;
  /** Changes of cells: told right, told where nothing was changed, not told. */
  readonly cells: Counts;
  /** What went wrong, for who looks into it. */
  readonly faults: readonly string[];
}

export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/** Each form changed by each hand, with its numbers as they are. */
export function handFigures(forms: readonly SheetSnapshot[]): HandFigures[] {
  return HANDS.map(({ name, change }) => {
    const [lines, columns, cells] = [none(), none(), none()];
    const faults: string[] = [];
    let count = 0;
    for (const [index, form] of forms.entries()) {
      const before = readOthers(form, []);
      const [table, ...others] = before;
      if (!table || others.length > 0) continue;
      const changed = change(form.values, table, randomFrom(index + 1));
      if (!changed) continue;
      count += 1;
      const told = differencesOf(before, readOthers(bare(form, changed.rows), []));
      score(form, table, changed, told, { lines, columns, cells, faults });
    }
    return { name, forms: count, lines, columns, cells, faults };
  });
}

const none = (): Counts => ({ right: 0, wrong: 0, missed: 0 });

/** The right ones of the made forms, as bare cells. */
export async function formSnapshots(folder: string): Promise<SheetSnapshot[]> {
  const files = readdirSync(join(folder, "forms/right")).sort();
  const forms = await Promise.all(
    files.map(async (file) => {
      const book = await openFile(readFileSync(join(folder, "forms/right", file)), file);
      const { sheets } = await book.outline();
      return book.read(sheets.map(({ name }) => ({ sheet: name, area: { row: 0, col: 0, rows: 1000, cols: 100 } })));
    }),
  );
  return forms.flat().map((form) => bare(form, form.values));
}

/** A form with other rows: bare cells, as typed. */
function bare({ sheet }: SheetSnapshot, rows: Rows): SheetSnapshot {
  const cols = Math.max(1, ...rows.map((row) => row.length));
  const values = rows.map((row) => Array.from({ length: cols }, (_, col) => row[col] ?? null));
  return {
    sheet, values, area: { row: 0, col: 0, rows: values.length, cols }, formulas: values.map((row) => row.map(() => null)), unevaluated: [],
  };
}

function score(
  { sheet }: SheetSnapshot, table: OtherTable, changed: Changed, { tables: [told] }: Differences,
  { lines, columns, cells, faults }: Pick<HandFigures, "lines" | "columns" | "cells"> & { readonly faults: string[] },
): void {
  const rowsOf = new Map<number, number>(told?.pairs.lines.map(({ a, b }) => [told.a.rows[a]?.row ?? -1, told.b.rows[b]?.row ?? -1]));
  for (const { row, label } of table.rows) {
    const [wanted, found] = [changed.rowOf(row), rowsOf.get(row)];
    if (wanted === null) {
      if (found !== undefined) lines.wrong += 1;
    } else if (found === undefined) {
      lines.missed += 1;
      faults.push(`${sheet}: line ${row} "${label}" not found`);
    } else if (found === wanted) lines.right += 1;
    else {
      lines.wrong += 1;
      faults.push(`${sheet}: line ${row} "${label}" taken for ${found}, not ${wanted}`);
    }
  }
  const colsOf = new Map<number, number>(told?.pairs.columns.map(({ a, b }) => [a, b]));
  for (const { col, head } of table.columns) {
    const found = colsOf.get(col);
    if (found === undefined) {
      columns.missed += 1;
      faults.push(`${sheet}: column ${col} "${head}" not found`);
    } else if (found === changed.colOf(col)) columns.right += 1;
    else columns.wrong += 1;
  }
  const changes = new Set(told?.changes.map(({ new: { at } }) => `${at.row},${at.col}`));
  for (const place of changed.cells) {
    if (changes.has(place)) cells.right += 1;
    else {
      cells.missed += 1;
      faults.push(`${sheet}: ${place} not told`);
    }
  }
  for (const place of changes) {
    if (changed.cells.has(place)) continue;
    cells.wrong += 1;
    faults.push(`${sheet}: ${place} told`);
  }
}

/** Numbers from 0 to 1 that are the same in every run. */
function randomFrom(seed: number): Random {
  let state = seed * 2654435761;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

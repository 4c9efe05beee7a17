import type { Words } from "../i18n";
import { isCellError, type Area, type CellInput, type CellValue, type SheetSpec } from "../sheet";
import { COLOURS, FONT, MARGINS, SIZE, heightFor } from "../templates";
import type { Comparable, Comparison } from "./comparison";
import { PARTED, type Code, type Codes } from "./comparison-codes";
import { nearMisses } from "./comparison-near";
import { targetText, verdictText } from "./comparison-verdict";
import { Rows } from "./rows";

/** The area of the sheet, its column of codes, and the hidden one: of each row the indicator, the code that was written and who gave it. */
export const COMPARISON_NAMES = { table: "PT_compare1_table", code: "PT_compare1_code", key: "PT_compare1_key" } as const;

const WIDTHS = [6, 24, 11, 44, 11, 8, 14, 42, 12, 10] as const;
const [LEVEL, UNIT, YEAR, TARGET, VERDICT, CODE, KEY] = [2, 4, 5, 6, 7, 8, 9] as const;
const BORDER = { border: true, valign: "center", wrap: true } as const;
const HEAD = { ...BORDER, bold: true, align: "center", fill: COLOURS.head, numberFormat: "@" } as const;

/** Stands in the hidden column beside a code that a person gave. */
const OWN = "own";

/** Rows over the first section: title, note and head. */
const HEAD_ROW = 2;

/**
 * The sheet that holds the same indicator of several plans side by side; the codes that join them can be changed, which `note` tells how.
 */
export function comparisonSheet(sheet: string, comparison: Comparison, words: Words, note = words.summary.comparison.note): SheetSpec {
  const { comparison: own, columns } = words.summary;
  const { groups, alone, codes } = comparison;
  const near = new Map(
    nearMisses(comparison).map(({ item, other, otherUnit }) => [item.key, own.near(other.label, other.planName, otherUnit)]),
  );
  const items = (number: string, item: Comparable, remarks: readonly string[]): CellInput[][] => {
    const { code, own: given } = codes.get(item.key) ?? { code: "", own: false };
    const key = [item.key, code, ...(given ? [OWN] : [])].join("\n");
    return item.targets.map(({ year, target }, index) => {
      const shown = targetText(target, words);
      return [
        index === 0 ? number : "", item.planName, item.level ? own.levels[item.level] : "", item.label, item.unit, year, shown,
        remarks[index] ?? "", code, key,
      ];
    });
  };
  return comparisonOfCells(
    sheet,
    [
      [own.title],
      [note],
      [columns.number, own.plan, own.level, own.name, columns.unit, columns.year, columns.target, own.verdict, own.code],
      [groups.length > 0 ? own.together : own.none],
      ...groups.flatMap(({ members }, index) =>
        members.flatMap(({ item, verdicts }, at) =>
          items(at === 0 ? String(index + 1) : "", item, verdicts.map((one) => verdictText(one, words))),
        ),
      ),
      ...(alone.length > 0 ? [[own.alone]] : []),
      ...alone.flatMap(({ item }) => items("", item, [near.get(item.key) ?? ""])),
    ],
    words,
  );
}

/** The same sheet from its cells, as they were made or as they were read: its looks follow from them. */
export function comparisonOfCells(sheet: string, cells: readonly (readonly CellInput[])[], words: Words): SheetSpec {
  const { comparison: own } = words.summary;
  const rows = new Rows(WIDTHS.length);
  const text = (cell: CellInput | undefined): string => (typeof cell === "string" ? cell : "");
  const isSection = (row: readonly CellInput[]): boolean =>
    text(row[0]) !== "" && row.slice(1).every((cell) => cell === null || cell === "");
  for (const [index, row] of cells.entries()) {
    if (index < HEAD_ROW)
      rows.line(
        text(row[0]),
        index === 0 ? { bold: true, size: SIZE.title, align: "center" } : { italic: true, align: "center", wrap: true },
        index === 0 ? 26 : 36,
      );
    else if (index === HEAD_ROW) rows.add(row.slice(0, KEY), HEAD, 36);
    else if (isSection(row)) {
      const at = rows.add(row, undefined, 22);
      rows.style({ row: at, col: 0, rows: 1, cols: KEY }, { ...BORDER, bold: true, align: "left", fill: COLOURS.group });
      rows.merges.push({ row: at, col: 0, rows: 1, cols: KEY });
    } else {
      const at = rows.add(
        row, undefined,
        heightFor([1, 2, 3, UNIT, VERDICT].map((col) => ({ text: text(row[col]), width: WIDTHS[col] ?? 1 })), SIZE.table),
      );
      const year = row[YEAR];
      if (typeof year === "number" && text(row[VERDICT]).includes(own.strictest(year)))
        rows.style({ row: at, col: TARGET, rows: 1, cols: 1 }, { bold: true, fill: COLOURS.met });
    }
  }
  const first = HEAD_ROW + 1;
  const height = Math.max(1, rows.next - first);
  const column = (col: number): Area => ({ row: first, col, rows: height, cols: 1 });
  const all: Area = { row: 0, col: 0, rows: rows.next, cols: WIDTHS.length };
  // what nothing is held against is there to be joined, not to be printed
  const alone = cells.findIndex((row) => text(row[0]) === own.alone);
  const joined = cells.some((row) => text(row[0]) === own.together);
  return {
    name: sheet,
    cells: rows.cells,
    columns: WIDTHS.map((width, col) => ({ width, ...(col === KEY ? { hidden: true } : {}) })),
    rowHeights: rows.heights,
    styles: [
      { area: all, style: { font: FONT, size: SIZE.table } },
      { area: { row: first, col: 0, rows: height, cols: KEY }, style: BORDER },
      ...[0, LEVEL, UNIT, YEAR, CODE].map((col) => ({ area: column(col), style: { align: "center" } as const })),
      { area: column(TARGET), style: { align: "right", numberFormat: "@" } },
      { area: column(CODE), style: { numberFormat: "@", fill: COLOURS.input, locked: false } },
      { area: column(KEY), style: { numberFormat: "@" } },
      ...rows.styles,
    ],
    merges: rows.merges,
    names: [
      { name: COMPARISON_NAMES.table, area: all },
      { name: COMPARISON_NAMES.code, area: column(CODE) },
      { name: COMPARISON_NAMES.key, area: column(KEY) },
    ],
    freeze: { rows: first, cols: 0 },
    validations: [],
    conditionalFormats: [],
    print: {
      orientation: "landscape",
      pagesWide: 1,
      titleRows: { from: HEAD_ROW, to: HEAD_ROW },
      margins: MARGINS,
      area: { ...all, cols: KEY, rows: joined && alone > 0 ? alone : all.rows },
    },
    charts: [],
  };
}

/** A key for each row of the sheet, the same at the next time: the indicator and which of its targets, or the words of a heading. */
export function comparisonKeys(cells: readonly (readonly CellInput[])[]): string[] {
  const count = new Map<string, number>();
  return cells.map((row, index) => {
    const [key = ""] = textOf(valueOf(row[KEY] ?? null)).split("\n");
    const name = index <= HEAD_ROW ? `head ${index}` : key === "" ? `section ${textOf(valueOf(row[0] ?? null))}` : `row ${key}`;
    const before = count.get(name) ?? 0;
    count.set(name, before + 1);
    return `${name} ${before}`;
  });
}

function valueOf(cell: CellInput): CellValue {
  return typeof cell === "object" ? null : cell;
}

/**
 * The codes of a sheet as people have left them, by the keys of the indicators: of several rows of one indicator what was changed
 * counts; a code that was deleted parts it from the others, and `PARTED` that was deleted leaves it to its name again. `keys` and
 * `codes` are the cells of the two columns.
 */
export function readCodes(keys: readonly CellValue[], codes: readonly CellValue[]): Codes {
  const found = new Map<string, Code & { readonly changed: boolean }>();
  for (const [row, cell] of keys.entries()) {
    const [key = "", written = "", given] = textOf(cell).split("\n");
    if (key === "") continue;
    const [before, now] = [codeOf(written), codeOf(textOf(codes[row] ?? null))];
    const changed = now !== before;
    if (found.has(key) && !(changed && !found.get(key)?.changed)) continue;
    const code = now === "" && before !== "" && before !== PARTED ? PARTED : now;
    found.set(key, { code, own: code === PARTED || changed || given === OWN, changed });
  }
  return new Map([...found].map(([key, { code, own }]) => [key, { code, own }]));
}

/** Codes that look the same are one: however their letters are composed, on one line. */
const codeOf = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

function textOf(value: CellValue): string {
  return value === null || isCellError(value) ? "" : String(value).trim();
}

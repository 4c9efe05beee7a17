import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Words } from "../../src/i18n";
import type { Plan } from "../../src/plan";
import type { CellInput, SheetSpec } from "../../src/sheet";
import {
  budgetTable, definedName, indicatorTable, taskTable, type ColumnKey, type TableChoices, type TableKind,
} from "../../src/templates";
import { writeXlsx } from "../../src/workbook/xlsx";

/** "budget/A.1/y2022": a cell that people fill in. */
export type Slot = string;

/** Writes a workbook in which slots hold values; those that are not named stay blank. */
export type Fill = (values: ReadonlyMap<Slot, number | string>) => Uint8Array;

/** A number that stands for a slot until the workbook is filled; no table holds such a one. */
const MARK = 7_000_000_000;
const MARKED = /<c r="([A-Z]+\d+)"([^>]*)><v>(7000\d{6})<\/v><\/c>/g;

/**
 * Makes the tables once; to fill them costs a thousandth of that. What the formulas show stays what it was in the empty tables, as in
 * files of programs that do not calculate.
 */
export async function template(
  plan: Plan, choices: TableChoices, words: Words,
): Promise<{ readonly slots: readonly Slot[]; readonly fill: Fill }> {
  const [budget] = plan.budgets;
  if (!budget) throw new Error("no budget");
  const place = (kind: TableKind) => ({ table: `${kind}1`, sheet: words.templates[kind].sheet }) as const;
  const specs = {
    indicators: indicatorTable(plan, place("indicators"), choices, words.templates),
    budget: budgetTable(plan, budget, place("budget"), choices, words.templates),
    tasks: taskTable(plan, place("tasks"), choices, words.templates),
  };
  const slots: Slot[] = [];
  const marked = Object.entries(specs).map(([kind, spec]) => withMarks(kind as TableKind, spec, slots));
  const parts = Object.entries(unzipSync(await writeXlsx(marked))).map(([name, bytes]) => ({
    name,
    bytes,
    pieces: name.startsWith("xl/worksheets/") ? piecesOf(strFromU8(bytes)) : null,
  }));
  const fill: Fill = (values) =>
    zipSync(
      Object.fromEntries(
        parts.map(({ name, bytes, pieces }) => {
          if (!pieces) return [name, bytes];
          const text = pieces
            .map((piece) => (typeof piece === "string" ? piece : cell(piece, values.get(slots[piece.slot] ?? "") ?? null)))
            .join("");
          return [name, strToU8(text)];
        }),
      ),
      { level: 6, mtime: new Date(1980, 0, 1) },
    );
  return { slots, fill };
}

/** The cells that people fill in, marked: those of the columns that take figures, but formulas and cells that are closed. */
function withMarks(kind: TableKind, spec: SheetSpec, slots: Slot[]): SheetSpec {
  const at = (key: ColumnKey): { readonly row: number; readonly rows: number; readonly col: number } | undefined =>
    spec.names.find(({ name }) => name === definedName(`${kind}1`, key))?.area;
  const keys = at("key");
  if (!keys) throw new Error("no keys");
  const pattern = { indicators: /_(actual|num|den)\d{4}$/, budget: /_(amount|y\d{4})$/, tasks: /_status$/ }[kind];
  const cells: CellInput[][] = spec.cells.map((row) => [...row]);
  for (const { name, area } of spec.names.filter((one) => pattern.test(one.name))) {
    const column = name.slice(name.lastIndexOf("_") + 1);
    for (let row = keys.row; row < keys.row + keys.rows; row++) {
      const own = cells[row];
      const before = own?.[area.col] ?? null;
      if (!own || (typeof before === "object" && before !== null) || own[keys.col] === null) continue;
      own[area.col] = MARK + slots.length;
      slots.push(`${kind}/${String(own[keys.col])}/${column}`);
    }
  }
  return { ...spec, cells };
}

interface Marked {
  readonly at: string;
  readonly attributes: string;
  readonly slot: number;
}

function piecesOf(xml: string): (string | Marked)[] {
  const pieces: (string | Marked)[] = [];
  let from = 0;
  for (const match of xml.matchAll(MARKED)) {
    pieces.push(xml.slice(from, match.index), { at: match[1] ?? "", attributes: match[2] ?? "", slot: Number(match[3]) - MARK });
    from = match.index + match[0].length;
  }
  return [...pieces, xml.slice(from)];
}

function cell({ at, attributes }: Marked, value: number | string | null): string {
  if (value === null) return `<c r="${at}"${attributes}/>`;
  return typeof value === "number"
    ? `<c r="${at}"${attributes}><v>${value}</v></c>`
    : `<c r="${at}"${attributes} t="inlineStr"><is><t>${value}</t></is></c>`;
}

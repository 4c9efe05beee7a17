import type { Words } from "../../i18n";
import { sheetName, specArea, type SheetSpec } from "../../sheet";
import { rollUpName } from "../../templates";
import type { SourceRow } from "./add";
import type { FormRemark } from "./form-fill";
import { formNoteWords, formRemarkWords, formSheets, noteTable, type FormsDraft } from "./form-sheets";
import { mismatchSheet, sourceSheet, unitSheet, type ToldRow } from "./list-sheets";
import type { RollUpResult } from "./result";
import { figureSheet, taskSheet, type SheetContext } from "./section-sheets";
import { comparePaths, nodesOver, unitsUnder, type UnitReport } from "./units";

/** What the sheets of a roll-up are made of. */
export interface RollUpInput {
  readonly result: RollUpResult;
  /** What comes of tables of anybody's; null where no unit has sent any. */
  readonly forms: FormsDraft | null;
  /** Every unit that is known of, also those that are missing. */
  readonly units: readonly UnitReport[];
  /** Every cell that was read; null where there are too many for a sheet. */
  readonly sources: readonly SourceRow[] | null;
  /** Files that are no unit's: what we made out of tables. */
  readonly passed: readonly string[];
  /** The day as it is written on the sheets. */
  readonly date: string;
  /** Names of sheets that are taken. */
  readonly taken: readonly string[];
  /** Which roll-up of its workbook it is, from 1: for the defined names by which its sheets are known. */
  readonly rollUp: number;
}

/** More tiers and units than this are not written under each line: they stand in the table of sources. */
const MOST_NODES = 120;

/** The sheets of a roll-up: indicators, budgets, tasks, the units, what could not be rolled up, and where each figure comes from. */
export function rollUpSpecs(
  { result, forms, units: reports, sources, passed, date, taken, rollUp }: RollUpInput, words: Words,
): SheetSpec[] {
  const units = reports.toSorted((a, b) => comparePaths(a.unit, b.unit));
  const names = [...taken];
  const nameFor = (wanted: string): string => {
    const name = sheetName(wanted, names);
    names.push(name);
    return name;
  };
  const paths = units.map(({ unit }) => unit);
  const over = [...nodesOver(paths)].sort(comparePaths);
  const nodes = over.length <= MOST_NODES ? over : over.filter((node) => !node.includes("/")).slice(0, MOST_NODES);
  const found = { errors: total(units, "errors"), warnings: total(units, "warnings"), infos: total(units, "infos") };
  const context: SheetContext = { words, date, found, nodes, expected: unitsUnder(paths, over) };
  const own = forms ? formSheets(forms, nameFor, context) : { specs: [], remarks: [] };
  const specs = [
    ...own.specs,
    ...result.sections.map((section) =>
      section.kind === "tasks"
        ? taskSheet(section, nameFor(words.rollUp.sheets.tasks), context)
        : figureSheet(section, nameFor(words.rollUp.sheets[section.kind]), context),
    ),
    unitSheet(units, nameFor(words.rollUp.sheets.units), context, [
      ...(passed.length > 0 ? [words.rollUp.passed(passed)] : []),
      ...(sources ? [] : [words.rollUp.noSources]),
      ...(nodes.length < over.length ? [words.rollUp.fewNodes(nodes.length, over.length)] : []),
    ]),
    mismatchSheet(result.mismatches, forms ? toldOf(forms, own.remarks, words) : [], nameFor(words.rollUp.sheets.mismatches), context),
    ...(sources ? [sourceSheet(sources, nameFor(words.rollUp.sheets.sources), context)] : []),
  ];
  return specs.map((spec, index) => ({ ...spec, names: [{ name: rollUpName(rollUp, index + 1), area: specArea(spec) }] }));
}

function total(units: readonly UnitReport[], what: "errors" | "warnings" | "infos"): number {
  // a file of several reporting units is checked once
  const files = new Map(units.map((one) => [one.file, one[what]]));
  return [...files.values()].reduce((sum, count) => sum + count, 0);
}

/** What is told of forms of anybody's: of units first, then of the sheets on which they are filled in. */
function toldOf({ result }: FormsDraft, remarks: readonly FormRemark[], words: Words): ToldRow[] {
  return [
    ...result.notes.map((note): ToldRow => ({ table: noteTable(result, note), what: formNoteWords(note, words), units: note.units })),
    ...remarks.map((remark): ToldRow => ({ table: remark.sheet, what: formRemarkWords(remark, words), units: null })),
  ];
}

import type { Few } from "../../base";
import { shortened, type Words } from "../../i18n";
import { toA1, type CellInput, type SheetSpec } from "../../sheet";
import { COLOURS, type TableKind } from "../../templates";
import type { SourceRow } from "./add";
import { columnName } from "./column-names";
import type { Mismatch } from "./mismatches";
import { pageSheet, under, type PageRow } from "./page";
import { fewWords, type SheetContext } from "./section-sheets";
import type { UnitReport } from "./units";

const NUMBER = { upper: null, width: 6, align: "center" } as const;
const COUNT = { upper: null, width: 10, align: "center" } as const;
const STATES = ["read", "no-tables", "broken", "missing"] as const;

/** Which units came, which are missing or broken and why, and what the checks found in each. */
export function unitSheet(
  units: readonly UnitReport[], name: string, { words, date, found }: SheetContext, notes: readonly string[],
): SheetSpec {
  const own = words.rollUp;
  const counted = STATES.flatMap((state) => {
    const count = units.filter((unit) => unit.state === state).length;
    return count === 0 ? [] : [`${own.states[state]}: ${count}`];
  });
  const rows = units.map((one, index): PageRow => {
    const read = one.state === "read";
    const cells: CellInput[] = [
      index + 1, one.unit, one.file,
      own.states[one.state],
      read ? `${one.filled}/${one.cells}` : null,
      ...(read ? [one.errors, one.warnings, one.infos] : [null, null, null]),
      one.reason,
    ];
    const fill =
      one.state === "broken" || one.errors > 0 ? COLOURS.wrong : one.state === "missing" || one.state === "no-tables" ? COLOURS.odd : null;
    return { cells, ...(fill ? { style: { fill } } : {}) };
  });
  return pageSheet({
    name,
    title: own.titles.units,
    lines: under(words, date, found, [counted.join("; "), ...notes]),
    caption: null,
    columns: [
      { ...NUMBER, lower: own.columns.number },
      { upper: null, lower: own.columns.unit, width: 36 },
      { upper: null, lower: own.columns.file, width: 40 },
      { upper: null, lower: own.columns.state, width: 16, align: "center" },
      { ...COUNT, lower: own.columns.filled, numberFormat: "@" },
      { ...COUNT, lower: own.columns.errors },
      { ...COUNT, lower: own.columns.warnings, width: 14 },
      { ...COUNT, lower: own.columns.infos },
      { upper: null, lower: own.columns.note, width: 36 },
    ],
    rows,
    kept: 2,
  });
}

const tableName = (kind: TableKind, words: Words): string => words.templates[kind].sheet;

/** What is told of a table, and of which units; of none where it is nobody's. */
export interface ToldRow {
  readonly table: string;
  readonly what: string;
  readonly units: Few | null;
}

/** What did not fit, was turned into another unit, or cannot be added, with the units of which it is true; `more`: of anybody's forms. */
export function mismatchSheet(
  mismatches: readonly Mismatch[], more: readonly ToldRow[], name: string, { words, date, found }: SheetContext,
): SheetSpec {
  const own = words.rollUp;
  const told = [
    ...mismatches.map((one): ToldRow => ({ table: tableName(one.kind, words), what: mismatchWords(one, words), units: one.units })),
    ...more,
  ];
  const rows = told.map(({ table, what, units }, index): PageRow => ({
    cells: [index + 1, table, what, units && units.count > 0 ? units.count : null, units ? fewWords(units, words, 40) : ""],
  }));
  return pageSheet({
    name,
    title: own.titles.mismatches,
    lines: under(words, date, found, told.length === 0 ? [own.noMismatches] : []),
    caption: null,
    columns: [
      { ...NUMBER, lower: own.columns.number },
      { upper: null, lower: own.columns.table, width: more.length > 0 ? 32 : 18 },
      { upper: null, lower: own.columns.what, width: 64 },
      { ...COUNT, lower: own.columns.unit },
      { upper: null, lower: own.columns.whose, width: 60 },
    ],
    rows,
    kept: 2,
  });
}

/** One mismatch as a sentence. */
export function mismatchWords(mismatch: Mismatch, words: Words): string {
  const one = shortened(mismatch);
  const own = words.rollUp.mismatches;
  const named = (columns: readonly string[]): string[] => columns.map((column) => columnName(column, words));
  switch (one.code) {
    case "other-plan":
      return own[one.code](one.plan);
    case "no-money-unit":
    case "twice":
    case "same-figures":
      return own[one.code];
    case "converted":
      return own[one.code](one.from, one.to, one.units.count);
    case "missing-lines":
    case "extra-lines":
      return own[one.code](one.lines);
    case "missing-columns":
    case "extra-columns":
      return own[one.code](named(one.columns));
    case "other-line":
      return own[one.code]({
        key: one.key,
        label: one.label,
        measure: one.measure,
        wantedLabel: one.wanted.label,
        wantedMeasure: one.wanted.measure,
      });
    case "bad-cells":
    case "no-basis":
    case "not-added":
      return own[one.code]({ label: one.label, column: columnName(one.column, words) });
  }
}

/** Every cell that was read, with its place. */
export function sourceSheet(sources: readonly SourceRow[], name: string, { words, date, found }: SheetContext): SheetSpec {
  const own = words.rollUp;
  const rows = sources.map((one): PageRow => ({
    cells: [
      one.unit, one.kind === "other" ? one.plan : tableName(one.kind, words), one.key, one.label, measureWords(one, words),
      one.kind === "other" ? one.column : columnName(one.column, words),
      own.parts[one.part], shownValue(one, words), one.file, one.at.sheet, toA1(one.at),
    ],
  }));
  return pageSheet({
    name,
    title: own.titles.sources,
    lines: under(words, date, found, []),
    caption: null,
    columns: [
      { upper: null, lower: own.columns.unit, width: 22 },
      { upper: null, lower: own.columns.table, width: 16 },
      { upper: null, lower: own.columns.code, width: 10, numberFormat: "@" },
      { upper: null, lower: own.columns.what, width: 40 },
      { upper: null, lower: own.columns.measure, width: 12 },
      { upper: null, lower: own.columns.column, width: 12 },
      { upper: null, lower: own.columns.part, width: 11 },
      { upper: null, lower: own.columns.value, width: 16, align: "right" },
      { upper: null, lower: own.columns.file, width: 30 },
      { upper: null, lower: own.columns.sheet, width: 18 },
      { upper: null, lower: own.columns.cell, width: 8 },
    ],
    rows,
    kept: 1,
  });
}

function measureWords({ kind, measure }: SourceRow, { units }: Words): string {
  const money: Readonly<Record<string, string>> = units;
  return kind === "budget" || kind === "other" ? (money[measure] ?? measure) : measure;
}

function shownValue({ part, value, counted }: SourceRow, words: Words): CellInput {
  const { met, notMet, watched } = words.templates.indicators;
  const statuses: Readonly<Record<string, string>> = {
    met, notMet, watched, ...words.templates.tasks.statuses, ...words.templates.tasks.unlisted,
  };
  return part === "status" && counted ? (statuses[String(value)] ?? value) : value;
}

import { dayOfSerial, isLikelySerial } from "../base";
import type { Finding } from "../findings";
import { readMoneyUnit, readNumber, syllableKey, toDong } from "../quantity";
import { sameCell } from "../sheet";
import {
  columnsOf, gridOf, hasAmounts, type IndicatorRow, isNumber, type NumberCell, oddCells, rowNumbers, rowsAt, STATE, type Table, takesWords,
  type TaskRow, type TypedCell,
} from "../tables";
import { rowRule } from "./row-rule";
import { unitNamed } from "./row-unit";
import { finding, type Rule } from "./rule";

/**
 * Text where a number belongs: no formula counts it, so whatever it stands in is wrong. Says the number that it may mean. And numbers that
 * a spreadsheet has made of a date.
 */
export const numberText: Rule = {
  name: "number-text",
  codes: ["text-for-number", "date-for-number"],
  severities: ["error", "warning"],
  check: (table, context) => [...texts(table), ...taskDates(table), ...indicatorDates.check(table, context)],
};

function texts(table: Table): Finding[] {
  const unit = hasAmounts(table) ? table.unit : null;
  const isSaid = saidInWords(table);
  return oddCells(table).flatMap(({ about, cell }): Finding[] => {
    if (cell.state !== "text" || isSaid(cell)) return [];
    // an apostrophe, a full-width sign or a cell of text keeps a formula from being one
    if (/^['\u2018\u2019]?\s*[=\uff1d]\s*[^=\s]/.test(cell.text))
      return [
        finding(table, "text-for-number", about, {
          severity: "error",
          at: cell.at,
          data: { text: cell.text, reading: null, others: [], unit, letters: false, formula: true },
        }),
      ];
    const digits = cell.reading.kind === "none" ? digitsOf(cell.text) : null;
    const reading = digits === null ? cell.reading : readNumber(digits, "vi");
    const readings = reading.kind === "number" ? [reading.value, ...reading.alternatives] : withUnit(table, cell);
    const [value = null, ...others] = likelierFirst(table, cell, readings);
    // others write words and marks among their numbers ("n/a", "x", "(D)"): only what may be a number is told
    if (table.kind === "other" && (value === null || COLUMN_NUMBER.test(cell.text))) return [];
    return [
      finding(table, "text-for-number", about, {
        severity: "error",
        at: cell.at,
        data: { text: cell.text, reading: value, others, unit, letters: digits !== null && value !== null, formula: false },
      }),
    ];
  });
}

/** "(3)" numbers columns and notes. */
const COLUMN_NUMBER = /^\(\d{1,2}\)$/;

type TextCell = TypedCell & { readonly state: "text" };

/**
 * Whether a text is a result in words, or where it starts from: "Đạt" and "Đã thực hiện ở 7/17 xã" beside a target in words are as good as
 * the target.
 */
function saidInWords(table: Table): (cell: TextCell) => boolean {
  if (table.kind !== "indicators") return () => false;
  let places: ReadonlyMap<number, number> | null = null;
  return ({ at }) => {
    places ??= new Map(columnsOf(table).sheetRows.map((row, place) => [row, place]));
    const [row] = rowsAt(table, [places.get(at.row) ?? -1]);
    if (!row) return false;
    const inYear = [...row.actuals].find(([, cell]) => cell.at.col === at.col)?.[0];
    if (inYear !== undefined) return takesWords(row, inYear);
    if ([...row.unitActuals.values()].some((cell) => cell.at.col === at.col)) return table.year !== null && takesWords(row, table.year);
    const targets = [...row.targets.values()].filter(({ state }) => state !== "blank");
    return row.baseline?.at.col === at.col && targets.length > 0 && targets.every(({ state }) => state === "words");
  };
}

/**
 * What a number means that stands before a unit: before the one of its row, or before one of money, then in the unit of the table. Empty
 * for other words.
 */
function withUnit(table: Table, { at, text }: TextCell): number[] {
  const [, digits = "", words = ""] = /^\s*([-+(]?[\d.,\s]*\d\)?)\s*(\p{L}.*?)\s*$/u.exec(text.normalize("NFC")) ?? [];
  const reading = readNumber(digits, "vi");
  if (reading.kind !== "number") return [];
  const readings = [reading.value, ...reading.alternatives];
  if (table.kind !== "budget") {
    const own = table.kind === "indicators" ? table.rows.find((one) => one.row === at.row)?.unit : null;
    return own && wordsKey(own) === wordsKey(words) ? readings : [];
  }
  const unit = readMoneyUnit(words) ?? readMoneyUnit(`${words} VND`);
  if (unit === null || table.unit === null) return [];
  const [of, into] = [toDong(1, unit), toDong(1, table.unit)];
  return readings.map((value) => Number(((value * of) / into).toPrecision(15)));
}

function wordsKey(words: string): string {
  return words.trim().split(/\s+/).map(syllableKey).join(" ");
}

/** Among whole amounts a whole one is the likelier reading: "39,705" is of a hand that parts thousands with commas. */
function likelierFirst(table: Table, { at }: TextCell, readings: readonly number[]): number[] {
  if (table.kind !== "budget") return [...readings];
  const { columns, states, whole } = gridOf(table);
  const place = columns.findIndex((column) => table.rows[0]?.cells.get(column.id)?.at.col === at.col);
  const isAmongWhole = whole[place] === true && states[place]?.includes(STATE.number) === true;
  return isAmongWhole ? [...readings.filter(Number.isInteger), ...readings.filter((value) => !Number.isInteger(value))] : [...readings];
}

/** "1O0" and "l2" with the digits that a hand meant; null for text that has no digit, or other letters. */
function digitsOf(text: string): string | null {
  const bare = text.replace(/\s*[%‰]$/, "");
  return /^[-+(]?[\dOolI|.,\s]+\)?$/.test(bare) && /\d/.test(bare) && /[OolI|]/.test(bare)
    ? bare.replace(/[Oo]/g, "0").replace(/[lI|]/g, "1")
    : null;
}

/** Units beside shares and rates whose values are never of that order. */
const SMALL_UNIT = /^(tuổi|năm|years?)$/i;
/** A neighbour is near when it is no more than this many times smaller or greater. */
const NEAR = 10;

/** Numbers of indicators that a spreadsheet has made of a date. */
export const indicatorDates = rowRule({
  name: "number-text",
  codes: ["date-for-number"],
  severities: ["warning"],
  may: (table) => {
    const { units, unitOf, baseline, actuals, unitActuals } = columnsOf(table);
    const small = units.map(isSmall);
    const shown = [...baseline, ...actuals, ...unitActuals];
    return (row) => (small[unitOf[row] ?? 0] ?? false) && shown.some(({ values }) => isLikelySerial(values[row] ?? 0));
  },
  ofRow: (table, row) => datesAmong(table, row, rowNumbers(row)),
});

function datesAmong(table: Table, row: TaskRow | IndicatorRow, cells: readonly NumberCell[]): Finding[] {
  return cells.flatMap(({ about, cell }): Finding[] =>
    isNumber(cell) && isSerial(cell) && isOdd(row, cell)
      ? [
          finding(table, "date-for-number", about, {
            severity: "warning",
            at: cell.at,
            data: { label: row.label, value: cell.value, day: dayOfSerial(cell.value) },
          }),
        ]
      : [],
  );
}

function taskDates(table: Table): Finding[] {
  if (table.kind !== "tasks") return [];
  return table.rows.flatMap((row) =>
    isNumber(row.progress) && isSerial(row.progress) ? datesAmong(table, row, [{ about: `${row.key}/progress`, cell: row.progress }]) : [],
  );
}

const isSmall = (unit: string | null): boolean =>
  unitNamed(unit ?? "").whole !== null || SMALL_UNIT.test(unit?.normalize("NFC").trim() ?? "");

type NumberOf = TypedCell & { readonly state: "number" };

/** "5/6" becomes such a number when it is typed into a cell of numbers. */
function isSerial({ formula, value }: NumberOf): boolean {
  return formula === null && isLikelySerial(value);
}

/** Such a number is a progress, or a share, rate, age or length of time that no other value of its row is near to. */
function isOdd(row: TaskRow | IndicatorRow, { at, value }: NumberOf): boolean {
  if (!("targets" in row)) return true;
  const cells = [...(row.baseline ? [row.baseline] : []), ...row.actuals.values(), ...row.unitActuals.values()];
  // what is counted above and below the line of a share may well be of that order
  if (!isSmall(row.unit) || !cells.some((cell) => sameCell(cell.at, at))) return false;
  const targets = [...row.targets.values()].flatMap((cell) => (cell.state === "target" ? [cell.target.value] : []));
  const others = [...cells.filter((cell) => !sameCell(cell.at, at)).filter(isNumber).map((cell) => cell.value), ...targets];
  return !others.some((other) => other * NEAR >= value && other <= value * NEAR);
}

import { readNumber, type Day } from "../quantity";
import { isNumber, numberCells, oddCells, type IndicatorRow, type Table, type TaskRow, type TypedCell } from "../reading";
import type { Finding } from "../findings";
import { sameCell } from "../sheet";
import { rowUnit } from "./row-unit";
import { finding, type Rule } from "./rule";

/** Text where a number belongs: no formula counts it, so whatever it stands in is wrong. Says the number that it may mean. And numbers that a spreadsheet has made of a date. */
export const numberText: Rule = {
  name: "number-text",
  codes: ["text-for-number", "date-for-number"],
  severities: ["error", "warning"],
  check: (table) => [...texts(table), ...dates(table)],
};

function texts(table: Table): Finding[] {
  return oddCells(table).flatMap(({ about, cell }): Finding[] => {
    if (cell.state !== "text") return [];
    const digits = cell.reading.kind === "none" ? digitsOf(cell.text) : null;
    const reading = digits === null ? cell.reading : readNumber(digits, "vi");
    const [value, others] = reading.kind === "number" ? [reading.value, reading.alternatives] : [null, []];
    return [finding(table, "text-for-number", about, { severity: "error", at: cell.at, data: { text: cell.text, reading: value, others, letters: digits !== null && value !== null } })];
  });
}

/** "1O0" and "l2" with the digits that a hand meant; null for text that has no digit, or other letters. */
function digitsOf(text: string): string | null {
  const bare = text.replace(/\s*[%‰]$/, "");
  return /^[-+(]?[\dOolI|.,\s]+\)?$/.test(bare) && /\d/.test(bare) && /[OolI|]/.test(bare) ? bare.replace(/[Oo]/g, "0").replace(/[lI|]/g, "1") : null;
}

/** Days from 2000 to 2050 as a spreadsheet counts them: "5/6" becomes such a number when it is typed into a cell of numbers. */
const SERIALS = { from: 36526, to: 55152 } as const;
/** Units beside shares and rates whose values are never of that order. */
const SMALL_UNIT = /^(tuổi|năm|years?)$/i;
/** A neighbour is near when it is no more than this many times smaller or greater. */
const NEAR = 10;

function dates(table: Table): Finding[] {
  if (table.kind === "budget") return [];
  const suspects = numberCells(table, (cell) => isNumber(cell) && isSerial(cell)).flatMap(({ about, cell }) => (isNumber(cell) ? [{ about, cell }] : []));
  if (suspects.length === 0) return [];
  const rows = new Map<number, TaskRow | IndicatorRow>(table.rows.map((row) => [row.row, row]));
  return suspects.flatMap(({ about, cell }): Finding[] => {
    const row = rows.get(cell.at.row);
    if (!row || !isOdd(row, cell)) return [];
    return [finding(table, "date-for-number", about, { severity: "warning", at: cell.at, data: { label: row.label, value: cell.value, day: dayOf(cell.value) } })];
  });
}

type NumberOf = TypedCell & { readonly state: "number" };

function isSerial({ formula, value }: NumberOf): boolean {
  return formula === null && Number.isInteger(value) && value >= SERIALS.from && value <= SERIALS.to;
}

/** Such a number is a progress, or a share, rate, age or length of time that no other value of its row is near to. */
function isOdd(row: TaskRow | IndicatorRow, { at, value }: NumberOf): boolean {
  if (!("targets" in row)) return true;
  const cells = [...(row.baseline ? [row.baseline] : []), ...row.actuals.values(), ...row.unitActuals.values()];
  // what is counted above and below the line of a share may well be of that order
  const small = rowUnit(row).whole !== null || SMALL_UNIT.test(row.unit?.normalize("NFC").trim() ?? "");
  if (!small || !cells.some((cell) => sameCell(cell.at, at))) return false;
  const targets = [...row.targets.values()].flatMap((cell) => (cell.state === "target" ? [cell.target.value] : []));
  const others = [...cells.filter((cell) => !sameCell(cell.at, at)).filter(isNumber).map((cell) => cell.value), ...targets];
  return !others.some((other) => other * NEAR >= value && other <= value * NEAR);
}

/** 25569 is 1 January 1970. */
function dayOf(serial: number): Day {
  const date = new Date((serial - 25569) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

import { writeNumber } from "../../src/quantity";
import type { FactTable, TableFact } from "../../src/drafting/against";
import { AS_PEOPLE_ERR, HAND_SLIPS, slipIn } from "../corpus/hand-slips";

/** Reports as offices write them, made of the cells of tables, with figures that a typing hand has got wrong. */

/** A figure of a made report, and the cells that it was written from; `wrong`: what was done to it, null where it is right. */
export interface WrittenFigure {
  readonly span: readonly [from: number, to: number];
  readonly fact: TableFact;
  readonly wrong: string | null;
}

export interface MadeReport {
  readonly text: string;
  readonly figures: readonly WrittenFigure[];
}

type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const lower = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text);
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A figure as it is written: its digits apart, so that a hand can slip in them. */
interface Written {
  readonly digits: string;
  readonly unit: string;
}

const MONEY: readonly (readonly [unit: string, dong: number])[] = [["tỷ đồng", 1e9], ["triệu đồng", 1e6], ["nghìn đồng", 1e3], ["đồng", 1]];

/** In a unit that its size asks for, rounded as reports do to what still says enough. */
function writtenOf({ value, kind, unit }: TableFact, random: Random): Written {
  if (kind !== "money") {
    const decimals = kind === "share" ? 1 : 2;
    return { digits: writeNumber(value, "vi", { maxDecimals: decimals }), unit: kind === "share" ? "%" : ` ${unit ?? ""}` };
  }
  const fitting = MONEY.filter(([, dong]) => value / dong >= 1 && value / dong < 1e7);
  const [name, dong] = pick(random, fitting.length > 0 ? fitting : MONEY.slice(-1));
  const whole = String(Math.floor(value / dong)).length;
  const decimals = dong === 1 ? 0 : Math.max(whole < 3 ? 4 - whole : 0, Math.floor(random() * 4));
  return { digits: writeNumber(value / dong, "vi", { maxDecimals: Math.min(3, decimals) }), unit: ` ${name}` };
}

const numberIn = (digits: string): number => Number(digits.replaceAll(".", "").replace(",", "."));

/** The kinds of wrong figures that are made. */
const WRONGS = ["hand", "hand", "hand", "unit", "other-year"] as const;

/** A figure with something done to it; null where that cannot be done, or where nothing of it would be seen. */
function wronged(fact: TableFact, written: Written, random: Random): { readonly written: Written; readonly wrong: string } | null {
  const kind = pick(random, WRONGS);
  if (kind === "unit") {
    const units: Readonly<Record<string, string>> = { " tỷ đồng": " triệu đồng", " triệu đồng": " tỷ đồng", " nghìn đồng": " triệu đồng" };
    const unit = units[written.unit];
    return unit === undefined ? null : { written: { ...written, unit }, wrong: "unit" };
  }
  if (kind === "other-year") {
    const others = fact.line.facts.filter(({ year, role, kind: own, value, column }) =>
      year !== null && year !== fact.year && role === fact.role && own === fact.kind && value !== fact.value && !column.isTotal);
    if (fact.year === null || others.length === 0) return null;
    const other = writtenOf(pick(random, others), random);
    return numberIn(other.digits) === numberIn(written.digits) ? null : { written: other, wrong: "other-year" };
  }
  const slip = pick(random, HAND_SLIPS.flatMap((one) => Array.from({ length: Math.round(AS_PEOPLE_ERR[one] / 7.5) }, () => one)));
  const digits = slipIn(written.digits, slip, random);
  if (digits === null || numberIn(digits) === numberIn(written.digits)) return null;
  const grouped = /^[\d.]+$/.test(digits) ? writeNumber(numberIn(digits), "vi") : digits;
  return { written: { ...written, digits: grouped }, wrong: slip };
}

/** Of which kind of column a figure is, in words: "ngân sách tỉnh của", or nothing for the only one. */
function columnWords({ column, line }: TableFact): string {
  const others = new Set(line.facts.map((fact) => fact.column));
  if (others.size === 1 || column.keys.length === 0) return "";
  return lower(column.head.split(" / ").filter((part) => !/^(?:tổng|cộng|năm \d+)$/iu.test(part)).toReversed().join(" "));
}

const ROLE = { plan: ["dự toán", "kế hoạch"], actual: ["thực hiện", "kết quả thực hiện"] } as const;
const VERBS = ["là", "đạt", "ở mức", "bằng"] as const;

/** The cells that a report would speak of: named, and of more than one digit. */
export function factsToTell(tables: readonly FactTable[]): TableFact[] {
  const isTold = ({ value, kind, unit, column, comparator, others }: TableFact): boolean =>
    comparator === null && others.length === 0 && value >= 11 && !/^(?:hiện trạng|stt)$/iu.test(column.head) &&
    (kind === "money" || kind === "share" || (kind === "count" && unit !== null));
  return tables.flatMap(({ lines }) => lines.flatMap(({ label, facts }) =>
    label.length < 5 || label.length > 160 || /\d$/.test(label) ? [] : facts.filter(isTold)));
}

/**
 * A report of so many sentences about cells of tables; about half of its figures are wrong where `errs`. The styles: year first, year
 * last, a list with dashes, the label behind its figure, several lines in one sentence, growth over the year before.
 */
export function madeReport(
  tables: readonly FactTable[], seed: number, { sentences, errs }: { readonly sentences: number; readonly errs: boolean },
): MadeReport {
  const random = randomFrom(seed);
  const all = factsToTell(tables);
  const figures: WrittenFigure[] = [];
  let text = "BÁO CÁO\nTình hình thực hiện\n\nI. KẾT QUẢ\n";
  const say = (words: string): void => void (text += words);
  const tell = (fact: TableFact): void => {
    const written = writtenOf(fact, random);
    const made = errs && random() < 0.5 ? wronged(fact, written, random) : null;
    const { digits, unit } = made?.written ?? written;
    figures.push({ span: [text.length, text.length + digits.length + unit.length], fact, wrong: made?.wrong ?? null });
    say(`${digits}${unit}`);
  };
  if (all.length === 0) return { text, figures };
  for (let place = 0; place < sentences; place++) {
    const fact = pick(random, all);
    const { label } = fact.line;
    const column = columnWords(fact);
    const role = fact.role === null ? "" : `${pick(random, ROLE[fact.role])} `;
    const name = role + (column === "" ? lower(label) : pick(random, [`${column} của ${lower(label)}`, `${lower(label)} (${column})`]));
    const year = fact.year === null ? "" : `năm ${fact.year}`;
    switch (Math.floor(random() * 5)) {
      case 0:
        say(year === "" ? `${upper(name)} ${pick(random, VERBS)} ` : `${upper(year)}, ${name} ${pick(random, VERBS)} `);
        tell(fact);
        say(".\n");
        break;
      case 1:
        say(`${upper(name)} ${year} ${pick(random, VERBS)} `.replace("  ", " "));
        tell(fact);
        say(".\n");
        break;
      case 2:
        say(`- ${upper(name)}${year === "" ? "" : ` ${year}`}: `);
        tell(fact);
        say(";\n");
        break;
      case 3:
        say(`${year === "" ? "Đã bố trí" : `${upper(year)} đã bố trí`} `);
        tell(fact);
        say(` cho ${name}.\n`);
        break;
      default: {
        const others = all.filter((other) =>
          other !== fact && other.line.table === fact.line.table && other.column === fact.column && other.kind === fact.kind);
        say(year === "" ? "Trong đó: " : `${upper(year)}: `);
        const told = [fact, ...(others.length > 0 ? [pick(random, others)] : [])];
        told.forEach((one, at) => {
          say(`${at > 0 ? ", " : ""}${role}${lower(one.line.label)}${column === "" ? "" : ` (${column})`} `);
          tell(one);
        });
        say(".\n");
      }
    }
  }
  return { text, figures };
}

import { bareText, cleanText, isCount, readMoneyUnit, readUnit, type MoneyUnit } from "../../quantity";
import type { FormShape, ShapeColumn, ShapeLine } from "./copy";

/** In what the numbers of a cell are: so many of `base`, as "nghìn người" are a thousand of "người"; `base` is "" for none. */
export interface Measure {
  readonly base: string;
  /** A power of ten of `base`. */
  readonly tens: number;
  /** As it is said; for money the name of the unit. */
  readonly text: string;
  readonly money: MoneyUnit | null;
}

const MONEY_TENS: Readonly<Record<MoneyUnit, number>> = { dong: 0, "nghin-dong": 3, "trieu-dong": 6, "ty-dong": 9 };
/** Words before what is counted, and by how many powers of ten they raise it. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:1[., ]?000[., ]?000|trieu|millions?(?: of)?) (?=\p{L})/u, 6],
  [/^(?:1[., ]?000|nghin|ngan|thousands?(?: of)?) (?=\p{L})/u, 3],
  [/^(?:ty|ti|billions?(?: of)?) (?=\p{L})/u, 9],
];

/** The unit of a cell: that of its column, else of its line, else of its table. */
export function measureOf({ unit }: FormShape, line: ShapeLine | undefined, column: ShapeColumn | undefined): Measure {
  const said = column?.unit ?? line?.unit ?? null;
  if (said === null) return unit === null ? NONE : inMoney(unit);
  const money = readMoneyUnit(said);
  return money ? inMoney(money) : counted(said);
}

const NONE: Measure = { base: "", tens: 0, text: "", money: null };

function inMoney(money: MoneyUnit): Measure {
  return { base: "money", tens: MONEY_TENS[money], text: money, money };
}

function counted(said: string): Measure {
  const text = cleanText(readUnit(said).unit ?? said);
  const bare = bareText(text);
  for (const [pattern, tens] of SCALES) if (pattern.test(bare)) return { base: bare.replace(pattern, ""), tens, text, money: null };
  return { base: bare, tens: 0, text, money: null };
}

/** What is averaged, priced, ranked or a share: numbers of several units have no sum. */
const AVERAGED =
  /(?:^|[\s(])(?:(?:ty|ti) (?:le|trong|so|suat)|co cau|toc do|binh quan|trung binh|don gia|gia (?:ban|mua|tri binh quan)|dinh muc|muc (?:luong|chi|thu|ho tro|dong)|he so|chi so|nang suat|mat do|tuoi tho|thu hang|xep hang|xep loai|percent(?:age)?|average|mean|rate|ratio|price|index|rank)(?!\p{L})/u;

/** Whether numbers of several units in a cell can be added. */
export function addsUp(shape: FormShape, line: ShapeLine, column: ShapeColumn): boolean {
  if (column.isShare || AVERAGED.test(bareText(column.head.split(" / ").at(-1) ?? "")) || AVERAGED.test(bareText(line.label))) return false;
  const said = column.unit ?? line.unit;
  return said === null || readMoneyUnit(said) !== null || isCount(said);
}

/** Its powers of ten from one unit to another; null where they measure different things. Of an unsaid one nothing is known: none. */
export function tensBetween(from: Measure, to: Measure): number | null {
  if (from.base === "" || to.base === "") return 0;
  return from.base === to.base ? from.tens - to.tens : null;
}

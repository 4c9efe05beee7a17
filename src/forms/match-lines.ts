import type { CellValue } from "../sheet";
import type { OtherLine, OtherTable } from "../tables";
import { between, gaps } from "./gaps";
import { movedIn } from "./moved";
import { pairing, type Pair } from "./pairing";
import { bareKey, nearness, numberKey, wordingKey } from "./wording";

/** Which lines of two tables are one. */
export interface Matching {
  /** In the order of the left table. */
  readonly pairs: readonly Pair[];
  /** Places of those that have no like, in order. */
  readonly onlyA: readonly number[];
  readonly onlyB: readonly number[];
  /** Of a place on the left the place on the right, and the other way; -1 where it has none. */
  readonly ofA: Int32Array;
  readonly ofB: Int32Array;
}

/** A line by what tells it from others. */
export type Line = Pick<OtherLine, "number" | "label" | "code" | "parent">;

/** The lines of a table; one without a label is known by its other words. */
export function formLines({ rows, wordColumns, labelColumn, numberColumn, value }: OtherTable): readonly Line[] {
  const beside = wordColumns.filter(({ col }) => col !== labelColumn && col !== numberColumn);
  const words = (row: number): string => beside.flatMap(({ col }) => textIn(value(row, col))).join(" ");
  return rows.map(({ row, number, label, code, parent }) => ({ number, code, parent, label: label === "" ? words(row) : label }));
}

function textIn(value: CellValue): string | [] {
  return value === null || typeof value === "object" || value === "" ? [] : String(value);
}

export interface LineOptions {
  /** What lines hold, as a text, for those that their words do not tell apart: two versions of one table. Null says nothing. */
  readonly printA?: (place: number) => string | null;
  readonly printB?: (place: number) => string | null;
}

/** Labels have to be so near for lines of one parent, and for lines with one number too. */
const [NEAR, NEAR_WITH_NUMBER] = [0.8, 0.7];
/** Where so few of the lines that are sure lie under the same words, the table was sorted, and what lies above a line says nothing. */
const KEPT_TREE = 0.5;
/** Where more of the lines have to be moved than this, the two stand in no common order. */
const MOST_MOVED = 0.25;

/**
 * Lines by what they say: outline number, code, label and the labels above them, never by their place. A line is paired with none rather
 * than with one of several that it may be.
 */
export function matchLines(a: readonly Line[], b: readonly Line[], { printA, printB }: LineOptions = {}): Matching {
  const found = pairing(a.length, b.length);
  const { ofA, ofB } = found;
  const [left, right] = [keysOf(a), keysOf(b)];
  const all = (key: (keys: LineKeys, place: number) => string | null) =>
    [(place: number) => key(left, place), (place: number) => key(right, place)] as const;

  found.unique(...all((keys, at) => `${keys.number(at)}|${keys.code(at)}|${keys.path(at)}`), "same");
  found.unique(...all(({ code, label }, at) => (code(at) === "" ? null : `${code(at)}|${label(at)}`)), "same");
  found.unique(...all(({ path }, at) => path(at)), "same");
  const isTree = keepsTree(found.pairs(), a, b, left, right);
  /** The line above it on the other side, so far as it is known: lines of one parent are looked at together. */
  const under = (of: Int32Array, lines: readonly Line[], side: "a" | "b") => (place: number): string | null => {
    const parent = lines[place]?.parent ?? null;
    if (!isTree) return "";
    if (parent === null) return "top";
    const other = of[parent] ?? -1;
    return other === -1 ? null : side === "a" ? `${parent}` : `${other}`;
  };
  const [underA, underB] = [under(ofA, a, "a"), under(ofB, b, "b")];
  const inParent = (key: (keys: LineKeys, place: number) => string | null) =>
    [joined(underA, (at) => key(left, at)), joined(underB, (at) => key(right, at))] as const;
  /** Neither lies under a line that is known to be another one's. */
  const mayBe = (i: number, j: number): boolean => {
    const [p, q] = [a[i]?.parent ?? null, b[j]?.parent ?? null];
    const fits = (own: number | null, of: Int32Array, other: number | null): boolean => own === null || of[own] === -1 || of[own] === other;
    return !isTree || (fits(p, ofA, q) && fits(q, ofB, p));
  };
  const near = (least: number) => (i: number, j: number): number => {
    const [x, y] = [left.number(i), right.number(j)];
    if (left.code(i) !== "" && right.code(j) !== "" && left.code(i) !== right.code(j)) return 0;
    if (least === NEAR_WITH_NUMBER && (x === "" || x !== y || isBullet(x))) return 0;
    return nearness(a[i]?.label ?? "", b[j]?.label ?? "");
  };
  /** Also of two lines without words. */
  const isAlike = (i: number, j: number): boolean => left.label(i) === right.label(j);
  // what is told of a line tells of those under it
  for (let isOn = true; isOn; ) {
    isOn = false;
    const more = (any: boolean): void => void (isOn ||= any);
    more(found.unique(...inParent(({ number, label }, at) => `${number(at)}|${label(at)}`), "same"));
    more(found.unique(...inParent(({ label }, at) => label(at)), "same"));
    more(found.unique(...all(({ number, label }, at) => (isBullet(number(at)) ? null : `${number(at)}|${label(at)}`)), "same", mayBe));
    more(found.unique(...all(({ label }, at) => label(at)), "same", mayBe));
    more(found.unique(...inParent(({ bare }, at) => bare(at)), "spelling"));
    more(found.unique(...all(({ bare }, at) => bare(at)), "spelling", mayBe));
    if (!isOn && printA && printB)
      more(found.unique(joined((at) => left.label(at) ?? "", printA), joined((at) => right.label(at) ?? "", printB), "same"));
    if (!isOn) more(found.nearest(underA, underB, near(NEAR_WITH_NUMBER), NEAR_WITH_NUMBER));
    if (!isOn) more(found.nearest(underA, underB, near(NEAR), NEAR));
    // among lines in another order the place says nothing
    if (isOn || !isOrdered(found.pairs())) continue;
    const [gapA, gapB] = [gaps(ofA, (at) => at), gaps(ofB, (at) => ofB[at] ?? -1)];
    more(found.unique(joined(gapA, left.label), joined(gapB, right.label), "same"));
    more(found.unique(joined(gapA, left.bare), joined(gapB, right.bare), "spelling"));
    if (!isOn) more(found.nearest(gapA, gapB, near(NEAR), NEAR));
    if (!isOn) more(between(found, (i, j) => isAlike(i, j) || near(NEAR)(i, j) >= NEAR));
    // another name at the same place, under the same number and code, with the same figures
    if (!isOn && printA && printB)
      more(found.unique(joined(gapA, placed(left, printA)), joined(gapB, placed(right, printB)), "same", mayBe));
    if (!isOn) more(found.inOrder(...inParent(({ number, label }, at) => `${number(at)}|${label(at)}`), "same"));
  }
  const alone = (of: Int32Array): number[] => [...of.keys()].filter((place) => of[place] === -1);
  return { pairs: found.pairs(), onlyA: alone(ofA), onlyB: alone(ofB), ofA, ofB };
}

/** Figures with fewer digits above 0 are met with by chance. */
const LEAST_DIGITS = 3;

/** A line by its number, its code and what it holds; null where that is too little to know it by. */
function placed({ number, code }: LineKeys, print: (place: number) => string | null): (place: number) => string | null {
  return (place) => {
    const own = print(place);
    const digits = own?.match(/[1-9]/g)?.length ?? 0;
    return own === null || digits < LEAST_DIGITS ? null : `${number(place)}|${code(place)}|${own}`;
  };
}

function isOrdered(pairs: readonly Pair[]): boolean {
  return movedIn(pairs).length <= MOST_MOVED * pairs.length;
}

interface LineKeys {
  readonly number: (place: number) => string;
  readonly code: (place: number) => string;
  /** Null for a line without words: its number, else nothing. */
  readonly label: (place: number) => string | null;
  readonly bare: (place: number) => string | null;
  /** Its label and those above it. */
  readonly path: (place: number) => string | null;
}

/** A line without words is known by what was taken for its number, which may be all that it has. */
function keysOf(lines: readonly Line[]): LineKeys {
  const labels = lines.map(({ label, number }) => wordingKey(label) || (numberKey(number) === "" ? null : `#${numberKey(number)}`));
  const bare = lines.map(({ label }, at) => bareKey(label) || (labels[at] ?? null));
  const numbers = lines.map(({ number }) => numberKey(number));
  const codes = lines.map(({ code }) => numberKey(code));
  const paths: (string | null)[] = [];
  lines.forEach(({ parent }, at) => {
    const own = labels[at] ?? null;
    const above = parent === null ? "" : (paths[parent] ?? "");
    paths.push(own === null ? null : `${above}/${own}`);
  });
  return {
    number: (at) => numbers[at] ?? "",
    code: (at) => codes[at] ?? "",
    label: (at) => labels[at] ?? null,
    bare: (at) => bare[at] ?? null,
    path: (at) => paths[at] ?? null,
  };
}

/** A dash or a plus numbers nothing. */
function isBullet(number: string): boolean {
  return !/[\p{L}\d]/u.test(number);
}

function joined(first: (place: number) => string | null, second: (place: number) => string | null): (place: number) => string | null {
  return (place) => {
    const [one, other] = [first(place), second(place)];
    return one === null || other === null ? null : `${one}|${other}`;
  };
}

/** Whether most lines whose label stands once on each side lie under the same words. */
function keepsTree(
  pairs: readonly Pair[], a: readonly Line[], b: readonly Line[], left: LineKeys, right: LineKeys,
): boolean {
  const probe = pairing(a.length, b.length);
  probe.unique(left.label, right.label, "same");
  const above = (lines: readonly Line[], keys: LineKeys, place: number): string => {
    const parent = lines[place]?.parent ?? null;
    return parent === null ? "" : (keys.label(parent) ?? "");
  };
  const told = probe.pairs();
  const known = told.length > 0 ? told : pairs;
  const same = known.filter(({ a: i, b: j }) => bareKey(above(a, left, i)) === bareKey(above(b, right, j))).length;
  return known.length === 0 || same / known.length >= KEPT_TREE;
}

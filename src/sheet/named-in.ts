import { kept } from "../base";
import type { Area } from "./address";
import { formulaTokens, isLinked, referenceArea, type FormulaToken } from "./formula-tokens";

/** Functions that look at where a cell stands and not at what it shows. */
const OF_PLACES = /^(?:ROWS?|COLUMNS?|AREAS|SHEETS?|ISREF|ISFORMULA|FORMULATEXT)$/i;

/** What a formula names: an area or a name, on the sheet that is written with it; null where none is. */
export type Named = { readonly sheet: string | null } & ({ readonly area: Area } | { readonly name: string });

/** What a formula names and reads, by its text alone, each once; but not cells of other workbooks, and what a function finds by itself. */
export function namedIn(formula: string): readonly Named[] {
  const near = shapesLike(formula);
  for (const shape of near) {
    const rows = rowsIn(formula, shape);
    if (rows) return namedBySome(shape, rows);
  }
  const shape = formula.includes(ROW) ? null : shapeOf(formula.replace(ROWS, ROW));
  const rows = shape && rowsIn(formula, shape);
  if (!rows) return distinct(namedAmong(formulaTokens(formula)).flatMap(({ token }) => namedBy(token)));
  near.unshift(shape);
  near.length = Math.min(near.length, MOST_NEAR);
  return namedBySome(shape, rows);
}

/** A number that may be that of a row. */
const ROWS = /(?<!\d)[1-9]\d{0,6}(?!\d)/g;
const MOST_DIGITS = 7;
/** A sign that no formula holds, in the place of such a number. */
const ROW = "\uE000";

/**
 * What formulas name that differ by such numbers alone, as those of a column do: the pieces between the numbers, and where between them
 * references and names stand.
 */
interface Shape {
  readonly pieces: readonly string[];
  readonly places: readonly Place[];
}

/** The pieces of an address between its rows, and which of the numbers is the first; `alike` is the first place that reads the same. */
type Place =
  | { readonly sheet: string | null; readonly name: string }
  | { readonly sheet: string | null; readonly parts: readonly string[]; readonly from: number; readonly alike: number };

/** Formulas of a column differ by their rows alone: their pieces are found once. */
const MOST_SHAPES = 2000;
/** So many shapes begin alike, up to their first number, as those of one column do. */
const MOST_NEAR = 4;

const shapesBegun = kept((_begin: string): Shape[] => [], MOST_SHAPES);

/** Shapes of formulas that begin as this one does, the newest first. */
function shapesLike(formula: string): Shape[] {
  const first = formula.search(/\d/);
  return shapesBegun(first < 0 ? formula : formula.slice(0, first));
}

/** Null where a name or the name of a sheet holds such a number. */
const shapeOf = kept((text: string): Shape | null => {
  const places: Place[] = [];
  const known = new Map<string, number>();
  // each number is one digit here, so that pieces stand where they stand in the shape
  for (const { token, at } of namedAmong(formulaTokens(text.replaceAll(ROW, "1")))) {
    const own = text.slice(at, at + token.text.length);
    const address = token.kind === "reference" ? own.slice(own.length - token.address.length) : "";
    if (own.slice(0, own.length - address.length).includes(ROW)) return null;
    const from = text.slice(0, at).split(ROW).length - 1;
    const alike = known.get(own) ?? places.length;
    known.set(own, alike);
    if (token.kind === "reference") places.push({ sheet: token.sheet, parts: address.split(ROW), from, alike });
    else places.push({ sheet: token.sheet, name: token.name });
  }
  return { pieces: text.split(ROW), places };
}, MOST_SHAPES);

/** The numbers of a formula between the pieces of a shape; null where it is of another. */
function rowsIn(formula: string, { pieces }: Shape): number[] | null {
  const rows: number[] = [];
  let at = 0;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? "";
    const start = at;
    if (index > 0) {
      let row = 0;
      for (; isDigit(formula.charCodeAt(at)); at++) row = row * 10 + formula.charCodeAt(at) - ZERO;
      if (at === start || at - start > MOST_DIGITS || formula.charCodeAt(start) === ZERO) return null;
      rows.push(row);
    }
    if (!formula.startsWith(piece, at)) return null;
    at += piece.length;
  }
  return at === formula.length ? rows : null;
}

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

const [ZERO, NINE] = [48, 57];

function namedBySome({ places }: Shape, rows: readonly number[]): readonly Named[] {
  const found: Named[] = [];
  // long formulas name the same few cells over and over: what reads as the last place that is alike is not made again
  const last: (number | undefined)[] = [];
  for (const place of places) {
    if ("name" in place) {
      found.push(place);
      continue;
    }
    const { parts, from, alike } = place;
    const before = last[alike];
    let isNew = before === undefined;
    for (let part = 0; part < parts.length - 1 && !isNew; part++) isNew = rows[from + part] !== rows[(before ?? 0) + part];
    if (!isNew) continue;
    last[alike] = from;
    const area = referenceArea(parts.map((part, index) => (index === 0 ? part : String(rows[from + index - 1]) + part)).join(""));
    if (area) found.push({ sheet: place.sheet, area });
  }
  return distinct(found);
}

function distinct(all: readonly Named[]): readonly Named[] {
  const keyOf = (one: Named): string =>
    "name" in one ? `${one.name} ${one.sheet}` : `${one.area.row} ${one.area.col} ${one.area.rows} ${one.area.cols} ${one.sheet}`;
  return all.length < 2 ? all : [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

type NamingToken = Extract<FormulaToken, { readonly kind: "reference" | "name" }>;

/** The pieces that name what a formula reads, and where they begin. */
function namedAmong(tokens: readonly FormulaToken[]): { readonly token: NamingToken; readonly at: number }[] {
  const found: { token: NamingToken; at: number }[] = [];
  const inside: string[] = [];
  let called = "";
  let end = 0;
  for (const token of tokens) {
    const at = end;
    end += token.text.length;
    if (token.kind === "function") called = token.name;
    else if (token.text === "(") inside.push(called);
    else if (token.text === ")") inside.pop();
    if (token.kind !== "function" && token.kind !== "space") called = "";
    if (isLinked(token) || inside.some((name) => OF_PLACES.test(name))) continue;
    if (token.kind === "reference" || token.kind === "name") found.push({ token, at });
  }
  return found;
}

function namedBy(token: NamingToken): Named[] {
  if (token.kind === "name") return [{ sheet: token.sheet, name: token.name }];
  const area = referenceArea(token.address);
  return area ? [{ sheet: token.sheet, area }] : [];
}

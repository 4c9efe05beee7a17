import { kept } from "../base";
import type { Area } from "./address";
import { formulaTokens, isLinked, referenceArea, type FormulaToken } from "./formula-tokens";

/** Functions that look at where a cell stands and not at what it shows. */
const OF_PLACES = /^(?:ROWS?|COLUMNS?|AREAS|SHEETS?|ISREF|ISFORMULA|FORMULATEXT)$/i;

/** What a formula names: an area or a name, on the sheet that is written with it; null where none is. */
export type Named = { readonly sheet: string | null } & ({ readonly area: Area } | { readonly name: string });

/** What a formula names and reads, by its text alone. Cells of other workbooks, and those that a function finds by itself, are not told. */
export function namedIn(formula: string): readonly Named[] {
  if (formula.includes(ROW)) return namedAmong(formulaTokens(formula)).flatMap(({ token }) => namedBy(token));
  const shape = formula.replace(ROWS, ROW);
  const places = placesIn(shape);
  if (places === null) return namedAmong(formulaTokens(formula)).flatMap(({ token }) => namedBy(token));
  const rows = formula.match(ROWS) ?? [];
  return places.flatMap((place) => {
    if ("name" in place) return place;
    const address = place.parts.map((part, index) => (index === 0 ? part : (rows[place.from + index - 1] ?? "") + part)).join("");
    const area = referenceArea(address);
    return area ? { sheet: place.sheet, area } : [];
  });
}

/** A number that may be that of a row. */
const ROWS = /(?<!\d)[1-9]\d{0,6}(?!\d)/g;
/** A sign that no formula holds, in the place of such a number. */
const ROW = "\uE000";

/** What formulas of one shape name, wherever they stand: the pieces of an address between its rows, and which of the rows is the first. */
type Place =
  | { readonly sheet: string | null; readonly name: string }
  | { readonly sheet: string | null; readonly parts: readonly string[]; readonly from: number };

/** Formulas of a column differ by their rows alone: their pieces are found once. */
const MOST_SHAPES = 2000;

/** Null where a name or the name of a sheet holds such a number. */
const placesIn = kept((shape: string): readonly Place[] | null => {
  const found: Place[] = [];
  // each number is one digit here, so that pieces stand where they stand in the shape
  for (const { token, at } of namedAmong(formulaTokens(shape.replaceAll(ROW, "1")))) {
    const text = shape.slice(at, at + token.text.length);
    const address = token.kind === "reference" ? text.slice(text.length - token.address.length) : "";
    if (text.slice(0, text.length - address.length).includes(ROW)) return null;
    const from = shape.slice(0, at).split(ROW).length - 1;
    if (token.kind === "reference") found.push({ sheet: token.sheet, parts: address.split(ROW), from });
    else found.push({ sheet: token.sheet, name: token.name });
  }
  return found;
}, MOST_SHAPES);

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

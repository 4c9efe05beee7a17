import type { Area, FormulaToken } from "../../sheet";
import { areaToAbsoluteA1, formulaTokens, quoteSheet, referenceArea, shownFormula, withoutSignPairs } from "../../sheet";
import { formulaCost, type FormulaCost } from "./formula-cost";
import type { StoredName } from "./stored";

/** An area of a sheet by its place in the book. */
export interface Precedent {
  readonly sheet: number;
  readonly area: Area;
}

/** A formula as the engine is given it: names replaced by what they refer to, references bounded. */
export interface PreparedFormula {
  /** Begins with "=". */
  readonly text: string;
  readonly precedents: readonly Precedent[];
  /** True where cells are reached that are not written in it (INDIRECT, OFFSET). */
  readonly dynamic: boolean;
  readonly cost: FormulaCost;
}

/** What a formula may refer to, and what the engine knows. */
export interface FormulaContext {
  /** By lower-case name. */
  readonly sheets: ReadonlyMap<string, number>;
  readonly sheetNames: readonly string[];
  readonly names: NameBook;
  /** Rows and columns that hold anything, over all sheets: whole columns are bounded by them, which is 100 times faster. */
  readonly used: { readonly rows: number; readonly cols: number };
  knows(functionName: string): boolean;
}

/** The names of a book by their lower-case letters, each with the pieces of what it refers to. */
export type NameBook = ReadonlyMap<string, readonly { readonly scope: string | null; readonly tokens: () => readonly FormulaToken[] }[]>;

/** Names are looked up in each formula that speaks of them, and taken apart once. */
export function nameBook(names: readonly StoredName[]): NameBook {
  const book = new Map<string, { scope: string | null; tokens: () => readonly FormulaToken[] }[]>();
  for (const { name, scope, refersTo } of names) {
    let pieces: readonly FormulaToken[] | null = null;
    const tokens = (): readonly FormulaToken[] => (pieces ??= formulaTokens(shownFormula(refersTo).replace(/^=/, "")));
    const same = book.get(name.toLowerCase());
    if (same) same.push({ scope, tokens });
    else book.set(name.toLowerCase(), [{ scope, tokens }]);
  }
  return book;
}

/** Functions whose result hangs on the size of a whole column rather than on its cells. */
const COUNTS_BLANKS = new Set(["ROWS", "COLUMNS", "COUNTBLANK", "ROW", "COLUMN", "OFFSET", "TRANSPOSE"]);
const DYNAMIC = new Set(["INDIRECT", "OFFSET"]);
const OPERATORS = /^[=(),+\-*/^&<>%;:]$/;
const MAX_NAME_DEPTH = 8;
/** Areas of so many rows, or so many columns, are read only as far as anything stands in the book. */
const LONG = 10_000;
const WIDE = 256;
/**
 * Excel takes 8,192 characters, without the prefixes of a file, and 64 functions in one another; what names stand for may make it longer.
 */
const LONGEST = 16_384;
const LONGEST_WRITTEN_OUT = 2 * LONGEST;
const DEEPEST = 100;

interface Sink {
  text: string;
  readonly precedents: Precedent[];
  /** All pieces, those of names among them. */
  readonly tokens: FormulaToken[];
  depth: number;
  dynamic: boolean;
  bounded: boolean;
  countsBlanks: boolean;
  hasVariables: boolean;
}

/**
 * Makes a formula of the sheet number `sheet` ready for the engine. Returns null where the engine cannot know its value: unknown functions
 * and names, other workbooks, sheets that are not there, tables, unions and intersections of areas; and where it is longer or deeper than
 * Excel takes.
 */
export function prepareFormula(formula: string, sheet: number, context: FormulaContext): PreparedFormula | null {
  const sink: Sink = {
    text: "",
    precedents: [],
    tokens: [],
    depth: 0,
    dynamic: false,
    bounded: false,
    countsBlanks: false,
    hasVariables: false,
  };
  if (formula.length > LONGEST) return null;
  const tokens = withoutSignPairs(formulaTokens(shownFormula(formula).replace(/^=/, "")));
  sink.hasVariables = tokens.some((token) => token.kind === "function" && /^(LET|LAMBDA)$/i.test(token.name));
  if (tokens.length === 0 || !append(tokens, sheet, context, sink, 0)) return null;
  if (sink.bounded && sink.countsBlanks) return null;
  return {
    text: `=${sink.text}`,
    precedents: sink.precedents,
    dynamic: sink.dynamic,
    cost: formulaCost(sink.tokens, sink.precedents.map(({ area }) => area)),
  };
}

function append(tokens: readonly FormulaToken[], sheet: number, context: FormulaContext, sink: Sink, depth: number): boolean {
  if (depth > MAX_NAME_DEPTH || joinsAreas(tokens)) return false;
  return tokens.every((token) => {
    if (token.text === "(" && ++sink.depth > DEEPEST) return false;
    if (token.text === ")") sink.depth--;
    if (sink.text.length > LONGEST_WRITTEN_OUT) return false;
    sink.tokens.push(token);
    switch (token.kind) {
      case "reference":
        return appendReference(token.sheet, token.address, sheet, context, sink);
      case "name":
        return appendName(token, sheet, context, sink, depth);
      case "structured":
        // what could be told of it has been written out
        return false;
      case "function": {
        const name = token.name.toUpperCase();
        if (DYNAMIC.has(name)) sink.dynamic = true;
        if (COUNTS_BLANKS.has(name)) sink.countsBlanks = true;
        sink.text += token.text;
        return context.knows(name);
      }
      case "other":
        sink.text += token.text;
        return OPERATORS.test(token.text);
      default:
        sink.text += token.text;
        return true;
    }
  });
}

function appendReference(sheetName: string | null, address: string, sheet: number, context: FormulaContext, sink: Sink): boolean {
  const target = sheetName === null ? sheet : context.sheets.get(sheetName.toLowerCase());
  const area = referenceArea(address);
  const name = target === undefined ? undefined : context.sheetNames[target];
  if (target === undefined || name === undefined || !area) return false;
  const rows = area.rows >= LONG ? Math.min(area.rows, Math.max(1, context.used.rows - area.row)) : area.rows;
  const cols = area.cols >= WIDE ? Math.min(area.cols, Math.max(1, context.used.cols - area.col)) : area.cols;
  if (rows !== area.rows || cols !== area.cols) sink.bounded = true;
  const bounded = { ...area, rows, cols };
  sink.precedents.push({ sheet: target, area: bounded });
  sink.text += (sheetName === null ? "" : `${quoteSheet(name)}!`) + areaToAbsoluteA1(bounded);
  return true;
}

function appendName(token: FormulaToken & { kind: "name" }, sheet: number, context: FormulaContext, sink: Sink, depth: number): boolean {
  if (/^(TRUE|FALSE)$/i.test(token.name)) {
    sink.text += token.text;
    return true;
  }
  const scope = token.sheet === null ? sheet : context.sheets.get(token.sheet.toLowerCase());
  const wanted = token.name.toLowerCase();
  const named = context.names.get(wanted) ?? [];
  const scopeName = scope === undefined ? undefined : context.sheetNames[scope];
  const found = named.find((name) => name.scope === scopeName) ?? named.find((name) => name.scope === null);
  if (!found) {
    sink.text += token.text;
    return sink.hasVariables && token.sheet === null;
  }
  const tokens = found.tokens();
  // A name that moves with the cell that uses it is rare, and easy to get wrong.
  if (tokens.length === 0 || tokens.some((piece) => piece.kind === "reference" && (piece.sheet === null || !isFixed(piece.address))))
    return false;
  sink.text += "(";
  const done = append(tokens, sheet, context, sink, depth + 1);
  sink.text += ")";
  return done;
}

function isFixed(address: string): boolean {
  return address.split(":").every((corner) => /^(\$[A-Za-z]+)?(\$\d+)?$/.test(corner));
}

/** True for a union "(A1,B1)" or an intersection "A1:B9 A3:C3": the engine knows neither. */
function joinsAreas(tokens: readonly FormulaToken[]): boolean {
  const open: boolean[] = [];
  const solid = tokens.filter((token) => token.kind !== "space");
  for (const [i, token] of solid.entries()) {
    if (token.text === "(") open.push(solid[i - 1]?.kind === "function");
    else if (token.text === ")") open.pop();
    else if (token.text === "," && token.kind === "other" && open.at(-1) !== true) return true;
  }
  return tokens.some((token, i) => token.kind === "space" && isOperand(tokens[i - 1]) && isOperand(tokens[i + 1]));
}

function isOperand(token: FormulaToken | undefined): boolean {
  return token?.kind === "reference" || token?.kind === "name" || token?.kind === "function";
}

import { kept } from "../base";
import type { Area } from "./address";
import { columnIndex, columnLetters, MAX_COLS, MAX_ROWS, parseCorner } from "./address";
import type { FormulaToken } from "./formula-token";
import { quickArea, quickTokens } from "./quick-tokens";

export type { FormulaToken } from "./formula-token";

const SHEET = String.raw`(?:'(?<quoted>(?:[^']|'')+)'!|(?<plain>(?:\[[^[\]']+\])?[\p{L}\p{N}_.\\]+|\[[^[\]']+\])!)?`;
// each sign begins one way of reading only, so that no text is gone through twice
const PART = String.raw`\[(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*\]`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const ADDRESS = String.raw`(?:${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*)`;
const PATTERN = new RegExp(
  [
    String.raw`(?<string>"(?:[^"]|"")*")`,
    String.raw`(?<error>#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|GETTING_DATA))`,
    String.raw`(?<array>\{[^}]*\})`,
    String.raw`${SHEET}(?:(?<reference>${ADDRESS})(?![\p{L}\p{N}_.(\\!:[])|(?<name>[\p{L}_\\][\p{L}\p{N}_.\\?]*)(?:(?<part>${PART})|(?<call>(?=\s*\())|)|(?<own>${PART}))`,
    String.raw`(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw`(?<space>\s+)`,
    String.raw`(?<other>.)`,
  ].join("|"),
  "gsu",
);

/** A check asks for the pieces of a formula some six times, each time for all formulas of a sheet in turn. */
const MOST_KEPT = 10_000;
/** Longer formulas are few, and their pieces take room. */
const LONGEST_KEPT = 200;

const keptPieces = kept(piecesOf, MOST_KEPT);

/** The pieces of a formula, with or without its leading "=". */
export function formulaTokens(formula: string): readonly FormulaToken[] {
  return formula.length > LONGEST_KEPT ? piecesOf(formula) : keptPieces(formula);
}

function piecesOf(formula: string): readonly FormulaToken[] {
  return quickTokens(formula) ?? matchedTokens(formula);
}

/** The pieces of any formula, as the pattern finds them. */
export function matchedTokens(formula: string): readonly FormulaToken[] {
  return [...formula.matchAll(PATTERN)].map((match): FormulaToken => {
    const text = match[0];
    const { quoted, plain, reference, name, part, call, own, string, error, array, number, space } = match.groups ?? {};
    const sheet = quoted?.replaceAll("''", "'") ?? plain ?? null;
    if (reference !== undefined) return { kind: "reference", text, sheet, address: reference };
    if (own !== undefined || (name !== undefined && part !== undefined))
      return { kind: "structured", text, sheet, table: name ?? null, part: (own ?? part ?? "").slice(1, -1) };
    if (name !== undefined)
      return call === undefined || sheet !== null ? { kind: "name", text, sheet, name } : { kind: "function", text, name };
    if (string !== undefined) return { kind: "string", text };
    if (error !== undefined) return { kind: "error", text };
    if (array !== undefined) return { kind: "array", text };
    if (number !== undefined) return { kind: "number", text };
    return { kind: space === undefined ? "other" : "space", text };
  });
}

/** Whether a piece speaks of another workbook: "[1]Biểu!C5", "'C:\\kh\\[b.xlsx]Biểu'!C5", "b.xlsx!Tong". */
export function isLinked(token: FormulaToken): boolean {
  const sheet = "sheet" in token ? token.sheet : null;
  return sheet !== null && (sheet.includes("[") || (token.kind !== "reference" && /\.xl\w{1,2}$/i.test(sheet)));
}

/** A reference as an area; whole columns and rows reach to the ends of the sheet. Null where it is beyond the sheet. */
export function referenceArea(address: string): Area | null {
  return quickArea(address) ?? matchedArea(address);
}

function matchedArea(address: string): Area | null {
  const [from, to] = address.split(":").map(parseCorner);
  if (!from || (address.includes(":") && !to)) return null;
  const last = to ?? from;
  const rows = [from.row ?? 0, last.row ?? MAX_ROWS - 1].sort((a, b) => a - b);
  const cols = [from.col ?? 0, last.col ?? MAX_COLS - 1].sort((a, b) => a - b);
  const [row = 0, bottom = 0] = rows;
  const [col = 0, right = 0] = cols;
  return bottom >= MAX_ROWS || right >= MAX_COLS ? null : { row, col, rows: bottom - row + 1, cols: right - col + 1 };
}

/** A formula written for one cell as it reads `rows` further down and `cols` further right; what leaves the sheet becomes #REF!. */
export function shiftFormula(formula: string, rows: number, cols: number): string {
  return formulaShifter(formula)(rows, cols);
}

/** `shiftFormula` for one formula that is moved to many cells: its references are found once, and each of them is moved once. */
export function formulaShifter(formula: string): (rows: number, cols: number) => string {
  const addresses = new Map<string, number>();
  // the text before the first reference, that reference, the text up to the next one …
  const pieces = [""];
  const references: number[] = [];
  let text = "";
  for (const token of formulaTokens(formula)) {
    if (token.kind !== "reference") {
      text += token.text;
      continue;
    }
    const address = addresses.get(token.address) ?? addresses.size;
    addresses.set(token.address, address);
    pieces[pieces.length - 1] = text + token.text.slice(0, token.text.length - token.address.length);
    pieces.push("", "");
    references.push(address);
    text = "";
  }
  pieces[pieces.length - 1] = text;
  const shifters = [...addresses.keys()].map(addressShifter);
  return (rows, cols) => {
    if (rows === 0 && cols === 0) return formula;
    const moved = shifters.map((shift) => shift(rows, cols));
    references.forEach((address, index) => (pieces[2 * index + 1] = moved[address] ?? ""));
    return pieces.join("");
  };
}

/** Function names as Excel shows them: "_xlfn.NUMBERVALUE" is only how a file marks functions younger than 2007. */
export function shownFormula(formula: string): string {
  if (!/_xl(fn|ws|pm|udf)\./i.test(formula)) return formula;
  return formulaTokens(formula)
    .map((token) => (token.kind === "function" || token.kind === "name" ? token.text.replace(/(_xl(fn|ws|pm|udf)\.)+/gi, "") : token.text))
    .join("");
}

function addressShifter(address: string): (rows: number, cols: number) => string {
  const [from, to] = address.split(":").map(cornerShifter);
  return (rows, cols) => {
    const [first, last] = [from?.(rows, cols), to?.(rows, cols)];
    if (first == null || last === null) return "#REF!";
    return last === undefined ? first : `${first}:${last}`;
  };
}

function cornerShifter(text: string): (rows: number, cols: number) => string | null {
  const match = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/.exec(text);
  if (!match) return () => null;
  const [, first = "", letters, second = "", digits] = match;
  const column = letters === undefined ? null : (columnIndex(letters) ?? MAX_COLS);
  const rowMark = letters === undefined ? first : second;
  return (rows, cols) => {
    let moved = "";
    if (column !== null) {
      const col = column + (first === "$" ? 0 : cols);
      if (col < 0 || col >= MAX_COLS) return null;
      moved += first + columnLetters(col);
    }
    if (digits !== undefined) {
      const row = Number(digits) + (rowMark === "$" ? 0 : rows);
      if (row < 1 || row > MAX_ROWS) return null;
      moved += rowMark + String(row);
    }
    return moved;
  };
}

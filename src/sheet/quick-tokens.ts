import { MAX_COLS, MAX_ROWS, type Area } from "./address";
import type { FormulaToken } from "./formula-token";

/** What a sign is, by its code. Signs beyond ASCII stand in texts and quoted names only, as far as this reads. */
const [DIGIT, LETTER, UNDERSCORE, POINT, SPACE, OTHER, STRANGE] = [1, 2, 3, 4, 5, 6, 7];
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/\d/.test(sign)) return DIGIT;
  if (/[A-Za-z]/.test(sign)) return LETTER;
  if (sign === "_") return UNDERSCORE;
  if (sign === ".") return POINT;
  if (/\s/.test(sign)) return SPACE;
  return /[#{}[\]\\?!']/.test(sign) ? STRANGE : OTHER;
});
const [DOUBLE, QUOTE, BANG, DOLLAR, COLON, ZERO, PARENTHESIS, PLUS, MINUS, QUESTION] = [34, 39, 33, 36, 58, 48, 40, 43, 45, 63];

const [MOST_LETTERS, MOST_DIGITS] = [3, 7];

/**
 * The pieces of a formula of the plain kind that nearly all are of (references, functions, names, numbers, texts), read sign by sign in a
 * fifth of the time that a pattern takes. Null for any other, of which nothing is told here.
 */
export function quickTokens(formula: string): readonly FormulaToken[] | null {
  const found: FormulaToken[] = [];
  const end = formula.length;
  let at = 0;
  while (at < end) {
    const start = at;
    const code = formula.charCodeAt(at);
    const kind = code === QUOTE ? LETTER : classAt(formula, at);
    if (kind === STRANGE) return null;
    if (kind === OTHER && code !== DOLLAR) {
      if (code === DOUBLE) {
        at = endOfText(formula, at);
        if (at < 0) return null;
        found.push({ kind: "string", text: formula.slice(start, at) });
      } else {
        at += 1;
        found.push({ kind: "other", text: formula[start] ?? "" });
      }
      continue;
    }
    if (kind === SPACE) {
      while (classAt(formula, at) === SPACE) at += 1;
      found.push({ kind: "space", text: formula.slice(start, at) });
      continue;
    }
    let sheet: string | null = null;
    if (code === QUOTE) {
      at = endOfQuoted(formula, at);
      if (at < 0) return null;
      const quoted = formula.slice(start + 1, at - 2);
      sheet = quoted.includes("'") ? quoted.replaceAll("''", "'") : quoted;
    } else {
      let word = at;
      for (let own = classAt(formula, word); own >= DIGIT && own <= POINT; own = classAt(formula, word)) word += 1;
      if (formula.charCodeAt(word) === BANG) {
        sheet = formula.slice(at, word);
        at = word + 1;
      }
    }
    const reference = endOfReference(formula, at);
    if (reference === UNTOLD) return null;
    if (reference > 0) {
      found.push({ kind: "reference", text: formula.slice(start, reference), sheet, address: formula.slice(at, reference) });
      at = reference;
      continue;
    }
    const first = classAt(formula, at);
    if (first === LETTER || first === UNDERSCORE) {
      const from = at;
      while (isOfName(formula, at)) at += 1;
      const next = classAt(formula, at);
      if (next === STRANGE) return null;
      const [text, name] = [formula.slice(start, at), formula.slice(from, at)];
      found.push(sheet === null && isCalled(formula, at) ? { kind: "function", text, name } : { kind: "name", text, sheet, name });
      continue;
    }
    if (sheet !== null) return null;
    if (first === DIGIT || (first === POINT && classAt(formula, at + 1) === DIGIT)) {
      at = endOfNumber(formula, at);
      found.push({ kind: "number", text: formula.slice(start, at) });
      continue;
    }
    // a point, or a sign of a fixed cell, by itself
    at += 1;
    found.push({ kind: "other", text: formula[start] ?? "" });
  }
  return found;
}

/** 0 behind the end. */
function classAt(formula: string, at: number): number {
  const code = formula.charCodeAt(at);
  return code < CLASSES.length ? (CLASSES[code] ?? OTHER) : at < formula.length ? STRANGE : 0;
}

/** A text in which quotes are doubled; -1 where it does not end. */
function endOfText(formula: string, start: number): number {
  for (let at = formula.indexOf('"', start + 1); at >= 0; at = formula.indexOf('"', at + 2))
    if (formula.charCodeAt(at + 1) !== DOUBLE) return at + 1;
  return -1;
}

/** The name of a sheet in quotes with the "!" behind it; -1 where it is none. */
function endOfQuoted(formula: string, start: number): number {
  for (let at = formula.indexOf("'", start + 1); at >= 0; at = formula.indexOf("'", at + 2)) {
    const next = formula.charCodeAt(at + 1);
    if (next !== QUOTE) return next === BANG && at > start + 1 ? at + 2 : -1;
  }
  return -1;
}

/** What follows leaves it open. */
const UNTOLD = -2;

/** A cell, an area of cells, of whole columns or of whole rows; -1 where none stands there. */
function endOfReference(formula: string, start: number): number {
  const corner = endOfCorner(formula, start);
  let end = corner >> 2;
  const kind = corner & 3;
  if (kind === 0) return -1;
  if (formula.charCodeAt(end) === COLON) {
    const other = endOfCorner(formula, end + 1, kind === COLUMN);
    if ((other & 3) !== kind) return -1;
    end = other >> 2;
  } else if (kind !== CELL) return -1;
  const next = classAt(formula, end);
  return next === STRANGE ? UNTOLD : endsThere(formula, end) ? end : -1;
}

const [CELL, COLUMN, ROW] = [1, 2, 3];

/** Where a corner of a reference ends, times four, with what it is: 0 for none. `whole`: a column, whatever follows. */
function endOfCorner(formula: string, start: number, whole = false): number {
  let at = formula.charCodeAt(start) === DOLLAR ? start + 1 : start;
  const letters = at;
  while (classAt(formula, at) === LETTER) at += 1;
  const width = at - letters;
  if (width > MOST_LETTERS) return 0;
  const afterLetters = at;
  if (whole) return width > 0 ? afterLetters * 4 + COLUMN : 0;
  if (width > 0 && formula.charCodeAt(at) === DOLLAR) at += 1;
  const digits = at;
  if (formula.charCodeAt(at) !== ZERO) while (classAt(formula, at) === DIGIT) at += 1;
  const length = at - digits;
  if (length === 0) return width > 0 ? afterLetters * 4 + COLUMN : 0;
  if (width === 0) return at * 4 + ROW;
  return length <= MOST_DIGITS ? at * 4 + CELL : 0;
}

/** Whether nothing follows that would make a longer word, a call or a larger reference of what stands before it. */
function endsThere(formula: string, at: number): boolean {
  const [code, kind] = [formula.charCodeAt(at), classAt(formula, at)];
  return kind === 0 || kind === SPACE || (kind === OTHER && code !== PARENTHESIS && code !== COLON);
}

function isOfName(formula: string, at: number): boolean {
  const kind = classAt(formula, at);
  return (kind >= DIGIT && kind <= POINT) || formula.charCodeAt(at) === QUESTION;
}

function isCalled(formula: string, start: number): boolean {
  let at = start;
  while (classAt(formula, at) === SPACE) at += 1;
  return formula.charCodeAt(at) === PARENTHESIS;
}

function endOfNumber(formula: string, start: number): number {
  let at = start;
  while (classAt(formula, at) === DIGIT) at += 1;
  if (classAt(formula, at) === POINT) at += 1;
  while (classAt(formula, at) === DIGIT) at += 1;
  if ((formula.charCodeAt(at) | 32) !== 101) return at;
  const sign = formula.charCodeAt(at + 1);
  let power = sign === PLUS || sign === MINUS ? at + 2 : at + 1;
  if (classAt(formula, power) !== DIGIT) return at;
  while (classAt(formula, power) === DIGIT) power += 1;
  return power;
}

/** A cell, or an area of cells, that lies on the sheet; null for anything else, of which nothing is told here. */
export function quickArea(address: string): Area | null {
  const colon = address.indexOf(":");
  const from = cornerIn(address, 0, colon < 0 ? address.length : colon);
  if (from < 0) return null;
  const [row, col] = [Math.floor(from / MAX_COLS), from % MAX_COLS];
  if (colon < 0) return { row, col, rows: 1, cols: 1 };
  const to = cornerIn(address, colon + 1, address.length);
  if (to < 0) return null;
  const [bottom, right] = [Math.floor(to / MAX_COLS), to % MAX_COLS];
  return {
    row: Math.min(row, bottom),
    col: Math.min(col, right),
    rows: Math.abs(bottom - row) + 1,
    cols: Math.abs(right - col) + 1,
  };
}

/** The place of a cell on its sheet, row by row, written from one sign up to another; -1 where it is none. */
function cornerIn(address: string, start: number, end: number): number {
  let at = address.charCodeAt(start) === DOLLAR ? start + 1 : start;
  let [col, row] = [0, 0];
  const letters = at;
  for (; classAt(address, at) === LETTER; at++) col = col * 26 + ((address.charCodeAt(at) | 32) - 96);
  if (at === letters || at - letters > MOST_LETTERS || col > MAX_COLS) return -1;
  if (address.charCodeAt(at) === DOLLAR) at += 1;
  const digits = at;
  if (address.charCodeAt(at) === ZERO) return -1;
  for (; classAt(address, at) === DIGIT; at++) row = row * 10 + (address.charCodeAt(at) - ZERO);
  return at === digits || at - digits > MOST_DIGITS || at !== end || row > MAX_ROWS ? -1 : (row - 1) * MAX_COLS + (col - 1);
}

import { addTo } from "../../base";
import { contains, formulaTokens, isLinked, referenceArea, type Area, type FormulaToken } from "../../sheet";
import type { LinkedBook } from "./read-links";
import { cellKey, colOf, rowOf, type StoredCell, type StoredFormula, type StoredName, type StoredSheet } from "./stored";

/**
 * So many kept cells are looked through for what formulas name of them; after that what the file kept of the formulas themselves serves.
 */
const MOST_LOOKED = 5_000_000;

/** What formulas say of other workbooks. */
export interface Links {
  /** What the file kept of the workbooks of which a formula was told, by the name that formulas have for their sheets: "[1]Chi tiết". */
  readonly sheets: () => StoredSheet[];
  /** A formula of a sheet with its links told, given what the file kept of its cell; the same one where it has none. */
  readonly told: (formula: StoredFormula, sheet: string, kept: StoredCell["value"]) => StoredFormula;
}

/** The links of a book, whose parts keep `books` in the order of their numbers in formulas. */
export function linksOf(books: readonly LinkedBook[], names: readonly StoredName[]): Links {
  const opened = new Map<LinkedBook, ReadonlyMap<string, StoredSheet>>();
  const sheetsOf = (number: number): ReadonlyMap<string, StoredSheet> | undefined => {
    const book = books[number - 1];
    if (book && !opened.has(book)) {
      const own = book.sheets().map(({ name, cells }) => linkedSheet(`[${number}]${name}`, cells));
      opened.set(book, new Map(own.map((sheet) => [sheet.name.toLowerCase(), sheet])));
    }
    return book && opened.get(book);
  };
  const numbers = new Map(books.flatMap(({ file }, index) => (file === null ? [] : [[file.toLowerCase(), index + 1] as const])));
  const named = linkedNames(names);

  /** "[ten.xlsx]Biểu" → "[1]Biểu", as the sheets are called. */
  const numbered = (sheet: string): string =>
    sheet.replace(/^\[([^\]]+)\]/u, (whole, book: string) =>
      numbers.has(book.toLowerCase()) ? `[${numbers.get(book.toLowerCase()) ?? ""}]` : whole,
    );
  /** By its name with the number of its book: "[1]Chi tiết". */
  const sheetOf = (name: string): StoredSheet | undefined => sheetsOf(Number(/^\[(\d+)\]/.exec(name)?.[1]))?.get(name.toLowerCase());
  let looked = 0;
  const holdsAny = ({ cells }: StoredSheet, area: Area): boolean => {
    if (area.rows * area.cols === 1) return cells.has(cellKey(area.row, area.col));
    if (looked > MOST_LOOKED) return false;
    for (const key of cells.keys()) {
      looked++;
      if (contains(area, { row: rowOf(key), col: colOf(key) })) return true;
    }
    return false;
  };
  const isKept = (token: FormulaToken): boolean => {
    if (!isLinked(token)) return true;
    const area = token.kind === "reference" ? referenceArea(token.address) : null;
    const sheet = area && token.kind === "reference" && token.sheet !== null ? sheetOf(numbered(token.sheet)) : undefined;
    return area !== null && sheet !== undefined && holdsAny(sheet, area);
  };
  const bookOf = (token: FormulaToken): string => {
    const sheet = numbered("sheet" in token ? (token.sheet ?? "") : "");
    const book = /\[([^\]]+)\]/u.exec(sheet)?.[1] ?? sheet;
    return (/^\d+$/.test(book) ? books[Number(book) - 1]?.file : null) ?? book;
  };

  const told: Links["told"] = (formula, sheet, kept) => {
    if (formula.unreadable || (named.size === 0 && !/\[|\.xl/i.test(formula.text))) return formula;
    const text = writtenOut(formula.text, (name) => nameOf(named, name, sheet));
    const tokens = formulaTokens(text);
    if (!tokens.some(isLinked)) return text === formula.text ? formula : { ...formula, text };
    const books = [...new Set(tokens.filter(isLinked).map(bookOf))];
    const shown = tokens
      .map((token) =>
        token.kind === "reference" && token.sheet !== null && isLinked(token)
          ? token.text.replace(token.sheet, () => numbered(token.sheet ?? ""))
          : token.text,
      )
      .join("");
    if (tokens.every(isKept)) return { ...formula, text: shown, linked: { books, constant: false } };
    // the other cells of an array formula hold their values themselves
    return kept === null ? { ...formula, text, unreadable: true } : { ...formula, text, spill: null, linked: { books, constant: true } };
  };
  return { sheets: () => books.flatMap((book) => [...(opened.get(book)?.values() ?? [])]), told };
}

function linkedSheet(name: string, cells: ReadonlyMap<number, StoredCell["value"]>): StoredSheet {
  const stored = new Map([...cells].map(([key, value]): [number, StoredCell] => [key, { value, formula: null }]));
  return {
    name,
    visible: false,
    cells: stored,
    hiddenRows: new Set(),
    filtered: [],
    hiddenCols: [],
    merges: [],
    dates: new Map(),
    tables: [],
  };
}

type NamedLinks = ReadonlyMap<string, readonly { readonly scope: string | null; readonly text: string }[]>;

/** The names that speak of other workbooks. */
function linkedNames(names: readonly StoredName[]): NamedLinks {
  const found = new Map<string, { scope: string | null; text: string }[]>();
  for (const { name, scope, refersTo } of names) {
    if (!/\[|\.xl/i.test(refersTo) || !formulaTokens(refersTo).some(isLinked)) continue;
    addTo(found, name.toLowerCase(), { scope, text: refersTo.replace(/^=/, "") });
  }
  return found;
}

function nameOf(named: NamedLinks, name: string, sheet: string): string | null {
  const own = named.get(name.toLowerCase());
  return (own?.find(({ scope }) => scope === sheet) ?? own?.find(({ scope }) => scope === null))?.text ?? null;
}

/** The formula with names that speak of other workbooks in their own words, and "[0]!", which is this workbook, left out. */
function writtenOut(formula: string, textOf: (name: string) => string | null): string {
  const tokens = formulaTokens(formula);
  return tokens
    .map((token) => {
      if (token.kind !== "name") return token.text;
      if (token.sheet === "[0]") return token.name;
      const text = token.sheet === null ? textOf(token.name) : null;
      return text === null ? token.text : formulaTokens(text).length === 1 ? text : `(${text})`;
    })
    .join("");
}

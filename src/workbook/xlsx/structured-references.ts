import {
  areaToA1, areaToAbsoluteA1, bounding, contains, formulaTokens, isLinked, parseAreaA1, quoteSheet, type Area, type FormulaToken,
} from "../../sheet";
import type { FormulaPlace } from "./formula-cells";
import type { StoredName, StoredSheet, StoredTable } from "./stored";
import { unescapeText } from "./xml-events";

interface BookTable {
  /** The number of its sheet. */
  readonly sheet: number;
  readonly table: StoredTable;
  /** The place of each column by its name in small letters, and by that name with its line breaks as spaces (null: of several). */
  readonly columns: () => { readonly exact: ReadonlyMap<string, number>; readonly loose: ReadonlyMap<string, number | null> };
}

/** A row part of a reference: from, to of the table's rows, both included. */
interface Rows {
  readonly from: number;
  readonly to: number;
}

/** The tables of a book as formulas speak of them. */
export interface TableBook {
  /**
   * The formula ("=…") with plain addresses in place of its structured references; the same text where there are none. Null where one of
   * them cannot be told: no such table, column or row, or another workbook. `at` is the cell it stands in; null for a defined name, whose
   * addresses are absolute and bear their sheet.
   */
  readonly plain: (formula: string, at: FormulaPlace | null) => string | null;
  /** Tables as names: "Bang1" alone is its data. */
  readonly names: readonly StoredName[];
}

/** Null where a book has no tables. */
export function tableBook(sheets: readonly StoredSheet[]): TableBook | null {
  const all = sheets.flatMap(({ tables }, sheet) => tables.map((table): BookTable => ({ sheet, table, columns: placesOf(table) })));
  if (all.length === 0) return null;
  const byName = new Map(all.map((one) => [one.table.name.toLowerCase(), one]));
  const find = (name: string | null, at: FormulaPlace | null): BookTable | undefined =>
    name === null ? all.find(({ sheet, table }) => at?.sheet === sheet && contains(table.area, at)) : byName.get(name.toLowerCase());
  const sheetName = (sheet: number): string => sheets[sheet]?.name ?? "";

  const areaOf = (token: FormulaToken, at: FormulaPlace | null): { sheet: number; area: Area } | null => {
    if (token.kind !== "structured" || isLinked(token)) return null;
    const found = find(token.table, at);
    const area = found && partArea(token.part, found, at);
    return found && area ? { sheet: found.sheet, area } : null;
  };
  const plain: TableBook["plain"] = (formula, at) => {
    if (!formula.includes("[")) return formula;
    const tokens = formulaTokens(formula);
    if (!tokens.some(({ kind }) => kind === "structured")) return formula;
    let text = "";
    for (let i = 0; i < tokens.length; i++) {
      const chain = chainAt(tokens, i);
      if (!chain.some(({ kind }) => kind === "structured")) {
        text += tokens[i]?.text ?? "";
        continue;
      }
      const corners = chain.map((token) => areaOf(token, at) ?? plainCorner(token, at, sheets));
      const [first] = corners;
      if (!first || !corners.every((corner) => corner?.sheet === first.sheet)) return null;
      const area = corners.map((corner) => corner?.area ?? first.area).reduce(bounding);
      const address = at === null ? areaToAbsoluteA1(area) : areaToA1(area);
      text += first.sheet === at?.sheet ? address : `${quoteSheet(sheetName(first.sheet))}!${address}`;
      i += 2 * (chain.length - 1);
    }
    return text;
  };
  const names = all.flatMap(({ sheet, table }): StoredName[] => {
    const data = rowsOf([], table, null);
    return data
      ? [{ name: table.name, scope: null, refersTo: `${quoteSheet(sheetName(sheet))}!${areaToAbsoluteA1(cut(table, data))}` }]
      : [];
  });
  return { plain, names };
}

/** What a ":" joins from a piece on: `[@a]:[@b]`, `Bang1[[#Headers],[a]]:[@a]`, `C10:[@a]`. */
function chainAt(tokens: readonly FormulaToken[], start: number): FormulaToken[] {
  const chain: FormulaToken[] = [];
  for (let i = start; ; i += 2) {
    const token = tokens[i];
    if (!token || !["structured", "reference", "name"].includes(token.kind)) return chain.slice(0, 1);
    chain.push(token);
    if (tokens[i + 1]?.text !== ":") return chain;
  }
}

/** A plain address that is joined with a table's cells; before a ":" it is no reference by itself. */
function plainCorner(token: FormulaToken, at: FormulaPlace | null, sheets: readonly StoredSheet[]): { sheet: number; area: Area } | null {
  const address = token.kind === "reference" ? token.address : token.kind === "name" ? token.name : null;
  const area = address === null ? null : parseAreaA1(address);
  const named = "sheet" in token && token.sheet !== null ? token.sheet.toLowerCase() : null;
  const sheet = named === null ? (at?.sheet ?? -1) : sheets.findIndex(({ name }) => name.toLowerCase() === named);
  return area && sheet >= 0 ? { sheet, area } : null;
}

/** The cells of "[#Totals],[Số tiền]", "@Số tiền", "[a]:[b]", "#All", "" … of a table; null where there are none such. */
function partArea(part: string, { table, columns, sheet }: BookTable, at: FormulaPlace | null): Area | null {
  const text = part.trim();
  const [own, rest] = text.startsWith("@") ? [["#this row"], text.slice(1).trim()] : [[], text];
  const pieces = piecesOf(rest);
  if (!pieces) return null;
  const keywords = [...own, ...pieces.flatMap(({ keyword }) => keyword ?? [])];
  const named = pieces.filter(({ keyword }) => keyword === null);
  const rows = rowsOf(keywords, table, at?.sheet === sheet ? at.row : null);
  const places = named.map(({ name }) => columns().exact.get(name) ?? columns().loose.get(spaced(name)));
  const [from = 0, to = places.length === 0 ? table.area.cols - 1 : from] = places;
  const isRange = pieces.filter(({ joined }) => joined).length;
  if (
    !rows ||
    places.some((place) => typeof place !== "number") ||
    from === null ||
    to === null ||
    named.length - isRange > 1 ||
    Math.max(from, to) >= table.area.cols
  )
    return null;
  return { ...cut(table, rows), col: table.area.col + Math.min(from, to), cols: Math.abs(from - to) + 1 };
}

function cut({ area }: StoredTable, { from, to }: Rows): Area {
  return { ...area, row: from, rows: to - from + 1 };
}

interface Piece {
  /** In small letters, "#totals"; null for a column. */
  readonly keyword: string | null;
  /** In small letters. */
  readonly name: string;
  /** Stands behind a ":". */
  readonly joined: boolean;
}

function piecesOf(text: string): Piece[] | null {
  if (text === "") return [];
  if (!text.startsWith("[")) return [pieceOf(text, false)];
  const pieces: Piece[] = [];
  const bracketed = /\s*\[((?:'.|[^[\]'])*)\]\s*(?:([,:])|$)/gsuy;
  let sign = ",";
  let end = 0;
  for (const match of text.matchAll(bracketed)) {
    pieces.push(pieceOf(match[1] ?? "", sign === ":"));
    sign = match[2] ?? "";
    end = match.index + match[0].length;
  }
  return end === text.length && sign === "" ? pieces : null;
}

function pieceOf(text: string, joined: boolean): Piece {
  if (text.trim().startsWith("#")) return { keyword: text.trim().toLowerCase(), name: "", joined };
  return { keyword: null, name: keyOf(text.replace(/'(.)/gsu, "$1")), joined };
}

/** Rows of the sheet; a row of its own only where the formula stands beside the table's data. */
function rowsOf(keywords: readonly string[], { area, headRows, totalsRows }: StoredTable, row: number | null): Rows | null {
  const head = { from: area.row, to: area.row + headRows - 1 };
  const totals = { from: area.row + area.rows - totalsRows, to: area.row + area.rows - 1 };
  const data = { from: head.to + 1, to: totals.from - 1 };
  const each: Readonly<Record<string, Rows | null>> = {
    "#all": { from: head.from, to: totals.to },
    "#headers": head,
    "#data": data,
    "#totals": totals,
    "#this row": row !== null && row >= data.from && row <= data.to ? { from: row, to: row } : null,
  };
  const wanted = keywords.length === 0 ? ["#data"] : keywords;
  // a head and totals without the data between them are no one area, and a row of its own stands alone
  if (wanted.length > 1 && (wanted.includes("#this row") || (!wanted.includes("#data") && !wanted.includes("#all")))) return null;
  const found = wanted.map((keyword) => each[keyword] ?? null);
  const rows = found.flatMap((one) => (one && one.to >= one.from ? one : []));
  return rows.length < found.length ? null : { from: Math.min(...rows.map(({ from }) => from)), to: Math.max(...rows.map(({ to }) => to)) };
}

function placesOf(table: StoredTable): BookTable["columns"] {
  let made: ReturnType<BookTable["columns"]> | null = null;
  return () => {
    if (made) return made;
    const exact = new Map(table.columns.map((name, place) => [keyOf(name), place]));
    const loose = new Map<string, number | null>();
    for (const [name, place] of exact) loose.set(spaced(name), loose.has(spaced(name)) ? null : place);
    made = { exact, loose };
    return made;
  };
}

function keyOf(name: string): string {
  return unescapeText(name).replace(/\r\n?/g, "\n").toLowerCase();
}

/** Line breaks, which parts of a file write in several ways, as spaces. */
function spaced(name: string): string {
  return name.replace(/\s+/gu, " ").trim();
}

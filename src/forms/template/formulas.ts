import { addTo } from "../../base";
import { formulaTokens, plainSum, referenceArea, toA1, type CellRef } from "../../sheet";
import type { OtherTable, Question } from "../../tables";

/** A formula that a form gets, since its rules say so. */
export interface AddedFormula {
  readonly row: number;
  readonly col: number;
  readonly formula: string;
}

/** Believed in this order where several rules say what a cell is. */
const FROM: readonly Question["from"][] = ["answer", "rule-row", "label", "formula", "outline", "numbers"];
/** What only the numbers say has to hold in so many cells. */
const LEAST_BY_NUMBERS = 3;

/** One rule of a table: the relation of its first cell, and the lines (columns) in which it holds. */
interface Rule {
  readonly first: Question;
  readonly parts: readonly CellRef[];
  readonly places: Set<number>;
}

/**
 * The formulas that the believed rules of a table give to its totals: each where a number was typed that the rule reaches, and where the
 * total is blank. `isTyped`: a number stands there that somebody typed; `isOpen`: nothing does, and a number belongs there. No formula
 * needs itself. `formulaAt` are those that are there already.
 */
export function formulasOf(
  table: OtherTable,
  {
    isTyped,
    isOpen,
    formulaAt,
  }: {
    readonly isTyped: (row: number, col: number) => boolean;
    readonly isOpen: (row: number, col: number) => boolean;
    readonly formulaAt: (row: number, col: number) => string | null;
  },
): AddedFormula[] {
  const lines = table.rows.map(({ row }) => row);
  const columns = table.columns.map(({ col }) => col);
  const needs = new Map<string, readonly string[]>();
  for (const row of lines)
    for (const col of columns) {
      const formula = formulaAt(row, col);
      if (formula !== null) needs.set(`${row},${col}`, cellsIn(formula));
    }
  const added: AddedFormula[] = [];
  for (const { first, parts, places } of formulaRules(table)) {
    const isColumn = first.axis === "column";
    const elsewhere = (isColumn ? amountColumns(table) : lines).filter((place) => !places.has(place));
    const at = (place: number): { readonly row: number; readonly col: number } =>
      isColumn ? { row: first.total.at.row, col: place } : { row: place, col: first.total.at.col };
    const targets = [
      ...[...places].map(at).filter(({ row, col }) => isTyped(row, col) || isOpen(row, col)),
      ...elsewhere.map(at).filter(({ row, col }) => isOpen(row, col)),
    ];
    for (const { row, col } of targets) {
      const own = parts.map((part) => (isColumn ? { row: part.row, col } : { row, col: part.col }));
      const key = `${row},${col}`;
      const cells = own.map((part) => `${part.row},${part.col}`);
      if (needs.has(key) || reaches(cells, key, needs)) continue;
      needs.set(key, cells);
      added.push({ row, col, formula: formulaOfRule(first, own) });
    }
  }
  return added.sort((a, b) => a.row - b.row || a.col - b.col);
}

function amountColumns({ columns }: OtherTable): number[] {
  return columns.flatMap(({ role, col }) => (role === "figure" ? [col] : []));
}

function formulaRules({ relations }: OtherTable): Rule[] {
  const groups = new Map<string, Question[]>();
  for (const one of relations) {
    if (one.op === "of-which" || one.op === "same" || one.sure <= 0) continue;
    // of a difference a blank among what it is taken from leaves open where the others begin
    if (one.partial && one.op !== "sum") continue;
    const place = ({ row, col }: CellRef): number => (one.axis === "column" ? row : col);
    const key = [one.axis, one.op, one.factor ?? 1, one.added ?? 1, one.growth ?? false, place(one.total.at), ...one.all.map(place)].join(
      " ",
    );
    addTo(groups, key, one);
  }
  const rules = [...groups.values()].flatMap((same): Rule[] => {
    const [first] = same;
    const isSure = same.some(({ from }) => from !== "numbers") || same.length >= LEAST_BY_NUMBERS;
    if (!first || !isSure) return [];
    const best = same.reduce((a, b) => (FROM.indexOf(b.from) < FROM.indexOf(a.from) ? b : a), first);
    return [
      { first: best, parts: first.all, places: new Set(same.map(({ total: { at }, axis }) => (axis === "column" ? at.col : at.row))) },
    ];
  });
  return rules.sort((a, b) => FROM.indexOf(a.first.from) - FROM.indexOf(b.first.from) || b.places.size - a.places.size);
}

/** Whether cells follow from a cell. */
function reaches(from: readonly string[], to: string, needs: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [...from];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one === to) return true;
    if (seen.has(one)) continue;
    seen.add(one);
    open.push(...(needs.get(one) ?? []));
  }
  return false;
}

/** Whole columns are no need of a cell that anybody could loop through. */
const MOST_IN_AREA = 20_000;

function cellsIn(formula: string): string[] {
  return formulaTokens(formula).flatMap((token) => {
    const area = token.kind === "reference" && token.sheet === null ? referenceArea(token.address) : null;
    if (!area || area.rows * area.cols > MOST_IN_AREA) return [];
    return Array.from(
      { length: area.rows * area.cols },
      (_, at) => `${area.row + Math.floor(at / area.cols)},${area.col + (at % area.cols)}`,
    );
  });
}

type Place = { readonly row: number; readonly col: number };

/** A rule as a formula: sums and differences as people write them, shares blank while there is nothing to divide by. */
export function formulaOfRule(
  { op, added = 1, factor = 1, growth }: Pick<Question, "op" | "added" | "factor" | "growth">,
  parts: readonly Place[],
): string {
  const names = parts.map(toA1);
  switch (op) {
    case "difference": {
      const [plus, minus] = [names.slice(0, added), names.slice(added)];
      return `=${plus.join("+")}-${minus.length > 2 ? `SUM(${runs(parts.slice(added))})` : minus.join("-")}`;
    }
    case "product":
      return `=${names.join("*")}`;
    case "ratio": {
      const share = `${names[0] ?? ""}/${names[1] ?? ""}`;
      return `=IFERROR(${growth ? `(${share}-1)` : share}${factor === 1 ? "" : `*${factor}`},"")`;
    }
    default:
      return plainSum(runs(parts));
  }
}

/** "C9:C13,C15": cells that follow each other in a column or a row as one area. */
function runs(parts: readonly Place[]): string {
  const found: { from: Place; to: Place }[] = [];
  for (const part of [...parts].sort((a, b) => a.row - b.row || a.col - b.col)) {
    const last = found.at(-1);
    const follows =
      last &&
      ((part.col === last.to.col && part.row === last.to.row + 1 && last.from.col === part.col) ||
        (part.row === last.to.row && part.col === last.to.col + 1 && last.from.row === part.row));
    if (last && follows) last.to = part;
    else found.push({ from: part, to: part });
  }
  return found.map(({ from, to }) => (from === to ? toA1(from) : `${toA1(from)}:${toA1(to)}`)).join(",");
}

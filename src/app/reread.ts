import { addTo, firstFrom } from "../base";
import { cellLooks, columnLetters, formulaTokens, lastCell, looksOf, overlap, referenceArea } from "../sheet";
import type { Area, LookPart, Looks, SheetArea, SheetSnapshot } from "../sheet";

/** Rows are read in so many pieces at most; and no more of them than this share of the table, else it is read whole. */
const MOST_PIECES = 40;
const MOST_SHARE = 0.5;

/** What a formula of a row looks at beside its own row: areas, or anything (other sheets, names, what is computed anew each time). */
type Sight = readonly Area[] | "anything";

/** Functions whose cells are not those that stand in the formula, or that come to something else each time. */
const UNBOUND = /^(?:OFFSET|INDIRECT|NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO)$/i;

function sightOf(formula: string, sheet: string): Sight {
  const areas: Area[] = [];
  for (const token of formulaTokens(formula)) {
    if (token.kind === "name" || token.kind === "structured" || (token.kind === "function" && UNBOUND.test(token.name))) return "anything";
    if (token.kind !== "reference") continue;
    const area = token.sheet === null || token.sheet === sheet ? referenceArea(token.address) : null;
    if (!area) return "anything";
    areas.push(area);
  }
  return areas;
}

/** The rows of a snapshot, absolute, whose formulas look beyond their own row, with what they look at. */
function wideRows({ sheet, area, formulas }: SheetSnapshot): Map<number, Sight[]> {
  const found = new Map<number, Sight[]>();
  // most rows hold the same formulas, each about itself: one of a kind is taken apart
  const kinds = new Map<string, boolean>();
  formulas.forEach((cells, index) => {
    const row = area.row + index;
    const own = String(row + 1);
    for (const formula of cells) {
      if (formula === null) continue;
      const kind = formula.replaceAll(own, "#");
      const before = kinds.get(kind);
      if (before === true) continue;
      const sight = sightOf(formula, sheet);
      const wide = sight === "anything" || sight.some((one) => one.row !== row || one.rows !== 1);
      // with rows of its own in the text, what is about its row in one row is so in each
      if (before === undefined) kinds.set(kind, !wide && !/[A-Za-z$]\d/.test(kind));
      if (wide) addTo(found, row, sight);
    }
  });
  return found;
}

/**
 * The areas of a table to be read again after some of its cells changed: their rows, and the rows whose formulas follow from them, one
 * after the other. Null where all of it is as good.
 */
export function rereadAreas(snapshot: SheetSnapshot, changed: readonly Area[]): SheetArea[] | null {
  const { area, sheet } = snapshot;
  if (snapshot.unevaluated.length > 0) return null;
  const most = area.rows * MOST_SHARE;
  const rows = new Set<number>();
  for (const one of changed) {
    if (!overlap(one, area)) continue;
    const [from, to] = [Math.max(one.row, area.row), Math.min(lastCell(one).row, lastCell(area).row)];
    if (to - from + 1 > most) return null;
    for (let row = from; row <= to; row++) rows.add(row);
  }
  const wide = wideRows(snapshot);
  for (const [row, sights] of wide) if (sights.includes("anything")) rows.add(row);
  const sees = (sights: readonly Sight[], meets: (area: Area) => boolean): boolean =>
    sights.some((sight) => sight !== "anything" && sight.some(meets));
  const always = [...rows].sort((a, b) => a - b);
  let meets = (one: Area): boolean =>
    holdsAny(one, always) || changed.some(({ row, rows: count }) => row < one.row + one.rows && one.row < row + count);
  // what was found to follow from a change may be followed from in its turn
  for (let found = true; found;) {
    const next = [...wide].filter(([, sights]) => sees(sights, meets)).map(([row]) => row).sort((a, b) => a - b);
    for (const row of next) {
      rows.add(row);
      wide.delete(row);
    }
    found = next.length > 0;
    meets = (one) => holdsAny(one, next);
  }
  if (rows.size > most) return null;
  const pieces: Area[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = pieces.at(-1);
    if (last && last.row + last.rows === row) pieces[pieces.length - 1] = { ...last, rows: last.rows + 1 };
    else pieces.push({ row, col: area.col, rows: 1, cols: area.cols });
  }
  return pieces.length === 0 || pieces.length > MOST_PIECES ? null : pieces.map((piece) => ({ sheet, area: piece }));
}

function holdsAny({ row, rows }: Area, sorted: readonly number[]): boolean {
  return (sorted[firstFrom(sorted.length, (at) => (sorted[at] ?? 0) >= row)] ?? Infinity) < row + rows;
}

/** The snapshot with rows of it that were read again. */
export function patched(snapshot: SheetSnapshot, read: readonly SheetSnapshot[]): SheetSnapshot {
  const [values, formulas] = [[...snapshot.values], [...snapshot.formulas]];
  for (const piece of read) {
    piece.values.forEach((row, index) => (values[piece.area.row - snapshot.area.row + index] = row));
    piece.formulas.forEach((row, index) => (formulas[piece.area.row - snapshot.area.row + index] = row));
  }
  const within = (row: number): boolean => read.some(({ area }) => row >= area.row && row < area.row + area.rows);
  const { hidden, merges, dates, linked, looks, ...rest } = snapshot;
  const cols = read[0]?.hidden?.cols;
  return {
    ...rest,
    values,
    formulas,
    unevaluated: read.flatMap((piece) => piece.unevaluated),
    ...(linked ? { linked: [...linked.filter(({ row }) => !within(row)), ...read.flatMap((piece) => piece.linked ?? [])] } : {}),
    ...(dates ? { dates: [...dates.filter(({ row }) => !within(row)), ...read.flatMap((piece) => piece.dates ?? [])] } : {}),
    ...(hidden && cols
      ? {
          hidden: {
            rows: [...hidden.rows.filter((row) => !within(row)), ...read.flatMap((piece) => piece.hidden?.rows ?? [])].sort(
              (a, b) => a - b,
            ),
            cols,
          },
        }
      : {}),
    ...(merges && read.every((piece) => piece.merges) ? { merges: mergedAreas(merges, read) } : {}),
    ...(looks && read.every((piece) => piece.looks) ? { looks: patchedLooks(snapshot.area, looks, read) } : {}),
  };
}

/** The parts that were asked for both times. */
function patchedLooks(area: Area, before: Looks, read: readonly SheetSnapshot[]): Looks {
  const again = read.map((piece) => ({ area: piece.area, looks: piece.looks ?? {}, cell: cellLooks(piece.looks ?? {}) }));
  const parts = (Object.keys(before) as LookPart[]).filter((part) => again.every(({ looks }) => looks[part]));
  const old = cellLooks(before);
  const pieceOf = (row: number) => again.find((piece) => row >= piece.area.row && row < piece.area.row + piece.area.rows);
  const widths = again[0]?.looks.widths ?? [];
  return looksOf(area, parts, (row, col) => (pieceOf(row)?.cell ?? old)(row, col), (col) => widths[col - area.col] ?? 0);
}

/** Every merge once, also where it is in several pieces. */
function mergedAreas(before: readonly Area[], read: readonly SheetSnapshot[]): Area[] {
  const kept = before.filter((merge) => !read.some(({ area }) => overlap(merge, area)));
  const found = [...kept, ...read.flatMap(({ merges = [] }) => merges)];
  const keyed = new Map(found.map((merge) => [`${columnLetters(merge.col)}${merge.row} ${merge.rows} ${merge.cols}`, merge]));
  return [...keyed.values()].sort((a, b) => a.row - b.row || a.col - b.col);
}

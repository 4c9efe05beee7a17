import { contains, lastCell, overlap, type Area, type SheetArea, type SheetSnapshot, type WorkbookOutline } from "../sheet";
import { readDefinedName } from "../templates";
import type { ReadArea, ReadOptions, Workbook } from "../workbook/port";

/**
 * The same workbook, but of the status columns of its indicator tables only what people typed is read: the formulas there are for the
 * eye, nothing is rolled up or checked by them, and they are most of what a file side has to calculate.
 */
export function withoutStatus(workbook: Workbook): Workbook {
  let known: WorkbookOutline | null = null;
  return {
    outline: async () => (known = await workbook.outline()),
    read: async (areas, options?: ReadOptions) => {
      const passed = statusAreas(known ?? (await workbook.outline()));
      const pieces = areas.map((one) => {
        const holes = passed.flatMap(({ sheet, area }) => (sheet === one.sheet && contains(one.area, area) && contains(one.area, lastCell(area)) ? [area] : []));
        const rest = holes.reduce((pieces, hole) => pieces.flatMap((piece) => (contains(piece, hole) && contains(piece, lastCell(hole)) ? around(piece, hole) : [piece])), [one.area]);
        return { one, pieces: [...rest.map((area): ReadArea => ({ ...one, area })), ...holes.map((area): ReadArea => ({ ...one, area, typed: true }))] };
      });
      const read = await workbook.read(pieces.flatMap((each) => each.pieces), options);
      let at = 0;
      return pieces.map(({ one, pieces: own }) => {
        const parts = read.slice(at, (at += own.length));
        const [only] = parts;
        return own.length === 1 && only ? only : joined(one, parts);
      });
    },
    addSheets: (specs, course) => workbook.addSheets(specs, course),
  };
}

function statusAreas({ names }: WorkbookOutline): SheetArea[] {
  return names.flatMap(({ name, refersTo }) => {
    const parsed = readDefinedName(name);
    return parsed?.kind === "indicators" && /^status(?:\d{4})?$/.test(parsed.key) ? [refersTo] : [];
  });
}

/** An area without a smaller one inside of it: what stands above, left, right and below. */
function around(area: Area, hole: Area): Area[] {
  const [bottom, right] = [area.row + area.rows, area.col + area.cols];
  const pieces: Area[] = [
    { ...area, rows: hole.row - area.row },
    { row: hole.row, rows: hole.rows, col: area.col, cols: hole.col - area.col },
    { row: hole.row, rows: hole.rows, col: hole.col + hole.cols, cols: right - hole.col - hole.cols },
    { ...area, row: hole.row + hole.rows, rows: bottom - hole.row - hole.rows },
  ];
  return pieces.filter(({ rows, cols }) => rows > 0 && cols > 0);
}

function joined({ sheet, area }: SheetArea, parts: readonly SheetSnapshot[]): SheetSnapshot {
  const grid = <T>(blank: T, rowsOf: (part: SheetSnapshot) => readonly (readonly T[])[]): T[][] => {
    const cells = Array.from({ length: area.rows }, () => new Array<T>(area.cols).fill(blank));
    for (const part of parts) {
      for (const [r, row] of rowsOf(part).entries()) {
        const into = cells[part.area.row - area.row + r];
        for (const [c, value] of row.entries()) if (into) into[part.area.col - area.col + c] = value;
      }
    }
    return cells;
  };
  const union = (of: (hidden: NonNullable<SheetSnapshot["hidden"]>) => readonly number[]): number[] => [...new Set(parts.flatMap(({ hidden }) => (hidden ? of(hidden) : [])))].sort((a, b) => a - b);
  const merges = new Map(parts.flatMap((part) => part.merges ?? []).map((merge) => [`${merge.row} ${merge.col}`, merge]));
  return {
    sheet,
    area,
    values: grid<SheetSnapshot["values"][number][number]>(null, ({ values }) => values),
    formulas: grid<string | null>(null, ({ formulas }) => formulas),
    unevaluated: parts.flatMap(({ unevaluated }) => unevaluated),
    ...(parts.some(({ dates }) => dates) ? { dates: parts.flatMap(({ dates = [] }) => dates) } : {}),
    ...(parts.some(({ linked }) => linked) ? { linked: parts.flatMap(({ linked = [] }) => linked) } : {}),
    ...(parts.some(({ from1904 }) => from1904) ? { from1904: true as const } : {}),
    ...(parts.some(({ hidden }) => hidden) ? { hidden: { rows: union(({ rows }) => rows), cols: union(({ cols }) => cols) } } : {}),
    ...(parts.some((part) => part.merges) ? { merges: [...merges.values()].filter((one) => overlap(one, area)) } : {}),
  };
}

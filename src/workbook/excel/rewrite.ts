import type { Area, CellInput, CellState, CellValue, RowOrigins, SheetSpec } from "../../sheet";
import { areaToA1, goneRows, lastCell, MAX_COLS, outside, parseSheetArea, sameState, specArea, stateOf, toA1 } from "../../sheet";
import { WorkbookFailure, type CellChange, type Course, type Standing } from "../port";
import { cellFormula, inputFor } from "./cell-values";
import { changeCells } from "./change";
import { inContext, isFailure, toFailure } from "./failures";
import { runFinished } from "./finish";
import { nameKey, refersTo } from "./names";
import { areaOf, PLACE, rangeOf, usedIn } from "./ranges";
import { remarksOf } from "./remarks";
import { rowMoves, rowMoveSteps, type RowMove } from "./row-moves";
import { clearStep, differenceSteps, looseStep, unfinishes } from "./rewrite-steps";
import { step } from "./steps";
import type { Step } from "./steps";
import { writing, type Writing } from "./undo-group";
import { contentSteps, finishes, nameSteps } from "./write";

/** What has to be known of a sheet before it is written again. */
interface Found {
  readonly name: string;
  /** Names of the spec that the workbook has, spelt as it spells them. */
  readonly names: ReadonlyMap<string, string>;
  /** Charts of ours, those that the spec no longer has among them. */
  readonly charts: readonly string[];
  /** The cells of the old area, where somebody expects anything of them. */
  readonly cells: Grid | null;
}

type Grid = readonly (readonly CellState[])[];

/** The rows of a sheet before and after they have moved. */
interface Plan {
  readonly moves: readonly RowMove[];
  readonly gone: readonly number[];
  /** The old area as it lies after the moves. */
  readonly moved: Area;
}

/** The sheet that is written again, what is ours on it, and what it is to be. */
interface Rewriting {
  readonly id: string;
  /** Our area of it. */
  readonly old: Area;
  readonly spec: SheetSpec;
  readonly standing?: Standing | undefined;
}

/** What the names of our charts begin with. */
const OWN_CHART = "PT_chart_";

/**
 * Writes a sheet of ours again: a message that looks (up to three where rows go), then one for each 5 MB. The sheet keeps its place, its
 * name and whatever stands outside of `old`. Throws "sheet-gone", "protected", "would-overwrite", "cell-changed" and "name-taken" with
 * nothing changed, "left-over" when Excel stopped in the middle. What somebody has written into the old area after it was looked at is put
 * back to where its row stands then.
 */
export function rewrite(task: Rewriting, course?: Pick<Course, "notice">, write: Writing = writing): Promise<void> {
  return write({ sheet: task.spec.name, what: task.spec.name }, (context) => rewriteIn(context, task, course));
}

async function rewriteIn(context: Excel.RequestContext, task: Rewriting, course?: Pick<Course, "notice">): Promise<void> {
  const { id, old, spec, standing } = task;
  const about = { sheet: spec.name, what: spec.name };
  const plan = planOf(old, standing?.origins);
  const content = contentSteps(spec);
  const found = await inContext(about, () => look(context, task, plan));
  const charts = [...new Set([...found.charts, ...spec.charts.map(({ name }) => name)])];
  const { before, origins } = standing ?? {};
  let last = (): Grid | null => null;
  const steps = [
    ...(found.cells ? [step({ objects: 1, actions: 1 }, (sheet) => void (last = askCells(sheet, old)))] : []),
    looseStep(old, charts),
    ...rowMoveSteps(plan.moves),
    ...naming(found, spec),
    ...(before && origins ? differenceSteps(spec, before, origins) : [clearStep(plan.moved), ...content]),
  ];
  let taken = false;
  try {
    await runFinished(
      context, { ...about, sheet: found.name }, steps.map((one) => ({ sheetId: id, step: one })),
      [...unfinishes(id, found.name), ...finishes(id, spec, found.name)],
      {
        ...course,
        progress: () => {
          taken = true;
        },
      },
    );
  } catch (error) {
    // A message that is refused as a whole has changed nothing.
    if (!taken && (isFailure(error, "busy") || isFailure(error, "too-large") || isFailure(error, "sheet-gone"))) throw error;
    throw new WorkbookFailure("left-over", { sheets: [found.name] }, { cause: toFailure(error) });
  }
  const words = writtenBetween(found.cells, last(), old, { name: found.name, id, spec, origins });
  if (words.length > 0) await changeCells(words, (own, batch) => inContext(own, () => batch(context)));
}

/** Asks for the cells of an area; call the result after the next sync. */
function askCells(sheet: Excel.Worksheet, area: Area): () => Grid {
  const range = rangeOf(sheet, area).load("values,formulas");
  return () =>
    range.values.map((line, r) =>
      line.map((raw: unknown, c): CellState => {
        const formula = cellFormula(range.formulas[r]?.[c], raw);
        // an error that is no formula is text here, as those who expect it have it
        return { value: raw === "" ? null : (raw as CellValue), formula };
      }),
    );
}

/** What stands otherwise than expected: the first such cell, counted from the first of the area. */
function unexpected(cells: Grid, expected: readonly (readonly CellInput[])[]): { readonly row: number; readonly col: number } | null {
  for (const [row, line] of cells.entries()) {
    const col = line.findIndex((state, at) => !sameState(state, stateOf(expected[row]?.[at] ?? null)));
    if (col >= 0) return { row, col };
  }
  return null;
}

/**
 * What somebody has written into the old area between our look and our writing, where its row stands now; beside, where the row is gone.
 */
function writtenBetween(
  looked: Grid | null, last: Grid | null, old: Area,
  {
    name, id, spec, origins,
  }: { readonly name: string; readonly id: string; readonly spec: SheetSpec; readonly origins: RowOrigins | undefined },
): CellChange[] {
  const free = Math.max(old.col + old.cols, spec.columns.length);
  return (last ?? []).flatMap((line, r) =>
    line.flatMap((state, c): CellChange[] => {
      const before = looked?.[r]?.[c];
      if (!before || sameState(before, state)) return [];
      const row = old.row + r;
      const now = origins ? origins.indexOf(row) : row;
      return [
        {
          at: { sheet: name, row: Math.max(now, 0), col: now < 0 ? free + c : old.col + c },
          sheetId: id,
          to: inputFor(state.value, state.formula),
        },
      ];
    }),
  );
}

function planOf(old: Area, origins: RowOrigins | undefined): Plan {
  if (!origins) return { moves: [], gone: [], moved: old };
  const end = lastCell(old).row + 1;
  return { moves: rowMoves(origins, end), gone: goneRows(origins, end), moved: { ...old, row: 0, rows: Math.max(1, origins.length) } };
}

async function look(context: Excel.RequestContext, { id, old, spec, standing }: Rewriting, plan: Plan): Promise<Found> {
  const expected = standing?.expect;
  const sheet = context.workbook.worksheets.getItem(id).load("name");
  const protection = sheet.protection.load("protected");
  const free = [...needed(specArea(spec), old, plan.moved), ...besides(plan.gone, old)].map((area) =>
    usedIn(rangeOf(sheet, area)).load(PLACE),
  );
  const names = context.workbook.names.load("items/name,items/formula");
  const charts = sheet.charts.load("items/name");
  const ask = expected ? askCells(sheet, old) : () => null;
  const remarks = plan.gone.length > 0 ? await remarksOf(context, sheet) : [];
  await context.sync();
  if (protection.protected) throw new WorkbookFailure("protected", { sheet: sheet.name });
  const cells = ask();
  const other = cells && expected ? unexpected(cells, expected) : null;
  if (other) throw new WorkbookFailure("cell-changed", { at: { sheet: sheet.name, row: old.row + other.row, col: old.col + other.col } });
  for (const used of free) {
    if (used.isNullObject) continue;
    throw new WorkbookFailure("would-overwrite", { sheet: sheet.name, area: areaToA1(areaOf(used)) });
  }
  if (remarks === null) throw new WorkbookFailure("not-supported", { what: "notes" });
  const gone = new Set(plan.gone);
  const lost = remarks.find(({ row }) => gone.has(row));
  if (lost) throw new WorkbookFailure("would-overwrite", { sheet: sheet.name, area: toA1(lost) });
  const wanted = new Set(spec.names.map(({ name }) => nameKey(name)));
  const there = names.items.filter((item) => wanted.has(nameKey(item.name)));
  const foreign = there.find((item) => !isOurs(item.formula, sheet.name));
  if (foreign) throw new WorkbookFailure("name-taken", { name: foreign.name });
  return {
    name: sheet.name,
    names: new Map(there.map((item) => [nameKey(item.name), item.name])),
    charts: charts.items.flatMap(({ name }) => (name.startsWith(OWN_CHART) ? [name] : [])),
    cells,
  };
}

/** Cells outside of the old area that the new one needs, as they stand before the rows move. */
function needed(wanted: Area, old: Area, moved: Area): Area[] {
  const [end, after] = [lastCell(old).row + 1, lastCell(moved).row + 1];
  return outside(wanted, moved).map((area) =>
    area.row >= after
      ? { ...area, row: area.row - after + end }
      : area.row === moved.row && moved !== old
        ? { ...area, row: 0, rows: end }
        : area,
  );
}

/** What stands left and right of the old area in rows that go, each run of them once. */
function besides(gone: readonly number[], old: Area): Area[] {
  const runs: { row: number; rows: number }[] = [];
  for (const row of gone) {
    const last = runs.at(-1);
    if (last && last.row + last.rows === row) last.rows++;
    else runs.push({ row, rows: 1 });
  }
  const right = old.col + old.cols;
  return runs.flatMap((run) =>
    // rows above the old area are nobody's of ours
    (run.row < old.row
      ? [{ col: 0, cols: MAX_COLS }]
      : [...(old.col > 0 ? [{ col: 0, cols: old.col }] : []), { col: right, cols: MAX_COLS - right }]
    ).map((cols) => ({ ...run, ...cols })),
  );
}

/** A name for an area of the sheet, or one whose cells were deleted. */
function isOurs(formula: unknown, sheet: string): boolean {
  if (typeof formula !== "string") return false;
  const target = parseSheetArea(formula);
  return target ? nameKey(target.sheet) === nameKey(sheet) : formula.includes("#REF!");
}

/** Names that are there are turned to their new areas, the others are added. */
function naming(found: Found, spec: SheetSpec): Step[] {
  const known = spec.names.flatMap((own) => {
    const name = found.names.get(nameKey(own.name));
    return name === undefined ? [] : [{ name, area: own.area }];
  });
  return [
    ...known.map(({ name, area }) =>
      step({ objects: 2, actions: 1, content: name.length * 6 }, (sheet) => {
        sheet.context.workbook.names.getItem(name).formula = refersTo(found.name, area);
      }),
    ),
    ...nameSteps(found.name, spec.names.filter(({ name }) => !found.names.has(nameKey(name)))),
  ];
}

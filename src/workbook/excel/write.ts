import type { SheetInfo, SheetSpec } from "../../sheet";
import { WorkbookFailure, type Course } from "../port";
import { cellSteps } from "./cell-steps";
import { chartSteps } from "./charts";
import { messageBytes } from "./chunks";
import { inExcel, isFailure, toFailure } from "./failures";
import { refersTo, takenName } from "./names";
import { freezeSteps, pageSteps } from "./page";
import { deleteSheets, taken } from "./remove";
import type { Job, Step } from "./steps";
import { runJobs, step } from "./steps";
import { columnSteps, conditionalFormatSteps, mergeSteps, rowSteps, styleSteps } from "./styles";
import { validationSteps } from "./validation";

/**
 * Everything of a spec but its defined names. Values go before formats, so that a formula in a text column stays a
 * formula, and charts come last. Throws RangeError or a failure for what no sheet can hold, before Excel hears of it.
 */
export function contentSteps(spec: SheetSpec): Step[] {
  return [
    ...columnSteps(spec.columns),
    ...cellSteps(spec.cells),
    ...styleSteps(spec.styles),
    ...mergeSteps(spec.merges),
    ...rowSteps(spec.rowHeights),
    ...freezeSteps(spec.freeze),
    ...validationSteps(spec.validations),
    ...conditionalFormatSteps(spec.conditionalFormats),
    ...pageSteps(spec.print),
    ...chartSteps(spec.charts),
  ];
}

/** A new defined name of the workbook. */
export function nameSteps(sheetName: string, names: SheetSpec["names"]): Step[] {
  return names.map(({ name, area }) =>
    step({ objects: 2, actions: 1, content: messageBytes([name, sheetName]) }, (sheet) => {
      sheet.context.workbook.names.add(name, refersTo(sheetName, area));
    }),
  );
}

/** Adds new sheets at the end: a message that looks and adds them empty, then one for each 5 MB of content. */
export async function addSheets(specs: readonly SheetSpec[], course?: Course): Promise<SheetInfo[]> {
  if (specs.length === 0) return [];
  const what = specs.map((spec) => spec.name).join(", ");
  const contents = specs.map((spec) => ({ spec, steps: contentSteps(spec) }));
  const ids = await addEmpty(specs, what);
  const sheets = contents.map(({ spec, steps }, at) => ({ spec, steps, id: ids[at] ?? "" }));
  // All names first: a formula may speak of any sheet or name of the same call.
  const jobs: Job[] = [
    ...sheets.map(({ spec, id }) => ({ sheetId: id, step: rename(spec.name) })),
    ...sheets.flatMap(({ spec, id }) => nameSteps(spec.name, spec.names).map((own) => ({ sheetId: id, step: own }))),
    ...sheets.flatMap(({ steps, id }) => steps.map((own) => ({ sheetId: id, step: own }))),
    ...sheets.slice(0, 1).map(({ id }) => ({ sheetId: id, step: show() })),
  ];
  try {
    await inExcel({ what }, (context) => runJobs(context, jobs, course));
  } catch (error) {
    const after = await takeBack(ids, specs, error);
    throw isFailure(error, "name-taken") ? new WorkbookFailure("name-taken", { name: takenName(specs, after) ?? what }, { cause: error }) : error;
  }
  return sheets.map(({ spec, id }) => ({ id, name: spec.name, visible: true }));
}

/** The person sees what was made; last, so that nothing is shown half-made. */
function show(): Step {
  return step({ objects: 0, actions: 1 }, (sheet) => sheet.activate());
}

function rename(name: string): Step {
  return step({ objects: 1, actions: 1, content: messageBytes(name) }, (sheet) => {
    sheet.name = name;
  });
}

/**
 * Empty sheets under names that Excel gives, known by their ids from now on: what has to be taken back later is then
 * never mistaken for a sheet that somebody else added under the same name. Throws "name-taken" with nothing added.
 */
async function addEmpty(specs: readonly SheetSpec[], what: string): Promise<string[]> {
  const { ids, there } = await inExcel({ what }, async (context) => {
    const before = taken(context);
    const added = specs.map(() => context.workbook.worksheets.add().load("id"));
    await context.sync();
    return { ids: added.map((sheet) => sheet.id), there: before() };
  });
  const name = takenName(specs, there);
  if (name === null) return ids;
  const failure = new WorkbookFailure("name-taken", { name });
  await takeBack(ids, specs, failure);
  throw failure;
}

/** Deletes what was added, waiting for the person to leave a cell; throws "left-over" when it stays. */
async function takeBack(ids: readonly string[], specs: readonly SheetSpec[], cause: unknown) {
  try {
    return await Excel.run({ delayForCellEdit: true }, (context) => deleteSheets(context, ids));
  } catch (error) {
    throw new WorkbookFailure("left-over", { sheets: specs.map((spec) => spec.name) }, { cause: new AggregateError([cause, toFailure(error)]) });
  }
}

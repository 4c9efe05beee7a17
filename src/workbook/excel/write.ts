import type { SheetInfo, SheetSpec } from "../../sheet";
import { WorkbookFailure, type AddOptions } from "../port";
import { cellSteps } from "./cell-steps";
import { chartSteps } from "./charts";
import { messageBytes } from "./chunks";
import { again, inContext, toFailure } from "./failures";
import { runFinished, type Finish } from "./finish";
import { isDead, nameKey, refersTo, takenName } from "./names";
import { freezeSteps, pageSteps } from "./page";
import { deleteSheets } from "./remove";
import type { Job, Step } from "./steps";
import { step } from "./steps";
import { columnSteps, conditionalFormatSteps, mergeSteps, rowSteps, styleSteps } from "./styles";
import { writing, type Writing } from "./undo-group";
import { validationSteps } from "./validation";

/**
 * Everything of a spec but its defined names and what finishes it. Values go before formats, so that a formula in a text column stays a
 * formula, and charts come last. Throws RangeError or a failure for what no sheet can hold, before Excel hears of it.
 */
export function contentSteps(spec: SheetSpec): Step[] {
  return [
    ...columnSteps(spec.columns),
    ...cellSteps(spec.cells),
    ...styleSteps(spec.styles),
    ...mergeSteps(spec.merges),
    ...rowSteps(spec.rowHeights),
    ...validationSteps(spec.validations),
    ...conditionalFormatSteps(spec.conditionalFormats),
    ...chartSteps(spec.charts),
  ];
}

/** What of a spec may fail while the sheet is whole without it. */
export function finishes(sheetId: string, spec: SheetSpec, sheet = spec.name): Finish[] {
  return [
    ...freezeSteps(spec.freeze).map((own): Finish => ({ sheetId, sheet, step: own, notice: "freeze" })),
    ...pageSteps(spec.print).map((own): Finish => ({ sheetId, sheet, step: own, notice: "page" })),
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
export async function addSheets(
  specs: readonly SheetSpec[], { show = true, ...course }: AddOptions = {}, write: Writing = writing,
): Promise<SheetInfo[]> {
  if (specs.length === 0) return [];
  const what = specs.map((spec) => spec.name).join(", ");
  const contents = specs.map((spec) => ({ spec, steps: contentSteps(spec) }));
  return write({ what }, async (context) => {
    const { ids, dead } = await again(() => addEmpty(context, specs, what));
    const sheets = contents.map(({ spec, steps }, at) => ({ spec, steps, id: ids[at] ?? "" }));
    // All names first: a formula may speak of any sheet or name of the same call.
    const jobs: Job[] = [
      ...sheets.slice(0, 1).flatMap(({ id }) => dead.map((name) => ({ sheetId: id, step: withoutName(name) }))),
      ...sheets.flatMap(({ spec, id }) => nameSteps(spec.name, spec.names).map((own) => ({ sheetId: id, step: own }))),
      ...sheets.flatMap(({ steps, id }) => steps.map((own) => ({ sheetId: id, step: own }))),
    ];
    const last = [
      ...sheets.flatMap(({ spec, id }) => finishes(id, spec)),
      ...(show ? sheets.slice(0, 1).map(({ spec, id }): Finish => ({ sheetId: id, sheet: spec.name, step: shown(), notice: "show" })) : []),
    ];
    try {
      await runFinished(context, { what }, jobs, last, course);
    } catch (error) {
      await takeBack(ids, specs, error);
      throw error;
    }
    return sheets.map(({ spec, id }) => ({ id, name: spec.name, visible: true }));
  });
}

/** The person sees what was made; last, so that nothing is shown half-made. */
function shown(): Step {
  return step({ objects: 0, actions: 1 }, (sheet) => sheet.activate());
}

function withoutName(name: string): Step {
  return step({ objects: 2, actions: 1, content: messageBytes(name) }, (sheet) => {
    sheet.context.workbook.names.getItemOrNullObject(name).delete();
  });
}

/**
 * Empty sheets, under their names from the start: giving a name later takes Excel's undo away. Of what was added before a sheet could not
 * be, Excel gives the ids, so that a sheet that somebody else adds under the same name is never mistaken for ours. Throws "name-taken"
 * with nothing added. `dead`: wanted names whose sheets are gone, which nobody sees and which are in the way.
 */
async function addEmpty(
  context: Excel.RequestContext, specs: readonly SheetSpec[], what: string,
): Promise<{ readonly ids: readonly string[]; readonly dead: readonly string[] }> {
  const sheets = context.workbook.worksheets.load("items/name");
  const names = context.workbook.names.load("items/name,items/formula");
  const added = specs.map(({ name }) => context.workbook.worksheets.add(name).load("id"));
  const error = await inContext({ what }, () => context.sync()).then(() => null, (reason: unknown) => reason);
  const there = { sheets: itemsOf(sheets).map((sheet) => sheet.name), names: [] as string[] };
  const standing = new Set(there.sheets.map(nameKey));
  const wanted = new Set(specs.flatMap((spec) => spec.names.map(({ name }) => nameKey(name))));
  const dead: string[] = [];
  for (const { name, formula } of itemsOf(names)) {
    if (wanted.has(nameKey(name)) && isDead(formula, standing)) dead.push(name);
    else there.names.push(name);
  }
  const name = takenName(specs, there);
  const ids = added.flatMap((sheet) => idOf(sheet) ?? []);
  if (error === null && name === null) return { ids, dead };
  const failure = name === null ? error : new WorkbookFailure("name-taken", { name }, error === null ? undefined : { cause: error });
  if (ids.length > 0) await takeBack(ids, specs, failure);
  throw failure;
}

function itemsOf<T>(collection: { readonly items: readonly T[] }): readonly T[] {
  try {
    return collection.items;
  } catch {
    // the message broke before it was told
    return [];
  }
}

function idOf(sheet: Excel.Worksheet): string | null {
  try {
    return sheet.id;
  } catch {
    return null;
  }
}

/** Deletes what was added, waiting for the person to leave a cell; throws "left-over" when it stays. */
async function takeBack(ids: readonly string[], specs: readonly SheetSpec[], cause: unknown): Promise<void> {
  try {
    await again(() => inContext({}, () => Excel.run({ delayForCellEdit: true }, (context) => deleteSheets(context, ids))));
  } catch (error) {
    throw new WorkbookFailure(
      "left-over", { sheets: specs.map((spec) => spec.name) }, { cause: new AggregateError([cause, toFailure(error)]) },
    );
  }
}

import type { Area, SheetSpec } from "../../sheet";
import { areaToA1, lastCell, parseSheetArea, specArea } from "../../sheet";
import { WorkbookFailure } from "../port";
import { outside } from "./areas";
import { inExcel, isFailure, toFailure } from "./failures";
import { nameKey, refersTo } from "./names";
import { areaOf, columnRange, PLACE, rangeOf, usedIn } from "./ranges";
import { runJobs, step } from "./steps";
import type { Step } from "./steps";
import { contentSteps, nameSteps } from "./write";

/** What has to be known of a sheet before it is written again. */
interface Found {
  readonly name: string;
  /** Names of the spec that the workbook has, spelt as it spells them. */
  readonly names: ReadonlyMap<string, string>;
  /** Charts of ours, those that the spec no longer has among them. */
  readonly charts: readonly string[];
}

/** What the names of our charts begin with. */
const OWN_CHART = "PT_chart_";

/**
 * Writes a sheet of ours again: a message that looks, then one for each 5 MB. The sheet keeps its place, its name and
 * whatever stands outside of `old`. Throws "sheet-gone", "protected", "would-overwrite" and "name-taken" with nothing
 * changed, "left-over" when Excel stopped in the middle.
 */
export async function rewrite(id: string, old: Area, spec: SheetSpec): Promise<void> {
  const about = { sheet: spec.name, what: spec.name };
  const content = contentSteps(spec);
  const found = await inExcel(about, (context) => look(context, id, old, spec));
  const steps = [clearStep(old, [...new Set([...found.charts, ...spec.charts.map(({ name }) => name)])]), ...naming(found, spec), ...content];
  let taken = false;
  try {
    await inExcel({ ...about, sheet: found.name }, (context) =>
      runJobs(context, steps.map((one) => ({ sheetId: id, step: one })), {
        progress: () => {
          taken = true;
        },
      }),
    );
  } catch (error) {
    // A message that is refused as a whole has changed nothing.
    if (!taken && (isFailure(error, "busy") || isFailure(error, "too-large") || isFailure(error, "sheet-gone"))) throw error;
    throw new WorkbookFailure("left-over", { sheets: [found.name] }, { cause: toFailure(error) });
  }
}

async function look(context: Excel.RequestContext, id: string, old: Area, spec: SheetSpec): Promise<Found> {
  const sheet = context.workbook.worksheets.getItem(id).load("name");
  const protection = sheet.protection.load("protected");
  const needed = outside(specArea(spec), old).map((area) => ({ area, used: usedIn(rangeOf(sheet, area)).load(PLACE) }));
  const names = context.workbook.names.load("items/name,items/formula");
  const charts = sheet.charts.load("items/name");
  await context.sync();
  if (protection.protected) throw new WorkbookFailure("protected", { sheet: sheet.name });
  for (const { used } of needed) {
    if (used.isNullObject) continue;
    const area = areaToA1(areaOf(used));
    throw new WorkbookFailure("would-overwrite", { sheet: sheet.name, area });
  }
  const wanted = new Set(spec.names.map(({ name }) => nameKey(name)));
  const there = names.items.filter((item) => wanted.has(nameKey(item.name)));
  const foreign = there.find((item) => !isOurs(item.formula, sheet.name));
  if (foreign) throw new WorkbookFailure("name-taken", { name: foreign.name });
  return {
    name: sheet.name,
    names: new Map(there.map((item) => [nameKey(item.name), item.name])),
    charts: charts.items.flatMap(({ name }) => (name.startsWith(OWN_CHART) ? [name] : [])),
  };
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

/** Takes away everything that a spec writes, cells within `old` only; notes and comments that people put there stay. */
function clearStep(old: Area, charts: readonly string[]): Step {
  return step({ objects: 9 + charts.length, actions: 10 + charts.length }, (sheet) => {
    for (const name of charts) sheet.charts.getItemOrNullObject(name).delete();
    const range = rangeOf(sheet, old);
    range.conditionalFormats.clearAll();
    range.dataValidation.clear();
    range.unmerge();
    range.clear("Contents");
    range.clear("Formats");
    range.format.autofitRows();
    columnRange(sheet, old.col, lastCell(old).col).columnHidden = false;
    sheet.freezePanes.unfreeze();
    sheet.horizontalPageBreaks.removePageBreaks();
    sheet.verticalPageBreaks.removePageBreaks();
  });
}

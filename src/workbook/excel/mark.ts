import { groupBy } from "../../base";
import type { Area } from "../../sheet";
import { areaToA1, contains, outside } from "../../sheet";
import type { CellMark } from "../port";
import { messageBytes, packed } from "./chunks";
import { inExcel, isFailure } from "./failures";
import { nameKey } from "./names";
import type { Job, Step } from "./steps";
import { runJobs, step } from "./steps";
import { writing, type Writing } from "./undo-group";

/** By this word our formats are known again, wherever they were copied to. */
const WORD = "PT_MARK";
const ALWAYS = `=LEN("${WORD}")>0`;

/** Excel takes addresses of several areas up to 8,192 characters. */
const LONGEST_ADDRESS = 8000;

const SHEETS = "items/id,items/name,items/protection/protected";
/** Asking for `custom` of a format of another kind is an error (https://github.com/OfficeDev/office-js/issues/2180). */
const FORMATS = "items/id,items/customOrNullObject/rule/formula";

/** The areas of each fill on one sheet, in the order of the marks. */
type Fills = ReadonlyMap<string, readonly Area[]>;

/** A sheet and the ids of our formats on it; null where Excel could not list them. */
interface Listed {
  readonly sheet: Excel.Worksheet;
  readonly ours: readonly string[] | null;
}

/**
 * Replaces all marks of the workbook; names the sheets that had to stay as they were. Excel fails to list the formats of a sheet
 * where a rule was doubled by hand (https://github.com/OfficeDev/office-js/issues/6827): then every sheet is asked by itself.
 */
export async function markCells(marks: readonly CellMark[], write: Writing = writing): Promise<{ refused: string[] }> {
  const wanted = new Map(
    [...groupBy(marks, ({ at, sheetId }) => sheetId ?? nameKey(at.sheet))].map(([key, own]) => [
      key,
      { key: own[0]?.sheetId ?? own[0]?.at.sheet ?? "", fills: fillsOf(own) },
    ]),
  );
  const fillsOn = ({ id, name }: Excel.Worksheet): Fills => (wanted.get(id) ?? wanted.get(nameKey(name)))?.fills ?? new Map();
  try {
    return await write({}, (context) => together(context, [...wanted.values()].map(({ key }) => key), fillsOn));
  } catch (error) {
    if (isFailure(error, "busy")) throw error;
    return await write({}, (context) => oneByOne(context, fillsOn));
  }
}

/** A message that looks at the sheets that get marks, one that marks them and looks at the others, one that clears those. */
async function together(
  context: Excel.RequestContext, keys: readonly string[], fillsOn: (sheet: Excel.Worksheet) => Fills,
): Promise<{ refused: string[] }> {
  const { worksheets } = context.workbook;
  const all = worksheets.load(SHEETS);
  const asked = keys.map((key) => {
    const sheet = worksheets.getItemOrNullObject(key).load("id");
    return { sheet, list: listing(sheet) };
  });
  await context.sync();
  const named = new Map(asked.flatMap(({ sheet, list }) => (sheet.isNullObject ? [] : [[sheet.id, list()] as const])));
  const first = all.items.flatMap((sheet): Listed[] => (named.has(sheet.id) ? [{ sheet, ours: named.get(sheet.id) ?? [] }] : []));
  const others = all.items.filter((sheet) => !named.has(sheet.id)).map((sheet) => ({ sheet, list: listing(sheet) }));
  const jobs = jobsOf(first, fillsOn);
  if (jobs.length > 0) await runJobs(context, jobs);
  else if (others.length > 0) await context.sync();
  const rest = others.map(({ sheet, list }): Listed => ({ sheet, ours: list() }));
  await runJobs(context, jobsOf(rest, fillsOn));
  return { refused: refusedOf([...first, ...rest], fillsOn) };
}

async function oneByOne(context: Excel.RequestContext, fillsOn: (sheet: Excel.Worksheet) => Fills): Promise<{ refused: string[] }> {
  const all = context.workbook.worksheets.load(SHEETS);
  await context.sync();
  const listed: Listed[] = [];
  for (const sheet of all.items) listed.push({ sheet, ours: await listedAlone(sheet.id) });
  await runJobs(context, jobsOf(listed, fillsOn));
  return { refused: refusedOf(listed, fillsOn) };
}

async function listedAlone(id: string): Promise<readonly string[] | null> {
  try {
    return await inExcel({}, async (context) => {
      const list = listing(context.workbook.worksheets.getItem(id));
      await context.sync();
      return list();
    });
  } catch (error) {
    if (isFailure(error, "busy")) throw error;
    return null;
  }
}

/** Asks for our formats on a sheet; call the result after the next sync. */
function listing(sheet: Excel.Worksheet): () => string[] {
  const formats = sheet.getRange().untrack().conditionalFormats.load(FORMATS);
  return () =>
    formats.items.flatMap(({ id, customOrNullObject: custom }) => (!custom.isNullObject && custom.rule.formula.includes(WORD) ? [id] : []));
}

/** True where nothing can be done on a sheet. */
function isClosed({ sheet, ours }: Listed): boolean {
  return ours === null || sheet.protection.protected;
}

function refusedOf(listed: readonly Listed[], fillsOn: (sheet: Excel.Worksheet) => Fills): string[] {
  const concerned = ({ sheet, ours }: Listed) => ours === null || ours.length > 0 || fillsOn(sheet).size > 0;
  return listed.filter((one) => isClosed(one) && concerned(one)).map(({ sheet }) => sheet.name);
}

function jobsOf(listed: readonly Listed[], fillsOn: (sheet: Excel.Worksheet) => Fills): Job[] {
  const open = listed.filter((one) => !isClosed(one));
  // The last first: should an id be no more than a place in the list, the places before it still hold.
  return open.flatMap(({ sheet, ours }) =>
    [...[...(ours ?? [])].reverse().map(removal), ...additions(fillsOn(sheet))].map((own) => ({ sheetId: sheet.id, step: own })),
  );
}

function removal(id: string): Step {
  return step({ objects: 3, actions: 1, content: messageBytes(id) }, (sheet) =>
    sheet.getRange().untrack().conditionalFormats.getItem(id).delete(),
  );
}

/** One format for each fill, last first: Excel puts each new one over all that are there. */
function additions(fills: Fills): Step[] {
  return [...fills].reverse().flatMap(([fill, areas]) =>
    packed(areas.map(areaToA1), (address) => address.length + 1, LONGEST_ADDRESS).map((addresses) => {
      const address = addresses.join(",");
      return step({ objects: 7, actions: 4, content: messageBytes([address, ALWAYS, fill]) }, (sheet) => {
        const { custom } = sheet.getRanges(address).untrack().conditionalFormats.add("Custom");
        custom.rule.formula = ALWAYS;
        custom.format.fill.color = fill;
      });
    }),
  );
}

function fillsOf(marks: readonly CellMark[]): Fills {
  return new Map([...groupBy(marks, ({ fill }) => fill.toUpperCase())].map(([fill, own]) => [fill, apart(own.map(({ at }) => at.area))]));
}

/** The same cells in areas that do not overlap: a format has each cell once. */
function apart(areas: readonly Area[]): Area[] {
  const wide: Area[] = [];
  for (const area of areas)
    if (area.rows * area.cols > 1) wide.push(...wide.reduce((left, there) => left.flatMap((one) => outside(one, there)), [area]));
  const single = areas.filter((area) => area.rows * area.cols === 1 && !wide.some((there) => contains(there, area)));
  return [...wide, ...new Map(single.map((area) => [areaToA1(area), area])).values()];
}

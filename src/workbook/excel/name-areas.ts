import { WorkbookFailure, type NamedArea } from "../port";
import { inContext, inExcel, namingLostSheet } from "./failures";
import { definedName, isDead, nameKey, refersTo } from "./names";
import { writing, type Writing } from "./undo-group";

/**
 * Gives cells names of the workbook, all or none: a message that looks and one that writes. Throws "name-taken" with nothing given; names
 * whose cells are gone, which nobody sees, make way.
 */
export async function nameAreas(names: readonly NamedArea[], write: Writing = writing): Promise<void> {
  const [first] = names;
  if (!first) return;
  await write({ what: first.name }, async (context) => {
    const all = context.workbook.names.load("items/name,items/formula,items/scope");
    const there = context.workbook.worksheets.load("items/name");
    const keyOf = ({ at, sheetId }: NamedArea): string => sheetId ?? at.sheet;
    const sheets = new Map(names.map((one) => [keyOf(one), context.workbook.worksheets.getItem(keyOf(one)).load("name")]));
    await inContext({}, () => context.sync()).catch(async (error: unknown) => {
      throw await namingLostSheet(error, names.map(({ at }) => at.sheet));
    });
    const wanted = new Set(names.map(({ name }) => nameKey(name)));
    const standing = new Set(there.items.map(({ name }) => nameKey(name)));
    for (const item of all.items) {
      if (item.scope !== "Workbook" || !wanted.has(nameKey(item.name))) continue;
      if (!isDead(item.formula, standing)) throw new WorkbookFailure("name-taken", { name: item.name });
      item.delete();
    }
    for (const one of names) {
      context.workbook.names.add(one.name, refersTo(sheets.get(keyOf(one))?.name ?? one.at.sheet, one.at.area));
    }
    try {
      await context.sync();
    } catch (error) {
      // Excel keeps what came before the action that failed
      await removeNames(names.map(({ name }) => name), inExcel);
      throw error;
    }
  });
}

/** Takes names of the workbook away; returns those that stood for cells. */
export async function removeNames(names: readonly string[], write: Writing = writing): Promise<NamedArea[]> {
  if (names.length === 0) return [];
  const going = new Set(names.map(nameKey));
  return write({}, async (context) => {
    const all = context.workbook.names.load("items/name,items/formula,items/scope");
    await context.sync();
    const ours = all.items.filter(({ name, scope }) => scope === "Workbook" && going.has(nameKey(name)));
    for (const item of ours) item.delete();
    await context.sync();
    return ours.flatMap(({ name, formula }): NamedArea[] => {
      const known = definedName(name, null, formula);
      return known ? [{ name, at: known.refersTo }] : [];
    });
  });
}

import type { SheetArea, WorkbookOutline } from "../sheet";
import { readDefinedName } from "../templates";
import type { Workbook } from "../workbook/port";

/**
 * The same workbook, but of the status columns of its indicator tables only what people typed is read: the formulas there are for the
 * eye, nothing is rolled up or checked by them, and they are most of what a file side has to calculate.
 */
export function withoutStatus(workbook: Workbook): Workbook {
  let known: WorkbookOutline | null = null;
  return {
    outline: async () => (known = await workbook.outline()),
    read: async (areas, options) => workbook.read(areas, { ...options, without: statusAreas(known ?? (await workbook.outline())) }),
    addSheets: (specs, course) => workbook.addSheets(specs, course),
  };
}

function statusAreas({ names }: WorkbookOutline): SheetArea[] {
  return names.flatMap(({ name, refersTo }) => {
    const parsed = readDefinedName(name);
    return parsed?.kind === "indicators" && /^status(?:\d{4})?$/.test(parsed.key) ? [refersTo] : [];
  });
}

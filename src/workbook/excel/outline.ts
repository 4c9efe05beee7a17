import type { DefinedName, WorkbookOutline } from "../../sheet";
import { inExcel } from "./failures";
import { definedName, nameKey } from "./names";

/**
 * Sheets and defined names in one message: each sheet brings its own names along.
 * Some builds of Excel list the workbook's names under every sheet too (OfficeDev/office-js, 1011): `scope` tells.
 */
export async function readOutline(): Promise<WorkbookOutline> {
  return inExcel({}, async (context) => {
    const sheets = context.workbook.worksheets.load(
      "items/id,items/name,items/visibility,items/names/items/name,items/names/items/scope,items/names/items/formula",
    );
    const names = context.workbook.names.load("items/name,items/scope,items/formula");
    await context.sync();
    const ofWorkbook = names.items.filter((item) => item.scope === "Workbook").map((item) => definedName(item.name, null, item.formula));
    const ofSheets = sheets.items.flatMap((sheet) =>
      sheet.names.items
        .filter((item) => item.scope === "Worksheet")
        .map((item) => definedName(localName(item.name), sheet.name, item.formula)),
    );
    return {
      sheets: sheets.items.map(({ id, name, visibility }) => ({
        id, name,
        visible: visibility === "Visible",
        ...(visibility === "VeryHidden" ? { veryHidden: true as const } : {}),
      })),
      names: distinct([...ofWorkbook, ...ofSheets].filter((name) => name !== null)),
    };
  });
}

/** "'Biểu 1'!Tong" → "Tong": a sheet's own name may come with its sheet. */
function localName(name: string): string {
  return name.slice(name.lastIndexOf("!") + 1);
}

function distinct(names: readonly DefinedName[]): DefinedName[] {
  return [...new Map(names.map((name) => [JSON.stringify([name.scope, nameKey(name.name)]), name])).values()];
}

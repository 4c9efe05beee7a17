import { DEFAULT_OPTIONS, createTablesLive, type CreateOptions, type Done, type LiveWorkbook, type SheetInfo } from "../../src/app";
import type { Words } from "../../src/i18n";
import { toA1, type SheetSpec } from "../../src/sheet";

/** What is chosen, with nothing said of layout, years, units and rows. */
export function options(chosen: Pick<CreateOptions, "plan" | "kinds"> & Partial<CreateOptions>): CreateOptions {
  return { ...DEFAULT_OPTIONS, ...chosen };
}

/** Makes the tables, also where the workbook has them already. */
export async function makeTables(workbook: LiveWorkbook, chosen: CreateOptions, words: Words): Promise<Done<readonly SheetInfo[]>> {
  const made = await createTablesLive(workbook, chosen, words, "again");
  if (!("undo" in made)) throw new Error("nothing was made");
  return made;
}

/** "J9": the cell of a column of ours, in the row whose words hold these. */
export function cellOf(spec: SheetSpec | undefined, key: string, words: string): string {
  const area = (wanted: string) => spec?.names.find(({ name }) => name.endsWith(`_${wanted}`))?.area;
  const [labels, column] = [area("label"), area(key)];
  if (!spec || !labels || !column) throw new Error(`no column ${key}`);
  const row = spec.cells.findIndex((cells, index) => index >= labels.row && String(cells[labels.col]).includes(words));
  if (row === -1) throw new Error(`no row ${words}`);
  return toA1({ row, col: column.col });
}

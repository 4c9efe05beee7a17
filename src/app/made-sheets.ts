import type { SheetInfo, SheetSpec } from "../sheet";
import type { MadeSheet } from "../workbook/port";

/** Sheets that were added, with what was written into them. */
export function madeOf(infos: readonly SheetInfo[], specs: readonly SheetSpec[]): MadeSheet[] {
  return infos.flatMap(({ id }, index): MadeSheet[] => {
    const spec = specs[index];
    return spec ? [{ id, spec }] : [];
  });
}

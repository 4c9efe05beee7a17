import type { Area, SheetSnapshot } from "../../sheet";
import { overlap } from "../../sheet";
import { nameKey } from "./names";
import { areaOf, PLACE } from "./ranges";

/** Absolute rows and columns that nobody sees. */
export type Hidden = NonNullable<SheetSnapshot["hidden"]>;

/** Merged cells are listed by ExcelApi 1.13, newer than what the add-in needs. */
export function mergesKnown(): boolean {
  return typeof Office !== "undefined" && Office.context.requirements.isSetSupported("ExcelApi", "1.13");
}

/** Asks which rows and columns of a range are hidden; call the result with the range's place after the next sync. */
export function askHidden(range: Excel.Range): (area: Area) => Hidden {
  const rows = range.getRowProperties({ rowHidden: true });
  const cols = range.getColumnProperties({ columnHidden: true });
  return (area) => ({
    rows: rows.value.flatMap(({ rowHidden }, at) => (rowHidden === true ? [area.row + at] : [])),
    cols: cols.value.flatMap(({ columnHidden }, at) => (columnHidden === true ? [area.col + at] : [])),
  });
}

/**
 * Asks for all merged areas of the sheets; call the result after the next sync. Excel tells of a part of a sheet only the merges
 * that begin in it (https://github.com/OfficeDev/office-js/issues/3611), so the whole used part is asked.
 */
export function askMerges(context: Excel.RequestContext, sheets: readonly string[]): (sheet: string) => Area[] {
  const asked = new Map(
    [...new Map(sheets.map((sheet) => [nameKey(sheet), sheet]))].map(([key, sheet]) => {
      const merged = context.workbook.worksheets.getItem(sheet).getUsedRange(false).untrack().getMergedAreasOrNullObject().untrack();
      merged.areas.load(`items/${PLACE.replaceAll(",", ",items/")}`);
      return [key, merged];
    }),
  );
  return (sheet) => {
    const merged = asked.get(nameKey(sheet));
    return !merged || merged.isNullObject ? [] : merged.areas.items.map(areaOf);
  };
}

/** The layout of an area out of that of its parts. */
export function joinedLayout(
  area: Area,
  parts: readonly { readonly hidden: Hidden | null; readonly merges: readonly Area[] | null }[],
): Pick<SheetSnapshot, "hidden" | "merges"> {
  const hidden = parts.flatMap((part) => part.hidden ?? []);
  const merges = parts[0]?.merges;
  return {
    ...(hidden[0] ? { hidden: { rows: hidden.flatMap(({ rows }) => rows), cols: hidden[0].cols } } : {}),
    ...(merges && parts.every((part) => part.merges) ? { merges: merges.filter((merge) => overlap(merge, area)) } : {}),
  };
}

import { parseAreaA1, type Area } from "../../sheet";
import { filterWatch } from "./active-filter";
import type { StoredTable } from "./stored";
import { readXml, unescapeText } from "./xml-events";

export interface ReadTable {
  readonly table: StoredTable;
  /** Rows that its filter may hide. */
  readonly filtered: readonly Area[];
}

/** Reads a table part; null where it does not say where the table is. Throws WorkbookFailure "unreadable-file". */
export function readTable(part: string, bytes: Uint8Array): ReadTable | null {
  const found: StoredTable[] = [];
  const columns: string[] = [];
  const filter = filterWatch();
  readXml(part, bytes, {
    open(tag, attributes) {
      const area = tag === "table" ? parseAreaA1(attributes.ref ?? "") : null;
      if (area)
        found.push({
          name: unescapeText(attributes.displayName ?? attributes.name ?? ""),
          area,
          headRows: count(attributes.headerRowCount, 1),
          totalsRows: count(attributes.totalsRowCount, 0),
          columns,
        });
      else if (tag === "tableColumn") columns.push(unescapeText(attributes.name ?? ""));
      else filter.open(tag, attributes);
    },
  });
  const [table] = found;
  return table ? { table, filtered: filter.areas } : null;
}

function count(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d$/.test(text) ? Number(text) : otherwise;
}

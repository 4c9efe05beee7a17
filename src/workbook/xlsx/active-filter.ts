import { parseAreaA1, type Area } from "../../sheet";
import type { Attributes } from "./xml-events";

const CRITERIA = new Set(["filters", "top10", "customFilters", "dynamicFilter", "colorFilter", "iconFilter"]);

/** Follows the autoFilter of a sheet or a table. */
export interface FilterWatch {
  /** Told of each element that begins. */
  open(tag: string, attributes: Attributes): void;
  /** The rows that a filter at work may hide: those of its area below the head. */
  readonly areas: readonly Area[];
}

/** A filter that has arrows only and chooses nothing hides nothing. */
export function filterWatch(): FilterWatch {
  const areas: Area[] = [];
  let area: Area | null = null;
  return {
    areas,
    open(tag, { ref }) {
      if (tag === "autoFilter") area = parseAreaA1(ref?.replaceAll("$", "") ?? "");
      else if (area && CRITERIA.has(tag)) {
        if (area.rows > 1) areas.push({ ...area, row: area.row + 1, rows: area.rows - 1 });
        area = null;
      }
    },
  };
}

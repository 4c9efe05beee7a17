import type { SheetSnapshot } from "../sheet";
import { readBudget } from "./budget";
import { cellReader } from "./cells";
import { readIndicators, type DirectionWords } from "./indicators";
import type { Table, TableOutline } from "./table";

export * from "./outline";
export * from "./table";
export { noiseOf, relationGap, relationHolds } from "./relations";
export type { DirectionWords } from "./indicators";

/** A table with its typed rows and relations; `snapshot` has to cover `outline.area`. Never throws on what people typed. */
export function readTable(outline: TableOutline, snapshot: SheetSnapshot, directions: DirectionWords): Table {
  const cells = cellReader(snapshot);
  return outline.kind === "budget" ? readBudget(outline, cells) : readIndicators(outline, cells, directions);
}

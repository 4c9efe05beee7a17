import { allSteps } from "../../base";
import type { Area, SheetSnapshot } from "../../sheet";
import type { OtherTable } from "../../tables";
import { cellReader } from "../cells";
import { layoutsOf } from "./layouts";
import { believedIn } from "./relations";
import { otherTable } from "./table";

/** The tables of anybody's on a sheet, but for the areas that are `taken` by tables of ours. Never throws on what people typed. */
export function readOthers(snapshot: SheetSnapshot, taken: readonly Area[]): readonly OtherTable[] {
  return allSteps(readingOthers(snapshot, taken));
}

/** `readOthers` in steps, between which others may run. */
export function* readingOthers(snapshot: SheetSnapshot, taken: readonly Area[]): Generator<void, readonly OtherTable[]> {
  const cells = cellReader(snapshot);
  const layouts = layoutsOf(snapshot, taken);
  yield;
  const tables: OtherTable[] = [];
  for (const [index, layout] of layouts.entries()) {
    const believed = believedIn(layout);
    yield;
    tables.push(otherTable(layout, believed, cells, index + 1));
    yield;
  }
  return tables;
}

import { allSteps } from "../../base";
import { unseenIn, type Area, type SheetSnapshot } from "../../sheet";
import type { OtherTable, Said } from "../../tables";
import { cellReader } from "../cells";
import { layingOut } from "./layouts";
import { believing } from "./relations";
import { resultLines } from "./results";
import { withSaid } from "./said";
import { otherTable } from "./table";
import { taskLines } from "./task-lines";
import { wrongDays } from "./wrong-days";

/**
 * The tables of anybody's on a sheet, but for the areas that are `taken` by tables of ours; `said`: what people have said of its cells.
 * Never throws on what people typed.
 */
export function readOthers(snapshot: SheetSnapshot, taken: readonly Area[], said: readonly Said[] = []): readonly OtherTable[] {
  return allSteps(readingOthers(snapshot, taken, said));
}

/** `readOthers` in steps, between which others may run. */
export function* readingOthers(
  snapshot: SheetSnapshot, taken: readonly Area[], said: readonly Said[],
): Generator<void, readonly OtherTable[]> {
  const cells = cellReader(snapshot);
  const layouts = yield* layingOut(snapshot, taken, said);
  const around = aroundOf(snapshot);
  yield;
  const tables: OtherTable[] = [];
  for (const [index, layout] of layouts.entries()) {
    const believed = withSaid(layout, yield* believing(layout), said);
    yield;
    // onto the table itself: a copy of it would make all relations
    const days = wrongDays(layout, cells);
    const results = resultLines(layout, cells, snapshot);
    const tasks = taskLines(layout, cells, snapshot);
    const more = {
      ...(days.length > 0 ? { wrongDays: days } : {}), ...(results.length > 0 ? { results } : {}), ...(tasks.length > 0 ? { tasks } : {}),
    };
    tables.push(Object.assign(yield* otherTable(layout, believed, cells, index + 1), around, more));
    yield;
  }
  return tables;
}

/** What the sheet around its tables tells of them. */
function aroundOf(snapshot: SheetSnapshot): Pick<OtherTable, "hidden" | "circles" | "linked" | "unseen"> {
  const { hidden, circles, linked } = snapshot;
  const unseen = unseenIn(snapshot);
  return {
    ...(hidden ? { hidden } : {}),
    ...(circles ? { circles } : {}),
    ...(linked ? { linked } : {}),
    ...(unseen.length > 0 ? { unseen } : {}),
  };
}

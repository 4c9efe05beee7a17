import { watchChanges } from "./bridge/changes";
import type { Engine } from "./engine";

/** Whether the workbook holds work that is in no file: cells that somebody filled in, lines and sheets that came or went. */
export interface WorkWatch {
  unsaved(): boolean;
  /** All of it is in a file now. */
  saved(): void;
}

/** Follows a workbook from now on, as long as it lives. */
export function watchWork(engine: Engine): WorkWatch {
  let unsaved = false;
  watchChanges(engine, () => {
    unsaved = true;
  });
  return {
    unsaved: () => unsaved,
    saved: () => {
      unsaved = false;
    },
  };
}

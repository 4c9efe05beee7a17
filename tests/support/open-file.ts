import { workwatch } from "../../src/cli/engine-thread";
import type { Workbook } from "../../src/workbook/port";
import { answer, openXlsx, supervised } from "../../src/workbook/xlsx";

/** As the command line has it, but that this thread answers: what goes to it and comes back is copied, as between threads. */
const byEngine = supervised({
  start: (told) => {
    told({ ready: true });
    return {
      ask: (question) => void answer(structuredClone(question), (message) => told(structuredClone(message))),
      rest: () => undefined,
      end: () => undefined,
    };
  },
  stopwatch: workwatch,
});

/** Opens a file as the command line and the pane do. */
export function openFile(bytes: Uint8Array): Promise<Workbook> {
  return openXlsx(bytes, byEngine);
}

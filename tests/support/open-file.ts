import { workwatch } from "../../src/cli/engine-thread";
import type { Workbook } from "../../src/workbook/port";
import { openFile as open } from "../../src/workbook/files";
import { answer, supervised } from "../../src/workbook/xlsx";

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

/** Opens a file as the command line and the pane do; unless told its name says that it is a workbook. */
export function openFile(bytes: Uint8Array, name = "a.xlsx"): Promise<Workbook> {
  return open(bytes, name, { byEngine });
}

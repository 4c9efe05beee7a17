import { type IDisposable, type IExecutionOptions, type IMutationInfo, IResourceLoaderService, type IWorkbookData } from "@univerjs/core";
import type { Engine } from "./engine";

/** A change of a workbook as JSON, to be carried out again: what the engine calls a mutation, with its parameters. */
export type LogEntry = string;

/** A workbook as JSON, with all that the engine and we keep of it beside its cells. */
export type Snapshot = string;

/**
 * Tells of each change of the workbook in the order in which they happen, whoever made it. Results of formulas are no change: they follow
 * from it. A snapshot and all entries since are the workbook.
 */
export function watchLog({ commands, workbook }: Engine, listener: (entry: LogEntry) => void): IDisposable {
  const unitId = workbook.getId();
  return commands.onMutationExecutedForCollab(({ id, params }, options) => {
    if (!isOf(unitId, params) || followsByItself(options)) return;
    listener(JSON.stringify({ id, params } satisfies IMutationInfo, named(unitId, ANY)));
  });
}

/** What stands in a log for the id that a workbook has in one engine alone. */
const ANY = "*";

/** Writes ids of workbooks anew, as JSON is written or read. */
function named(from: string, to: string) {
  return (key: string, value: unknown): unknown => (key === "unitId" && value === from ? to : value);
}

/** Mutations of the text in the cell editor are of other units, those that carry results of formulas name none. */
function isOf(unitId: string, params: object | undefined): params is object {
  return params !== undefined && "unitId" in params && params.unitId === unitId;
}

function followsByItself(options: IExecutionOptions | undefined): boolean {
  return options?.onlyLocal === true || options?.["applyFormulaCalculationResult"] === true || options?.["fromFormula"] === true;
}

/** The workbook as it stands; results of formulas are in it as far as they are calculated. */
export function takeSnapshot({ injector, workbook }: Engine): Snapshot {
  return JSON.stringify(injector.get(IResourceLoaderService).saveUnit<IWorkbookData>(workbook.getId()));
}

/** What an engine opens to go on from a snapshot. */
export function workbookOf(snapshot: Snapshot): Partial<IWorkbookData> {
  return JSON.parse(snapshot) as Partial<IWorkbookData>;
}

/** Carries out what a log says, in its order. Throws at an entry that this engine does not know or refuses; those before it are done. */
export function replay({ commands, workbook }: Engine, log: readonly LogEntry[]): void {
  const own = named(ANY, workbook.getId());
  for (const entry of log) {
    const { id, params } = JSON.parse(entry, own) as IMutationInfo;
    // nobody turns to a sheet because another hand added it
    if (!commands.syncExecuteCommand(id, params, { fromCollab: true })) throw new Error(`the workbook refused ${id}`);
  }
}

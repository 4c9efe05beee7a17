import { inContext, inExcel, isFailure, type About } from "./failures";

/** How what writes gets to a context: one of its own, or that of a group that it is part of. */
export type Writing = <T>(about: About, batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** One step of Excel's own undo for all that the batch writes, however many messages it sends. */
export const writing: Writing = (about, batch) => {
  if (!groupsUndo()) return inExcel(about, batch);
  return orAlone(() => inContext(about, () => Excel.run({ mergeUndoGroup: true }, batch)), about, batch);
};

/**
 * One step of Excel's own undo for all that is written by what `work` gets. Whoever deletes a sheet does it in a run of its own, since
 * Excel refuses that in a group.
 */
export function grouped<T>(work: (own: Writing) => Promise<T>): Promise<T> {
  if (!groupsUndo()) return work(inExcel);
  return inContext({}, () =>
    Excel.run({ mergeUndoGroup: true }, (context) =>
      work((about, batch) => orAlone(() => inContext(about, () => batch(context)), about, batch)),
    ),
  );
}

/** True for what Excel says of a call that its undo cannot take back, in a run that is to be one step of it. */
export function isUndoRefusal(error: unknown): boolean {
  return isFailure(error, "unknown") && error.data.code === "UndoNotSupported";
}

/** A batch that Excel refuses in a group is done by itself: what a batch has written is taken back when it fails. */
async function orAlone<T>(attempt: () => Promise<T>, about: About, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!isUndoRefusal(error)) throw error;
    return inExcel(about, batch);
  }
}

/** `mergeUndoGroup` came with this set; a client that does not know it passes over it. */
function groupsUndo(): boolean {
  return typeof Office !== "undefined" && Office.context.requirements.isSetSupported("ExcelApi", "1.20");
}

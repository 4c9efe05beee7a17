import { areaOf, parseArea } from "../address";
import { type ClassTable, hostObject, type HostObject, textArgument } from "../host-object";
import type { Session } from "../session";
import { applicationObject } from "./application";
import { namesObject } from "./names";
import { type EventRegistrations, worksheetsObject } from "./worksheets";

interface Self {
  readonly session: Session;
  readonly registrations: EventRegistrations;
}

const WORKBOOK: ClassTable<Self> = {
  name: "Workbook",
  scalars: { Name: { get: ({ session }) => session.engine.workbook.getName() } },
  parts: {
    Application: ({ session }) => applicationObject(session),
    Worksheets: ({ session, registrations }) => worksheetsObject(session, registrations),
    Names: ({ session }) => namesObject(session, null),
  },
  methods: {
    GetSelectedRange: ({ session }) => selection(session),
    GetSelectedRanges: ({ session }) => selections(session),
    GetActiveCell: ({ session }) => selection(session, true),
    _GetRangeForEventByReferenceId: ({ session }, args) => eventRange(session, textArgument(args, 0)),
    _GetRangeOrNullObjectForEventByReferenceId: ({ session }, args) => eventRange(session, textArgument(args, 0)),
    _RemoveReference: ({ session }, args) => session.release(textArgument(args, 0)),
    _RemoveAllReferences: ({ session }) => session.releaseAll(),
  },
};

/** What is selected on the sheet that is shown; its first cell where nothing is. */
function selection(session: Session, cellOnly = false): HostObject {
  const sheet = session.engine.workbook.getActiveSheet();
  const range = (cellOnly ? sheet.getActiveCell() : sheet.getActiveRange())?.getRange();
  const area = range ? areaOf(range) : { row: 0, col: 0, rows: 1, cols: 1 };
  return session.objects.range(session.range(sheet.getSheetId(), area));
}

/** All areas that are selected, in the order in which they were. */
function selections(session: Session): HostObject {
  const sheet = session.engine.workbook.getActiveSheet();
  const areas = (sheet.getSelection()?.getActiveRangeList() ?? []).map((range) => areaOf(range.getRange()));
  return session.objects.areas(sheet.getSheetId(), areas.length > 0 ? areas : [{ row: 0, col: 0, rows: 1, cols: 1 }]);
}

/** The cells that an event named by its `referenceId`; null where their sheet is gone. */
function eventRange(session: Session, referenceId: string): HostObject | null {
  const [sheetId = "", address = ""] = referenceId.split("!");
  const area = parseArea(address);
  return area && session.engine.workbook.getSheetBySheetId(sheetId) ? session.objects.range(session.range(sheetId, area)) : null;
}

export function workbookObject(session: Session, registrations: EventRegistrations): HostObject {
  return hostObject(WORKBOOK, { session, registrations });
}

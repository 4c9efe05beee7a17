import { generateRandomId, mergeWorksheetSnapshotWithDefault } from "@univerjs/core";
import { InsertSheetMutation } from "@univerjs/sheets";
import { NEW_SHEET } from "../../engine";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../failure";
import { type ClassTable, hostObject, type HostObject, optionalText, textArgument } from "../host-object";
import type { Session } from "../session";

interface Self {
  readonly session: Session;
  readonly registrations: EventRegistrations;
}

/** Which events the client listens to. */
export interface EventRegistrations {
  change(event: string, targetId: string, by: 1 | -1): void;
}

/** The target of an event of all sheets. */
export const SHEETS_TARGET = "Workbook";

const SHEETS: ClassTable<Self> = {
  name: "WorksheetCollection",
  items: ({ session }) => session.engine.workbook.getSheets().map((sheet) => session.objects.worksheet(sheet.getSheetId())),
  item: ({ session }, args) => {
    const key = textArgument(args, 0);
    const id = findSheet(session, key);
    if (id === null) throw itemNotFound(`worksheet ${key}`);
    return session.objects.worksheet(id);
  },
  methods: {
    Add: ({ session }, args) => addSheet(session, optionalText(args, 0)),
    GetItemOrNullObject: ({ session }, args) => {
      const id = findSheet(session, textArgument(args, 0));
      return id === null ? null : session.objects.worksheet(id);
    },
    GetActiveWorksheet: ({ session }) => session.objects.worksheet(session.engine.workbook.getActiveSheet().getSheetId()),
    GetCount: ({ session }, args) =>
      session.engine.workbook.getSheets().filter((sheet) => args[0] !== true || !sheet.isSheetHidden()).length,
    GetFirst: ({ session }) => {
      const first = session.engine.workbook.getSheets()[0];
      return first ? session.objects.worksheet(first.getSheetId()) : null;
    },
    _RegisterDataChangedEvent: ({ registrations }) => registrations.change("Changed", SHEETS_TARGET, 1),
    _UnregisterDataChangedEvent: ({ registrations }) => registrations.change("Changed", SHEETS_TARGET, -1),
    _RegisterAddedEvent: ({ registrations }) => registrations.change("Added", SHEETS_TARGET, 1),
    _UnregisterAddedEvent: ({ registrations }) => registrations.change("Added", SHEETS_TARGET, -1),
    _RegisterDeletedEvent: ({ registrations }) => registrations.change("Deleted", SHEETS_TARGET, 1),
    _UnregisterDeletedEvent: ({ registrations }) => registrations.change("Deleted", SHEETS_TARGET, -1),
  },
};

/** The id of a sheet, by id or by name without regard to case. */
export function findSheet(session: Session, key: string): string | null {
  const sheets = session.engine.workbook.getSheets();
  const found = sheets.find((sheet) => sheet.getSheetId() === key) ?? sheets.find((sheet) => sameName(sheet.getSheetName(), key));
  return found?.getSheetId() ?? null;
}

function sameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase("vi") === b.toLocaleLowerCase("vi");
}

/** Throws InvalidArgument for a name that Excel does not take, ItemAlreadyExists where another sheet has it. */
export function requireSheetName(session: Session, name: string, own: string | null): void {
  if (name === "" || name.length > 31 || /[[\]:*?/\\]/.test(name) || /^'|'$/.test(name) || /^history$/i.test(name))
    throw invalidArgument(`worksheet name ${name}`);
  const other = session.engine.workbook.getSheets().find((sheet) => sheet.getSheetId() !== own && sameName(sheet.getSheetName(), name));
  if (other) throw itemAlreadyExists(`worksheet ${name}`);
}

function addSheet(session: Session, wanted: string | undefined): HostObject {
  const name = wanted ?? freeName(session);
  requireSheetName(session, name, null);
  const id = generateRandomId(8);
  const sheet = mergeWorksheetSnapshotWithDefault({ id, name, rowCount: NEW_SHEET.rows, columnCount: NEW_SHEET.columns, cellData: {} });
  // the engine turns to a new sheet unless it comes from elsewhere; Excel stays where it is
  session.mutate(InsertSheetMutation.id, { index: session.engine.workbook.getSheets().length, sheet }, { fromCollab: true });
  return session.objects.worksheet(id);
}

function freeName(session: Session): string {
  const count = session.engine.workbook.getSheets().length;
  for (let n = count + 1; ; n++) if (findSheet(session, `Sheet${n}`) === null) return `Sheet${n}`;
}

export function worksheetsObject(session: Session, registrations: EventRegistrations): HostObject {
  return hostObject(SHEETS, { session, registrations });
}

import { parseSheetArea } from "../../../sheet";
import { parseArea, WHOLE_SHEET } from "../address";
import { usedArea } from "../cells";
import { invalidArgument, RichApiFailure } from "../failure";
import { type Argument, type ClassTable, countArgument, hostObject, type HostObject, optionalText } from "../host-object";
import type { Session } from "../session";
import { chartsObject } from "./charts";
import { commentsObject } from "./comments";
import { freezePanesObject } from "./freeze-panes";
import { findName, namesObject } from "./names";
import { pageBreaksObject, pageLayoutObject } from "./page-layout";
import { worksheetProtectionObject } from "./worksheet-protection";
import { showSheet } from "./range-actions";
import { flag, isColor } from "./styles";
import { type EventRegistrations, requireSheetName } from "./worksheets";

export interface SheetSelf {
  readonly session: Session;
  readonly sheetId: string;
  readonly registrations: EventRegistrations;
}

/** The embedded workbook takes no pictures. */
const SHAPES: ClassTable<SheetSelf> = { name: "ShapeCollection", methods: { GetCount: () => 0 } };

const SHEET: ClassTable<SheetSelf> = {
  name: "Worksheet",
  identity: ({ session, sheetId }) => ({ Id: session.sheet(sheetId).getSheetId() }),
  scalars: {
    Id: { get: ({ session, sheetId }) => session.sheet(sheetId).getSheetId() },
    Name: { get: ({ session, sheetId }) => session.sheet(sheetId).getSheetName(), set: rename },
    Position: {
      get: ({ session, sheetId }) => session.sheet(sheetId).getIndex(),
      set: ({ session, sheetId }, value) => {
        const count = session.engine.workbook.getSheets().length;
        if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value >= count) throw invalidArgument("position");
        session.change(() => session.engine.workbook.moveSheet(session.sheet(sheetId), value));
      },
    },
    Visibility: {
      get: ({ session, sheetId }) => (session.sheet(sheetId).isSheetHidden() ? "Hidden" : "Visible"),
      set: setVisibility,
    },
    TabColor: {
      get: ({ session, sheetId }) => session.sheet(sheetId).getTabColor() ?? "",
      set: ({ session, sheetId }, value) => {
        const color = value === "" ? "" : isColor(value, "tabColor");
        session.change(() => session.sheet(sheetId).setTabColor(color));
      },
    },
    ShowGridlines: { get: ({ session, sheetId }) => !session.sheet(sheetId).hasHiddenGridLines() },
    // the client writes showGridlines under this name
    Gridlines: {
      set: ({ session, sheetId }, value) =>
        void session.change(() => session.sheet(sheetId).setHiddenGridlines(!flag(value, "showGridlines"))),
    },
  },
  parts: {
    Charts: ({ session, sheetId }) => chartsObject(session, sheetId),
    Comments: ({ session, sheetId }) => commentsObject(session, sheetId),
    FreezePanes: ({ session, sheetId }) => freezePanesObject(session, sheetId),
    Names: ({ session, sheetId }) => namesObject(session, sheetId),
    PageLayout: ({ session, sheetId }) => pageLayoutObject(session, sheetId),
    Shapes: (self) => hostObject(SHAPES, self),
    Protection: ({ session, sheetId }) => worksheetProtectionObject(session, sheetId),
    HorizontalPageBreaks: ({ session, sheetId }) => pageBreaksObject(session, sheetId, "row"),
    VerticalPageBreaks: ({ session, sheetId }) => pageBreaksObject(session, sheetId, "col"),
  },
  methods: {
    Activate: ({ session, sheetId }) => showSheet(session, sheetId),
    Delete: deleteSheet,
    GetRange: getRange,
    GetCell: (self, args) => area(self, countArgument(args, 0), countArgument(args, 1), 1, 1),
    GetRanges: getRanges,
    GetRangeByIndexes: (self, args) =>
      area(self, countArgument(args, 0), countArgument(args, 1), countArgument(args, 2), countArgument(args, 3)),
    GetUsedRange: (self, args) => used(self, args) ?? area(self, 0, 0, 1, 1),
    GetUsedRangeOrNullObject: used,
    _RegisterDataChangedEvent: ({ registrations, sheetId }) => registrations.change("Changed", sheetId, 1),
    _UnregisterDataChangedEvent: ({ registrations, sheetId }) => registrations.change("Changed", sheetId, -1),
  },
};

function rename({ session, sheetId }: SheetSelf, value: unknown): void {
  if (typeof value !== "string") throw invalidArgument("name");
  requireSheetName(session, value, sheetId);
  session.change(() => session.sheet(sheetId).setName(value));
}

function setVisibility({ session, sheetId }: SheetSelf, value: unknown): void {
  if (value !== "Visible" && value !== "Hidden") throw invalidArgument("visibility");
  const sheet = session.sheet(sheetId);
  if (value === "Hidden") requireAnotherVisible(session, sheetId);
  session.change(() => (value === "Hidden" ? sheet.hideSheet() : sheet.showSheet()));
}

function deleteSheet({ session, sheetId }: SheetSelf): void {
  session.sheet(sheetId);
  requireAnotherVisible(session, sheetId);
  session.change(() => session.engine.workbook.deleteSheet(sheetId));
}

function requireAnotherVisible(session: Session, sheetId: string): void {
  const others = session.engine.workbook.getSheets().filter((sheet) => sheet.getSheetId() !== sheetId && !sheet.isSheetHidden());
  if (others.length === 0) throw new RichApiFailure("InvalidOperation", "A workbook must contain at least one visible worksheet.");
}

/** By address ("A1:B2", "B:C", "5:6"), by defined name, or nothing for the whole sheet. */
function getRange(self: SheetSelf, args: readonly Argument[]): HostObject {
  const address = optionalText(args, 0);
  const { session, sheetId } = self;
  if (address === undefined || address === "") return session.objects.range(session.range(sheetId, WHOLE_SHEET));
  const own = parseSheetArea(address);
  if (own && own.sheet !== session.sheet(sheetId).getSheetName()) throw invalidArgument(`address ${address}`);
  const found = own?.area ?? parseArea(address);
  if (found) return session.objects.range(session.range(sheetId, found));
  const named = findName(session, sheetId, address) ?? findName(session, null, address);
  const target = named?.target(session);
  if (!target || target.sheetId !== sheetId) throw invalidArgument(`address ${address}`);
  return session.objects.range(target);
}

/** Excel takes no longer list of addresses. */
const LONGEST_ADDRESS = 8192;

/** Several areas by their addresses, with "," or ";" between them. */
function getRanges({ session, sheetId }: SheetSelf, args: readonly Argument[]): HostObject {
  const address = optionalText(args, 0);
  if (address !== undefined && address.length > LONGEST_ADDRESS) throw invalidArgument("an address of more than 8192 characters");
  const areas = address === undefined ? [WHOLE_SHEET] : address.split(/[,;]/).map((part) => parseArea(part) ?? badAddress(part));
  session.peek(sheetId);
  return session.objects.areas(sheetId, areas);
}

function badAddress(address: string): never {
  throw invalidArgument(`address ${address}`);
}

function area({ session, sheetId }: SheetSelf, row: number, col: number, rows: number, cols: number): HostObject {
  if (rows < 1 || cols < 1 || row + rows > WHOLE_SHEET.rows || col + cols > WHOLE_SHEET.cols)
    throw invalidArgument("a range outside of the sheet");
  session.peek(sheetId);
  return session.objects.range(session.range(sheetId, { row, col, rows, cols }));
}

function used({ session, sheetId }: SheetSelf, args: readonly Argument[]): HostObject | null {
  const found = usedArea(session, sheetId, WHOLE_SHEET, args[0] !== true);
  return found && session.objects.range(session.range(sheetId, found));
}

export function worksheetObject(session: Session, sheetId: string, registrations: EventRegistrations): HostObject {
  return hostObject(SHEET, { session, sheetId, registrations });
}

import type { Area } from "../../../sheet";
import { contains } from "../../../sheet";
import { areaOf } from "../address";
import { apiNotFound, invalidArgument } from "../failure";
import type { Argument, HostObject } from "../host-object";
import type { RangeHandle, Session } from "../session";
import { isRecord, type Json } from "../wire";

interface Self {
  readonly session: Session;
  readonly handle: RangeHandle;
}

/** Excel lists no more merged areas than this. */
const MOST_MERGES = 512;

/** `Range.getRowProperties`: of each row what the options ask for; only whether it is hidden, and its number. */
export function rowProperties({ session, handle: { sheetId, area } }: Self, args: readonly Argument[]): Json {
  const model = session.model(sheetId);
  const count = model.getRowCount();
  return properties(args, area.row, area.rows, { rowHidden: (row) => row < count && !model.getRowVisible(row), rowIndex: (row) => row });
}

export function columnProperties({ session, handle: { sheetId, area } }: Self, args: readonly Argument[]): Json {
  const model = session.model(sheetId);
  const count = model.getColumnCount();
  return properties(args, area.col, area.cols, { columnHidden: (col) => col < count && !model.getColVisible(col), columnIndex: (col) => col });
}

function properties(args: readonly Argument[], first: number, count: number, known: Readonly<Record<string, (index: number) => Json>>): Json {
  const options = args[0];
  if (!isRecord(options)) throw invalidArgument("properties to be loaded");
  const wanted = Object.keys(options).filter((name) => options[name] === true);
  const readers = wanted.map((name) => [name, known[name] ?? unknownProperty(name)] as const);
  return Array.from({ length: count }, (_, at) => Object.fromEntries(readers.map(([name, read]) => [name, read(first + at)])));
}

function unknownProperty(name: string): never {
  throw apiNotFound(`property ${name} of rows or columns`);
}

/** `Range.getMergedAreasOrNullObject`: as Excel does, only the merges that begin in the range, and none at all where they are too many. */
export function mergedAreas({ session, handle: { sheetId, area } }: Self): HostObject | null {
  const merges: Area[] = session.model(sheetId).getMergeData().map(areaOf).filter((merge) => contains(area, merge));
  if (merges.length > MOST_MERGES) throw invalidArgument(`a range with more than ${MOST_MERGES} merged areas`);
  return merges.length === 0 ? null : session.objects.areas(sheetId, merges);
}

import { type Area, bounding, intersection, MAX_COLS, MAX_ROWS } from "../../../sheet";
import { areaAddress, fullAddress, isEntireColumn, isEntireRow } from "../address";
import { grid, readCells, spread, usedArea, writeContent, writeLooks } from "../cells";
import { apiNotFound, invalidArgument, itemNotFound } from "../failure";
import { type Argument, type ClassTable, countArgument, hostObject, type HostObject, objectArgument } from "../host-object";
import type { Looks } from "../pending-cells";
import type { RangeHandle, Session } from "../session";
import type { Json } from "../wire";
import { areaArgument } from "./area-argument";
import { copyFormulas } from "./copy-formulas";
import { columnHidden, rowHidden, setColumnHidden, setRowHidden } from "./hidden";
import { cellProperties, columnProperties, mergedAreas, rowProperties } from "./layout";
import { clearRange, deleteCells, insertCells, mergeRange, selectRange, unmergeRange } from "./range-actions";
import { conditionalFormatsObject } from "./conditional-formats";
import { dataValidationObject } from "./data-validation";
import { rangeFormatObject } from "./range-format";
import { numberFormats } from "./styles";

export interface RangeSelf {
  readonly session: Session;
  readonly handle: RangeHandle;
}

type Content = (self: RangeSelf) => Json;

/** Excel gives null for the cells of whole rows and columns. */
function cellwise(read: (self: RangeSelf) => Json): Content {
  return (self) => (isEntireColumn(self.handle.area) || isEntireRow(self.handle.area) ? null : read(self));
}

const values = cellwise(({ session, handle }) => grid(handle.area, readCells(session, handle.sheetId).value));
const formulas = cellwise(({ session, handle }) => grid(handle.area, readCells(session, handle.sheetId).formula));

const text = cellwise(({ session, handle: { sheetId, area } }) => {
  const model = session.model(sheetId);
  const reader = readCells(session, sheetId);
  return grid(area, (row, col) => (reader.value(row, col) === "" ? "" : String(model.getCell(row, col)?.v ?? reader.value(row, col))));
});

const valueTypes = cellwise(({ session, handle }) => {
  const reader = readCells(session, handle.sheetId);
  return grid(handle.area, (row, col) => valueType(reader.value(row, col), reader.calculated(row, col)));
});

const numberFormat = cellwise(({ session, handle: { sheetId, area } }) => grid(area, numberFormats(session.model(sheetId))));

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|CYCLE!|ERROR!)$/;

/** The name of a value's type in Excel's API; "#REF!" is an error only where a formula gave it. */
export function valueType(value: number | string | boolean, calculated: boolean): string {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return calculated && ERROR.test(value) ? "Error" : "String";
}

function setNumberFormat({ session, handle }: RangeSelf, value: Json): void {
  const entry = spread(handle.area, value);
  const known = new Map<Json, Looks>();
  writeLooks(session, handle, (row, col) => {
    const pattern = entry(row - handle.area.row, col - handle.area.col);
    const looks = known.get(pattern) ?? formatLooks(pattern);
    known.set(pattern, looks);
    return looks;
  });
}

function formatLooks(pattern: Json): Looks {
  if (pattern !== null && typeof pattern !== "string") throw invalidArgument("numberFormat");
  if (pattern === null) return { s: {} };
  return { s: { n: pattern === "General" ? null : { pattern } } };
}

function near(self: RangeSelf, area: Area): HostObject {
  const inside =
    area.row >= 0 &&
    area.col >= 0 &&
    area.rows > 0 &&
    area.cols > 0 &&
    area.row + area.rows <= MAX_ROWS &&
    area.col + area.cols <= MAX_COLS;
  if (!inside) throw invalidArgument("a range outside of the sheet");
  return rangeObject(self.session, self.session.range(self.handle.sheetId, area));
}

function wholeNumber(args: readonly Argument[], index: number): number {
  const value = args[index];
  if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument(`argument ${index + 1}`);
  return value;
}

function used(self: RangeSelf, args: readonly Argument[]): HostObject | null {
  const found = usedArea(self.session, self.handle.sheetId, self.handle.area, args[0] !== true);
  return found && near(self, found);
}

/** A range, or its address: what several methods of ranges take. */
function other(self: RangeSelf, args: readonly Argument[]): Area {
  const handle = objectArgument(args, 0, RANGE).handle;
  if (handle.sheetId !== self.handle.sheetId) throw invalidArgument("a range of another sheet");
  return handle.area;
}

/** A range of any sheet, or an address of the same one; only formulas (and constants as they are) can be copied. */
function copyFrom({ session, handle }: RangeSelf, args: readonly Argument[]): void {
  const [source, type = null, skipBlanks = null, transpose = null] = args;
  if (type !== "Formulas" || skipBlanks === true || transpose === true) throw apiNotFound("Range.copyFrom but of formulas as they stand");
  const from = typeof source === "string" ? session.range(handle.sheetId, areaArgument(args)) : objectArgument(args, 0, RANGE).handle;
  copyFormulas(session, from, handle);
}

export const RANGE: ClassTable<RangeSelf> = {
  name: "Range",
  calculated: true,
  identity: ({ handle }) => ({ _ReferenceId: handle.referenceId ?? "" }),
  scalars: {
    Address: { get: ({ session, handle }) => fullAddress(session.sheet(handle.sheetId).getSheetName(), handle.area) },
    CellCount: { get: ({ handle: { area } }) => (area.rows * area.cols > 2 ** 31 - 1 ? -1 : area.rows * area.cols) },
    ColumnCount: { get: ({ handle }) => handle.area.cols },
    ColumnIndex: { get: ({ handle }) => handle.area.col },
    RowCount: { get: ({ handle }) => handle.area.rows },
    RowIndex: { get: ({ handle }) => handle.area.row },
    IsEntireColumn: { get: ({ handle }) => isEntireColumn(handle.area) },
    IsEntireRow: { get: ({ handle }) => isEntireRow(handle.area) },
    ColumnHidden: { get: columnHidden, set: setColumnHidden },
    RowHidden: { get: rowHidden, set: setRowHidden },
    Values: { get: values, set: ({ session, handle }, value) => writeContent(session, handle, value) },
    Formulas: { get: formulas, set: ({ session, handle }, value) => writeContent(session, handle, value) },
    NumberFormat: { get: numberFormat, set: setNumberFormat },
    Text: { get: text },
    ValueTypes: { get: valueTypes },
  },
  parts: {
    Format: ({ session, handle }) => rangeFormatObject(session, handle),
    DataValidation: ({ session, handle }) => dataValidationObject(session, handle),
    ConditionalFormats: ({ session, handle }) => conditionalFormatsObject(session, handle.sheetId, [handle.area]),
    Worksheet: ({ session, handle }) => session.objects.worksheet(handle.sheetId),
  },
  methods: {
    CopyFrom: copyFrom,
    Clear: ({ session, handle }, args) => clearRange(session, handle, args[0]),
    Merge: ({ session, handle }, args) => mergeRange(session, handle, args[0] === true),
    Unmerge: ({ session, handle }) => unmergeRange(session, handle),
    Select: ({ session, handle }) => selectRange(session, handle),
    Insert: (self, args) => {
      insertCells(self.session, self.handle, args[0]);
      return near(self, self.handle.area);
    },
    Delete: ({ session, handle }, args) => deleteCells(session, handle, args[0]),
    GetBoundingRect: (self, args) => near(self, bounding(self.handle.area, other(self, args))),
    GetCell: (self, args) =>
      near(self, { row: self.handle.area.row + wholeNumber(args, 0), col: self.handle.area.col + wholeNumber(args, 1), rows: 1, cols: 1 }),
    GetCellProperties: cellProperties,
    GetColumnProperties: columnProperties,
    GetRowProperties: rowProperties,
    GetMergedAreasOrNullObject: mergedAreas,
    GetColumn: (self, args) => near(self, { ...self.handle.area, col: self.handle.area.col + wholeNumber(args, 0), cols: 1 }),
    GetRow: (self, args) => near(self, { ...self.handle.area, row: self.handle.area.row + wholeNumber(args, 0), rows: 1 }),
    GetEntireColumn: (self) => near(self, { ...self.handle.area, row: 0, rows: MAX_ROWS }),
    GetEntireRow: (self) => near(self, { ...self.handle.area, col: 0, cols: MAX_COLS }),
    GetIntersection: (self, args) => {
      const shared = intersection(self.handle.area, other(self, args));
      if (!shared) throw itemNotFound(`what ${areaAddress(self.handle.area)} shares with the other range`);
      return near(self, shared);
    },
    GetIntersectionOrNullObject: (self, args) => {
      const shared = intersection(self.handle.area, other(self, args));
      return shared && near(self, shared);
    },
    GetLastCell: (self) => near(self, last(self.handle.area, true, true)),
    GetLastColumn: (self) => near(self, last(self.handle.area, false, true)),
    GetLastRow: (self) => near(self, last(self.handle.area, true, false)),
    GetOffsetRange: (self, args) =>
      near(self, {
        ...self.handle.area,
        row: self.handle.area.row + wholeNumber(args, 0),
        col: self.handle.area.col + wholeNumber(args, 1),
      }),
    GetResizedRange: (self, args) =>
      near(self, {
        ...self.handle.area,
        rows: self.handle.area.rows + wholeNumber(args, 0),
        cols: self.handle.area.cols + wholeNumber(args, 1),
      }),
    GetAbsoluteResizedRange: (self, args) =>
      near(self, { ...self.handle.area, rows: countArgument(args, 0), cols: countArgument(args, 1) }),
    GetUsedRange: (self, args) => {
      const found = used(self, args);
      if (!found) throw itemNotFound(`used cells of ${areaAddress(self.handle.area)}`);
      return found;
    },
    GetUsedRangeOrNullObject: used,
    _KeepReference: ({ session, handle }) => session.keep(handle),
    _ValidateArraySize: ({ handle: { area } }, args) => {
      if (args[0] !== area.rows || args[1] !== area.cols)
        throw invalidArgument("the number of rows or columns in the input array doesn't match the size of the range");
    },
  },
};

function last(area: Area, row: boolean, col: boolean): Area {
  return {
    row: row ? area.row + area.rows - 1 : area.row,
    rows: row ? 1 : area.rows,
    col: col ? area.col + area.cols - 1 : area.col,
    cols: col ? 1 : area.cols,
  };
}

export function rangeObject(session: Session, handle: RangeHandle): HostObject {
  return hostObject(RANGE, { session, handle });
}

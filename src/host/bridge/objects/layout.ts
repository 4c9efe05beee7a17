import { WrapStrategy, type BorderStyleTypes, type IBorderData, type IStyleData } from "@univerjs/core";
import type { Area } from "../../../sheet";
import { contains } from "../../../sheet";
import { areaOf } from "../address";
import { grid } from "../cells";
import { invalidArgument } from "../failure";
import type { Argument, HostObject } from "../host-object";
import type { RangeHandle, Session } from "../session";
import type { Json } from "../wire";
import { lineName } from "./borders";
import { group, leaf, wantedProperties, type Property } from "./properties";
import { horizontalName, indentLevel, PIXELS_PER_POINT, verticalName } from "./range-format";

interface Self {
  readonly session: Session;
  readonly handle: RangeHandle;
}

/** Excel lists no more merged areas than this. */
const MOST_MERGES = 512;

/** `Range.getRowProperties`: of each row what the options ask for: whether it is hidden, its number, its height in points. */
export function rowProperties({ session, handle: { sheetId, area } }: Self, args: readonly Argument[]): Json {
  const model = session.model(sheetId);
  const count = model.getRowCount();
  const read = wantedProperties<number>(args, {
    rowHidden: leaf((row) => row < count && !model.getRowVisible(row)),
    rowIndex: leaf((row) => row),
    format: group({
      rowHeight: leaf((row) => (row < count && !model.getRowVisible(row) ? 0 : model.getRowHeight(row) / PIXELS_PER_POINT)),
    }),
  });
  return Array.from({ length: area.rows }, (_, at) => read(area.row + at));
}

/** `Range.getColumnProperties`: as for rows, and its width in points, which is 0 while it is hidden. */
export function columnProperties({ session, handle: { sheetId, area } }: Self, args: readonly Argument[]): Json {
  const model = session.model(sheetId);
  const count = model.getColumnCount();
  const isHidden = (col: number): boolean => col < count && !model.getColVisible(col);
  const read = wantedProperties<number>(args, {
    columnHidden: leaf(isHidden),
    columnIndex: leaf((col) => col),
    format: group({ columnWidth: leaf((col) => (isHidden(col) ? 0 : model.getColumnWidth(col) / PIXELS_PER_POINT)) }),
  });
  return Array.from({ length: area.cols }, (_, at) => read(area.col + at));
}

/** The style of a cell, and those of the cells beside it. */
type StyleNear = (down: number, right: number) => IStyleData;

/** A line between two cells is one line, whichever of them has it. */
const SIDES: Readonly<Record<string, (near: StyleNear) => BorderStyleTypes | undefined>> = {
  bottom: (near) => lineOf(near(0, 0), "b") ?? lineOf(near(1, 0), "t"),
  diagonalDown: (near) => lineOf(near(0, 0), "tl_br"),
  diagonalUp: (near) => lineOf(near(0, 0), "bl_tr"),
  horizontal: () => undefined,
  left: (near) => lineOf(near(0, 0), "l") ?? lineOf(near(0, -1), "r"),
  right: (near) => lineOf(near(0, 0), "r") ?? lineOf(near(0, 1), "l"),
  top: (near) => lineOf(near(0, 0), "t") ?? lineOf(near(-1, 0), "b"),
  vertical: () => undefined,
};

function lineOf({ bd }: IStyleData, side: keyof IBorderData): BorderStyleTypes | undefined {
  return bd ? bd[side]?.s : undefined;
}

const own = (read: (style: IStyleData) => Json): Property<StyleNear> => leaf((near) => read(near(0, 0)));

const CELL: Readonly<Record<string, Property<StyleNear>>> = {
  format: group({
    borders: (wanted) => {
      const sides = Object.entries(SIDES).map(([name, side]) => {
        const line = group<StyleNear>({ style: leaf((near) => lineName(side(near))) });
        return [name, line(wanted)] as const;
      });
      return (near) => Object.fromEntries(sides.map(([name, read]) => [name, read(near)]));
    },
    // as the bridge tells them of a range's format
    fill: group({ color: own((style) => style.bg?.rgb ?? "#FFFFFF") }),
    font: group({
      bold: own((style) => style.bl === 1), color: own((style) => style.cl?.rgb ?? "#000000"), italic: own((style) => style.it === 1),
      name: own((style) => style.ff ?? "Arial"), size: own((style) => style.fs ?? 11),
    }),
    horizontalAlignment: own(horizontalName),
    indentLevel: own(indentLevel),
    verticalAlignment: own(verticalName),
    wrapText: own((style) => style.tb === WrapStrategy.WRAP),
  }),
};

/** `Range.getCellProperties`: of each cell what the options ask for, of its own looks. */
export function cellProperties({ session, handle: { sheetId, area } }: Self, args: readonly Argument[]): Json {
  const model = session.model(sheetId);
  const read = wantedProperties(args, CELL);
  const styleAt = (row: number, col: number): IStyleData => (row < 0 || col < 0 ? {} : (model.getComposedCellStyle(row, col) ?? {}));
  return grid(area, (row, col) => read((down, right) => styleAt(row + down, col + right)));
}

/** `Range.getMergedAreasOrNullObject`: as Excel does, only the merges that begin in the range, and none at all where they are too many. */
export function mergedAreas({ session, handle: { sheetId, area } }: Self): HostObject | null {
  const merges: Area[] = session.model(sheetId).getMergeData().map(areaOf).filter((merge) => contains(area, merge));
  if (merges.length > MOST_MERGES) throw invalidArgument(`a range with more than ${MOST_MERGES} merged areas`);
  return merges.length === 0 ? null : session.objects.areas(sheetId, merges);
}

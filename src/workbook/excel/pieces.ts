import type { AreaWanted, ReadArea } from "../port";
import { isOpen } from "./areas";
import { MESSAGE_BYTES, messageBytes } from "./chunks";
import { lookBytes } from "./looks";

/** A part of a request; `index` is the request that it belongs to. */
export interface Piece extends Omit<ReadArea, "wanted"> {
  readonly index: number;
  readonly wanted: AreaWanted;
}

/** A cell comes as value and as formula; Vietnamese labels of some 25 characters in one cell of five make about this many bytes. */
const CELL_BYTES = 50;

/** The number format of a cell: "General", "#,##0.###". */
const FORMAT_BYTES = 12;

/** Whether a row is hidden: `{"rowHidden":false},` in a text inside a text. */
const ROW_BYTES = 25;

/** The address of what is used of an area. */
const PLACE_BYTES = 100;

/** How much of a message is set aside for an area whose used part is not known yet. */
const OPEN_BYTES = MESSAGE_BYTES / 20;

/** The first part of an area that needs several messages, of one message: it tells how large the rows are. */
const FIRST_SHARE = 1 / 10;

/** So many rows of what was read are weighed. */
const WEIGHED = 50;

export function needsFormats({ dates, looks }: AreaWanted): boolean {
  return dates || looks.includes("numberFormats");
}

/** What a piece takes of a message, in bytes, as far as that is known before: `content` is what the cells of a row take. */
export function bytesOf({ area, wanted }: Piece, content = 0): number {
  if (wanted.place) return PLACE_BYTES;
  const more = (needsFormats(wanted) ? FORMAT_BYTES : 0) + lookBytes(wanted.looks);
  if (isOpen(area)) return (OPEN_BYTES * (CELL_BYTES + more)) / CELL_BYTES;
  return area.rows * (Math.max(content, area.cols * CELL_BYTES) + area.cols * more + ROW_BYTES);
}

/** What the values and formulas of a row that was read take of a message: the mean of some of the rows. */
export function rowContent(values: readonly (readonly unknown[])[], formulas: readonly (readonly unknown[])[]): number {
  const step = Math.max(1, Math.floor(values.length / WEIGHED));
  const weighed = values.flatMap((row, at) => (at % step === 0 ? [[row, row.map((value, col) => formulas[at]?.[col] ?? value)]] : []));
  return messageBytes(weighed) / Math.max(1, weighed.length);
}

/**
 * The pieces in messages of at most `limit` bytes, in their order. An area that needs several begins with a small part, beside which others
 * have room: `content` is asked for what is known of the rows of a request by the time that a message is put together.
 */
export function* messagesOf(
  pieces: readonly Piece[], content: (index: number) => number | undefined, limit = MESSAGE_BYTES,
): Generator<readonly Piece[], void> {
  for (let left = pieces; left.length > 0; ) {
    const [group, later]: [Piece[], Piece[]] = [[], []];
    let room = limit;
    let full = false;
    for (const piece of left) {
      const known = content(piece.index);
      const bytes = bytesOf(piece, known);
      const isCut = bytes > limit && piece.area.rows > 1 && !isOpen(piece.area) && !piece.wanted.place;
      const most = isCut && known === undefined ? Math.min(room, limit * FIRST_SHARE) : room;
      const rows = isCut ? Math.floor((piece.area.rows * most) / bytes) : bytes <= room ? piece.area.rows : 0;
      full ||= rows <= 0 && group.length > 0;
      if (full) {
        later.push(piece);
        continue;
      }
      const [now = piece, ...rest] = isCut ? split(piece, Math.max(1, rows)) : [piece];
      group.push(now);
      room -= bytesOf(now, known);
      later.push(...rest);
      full = rest.length > 0 && known !== undefined;
    }
    yield group;
    left = later;
  }
}

/** The first rows, and the others. */
function split(piece: Piece, rows: number): [Piece, Piece] {
  const { area } = piece;
  return [
    { ...piece, area: { ...area, rows } },
    { ...piece, area: { ...area, row: area.row + rows, rows: area.rows - rows } },
  ];
}

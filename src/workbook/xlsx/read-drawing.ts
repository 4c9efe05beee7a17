import { WorkbookFailure } from "../port";
import { readXml, type Attributes } from "./xml-events";

/** A picture of a table covers so many rows and columns, or so much of a page (EMU, 360,000 a centimetre); a logo does not. */
const [FEWEST_ROWS, FEWEST_COLS] = [10, 4];
const [FEWEST_HIGH, FEWEST_WIDE] = [5 * 360_000, 7 * 360_000];

/** What lies on a sheet for its own sake: pictures, and frames of charts and of other programs' objects. */
const DRAWN = ["pic", "graphicFrame"];

/**
 * Whether a drawing part has a picture or chart that takes the room of a table; `any`: of whatever size. One that is broken has none: the
 * cells are there all the same.
 */
export function isDrawn(part: string, bytes: Uint8Array, any: boolean): boolean {
  try {
    return holdsPicture(part, bytes, any);
  } catch (error) {
    if (error instanceof WorkbookFailure) return false;
    throw error;
  }
}

function holdsPicture(part: string, bytes: Uint8Array, any: boolean): boolean {
  let found = false;
  let isLarge = false;
  let inside: "from" | "to" | null = null;
  let axis: "row" | "col" | null = null;
  let corners = { from: { row: 0, col: 0 }, to: { row: 0, col: 0 } };
  readXml(part, bytes, {
    open(tag, attributes) {
      if (tag.endsWith("Anchor")) {
        isLarge = false;
        corners = { from: { row: 0, col: 0 }, to: { row: 0, col: 0 } };
      } else if (tag === "from" || tag === "to") inside = tag;
      else if (inside && (tag === "row" || tag === "col")) axis = tag;
      else if (tag === "ext") isLarge ||= isWide(attributes);
      else if (DRAWN.includes(tag)) found ||= any || isLarge || spans(corners);
    },
    text(text) {
      if (inside && axis) corners[inside][axis] = Number(text);
    },
    close(tag) {
      if (tag === inside) inside = null;
      if (tag === axis) axis = null;
    },
  });
  return found;
}

function isWide({ cx, cy }: Attributes): boolean {
  return Number(cx) >= FEWEST_WIDE && Number(cy) >= FEWEST_HIGH;
}

type Corner = Readonly<Record<"row" | "col", number>>;

function spans({ from, to }: { readonly from: Corner; readonly to: Corner }): boolean {
  return to.row - from.row >= FEWEST_ROWS && to.col - from.col >= FEWEST_COLS;
}

import { WorkbookFailure } from "../../port";
import { prefixedAttribute, readXml } from "../xml-events";
import type { ChartFrame } from "./chart-dress";
import type { LeftBehind } from "./left-behind";

/** What lies on a sheet: frames of charts, and what no page of ours shows. */
export interface DrawingDress {
  readonly frames: readonly ChartFrame[];
  readonly left: ReadonlySet<LeftBehind>;
}

const DRAWN: ReadonlyMap<string, LeftBehind> = new Map([
  ["pic", "pictures"], ["sp", "shapes"], ["cxnSp", "shapes"], ["grpSp", "shapes"], ["contentPart", "shapes"],
]);

type Corner = Record<"row" | "col" | "rowOff" | "colOff", number>;
const START: Corner = { row: 0, col: 0, rowOff: 0, colOff: 0 };

/** Reads a drawing part; a broken one tells of shapes, since nobody can tell of which. */
export function readDrawing(part: string, bytes: Uint8Array): DrawingDress {
  const left = new Set<LeftBehind>();
  const frames: ChartFrame[] = [];
  let corners: { from: Corner; to: Corner | null } = { from: { ...START }, to: null };
  let inside: "from" | "to" | null = null;
  let piece: keyof Corner | null = null;
  let grouped = 0;
  let [name, alt, relation]: [string, string, string | null] = ["", "", null];
  const endFrame = (): void => {
    const { from, to } = corners;
    // diagrams and the like come in frames, too
    if (relation === null) left.add("shapes");
    else if (!to || grouped > 0) left.add("charts");
    else {
      // a cell that is covered in part is covered
      const size = (axis: "row" | "col"): number => Math.max(1, to[axis] - from[axis] + (to[`${axis}Off`] > 0 ? 1 : 0));
      frames.push({ relation, name, alt, at: { row: from.row, col: from.col, rows: size("row"), cols: size("col") } });
    }
  };
  try {
    readXml(part, bytes, {
      open(tag, attributes) {
        const kind = DRAWN.get(tag);
        if (kind) left.add(kind);
        if (tag === "grpSp") grouped += 1;
        else if (tag.endsWith("Anchor")) corners = { from: { ...START }, to: null };
        else if (tag === "from" || tag === "to") {
          inside = tag;
          corners = { ...corners, [tag]: { ...START } };
        } else if (inside && tag in START) piece = tag as keyof Corner;
        else if (tag === "graphicFrame") [name, alt, relation] = ["", "", null];
        else if (tag === "cNvPr") [name, alt] = [attributes.name ?? "", attributes.descr ?? ""];
        else if (tag === "chart") relation = prefixedAttribute(attributes, "id") ?? "";
      },
      text(text) {
        const corner = inside && corners[inside];
        if (corner && piece) corner[piece] = Number(text);
      },
      close(tag) {
        if (tag === inside) inside = null;
        if (tag === piece) piece = null;
        if (tag === "grpSp") grouped -= 1;
        if (tag === "graphicFrame") endFrame();
      },
    });
  } catch (error) {
    if (!(error instanceof WorkbookFailure)) throw error;
    left.add("shapes");
  }
  return { frames, left };
}

/** Buttons, boxes and pictures of old that lie beside the boxes of notes, in a part of VML, which need not be whole XML. */
export function leftOfVml(bytes: Uint8Array): Set<LeftBehind> {
  const types = [...new TextDecoder().decode(bytes).matchAll(/\bObjectType=["'](\w+)["']/g)].map(([, type]) => type);
  return new Set(types.flatMap((type) => (type === "Note" ? [] : [type === "Pict" ? ("pictures" as const) : ("shapes" as const)])));
}

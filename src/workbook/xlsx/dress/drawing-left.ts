import { WorkbookFailure } from "../../port";
import { readXml } from "../xml-events";
import type { LeftBehind } from "./left-behind";

const DRAWN: ReadonlyMap<string, LeftBehind> = new Map([
  ["pic", "pictures"], ["sp", "shapes"], ["cxnSp", "shapes"], ["grpSp", "shapes"], ["contentPart", "shapes"],
]);

/** What lies on a sheet, of a drawing part; a broken one tells of shapes, since nobody can tell of which. */
export function leftOfDrawing(part: string, bytes: Uint8Array): Set<LeftBehind> {
  const left = new Set<LeftBehind>();
  let isChart = false;
  try {
    readXml(part, bytes, {
      open(tag) {
        const kind = DRAWN.get(tag);
        if (kind) left.add(kind);
        else if (tag === "graphicFrame") isChart = false;
        else if (tag === "chart") isChart = true;
      },
      close(tag) {
        // diagrams and the like come in frames, too
        if (tag === "graphicFrame") left.add(isChart ? "charts" : "shapes");
      },
    });
  } catch (error) {
    if (!(error instanceof WorkbookFailure)) throw error;
    left.add("shapes");
  }
  return left;
}

/** Buttons, boxes and pictures of old that lie beside the boxes of notes, in a part of VML, which need not be whole XML. */
export function leftOfVml(bytes: Uint8Array): Set<LeftBehind> {
  const types = [...new TextDecoder().decode(bytes).matchAll(/\bObjectType=["'](\w+)["']/g)].map(([, type]) => type);
  return new Set(types.flatMap((type) => (type === "Note" ? [] : [type === "Pict" ? ("pictures" as const) : ("shapes" as const)])));
}

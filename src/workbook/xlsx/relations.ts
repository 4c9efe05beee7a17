import { readRelations as relationsIn, type Parts, type Relation } from "../../bytes";
import { failing } from "./failures";

export type { Relation } from "../../bytes";

/** The relations of a part ("" for the package) by id; see the room of bytes. Throws WorkbookFailure "unreadable-file". */
export function readRelations(parts: Parts, source: string, mode?: "Internal" | "External"): Map<string, Relation> {
  return failing(() => relationsIn(parts, source, mode));
}

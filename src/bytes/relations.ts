import { partName, type Parts } from "./archive";
import { readXml } from "./xml-events";

export interface Relation {
  readonly type: string;
  readonly target: string;
}

/** The relations of a part ("" for the package) by id; those to things outside, which are never fetched, only where they are asked for. */
export function readRelations(parts: Parts, source: string, mode: "Internal" | "External" = "Internal"): Map<string, Relation> {
  const folder = source.slice(0, source.lastIndexOf("/") + 1);
  const part = `${folder}_rels/${source.slice(folder.length)}.rels`;
  const bytes = parts.get(part);
  const relations = new Map<string, Relation>();
  if (!bytes) return relations;
  readXml(part, bytes, {
    open(tag, { Id, Type, Target, TargetMode }) {
      if (tag !== "Relationship" || !Id || !Type || !Target || (TargetMode ?? "Internal") !== mode) return;
      // Transitional and strict files differ in all of the type but its last word.
      relations.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), target: mode === "External" ? Target : resolve(folder, Target) });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (/^[/\\]/.test(target) ? target : folder + target).replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return partName(steps.join("/"));
}

import type { Area, DefinedName, SheetSpec } from "../../sheet";
import { areaToAbsoluteA1, parseSheetArea, quoteSheet } from "../../sheet";

/** How Excel compares names of sheets and cells: without case. */
export function nameKey(name: string): string {
  return name.normalize("NFC").toLocaleLowerCase("vi");
}

/** What a defined name refers to, as Excel takes and gives it: "='Biểu 1'!$A$5:$K$20". */
export function refersTo(sheet: string, area: Area): string {
  return `=${quoteSheet(sheet)}!${areaToAbsoluteA1(area)}`;
}

/** A defined name that refers to one area; null for constants, lists of areas and #REF!. */
export function definedName(name: string, scope: string | null, formula: unknown): DefinedName | null {
  const area = typeof formula === "string" ? parseSheetArea(formula) : null;
  return area && { name, scope, refersTo: area };
}

/** True for a name whose cells are gone; `sheets`: the sheets that are there, as `nameKey` has them. */
export function isDead(formula: unknown, sheets: ReadonlySet<string>): boolean {
  if (typeof formula !== "string") return false;
  const target = parseSheetArea(formula);
  return target ? !sheets.has(nameKey(target.sheet)) : formula.includes("#REF!");
}

/** The names that a workbook has: a new sheet or a new defined name must have none of them. */
export interface Taken {
  readonly sheets: readonly string[];
  readonly names: readonly string[];
}

/** The first sheet or defined name of the specs that is there already, or comes twice among them; null when all are free. */
export function takenName(specs: readonly SheetSpec[], taken: Taken): string | null {
  const sheets = new Set(taken.sheets.map(nameKey));
  const names = new Set(taken.names.map(nameKey));
  for (const spec of specs) {
    for (const [name, there] of [[spec.name, sheets] as const, ...spec.names.map((own) => [own.name, names] as const)]) {
      if (there.has(nameKey(name))) return name;
      there.add(nameKey(name));
    }
  }
  return null;
}

import type { FormRule } from "../form-rules";
import type { TemplateTable } from "./model";

/** A rule by the places of its lines and columns, from 0. */
export interface RuleByPlaces {
  /** "column": lines add up within a column; "row": columns within a line. */
  readonly axis: "column" | "row";
  readonly op: "sum" | "difference" | "product" | "ratio";
  readonly total: number;
  readonly parts: readonly number[];
  readonly added?: number;
  readonly factor?: number;
  readonly growth?: true;
  /** Where it holds: places of columns (axis "column") or lines; everywhere, but for columns of shares, where it is not given. */
  readonly in?: readonly number[];
}

type Ids = { readonly [K in "lines" | "columns"]: readonly { readonly id: string }[] };

/** A rule of places by the ids of its lines and columns, as formulas hold it. */
export function namedRule({ axis, op, total, parts, added, factor, growth, in: where }: RuleByPlaces, { lines, columns }: Ids): FormRule {
  const [own, other] = axis === "column" ? [lines, columns] : [columns, lines];
  const name = (list: Ids["lines"], place: number): string => list[place]?.id ?? "";
  return {
    over: axis === "column" ? "lines" : "columns",
    op,
    total: name(own, total),
    parts: parts.map((part) => name(own, part)),
    ...(added === undefined ? {} : { added }),
    ...(factor === undefined ? {} : { factor }),
    ...(growth ? { growth } : {}),
    ...(where ? { when: { [axis === "column" ? "columns" : "lines"]: where.map((place) => name(other, place)) } } : {}),
    from: "formula",
    sure: 1,
  };
}

/** The rules of a table that formulas can hold, by places; what names a line or column that is not there is left out. */
export function placedRules({ rules, lines, columns }: Pick<TemplateTable, "rules" | "lines" | "columns">): RuleByPlaces[] {
  const placesOf = (list: Ids["lines"]): ReadonlyMap<string, number> => new Map(list.map(({ id }, place) => [id, place]));
  const places = { lines: placesOf(lines), columns: placesOf(columns) };
  return rules.flatMap(({ over, op, total, parts, added, factor, growth, when }): RuleByPlaces[] => {
    if (op === "same" || op === "of-which") return [];
    const [own, other] = over === "lines" ? [places.lines, places.columns] : [places.columns, places.lines];
    const at = own.get(total);
    const found = parts.map((part) => (typeof part === "string" ? own.get(part) : undefined));
    if (at === undefined || !found.every((part) => part !== undefined)) return [];
    const named = over === "lines" ? when?.columns : when?.lines;
    const except = new Set(when?.except);
    const inYears = over === "lines" && when?.years ? new Set(when.years) : null;
    const isSome = named !== undefined || except.size > 0 || inYears !== null;
    const where = [...other].flatMap(([id, place]) => {
      const isNamed = named === undefined || named.includes(id);
      const year = columns[place]?.year ?? null;
      return isNamed && !except.has(id) && (!inYears || (year !== null && inYears.has(year))) ? [place] : [];
    });
    return [
      {
        axis: over === "lines" ? "column" : "row",
        op,
        total: at,
        parts: found,
        ...(added === undefined || added === 1 ? {} : { added }),
        ...(factor === undefined ? {} : { factor }),
        ...(growth ? { growth } : {}),
        ...(isSome ? { in: where } : {}),
      },
    ];
  });
}

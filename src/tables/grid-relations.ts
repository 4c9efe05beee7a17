import { isAddition, LONG_NUMBER, relationHolds } from "./gaps";
import { gridOf } from "./amount-grid";
import { BELIEVED } from "./certainty";
import type { GridCell, GridRelation } from "./grid-relation";
import type { OtherColumn } from "./other-columns";
import { isNumber, relationKey, type OtherLine, type OtherTable, type Question, type TypedCell } from "./table";

/** What is checked of a table, and what is asked. */
export interface Told {
  readonly relations: readonly Question[];
  readonly questions: readonly Question[];
}

/** What the numbers of a table let be checked of what is believed of its cells, and what a person has to say; made when first asked for. */
export function toldIn(
  believed: readonly GridRelation[], rows: readonly OtherLine[], columnAt: (place: number) => OtherColumn | undefined,
): () => Told {
  let made: Told | null = null;
  return () => (made ??= split(believed.flatMap(relationMaker(rows, columnAt))));
}

/** The table with something else believed of its cells: the same lines, columns and numbers. */
export function withRelations(
  table: OtherTable, believed: readonly GridRelation[], more: Partial<Pick<OtherTable, "form" | "key">> = {},
): OtherTable {
  const columns = new Map(table.columns.map((column) => [column.col - table.area.col, column]));
  const told = toldIn(believed, table.rows, (place) => columns.get(place));
  const made = Object.create(null, {
    ...Object.getOwnPropertyDescriptors(table),
    ...Object.getOwnPropertyDescriptors({
      ...more, believed,
      get relations() {
        return told().relations;
      },
      get questions() {
        return told().questions;
      },
      get holds() {
        return told().questions.length === 0 && told().relations.every(relationHolds);
      },
    }),
  }) as OtherTable;
  gridOf.give(made, gridOf(table));
  return made;
}

function relationMaker(
  rows: readonly OtherLine[], columnAt: (place: number) => OtherColumn | undefined,
): (one: GridRelation) => Question[] {
  const counts = new Map<string, number>();
  const cell = ([line, column]: GridCell): TypedCell | undefined => {
    const id = columnAt(column)?.id;
    return id === undefined ? undefined : rows[line]?.cells.get(id);
  };
  const zeros = new Map<TypedCell, TypedCell>();
  const filled = (one: TypedCell | undefined): TypedCell | undefined => {
    if (one?.state !== "blank") return one;
    const zero = zeros.get(one) ?? { at: one.at, formula: one.formula, state: "number", value: 0, none: true };
    zeros.set(one, zero);
    return zero;
  };
  return ({ op, axis, from, sure, factor, rounded, growth, slack, stated, added = 1, total: [line, at], parts }) => {
    const read = stated?.blanks === "zero" ? (one: GridCell) => filled(cell(one)) : cell;
    const [row, column, total] = [rows[line], columnAt(at), read([line, at])];
    const found = parts.map(read);
    if (!row || !column || !isShort(total) || !found.every((part) => part?.state === "blank" || isShort(part))) return [];
    const numbers = found.filter(isNumber);
    if (stated?.blanks === "skip" && numbers.length < parts.length) return [];
    // of a product or ratio none may be missing, and of a difference not what the others are taken from
    const taken = found.slice(0, added).filter(isNumber).length;
    const isWhole = isAddition({ op }) || (op === "difference" && taken > 0);
    if (numbers.length === 0 || (!isWhole && numbers.length < parts.length)) return [];
    const words = ([line]: GridCell): string => rows[line]?.label ?? "";
    const [first] = parts;
    const about = `${op} ${first ? (axis === "column" ? (rows[first[0]]?.key ?? "") : (columnAt(first[1])?.id ?? "")) : ""}`;
    const key = relationKey(axis, column, row.key, about);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const most = stated?.tolerance ?? slack;
    return [
      {
        op, axis, from, sure, column, total,
        ...(factor === undefined ? {} : { factor }),
        ...(rounded ? { rounded } : {}),
        ...(growth ? { growth } : {}),
        ...(most === undefined ? {} : { slack: most }),
        ...(op === "difference" && taken > 1 ? { added: taken } : {}),
        ...(stated ? { stated } : {}),
        parts: numbers,
        over: axis === "column" ? "lines" : "columns",
        labels: {
          total: words([line, at]),
          // asked for by few, of thousands of parts
          get parts() {
            return parts.map(words).join(", ");
          },
        },
        about,
        question: `${axis}/${axis === "column" ? row.key : column.id}/${about}`,
        get all() {
          return parts.flatMap((part) => cell(part)?.at ?? []);
        },
        key: count === 1 ? key : `${key} #${count}`,
        partial: numbers.length < parts.length || stated?.incomplete === true,
      },
    ];
  };
}

function isShort(cell: TypedCell | undefined): cell is TypedCell & { readonly state: "number" } {
  return isNumber(cell) && Math.abs(cell.value) < LONG_NUMBER;
}

/**
 * Nobody is asked whether what holds is so. What a formula states otherwise is its own matter, unless the form, or people, say what belongs
 * there.
 */
function split(all: readonly Question[]): Told {
  const found = { relations: new Array<Question>(), questions: new Array<Question>() };
  for (const relation of all) {
    const holds = relationHolds(relation);
    const isSaid = relation.from === "formula" || relation.from === "rule-row" || relation.stated !== undefined;
    if (!holds && relation.total.formula !== null && !isSaid) continue;
    if (relation.sure >= BELIEVED) found.relations.push(relation);
    else if (!holds) found.questions.push(relation);
  }
  return found;
}

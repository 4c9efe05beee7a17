import { bareText, readMoneyUnit, toDong } from "../quantity";
import {
  isAddition, relationHolds, toldIn, withRelations, type FormFit, type GridCell, type GridRelation, type OtherTable, type Stated,
} from "../tables";
import type { Form, FormColumnRule, FormCondition, FormLine, FormRule } from "./form-rules";
import { formColumns, matchColumns, type FormColumn } from "./match-columns";
import { formLines, matchLines } from "./match-lines";
import { columnByPlace, tracksOf } from "./tracks";

/** A form has to find so many of its lines and columns in a table to be that of the table. */
const LEAST = 0.5;

/**
 * The table with what the rules of its form say of its cells, in place of what is believed of them, or beside it; the same table where none
 * of the forms is its own.
 */
export function withFormRules(table: OtherTable, forms: readonly Form[]): OtherTable {
  const all = forms.map((form) => ({ form, found: findForm(form, table) })).filter(({ found }) => found.share >= LEAST);
  const title = bareText(table.title?.text ?? "");
  const isCalled = ({ form }: (typeof all)[number]): number => Number(title !== "" && bareText(form.title) === title);
  const [best] = [...all].sort((a, b) => b.found.share - a.found.share || isCalled(b) - isCalled(a));
  return best ? put(table, best.form, best.found) : table;
}

/**
 * Puts the rules of a form to a table that is known to be of it; `columns`: where its columns are known to stand, by their ids; `key`: what
 * findings know the table by.
 */
export function withRulesOf(
  table: OtherTable, form: Form, { columns, key }: { readonly columns?: ReadonlyMap<string, number>; readonly key?: string } = {},
): OtherTable {
  return put(table, form, findForm(form, table, columns), key);
}

/** Where the lines and columns of a form are in a table: places in `rows`, and columns counted from the first of its area. */
interface Found {
  readonly lines: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
  /** Lines and columns of the table that are none of the form's. */
  readonly newLines: ReadonlySet<number>;
  readonly newColumns: ReadonlySet<number>;
  /** How much of the form was found, from 0 to 1. */
  readonly share: number;
}

function findForm(form: Form, table: OtherTable, known?: ReadonlyMap<string, number>): Found {
  const ofLine = linesIn(form.lines, table);
  const own = formColumns(table);
  const ofColumn = matchColumns(form.columns.map(asColumn), own).ofA;
  const lines = new Map(form.lines.flatMap(({ id }, at): [string, number][] => (ofLine[at] === -1 ? [] : [[id, ofLine[at] ?? -1]])));
  const columns = new Map(
    form.columns.flatMap(({ id }, at): [string, number][] => {
      const col = known ? known.get(id) : own[ofColumn[at] ?? -1]?.col;
      return col === undefined ? [] : [[id, col - table.area.col]];
    }),
  );
  const [taken, used] = [new Set(lines.values()), new Set(columns.values())];
  const all = form.lines.length + form.columns.length;
  return {
    lines, columns,
    newLines: new Set([...table.rows.keys()].filter((line) => !taken.has(line))),
    newColumns: new Set(table.columns.map(({ col }) => col - table.area.col).filter((place) => !used.has(place))),
    share: all === 0 ? 0 : (lines.size + columns.size) / all,
  };
}

function asColumn({ head, year, unit }: FormColumnRule, at: number): FormColumn {
  return { col: at, head, year, unit, id: "" };
}

/** Of each line of the form the line of the table, -1 for none: a table that says the same line by line is the form as it was written. */
function linesIn(lines: readonly FormLine[], table: OtherTable): Int32Array {
  const places = new Map(lines.map(({ id }, at) => [id, at]));
  const a = lines.map(({ number, code, label, under }) => ({
    number, code, label,
    parent: under === null ? null : (places.get(under) ?? null),
  }));
  const b = formLines(table);
  const isSame =
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return one.number === other?.number && one.label === other.label && one.code === other.code && one.parent === other.parent;
    });
  return isSame ? Int32Array.from(a.keys()) : matchLines(a, b).ofA;
}

function put(table: OtherTable, form: Form, found: Found, key = table.key): OtherTable {
  const missing = new Map<string, FormFit["missing"][number]>();
  const lose = (of: "line" | "column", id: string): void => {
    const words = of === "line" ? lineWords(form.lines.find((one) => one.id === id)) : form.columns.find((one) => one.id === id)?.head;
    missing.set(`${of} ${id}`, { of, words: words || id });
  };
  const stated = form.rules.flatMap((rule, at) => relationsOf({ table, form, found, lose }, rule, `form ${at}`));
  const about = ({ axis, total }: GridRelation): string => `${axis} ${total.join()}`;
  const said = new Set(stated.map(about));
  const beside = form.complete ? [] : table.believed.filter((one) => !said.has(about(one)));
  return withRelations(table, [...beside, ...stated], { key, form: { title: form.title, missing: [...missing.values()] } });
}

function lineWords(line: FormLine | undefined): string {
  return [line?.number, line?.label || line?.code].filter(Boolean).join(" ");
}

interface Putting {
  readonly table: OtherTable;
  readonly form: Form;
  readonly found: Found;
  readonly lose: (of: "line" | "column", id: string) => void;
}

/** What a rule says in each column, or line, in which it holds. */
function relationsOf(putting: Putting, rule: FormRule, pattern: string): GridRelation[] {
  const { table, found, lose } = putting;
  const { over, op, total, sure, from, added, factor, growth, rounded, slack } = rule;
  const [axis, of] = over === "lines" ? (["column", "line"] as const) : (["row", "column"] as const);
  const placeIn = (own: "line" | "column", id: string): number | null => {
    const place = (own === "line" ? found.lines : found.columns).get(id);
    if (place === undefined) lose(own, id);
    return place ?? null;
  };
  const at = placeIn(of, total);
  const isFree = isAddition({ op });
  const parts = rule.parts.map((part): Part | null => {
    if (typeof part === "string") {
      const place = placeIn(of, part);
      return place === null ? null : { place };
    }
    const [line, column] = [placeIn("line", part.line), placeIn("column", part.column)];
    return line === null || column === null ? null : { cell: [line, column] };
  });
  const known = parts.filter((part) => part !== null);
  if (at === null || known.length === 0 || (!isFree && known.length < parts.length)) return [];
  const isMissing = known.length < parts.length;
  const tracks = conditioned(putting, rule, tracksOf(table, axis, op));
  const build = (some: readonly Part[], incomplete: boolean): GridRelation[] => {
    const own = statedOf(putting, rule, incomplete);
    return tracks.map((track): GridRelation => {
      const cell = (place: number): GridCell => (axis === "column" ? [place, track] : [track, place]);
      return {
        axis, op, from, sure, pattern,
        total: cell(at),
        parts: some.map((part) => ("cell" in part ? part.cell : cell(part.place))),
        ...(added === undefined ? {} : { added }),
        ...(factor === undefined ? {} : { factor }),
        ...(growth ? { growth } : {}),
        ...(rounded ? { rounded } : {}),
        ...(slack === undefined ? {} : { slack }),
        ...(own ? { stated: own } : {}),
      };
    });
  };
  const more = isFree ? joining(putting, rule, at, known) : { places: [], likely: false };
  const without = build(known, isMissing);
  if (more.places.length === 0) return without;
  const all = [...known, ...more.places.map((place) => ({ place }))].sort((a, b) => placeOf(a) - placeOf(b));
  // the numbers say whether what nobody has named counts; a line beside the others does unless they say otherwise
  const [failing, left] = [failed(table, build(all, isMissing)), failed(table, without)];
  const isIn = more.likely ? failing <= left : failing < left;
  return build(isIn ? all : known, isMissing || (failing > 0 && left > 0));
}

type Part = { readonly place: number } | { readonly cell: GridCell };

const placeOf = (part: Part): number => ("cell" in part ? -1 : part.place);

/** How many of the relations the numbers speak against. */
function failed(table: OtherTable, all: readonly GridRelation[]): number {
  const told = toldIn(all, table.rows, columnByPlace(table))();
  return [...told.relations, ...told.questions].filter((one) => !relationHolds(one)).length;
}

/** Places that may count among the parts of a sum; `likely`: unless the numbers say otherwise. */
interface Joining {
  readonly places: readonly number[];
  readonly likely: boolean;
}

/**
 * Lines, or columns, that the form does not know and that stand between the parts of a sum; where all that lies under one line counts,
 * anywhere under that. A line under one of the parts may be a detail of it.
 */
function joining({ table, found }: Putting, { over, op }: FormRule, total: number, parts: readonly Part[]): Joining {
  const { rows } = table;
  const places = parts.map(placeOf).filter((place) => place !== -1);
  if (places.length < parts.length || op === "same") return { places: [], likely: false };
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const isBetween = (place: number): boolean => place > first && place < last && place !== total;
  if (over === "columns") {
    const columnAt = columnByPlace(table);
    return { places: [...found.newColumns].filter((place) => isBetween(place) && columnAt(place)?.use === "amount"), likely: false };
  }
  const own = new Set(places);
  const above = (place: number): number | null => rows[place]?.parent ?? null;
  const parents = new Set(places.map(above));
  const [parent = null] = parents;
  const known = [...rows.keys()].filter((place) => above(place) === parent && place !== total && !found.newLines.has(place));
  const allCount = parents.size === 1 && known.every((place) => own.has(place));
  const withDetails = new Set([...rows.keys()].filter((place) => !found.newLines.has(place)).map(above));
  const mayCount = (place: number): boolean => {
    const over = above(place);
    const isDetail = over !== null && (found.newLines.has(over) || (own.has(over) && withDetails.has(over)));
    if (rows[place]?.kind !== "line" || isDetail) return false;
    return isBetween(place) || (allCount && over === parent && place !== total);
  };
  const more = [...found.newLines].filter(mayCount);
  return { places: more, likely: more.every((place) => !own.has(above(place) ?? -1)) };
}

function statedOf({ table, form }: Putting, { name, blanks, tolerance, severity }: FormRule, incomplete: boolean): Stated | null {
  // what a form may be off in its own unit
  const times = form.unit !== null && table.unit !== null ? toDong(1, form.unit) / toDong(1, table.unit) : 1;
  const own: Stated = {
    ...(name === undefined ? {} : { name }),
    ...(blanks === undefined ? {} : { blanks }),
    ...(tolerance === undefined ? {} : { tolerance: tolerance * times }),
    ...(severity === undefined ? {} : { severity }),
    ...(incomplete ? { incomplete: true } : {}),
  };
  return Object.keys(own).length === 0 ? null : own;
}

/** The columns, or lines, for which the condition of a rule is true; what it names and the table has not got is told. */
function conditioned({ table, found, lose }: Putting, { over, when, total }: FormRule, all: readonly number[]): readonly number[] {
  if (!when) return all;
  const [of, places] = over === "lines" ? (["column", found.columns] as const) : (["line", found.lines] as const);
  const named = (ids: readonly string[]): Set<number> =>
    new Set(
      ids.flatMap((id) => {
        const place = places.get(id);
        if (place === undefined) lose(of, id);
        return place ?? [];
      }),
    );
  const only = namedIn(over, when);
  // what is named holds of any column, of shares too
  const from = only ? [...named(only)].sort((a, b) => a - b) : all;
  const except = named(when.except ?? []);
  const columnAt = columnByPlace(table);
  const column = (track: number) => columnAt(over === "lines" ? track : (found.columns.get(total) ?? -1));
  const units = when.units?.map(unitKey);
  return from.filter((track) => {
    if (except.has(track)) return false;
    if (when.years && !when.years.includes(column(track)?.year ?? 0)) return false;
    return !units || units.includes(unitKey(column(track)?.unit ?? lineUnit(table, over === "columns" ? track : -1) ?? table.unit ?? ""));
  });
}

function namedIn(over: FormRule["over"], { columns, lines }: FormCondition): readonly string[] | undefined {
  return over === "lines" ? columns : lines;
}

/** What a column of units says of a line. */
function lineUnit({ rows, wordColumns, value }: OtherTable, line: number): string | null {
  const [row, unit] = [rows[line]?.row, wordColumns.find(({ use }) => use === "unit")];
  const text = row === undefined || !unit ? null : value(row, unit.col);
  return typeof text === "string" && text.trim() !== "" ? text : null;
}

function unitKey(unit: string): string {
  return readMoneyUnit(unit) ?? bareText(unit);
}

import { textOf } from "../findings";
import { formRuleSchema, usableRules, withRulesOf, type Form, type FormColumnRule, type FormLine, type FormRule } from "../forms";
import { takenSpellings } from "../i18n";
import { withSaid } from "../reading";
import { intersection, MAX_ROWS, type Area, type CellValue, type SheetArea, type SheetSnapshot, type WorkbookOutline } from "../sheet";
import { TAKEN_FIELDS } from "../summaries";
import { withRelations, type OtherTable, type Said } from "../tables";
import { readTakenName, takenKey, type TakenColumn } from "../templates";

/** A table that was taken over, as its defined names show it. */
export interface TakenOutline extends SheetArea {
  /** Its number in the defined names. */
  readonly other: number;
  /** The rows of its heads; null where they are gone. */
  readonly head: Area | null;
  readonly columns: readonly (TakenColumn & { readonly col: number })[];
  /** Where the sheet says how it is understood; null where that is gone: then only its names count. */
  readonly rules: (SheetArea & { readonly id: string }) | null;
  readonly names: readonly string[];
}

/** A table that was taken over with what its sheet says of it. */
export interface TakenTable extends TakenOutline {
  /** Null where nobody can tell what its sheet says. */
  readonly form: Form | null;
  /** Rows of the sheet with rules that cannot be. */
  readonly bad: readonly number[];
}

/** The tables that were taken over; a sheet's own names are of a copy and not meant. */
export function takenOutlines({ names, sheets }: WorkbookOutline): TakenOutline[] {
  const ids = new Map(sheets.map(({ name, id }) => [name, id]));
  const found = names.flatMap(({ name, scope, refersTo }) => {
    const parsed = scope === null && ids.has(refersTo.sheet) ? readTakenName(name) : null;
    return parsed ? [{ ...parsed, name, refersTo }] : [];
  });
  return [...new Set(found.map(({ other }) => other))].sort((a, b) => a - b).flatMap((other): TakenOutline[] => {
    const own = found.filter((one) => one.other === other);
    const part = (wanted: string): SheetArea | undefined => own.find((one) => "part" in one && one.part === wanted)?.refersTo;
    const [table, head, rules] = [part("table"), part("head"), part("rules")];
    if (!table) return [];
    const { area } = rules ?? table;
    return [
      {
        other, sheet: table.sheet, area: table.area,
        head: head?.sheet === table.sheet ? head.area : null,
        columns: own.flatMap((one) =>
          "column" in one && one.refersTo.sheet === table.sheet ? [{ ...one.column, col: one.refersTo.area.col }] : [],
        ),
        rules: rules ? { sheet: rules.sheet, area: { ...area, rows: MAX_ROWS - area.row }, id: ids.get(rules.sheet) ?? "" } : null,
        names: own.map(({ name }) => name),
      },
    ];
  });
}

/** What the sheet of a table that was taken over says; `snapshot` is of its area, null where there is none. */
export function readTaken(outline: TakenOutline, snapshot: SheetSnapshot | null): TakenTable {
  if (!snapshot) return { ...outline, form: null, bad: [] };
  const lines: FormLine[] = [];
  const columns: FormColumnRule[] = [];
  const read: { readonly rule: FormRule; readonly row: number }[] = [];
  const bad: number[] = [];
  snapshot.values.slice(1).forEach((values, at) => {
    const row = snapshot.area.row + 1 + at;
    const cell = (field: (typeof TAKEN_FIELDS)[number]): string => textOf(values[TAKEN_FIELDS.indexOf(field)] ?? null);
    const id = cell("id");
    const data = jsonOf(cell("data"));
    if (/^c\d+$/.test(id)) {
      columns.push({ id, head: cell("text"), year: numberOf(data["year"]), unit: typeof data["unit"] === "string" ? data["unit"] : null });
    } else if (/^d\d+$/.test(id)) {
      const under = cell("total");
      lines.push({
        id,
        number: String(data["number"] ?? ""),
        code: String(data["code"] ?? ""),
        label: cell("text"),
        under: lines.some((one) => one.id === under) ? under : null,
      });
    } else if (cell("total") !== "" || cell("parts") !== "") {
      const tolerance = values[TAKEN_FIELDS.indexOf("tolerance")] ?? null;
      const rule = formRuleSchema.safeParse(ruleIn(cell, data, tolerance));
      if (rule.success) read.push({ rule: rule.data, row });
      else bad.push(row);
    }
  });
  if (lines.length + columns.length === 0) return { ...outline, form: null, bad };
  const usable = usableRules({ lines, columns }, read.map(({ rule }) => rule));
  const form: Form = { title: "", unit: null, complete: true, lines, columns, rules: usable.rules };
  return { ...outline, form, bad: [...bad, ...usable.bad.flatMap((at) => read[at]?.row ?? [])] };
}

type Data = Readonly<Record<string, unknown>>;

function jsonOf(text: string): Data {
  try {
    const value: unknown = JSON.parse(text === "" ? "{}" : text);
    return typeof value === "object" && value !== null ? (value as Data) : {};
  } catch {
    return {};
  }
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** A rule as its row says it: what people see counts over what the hidden cell keeps. */
function ruleIn(cell: (field: (typeof TAKEN_FIELDS)[number]) => string, data: Data, tolerance: CellValue): unknown {
  const { ops, blanks, severities, except } = takenSpellings;
  const word = (text: string, known: ReadonlyMap<string, string>): string => known.get(text.toLocaleLowerCase("vi")) ?? text;
  const total = cell("total");
  const over = total.startsWith("c") ? "columns" : "lines";
  const only = cell("only");
  const but = except.find((one) => only.toLocaleLowerCase("vi").startsWith(one));
  const named = idsIn(but === undefined ? only : only.slice(but.length));
  const { years, units, name, from, sure, ...rest } = data;
  const when = {
    ...(years ? { years } : {}),
    ...(units ? { units } : {}),
    ...(named.length === 0 ? {} : { [but !== undefined ? "except" : over === "lines" ? "columns" : "lines"]: named }),
  };
  const { added, factor, growth, rounded, slack } = rest;
  const given = (values: Data): Data =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ""));
  const off = typeof tolerance === "string" ? (tolerance.trim() === "" ? undefined : tolerance) : (tolerance ?? undefined);
  return {
    over, total,
    op: word(cell("is"), ops),
    parts: idsIn(cell("parts")),
    ...given({ added, factor, growth, rounded, slack, name, from, sure, tolerance: off }),
    ...given({ blanks: word(cell("blanks"), blanks), severity: word(cell("severity"), severities) }),
    ...(Object.keys(when).length === 0 ? {} : { when }),
  };
}

type Id = FormRule["parts"][number];

const RUN = /^([a-z]+)(\d+)[-–]\1?(\d+)$/;
/** A typed run names no more lines than a sheet has. */
const MOST_RUN = MAX_ROWS;

/** "d2–d5; d9", "d2/c3". */
function idsIn(text: string): Id[] {
  return text.replace(/^\s*:/, "").replace(/\s*[-–]\s*/g, "–").split(/[;,\s]+/).filter((one) => one !== "").flatMap((one): Id[] => {
    const [line, column] = one.split("/");
    if (line !== undefined && column !== undefined) return [{ line, column }];
    const [, prefix = "", from = "", to = ""] = RUN.exec(one) ?? [];
    const count = Number(to) - Number(from) + 1;
    if (prefix === "" || count < 1 || count > MOST_RUN) return [one];
    return Array.from({ length: count }, (_, at) => `${prefix}${Number(from) + at}`);
  });
}

/** What the names of tables that were taken over say of the cells of each sheet: which rows are heads, what columns hold. */
export function saidByNames(taken: readonly TakenOutline[]): ReadonlyMap<string, readonly Said[]> {
  const all = new Map<string, Said[]>();
  for (const { sheet, area, head, columns } of taken) {
    const said: Said[] = [
      ...(head ? [{ claim: { kind: "head", axis: "column" } as const, so: true, totals: [head], parts: [] }] : []),
      ...columns.flatMap(({ use, col }): Said[] =>
        use === "words" || use === "unit"
          ? []
          : [{ claim: { kind: "column", axis: "row", is: use }, so: true, totals: [{ ...area, col, cols: 1 }], parts: [] }],
      ),
    ];
    all.set(sheet, [...(all.get(sheet) ?? []), ...said]);
  }
  return all;
}

/** The tables of a sheet, of which those that were taken over have what their names and their sheet say; later answers count over these. */
export function withTaken(tables: readonly OtherTable[], taken: readonly TakenTable[], said: readonly Said[]): OtherTable[] {
  const left = new Set(taken);
  return tables.map((table) => {
    const [own] = [...left]
      .filter(({ sheet }) => sheet === table.sheet)
      .map((one) => ({ one, cells: sizeOf(intersection(one.area, table.area)) }))
      .filter(({ cells }) => cells > 0)
      .sort((a, b) => b.cells - a.cells);
    if (!own) return table;
    left.delete(own.one);
    return ruled(table, own.one, said);
  });
}

function sizeOf(area: Area | null): number {
  return area ? area.rows * area.cols : 0;
}

function ruled(table: OtherTable, { other, form, columns }: TakenTable, said: readonly Said[]): OtherTable {
  const key = takenKey(other);
  if (!form) return withRelations(table, table.believed, { key });
  const where = new Map(columns.map(({ place, col }) => [`c${place}`, col]));
  const own: Form = { ...form, title: table.title?.text ?? table.sheet, unit: table.unit };
  const now = withRulesOf(table, own, { columns: where, key });
  if (said.length === 0) return now;
  const { area, rows } = table;
  const uses = new Map<number, OtherTable["columns"][number]["use"]>(table.columns.map(({ col, use }) => [col, use]));
  const kinds = Array.from({ length: area.cols }, (_, at) => ({ col: area.col + at, kind: uses.get(area.col + at) ?? ("words" as const) }));
  const believed = withSaid({ area, lines: rows, columns: kinds }, now.believed, said);
  return withRelations(now, believed, { key });
}

/** Whether a defined name is of the sheet that says how a table is understood. */
export function isOfTakenSheet(name: string): boolean {
  const parsed = readTakenName(name);
  return parsed !== null && "part" in parsed && parsed.part === "rules";
}

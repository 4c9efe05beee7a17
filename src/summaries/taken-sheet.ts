import type { Form, FormRule } from "../forms";
import type { Words } from "../i18n";
import type { CellInput, SheetSpec } from "../sheet";
import { COLOURS, FONT, MARGINS, SIZE, takenName } from "../templates";
import { Rows } from "./rows";

/** The columns of the sheet, in their order; the last one is hidden. */
export const TAKEN_FIELDS = ["id", "text", "is", "total", "parts", "only", "blanks", "tolerance", "severity", "from", "data"] as const;

/** What a sheet of a table that was taken over is made of: a free name, the table's number, where it stands, what its columns are. */
export interface TakenInput {
  readonly sheet: string;
  readonly other: number;
  readonly place: string;
  readonly form: Form;
  readonly uses: ReadonlyMap<string, keyof Words["taken"]["uses"]>;
}

const WIDTHS = [7, 48, 22, 16, 24, 16, 13, 11, 13, 20, 10];
/** Rows below the last one in which rules may be added. */
const ROOM = 50;
/** The columns of a rule that people may change, from the operation to the severity. */
const [FIRST_OPEN, OPEN] = [2, 7];

/** The visible sheet that says how a table was understood: its columns, its lines, its rules. */
export function takenSheet({ sheet, other, place, form, uses }: TakenInput, words: Words): SheetSpec {
  const own = words.taken;
  const rows = new Rows(TAKEN_FIELDS.length);
  rows.line(own.title(form.title), { bold: true, size: SIZE.title, align: "center", valign: "center", wrap: true }, 36);
  rows.line(own.where(place, form.unit), { italic: true, size: SIZE.table, wrap: true }, 22);
  rows.line(own.note, { italic: true, size: SIZE.table, wrap: true }, 36);
  const head = rows.add(
    TAKEN_FIELDS.map((field) => own.heads[field]),
    { bold: true, align: "center", valign: "center", wrap: true, border: true, fill: COLOURS.head, numberFormat: "@" },
    48,
  );
  const first = rows.next;
  for (const { id, head: text, year, unit } of form.columns)
    rows.add([id, text, own.uses[uses.get(id) ?? "words"], null, null, null, null, null, null, null, JSON.stringify({ year, unit })]);
  const depths = new Map<string, number>();
  for (const { id, number, code, label, under } of form.lines) {
    const level = under === null ? 1 : (depths.get(under) ?? 0) + 1;
    depths.set(id, level);
    rows.add([id, label, own.level(level), under, null, null, null, null, null, null, JSON.stringify({ number, code })]);
  }
  const rules = rows.next;
  form.rules.forEach((rule, at) => rows.add(ruleCells(rule, at, form, words)));
  const last = rows.next;
  const width = TAKEN_FIELDS.length;
  const all = { row: first, col: 0, rows: last - first + ROOM, cols: width };
  rows.style(all, { font: FONT, size: SIZE.table, valign: "top", wrap: true, numberFormat: "@" });
  rows.style({ ...all, rows: last - first }, { border: true });
  const open = { row: rules, col: FIRST_OPEN, rows: last - rules + ROOM, cols: OPEN };
  rows.style(open, { locked: false });
  rows.style({ ...open, rows: Math.max(1, last - rules) }, { fill: COLOURS.input });
  rows.style({ ...open, col: TAKEN_FIELDS.indexOf("tolerance"), cols: 1 }, { numberFormat: "General" });
  const choice = (field: (typeof TAKEN_FIELDS)[number], values: readonly string[]): SheetSpec["validations"][number] => ({
    area: { ...open, col: TAKEN_FIELDS.indexOf(field), cols: 1 },
    rule: { kind: "list", values },
    alert: "stop",
    errorTitle: own.heads[field],
    errorMessage: values.join(", "),
    promptTitle: own.heads[field],
    promptMessage: values.join(", "),
  });
  return {
    name: sheet,
    cells: rows.cells,
    columns: TAKEN_FIELDS.map((field, at) => ({ width: WIDTHS[at] ?? 10, ...(field === "data" ? { hidden: true } : {}) })),
    rowHeights: rows.heights,
    styles: [{ area: { row: 0, col: 0, rows: first, cols: width }, style: { font: FONT, size: SIZE.table } }, ...rows.styles],
    merges: rows.merges,
    names: [{ name: takenName(other, "rules"), area: { row: head, col: 0, rows: last - head + ROOM, cols: width } }],
    freeze: { rows: first, cols: 0 },
    validations: [
      choice("is", Object.values(own.ops)), choice("blanks", Object.values(own.blanks)), choice("severity", Object.values(own.severities)),
    ],
    conditionalFormats: [],
    print: { orientation: "landscape", pagesWide: 1, titleRows: { from: head, to: head }, margins: MARGINS },
    charts: [],
  };
}

function ruleCells(rule: FormRule, at: number, form: Form, { taken: own }: Words): CellInput[] {
  const { name, over, op, total, parts, added, factor, growth, rounded, slack, when, blanks, tolerance, severity, from, sure } = rule;
  const { years, units, columns, lines, except } = when ?? {};
  const only = columns ?? lines;
  const data = { over, added, factor, growth, rounded, slack, years, units, from, sure, name };
  return [
    `r${at + 1}`, name ?? sentenceOf(rule, form), own.ops[op], total, idList(parts),
    only ? idList(only) : except ? `${own.except}: ${idList(except)}` : null,
    blanks ? own.blanks[blanks] : null,
    tolerance ?? null,
    severity ? own.severities[severity] : null,
    sure < 0.7 ? own.asked : own.froms[from],
    JSON.stringify(data),
  ];
}

/** A long rule is not told in words. */
const MOST_NAMED = 4;
const SIGNS = { sum: " + ", same: "", "of-which": " + ", difference: " − ", product: " × ", ratio: " ÷ " } as const;

/** "Tổng số = Chi đầu tư + Chi thường xuyên". */
function sentenceOf({ over, op, total, parts, added = 1 }: FormRule, { lines, columns }: Form): string {
  const wordsIn = (id: string): string => {
    const line = over === "lines" ? lines.find((one) => one.id === id) : undefined;
    const text = line ? line.label || line.number : (columns.find((one) => one.id === id)?.head ?? "");
    return text.length > 60 ? `${text.slice(0, 59)}…` : text || id;
  };
  const named = parts.map((part) => (typeof part === "string" ? wordsIn(part) : `${part.line}/${part.column}`));
  const shown = named.length > MOST_NAMED ? [...named.slice(0, MOST_NAMED - 1), "…", named.at(-1) ?? ""] : named;
  const joined =
    op === "difference" && shown.length === named.length
      ? [shown.slice(0, added).join(" + "), ...shown.slice(added)].join(SIGNS.difference)
      : shown.join(SIGNS[op]);
  return `${wordsIn(total)} ${op === "of-which" ? "≥" : "="} ${joined}`;
}

const NUMBERED = /^([a-z]+)(\d+)$/;

/** "d2–d5; d9"; cells as "d2/c3". */
function idList(ids: FormRule["parts"]): string {
  const texts: (string | { readonly prefix: string; readonly from: number; to: number })[] = [];
  for (const id of ids) {
    const [, prefix, digits] = (typeof id === "string" ? NUMBERED.exec(id) : null) ?? [];
    const last = texts.at(-1);
    if (prefix === undefined) texts.push(typeof id === "string" ? id : `${id.line}/${id.column}`);
    else if (typeof last === "object" && last.prefix === prefix && last.to + 1 === Number(digits)) last.to += 1;
    else texts.push({ prefix, from: Number(digits), to: Number(digits) });
  }
  return texts
    .map((one) => {
      if (typeof one === "string") return one;
      const { prefix, from, to } = one;
      return from === to ? `${prefix}${from}` : to === from + 1 ? `${prefix}${from}; ${prefix}${to}` : `${prefix}${from}–${prefix}${to}`;
    })
    .join("; ");
}

import { sumExact, writeNumber } from "../quantity";
import { toA1, type CellInput, type CellRef } from "../sheet";
import { cellIn, type BudgetRow, type Column } from "../tables";
import { yearColumn, type Budget } from "./budgets";
import { chartBlock } from "./charts";
import type { Block, Line, LineKind, RowOf } from "./lines";
import { block, blank, cellsAt, withSource, words as wordsLine, type Scene } from "./parts";

const COL = { planned: 2, disbursed: 4, rate: 6, left: 7, opinion: 9 } as const;
/** More bars than this are not read. */
const MOST_BARS = 14;

/** A line of the table: what is planned and what was disbursed of it. */
interface Paid {
  readonly key: string;
  readonly kind: LineKind;
  readonly number: string;
  readonly label: string;
  readonly planned: number | null;
  readonly disbursed: number | null;
  readonly at: CellRef | null;
}

/** What was disbursed against what is planned, by line and by year, with the rate and what is left; nothing where nobody has given any. */
export function paidBlocks(budget: Budget, scene: Scene): Block[] {
  const { key, total, lines, paid, paidYears, amount } = budget;
  if (paid === null) return [];
  const { summary: own } = scene.words;
  const lineOf = (row: BudgetRow, label: string, kind: LineKind, id: string): Paid => ({
    key: id,
    kind,
    number: row.number,
    label,
    planned: amount(row),
    disbursed: amount(row, paid),
    at: cellIn(row, paid)?.at ?? null,
  });
  const whole = lineOf(total, total.label, "paid:total", `${key}/paid/total`);
  const byLine = [
    whole,
    ...lines.map(({ row, depth }) =>
      row.kind === "group"
        ? lineOf(row, row.label, "paid:group", `${key}/paid/${row.key}`)
        : lineOf(row, `${"   ".repeat(Math.max(0, depth - 1))}${row.label}`, "paid", `${key}/paid/${row.key}`),
    ),
  ];
  const byYear = paidYears.map((year, index): Paid => {
    const [planned, disbursed] = [yearColumn(budget, "planned", year), yearColumn(budget, "disbursed", year)];
    const at = cellIn(total, disbursed)?.at ?? null;
    return {
      key: `${key}/paid-years/${year}`,
      kind: "paid",
      number: String(index + 1),
      label: own.year(year),
      planned: wholeIn(budget, planned),
      disbursed: wholeIn(budget, disbursed),
      at,
    };
  });
  const sentence =
    whole.disbursed === null
      ? []
      : [
          wordsLine(
            "bullet", `${key}/paid/sentence`,
            own.disbursed.sentence({ ...whole, disbursed: whole.disbursed, left: leftOf(whole), rate: rateOf(whole), unit: budget.unit }),
          ),
        ];
  return [
    tableOf(
      budget,
      {
        key: `${key}/paid`,
        lead: [wordsLine("subheading", `${key}/paid/title`, own.disbursed.heading), ...sentence],
        rows: byLine,
        of: own.columns.line,
      },
      scene,
    ),
    ...(byYear.length < 2
      ? []
      : [
          tableOf(
            budget,
            {
              key: `${key}/paid-years`,
              lead: [wordsLine("subheading", `${key}/paid-years/title`, own.disbursed.byYear)],
              rows: byYear,
              of: own.columns.year,
            },
            scene,
          ),
        ]),
    ...chart(budget, byLine, scene),
  ];
}

/** What the total has in a column, else its first breakdown that has anything. */
function wholeIn({ total, lines, amount }: Budget, column: Column | null): number | null {
  const groups = lines.flatMap(({ row }) => (row.kind === "group" ? (amount(row, column) ?? []) : []));
  return amount(total, column) ?? groups[0] ?? null;
}

function leftOf({ planned, disbursed }: Paid): number | null {
  return planned === null || disbursed === null ? null : sumExact([planned, -disbursed]);
}

function rateOf({ planned, disbursed }: Paid): number | null {
  return planned === null || disbursed === null || planned <= 0 ? null : Math.round((disbursed / planned) * 1000) / 10;
}

/** One of the tables of what was disbursed. */
interface PaidPart {
  readonly key: string;
  /** What stands above it. */
  readonly lead: readonly Line[];
  readonly rows: readonly Paid[];
  /** What its rows are: lines or years. */
  readonly of: string;
}

function tableOf(budget: Budget, { key, lead, rows, of }: PaidPart, { words }: Scene): Block {
  const { columns: own, disbursed } = words.summary;
  const lines = rows.map((one): Line => {
    const rate = (rowOf: RowOf): CellInput => rateFormula(rowOf(one.key));
    const cells = cellsAt([
      [0, one.number], [1, one.label], [COL.planned, one.planned], [COL.disbursed, one.disbursed],
      [COL.rate, rateOf(one) === null ? null : rate], [COL.left, leftOf(one)],
    ]);
    return { kind: one.kind, key: one.key, cells: withSource(cells, one.at) };
  });
  const head = cellsAt([
    [0, own.number], [1, of], [COL.planned, own.amount(budget.unit)], [COL.disbursed, disbursed.amount(budget.unit)],
    [COL.rate, disbursed.rate], [COL.left, disbursed.left], [COL.opinion, own.opinion], [11, own.source],
  ]);
  return block({
    lead,
    head: [{ kind: "paid:head", key: `${key}/head`, cells: head }],
    rows: [...lines, blank(`${key}/after`)],
    together: rows.length < 20,
  });
}

/** Points of the plan, as a live formula. */
function rateFormula(row: number): CellInput {
  const [planned, disbursed] = [toA1({ row, col: COL.planned }), toA1({ row, col: COL.disbursed })];
  return { formula: `=IF(AND(ISNUMBER(${planned}),ISNUMBER(${disbursed})),IF(${planned}>0,ROUND(${disbursed}/${planned}*100,1),""),"")` };
}

/** Planned beside disbursed, of the lines of the first breakdown in which something was disbursed. */
function chart(budget: Budget, byLine: readonly Paid[], { words }: Scene): Block[] {
  const { charts: own, disbursed, columns } = words.summary;
  const { lines, table } = budget;
  const groups = [...lines.flatMap(({ row }) => (row.kind === "group" ? [row] : [])), budget.total];
  const ofGroup = groups.map((group) =>
    byLine.filter(
      (one, index) =>
        index > 0 &&
        one.disbursed !== null &&
        table.rows[lines[index - 1]?.row.parent ?? -1] === group &&
        lines[index - 1]?.row.kind === "line",
    ),
  );
  const rows = ofGroup.find(({ length }) => length > 1)?.slice(0, MOST_BARS) ?? [];
  if (rows.length === 0) return [];
  const title = `${disbursed.chart}${budget.unit ? ` (${words.units[budget.unit]})` : ""}`;
  const write = (value: number | null): string => (value === null ? "–" : writeNumber(value, words.notation));
  const series = [columns.amount(null), disbursed.amount(null)];
  const alt = own.alt(title, rows.map(({ label, planned, disbursed: paid }) => `${label.trim()}: ${write(planned)}, ${write(paid)}`));
  return [
    chartBlock({
      key: `${budget.key}/paid-chart`,
      kind: "bar",
      title,
      alt,
      caption: own.figures,
      series,
      rows: rows.map(({ label, planned, disbursed: paid }) => ({ label: label.trim(), values: [planned, paid] })),
    }),
  ];
}

import { spellDong, toDong, type MoneyUnit } from "../quantity";
import { MOST_ACROSS, amountTable, chunked, type AmountRow } from "./amount-table";
import { budgetCharts } from "./budget-charts";
import { paidBlocks } from "./budget-paid";
import { yearColumn, type Budget, type BudgetLine } from "./budgets";
import type { Block, Line } from "./lines";
import { block, blank, words as wordsLine, type Scene } from "./parts";

/**
 * The section of a budget: what is planned, by line and year, with shares; what each item gets of each source, what was disbursed; charts.
 */
export function budgetBlocks(budget: Budget, several: boolean, scene: Scene): Block[] {
  const { summary: own } = scene.words;
  const { key, total, years, sources } = budget;
  const title = several ? [wordsLine("subheading", `${key}/title`, total.label)] : [];
  const chunks = years.length === 0 ? [[]] : chunked(years, MOST_ACROSS);
  const across = chunks.map((chunk, index): Block => {
    const columns = chunk.map((year): Across => ({
      head: own.year(year),
      cell: ({ row }) => budget.amount(row, yearColumn(budget, "planned", year)),
    }));
    const first = index === 0;
    const part = {
      key: first ? key : `${key}/years${index + 1}`,
      lead: first ? title : [],
      lines: budget.lines,
      columns,
      withShares: first,
    } as const;
    return tableBlock(budget, part, scene);
  });
  const items = budget.lines.filter(({ row }) => row.kind === "line" && sources.some((source) => budget.share(row, source) !== null));
  const matrix = chunked(sources, MOST_ACROSS).map((chunk, index): Block => {
    const columns = chunk.map((source): Across => ({
      head: source.label,
      cell: ({ row }) => (row === total ? budget.amount(source) : budget.share(row, source)),
    }));
    const here = `${key}/sources${index + 1}`;
    return tableBlock(
      budget,
      {
        key: here,
        lead: [wordsLine("subheading", `${here}/title`, own.itemsBySources)],
        lines: items,
        columns,
        withShares: true,
      },
      scene,
    );
  });
  return [
    ...across, ...spelled(budget, scene), ...matrix, ...paidBlocks(budget, scene),
    ...budgetCharts(budget, items.map(({ row }) => row), scene),
  ];
}

interface Across {
  readonly head: string;
  readonly cell: (line: BudgetLine) => number | null;
}

/** One of the tables of a budget: amounts of its lines with some columns beside them. */
interface BudgetPart {
  readonly key: string;
  /** What stands above it. */
  readonly lead: readonly Line[];
  readonly lines: readonly BudgetLine[];
  readonly columns: readonly Across[];
  readonly withShares: boolean;
}

function tableBlock(budget: Budget, { key, lead, lines, columns, withShares }: BudgetPart, scene: Scene): Block {
  const { columns: own } = scene.words.summary;
  const row = (line: BudgetLine, kind: AmountRow["kind"], id: string): AmountRow => ({
    key: id, kind,
    number: line.row.number,
    label: line.row.label,
    depth: kind === "group" ? 0 : Math.max(0, line.depth - 1),
    amount: budget.amount(line.row),
    shared: withShares,
    across: columns.map(({ cell }) => cell(line)),
    at: line.row.cells.get("amount")?.at ?? null,
  });
  const rows = [
    row({ row: budget.total, depth: 0 }, "total", `${key}/total`),
    ...lines.map((line) => row(line, line.row.kind === "group" ? "group" : "line", `${key}/${line.row.key}`)),
  ];
  const heads = { line: own.line, amount: own.amount(budget.unit) };
  return amountTable({ key, lead, heads, across: columns.map(({ head }) => head), rows }, scene);
}

/** "Bằng chữ: …" under the total; nothing where the total is no whole number of đồng. */
function spelled({ key, total, table }: Budget, scene: Scene): Block[] {
  const cell = total.cells.get("amount");
  return [spelledBlock(key, cell?.state === "number" ? cell.value : null, table.unit, scene)];
}

/** The same of any amount; a blank row alone where there is nothing to spell. */
export function spelledBlock(key: string, value: number | null, unit: MoneyUnit | null, { words: { summary: own } }: Scene): Block {
  const after = blank(`${key}/after`);
  if (value === null || unit === null) return block({ rows: [after] });
  try {
    return block({ rows: [wordsLine("spelled", `${key}/spelled`, own.spelled(spellDong(toDong(value, unit)))), after] });
  } catch (error) {
    if (error instanceof RangeError) return block({ rows: [after] });
    throw error;
  }
}

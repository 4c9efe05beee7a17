import { spellDong, toDong } from "../quantity";
import { toA1, type CellInput } from "../sheet";
import { budgetCharts } from "./budget-charts";
import { paidBlocks } from "./budget-paid";
import { yearColumn, type Budget, type BudgetLine } from "./budgets";
import type { Block, Line, LineKind, RowOf } from "./lines";
import { block, blank, cellsAt, withSource, words as wordsLine, type Scene } from "./parts";

/** Columns for years, or for sources. */
const MOST_ACROSS = 5;
const AMOUNT = 2;

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
      table: chunk.length > 0 ? "budget" : "amount",
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
        table: "budget",
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
  readonly table: "budget" | "amount";
  /** What stands above it. */
  readonly lead: readonly Line[];
  readonly lines: readonly BudgetLine[];
  readonly columns: readonly Across[];
  readonly withShares: boolean;
}

function tableBlock(budget: Budget, { key, table, lead, lines, columns, withShares }: BudgetPart, { words }: Scene): Block {
  const { columns: own } = words.summary;
  const totalKey = `${key}/total`;
  const row = (line: BudgetLine, kind: LineKind, id: string): Line => {
    const share = (rowOf: RowOf): CellInput => shareFormula(rowOf(id), rowOf(totalKey));
    const isTotal = id === totalKey;
    const isGroup = line.row.kind === "group";
    const cells = cellsAt([
      [0, line.row.number],
      [1, `${"   ".repeat(isGroup ? 0 : Math.max(0, line.depth - 1))}${line.row.label}`],
      [AMOUNT, budget.amount(line.row)],
      [4, !withShares || isTotal || budget.amount(line.row) === null ? null : share],
      ...columns.map((one, index) => [5 + index, one.cell(line)] as const),
    ]);
    return { kind, key: id, cells: withSource(cells, line.row.cells.get("amount")?.at ?? null) };
  };
  const opinion = table === "budget" ? 10 : 5;
  const head = cellsAt([
    [0, own.number],
    [1, own.line],
    [AMOUNT, own.amount(budget.unit)],
    [4, own.share],
    ...columns.map((one, index) => [5 + index, one.head] as const),
    [opinion, own.opinion],
    [11, own.source],
  ]);
  return block({
    lead,
    head: [{ kind: `${table}:head`, key: `${key}/head`, cells: head }],
    rows: [
      row({ row: budget.total, depth: 0 }, `${table}:total`, totalKey),
      ...lines.map((line) => row(line, line.row.kind === "group" ? `${table}:group` : table, `${key}/${line.row.key}`)),
    ],
    together: lines.length < 20,
  });
}

/** The share of a row's amount in the total, in points, as a live formula. */
function shareFormula(row: number, totalRow: number): CellInput {
  const [amount, total] = [toA1({ row, col: AMOUNT }), `$C$${totalRow + 1}`];
  return { formula: `=IF(AND(ISNUMBER(${amount}),ISNUMBER(${total})),IF(${total}=0,"",ROUND(${amount}/${total}*100,1)),"")` };
}

/** "Bằng chữ: …" under the total; nothing where the total is no whole number of đồng. */
function spelled({ key, total, table }: Budget, { words: { summary: own } }: Scene): Block[] {
  const cell = total.cells.get("amount");
  if (cell?.state !== "number" || table.unit === null) return [block({ rows: [blank(`${key}/after`)] })];
  try {
    return [
      block({
        rows: [wordsLine("spelled", `${key}/spelled`, own.spelled(spellDong(toDong(cell.value, table.unit)))), blank(`${key}/after`)],
      }),
    ];
  } catch (error) {
    if (error instanceof RangeError) return [block({ rows: [blank(`${key}/after`)] })];
    throw error;
  }
}

function chunked<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}

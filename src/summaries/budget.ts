import { spellDong, toDong } from "../quantity";
import { toA1, type CellInput } from "../sheet";
import { budgetCharts } from "./budget-charts";
import { paidBlocks } from "./budget-paid";
import type { Budget, BudgetLine } from "./budgets";
import type { Block, Line, LineKind, RowOf } from "./lines";
import { block, blank, cellsAt, withSource, words as wordsLine, type Scene } from "./parts";

/** Columns for years, or for sources. */
const MOST_ACROSS = 5;
const AMOUNT = 2;

/** The section of a budget: what is planned, by line and year, with shares; what each item gets of each source, what was disbursed; charts. */
export function budgetBlocks(budget: Budget, several: boolean, scene: Scene): Block[] {
  const { summary: own } = scene.words;
  const { key, total, years, sources } = budget;
  const title = several ? [wordsLine("subheading", `${key}/title`, total.label)] : [];
  const chunks = years.length === 0 ? [[]] : chunked(years, MOST_ACROSS);
  const across = chunks.map((chunk, index): Block => {
    const columns = chunk.map((year): Across => ({ head: own.year(year), cell: ({ row }) => budget.amount(row, `y${year}`) }));
    return tableBlock(budget, index === 0 ? key : `${key}/years${index + 1}`, chunk.length > 0 ? "budget" : "amount", index === 0 ? title : [], budget.lines, columns, index === 0, scene);
  });
  const items = budget.lines.filter(({ row }) => row.kind === "line" && sources.some((source) => budget.share(row, source) !== null));
  const matrix = chunked(sources, MOST_ACROSS).map((chunk, index): Block => {
    const columns = chunk.map((source): Across => ({ head: source.label, cell: ({ row }) => (row === total ? budget.amount(source) : budget.share(row, source)) }));
    return tableBlock(budget, `${key}/sources${index + 1}`, "budget", [wordsLine("subheading", `${key}/sources${index + 1}/title`, own.itemsBySources)], items, columns, true, scene);
  });
  return [...across, ...spelled(budget, scene), ...matrix, ...paidBlocks(budget, scene), ...budgetCharts(budget, items.map(({ row }) => row), scene)];
}

interface Across {
  readonly head: string;
  readonly cell: (line: BudgetLine) => number | null;
}

function tableBlock(budget: Budget, key: string, table: "budget" | "amount", lead: readonly Line[], lines: readonly BudgetLine[], across: readonly Across[], withShares: boolean, { words }: Scene): Block {
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
      ...across.map((one, index) => [5 + index, one.cell(line)] as const),
    ]);
    return { kind, key: id, cells: withSource(cells, line.row.cells.get("amount")?.at ?? null) };
  };
  const opinion = table === "budget" ? 10 : 5;
  const head = cellsAt([[0, own.number], [1, own.line], [AMOUNT, own.amount(budget.unit)], [4, own.share], ...across.map((one, index) => [5 + index, one.head] as const), [opinion, own.opinion], [11, own.source]]);
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
    return [block({ rows: [wordsLine("spelled", `${key}/spelled`, own.spelled(spellDong(toDong(cell.value, table.unit)))), blank(`${key}/after`)] })];
  } catch (error) {
    if (error instanceof RangeError) return [block({ rows: [blank(`${key}/after`)] })];
    throw error;
  }
}

function chunked<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}

import { toA1 } from "../../sheet";
import type { OtherColumn, OtherTable } from "../../tables";
import { MOST_ACROSS, amountTable, chunked, type AmountRow } from "../amount-table";
import { spelledBlock } from "../budget";
import { MOST_BARS, MOST_SERIES, MOST_SLICES, chartBlock, drawingOf } from "../charts";
import type { Block, Line } from "../lines";
import { block, words as wordsLine, type Scene } from "../parts";
import { headOf, moneyOf, shareOf, shownUnit } from "./columns";
import { MOST_TOTALS, labelOf, type Figure, type Total } from "./totals";

/** So many parts are named in the sentence. */
const MOST_NAMED = 3;
/** So many columns stand beside the amounts. */
const MOST_COLUMNS = 2 * MOST_ACROSS;
/** Charts are of so many totals. */
const MOST_DRAWN = 2;

/** The totals of a table: their sentences, their lines with shares, the columns beside them, charts. */
export function totalBlocks(table: OtherTable, totals: readonly Total[], key: string, scene: Scene): Block[] {
  const { others: own } = scene.words.summary;
  const told = totals.slice(0, MOST_TOTALS);
  const left = totals.length - told.length;
  return [
    block({ lead: told.flatMap((total) => sentences(total, `${key}/${total.line.key}`, scene)) }),
    ...told.flatMap((total, index) => linesOf(table, total, `${key}/${total.line.key}`, { last: index === told.length - 1 }, scene)),
    ...(left > 0 ? [block({ rows: [wordsLine("note", `${key}/more`, own.moreTotals(left))] })] : []),
    ...told.slice(0, MOST_DRAWN).flatMap((total) => charts(total, `${key}/${total.line.key}`, scene)),
  ];
}

/** All of a few, of more the largest. */
function named(all: readonly Figure[]): readonly Figure[] {
  return all.length > MOST_NAMED ? all.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MOST_NAMED) : all;
}

function sentences(total: Total, key: string, { words: { summary: { others: own } } }: Scene): Line[] {
  const { value, money, unit, parts, shares, across, beside, wrong } = total;
  const label = labelOf(total);
  const share = (one: Figure): number | null => (shares ? shareOf(one.value, value) : null);
  const told = named(parts);
  const split = named(across?.figures ?? []);
  const areShares = across?.shares === true;
  return [
    wordsLine("bullet", `${key}/sentence`, own.total({
      label, value, unit,
      money: shownUnit(money),
      parts: told.length < 2 ? [] : told.map((one) => ({ ...one, share: share(one) })),
      more: told.length < 2 ? 0 : parts.length - told.length,
      across: split.map((one) => ({ ...one, share: areShares ? shareOf(one.value, value) : null })),
      acrossMore: (across?.figures.length ?? 0) - split.length,
      beside: beside.slice(0, MOST_ACROSS).map((one) => ({ ...one, share: null })),
    })),
    ...wrong.map((one) => wordsLine("bullet", `${key}/wrong/${toA1(one.at)}`, own.wrong({ ...one, at: toA1(one.at) }))),
    ...(across && !across.holds ? [wordsLine("bullet", `${key}/wrong-across`, own.wrongAcross(label))] : []),
  ];
}

function linesOf(table: OtherTable, total: Total, key: string, { last }: { readonly last: boolean }, scene: Scene): Block[] {
  const { others: own } = scene.words.summary;
  const { line, column, lines, left, money, unit, shares, amount, across, at, value } = total;
  const others = across?.columns ?? table.columns.filter((one) => one !== column);
  const beside = others.slice(0, MOST_COLUMNS);
  const chunks = beside.length === 0 ? [[]] : chunked(beside, MOST_ACROSS);
  const headed = (one: OtherColumn): string => {
    const name = headOf(one, [...others, column]);
    const ownMoney = moneyOf(table, one);
    return ownMoney === money && one.unit === column.unit ? name : own.head(name, shownUnit(ownMoney), ownMoney === null ? one.unit : null);
  };
  const blocks = chunks.map((chunk, index): Block => {
    const here = index === 0 ? key : `${key}/columns${index + 1}`;
    const cells = (of: typeof line): (number | null)[] => chunk.map((one) => amount(of, one));
    const rows: AmountRow[] = [
      {
        key: `${here}/total`,
        kind: "total",
        number: line.number,
        label: line.label,
        depth: 0,
        amount: value,
        shared: false,
        across: cells(line),
        at,
      },
      ...lines.map((one): AmountRow => ({
        key: `${here}/${one.line.key}`,
        kind: "line",
        number: one.line.number,
        label: one.line.label,
        depth: one.depth,
        amount: amount(one.line, column),
        shared: index === 0 && one.shared && shares,
        across: cells(one.line),
        at: one.line.cells.get(column.id)?.at ?? null,
      })),
    ];
    const heads = { line: own.line, amount: own.head(headOf(column, table.columns), shownUnit(money), unit) };
    return amountTable({ key: here, lead: [], heads, across: chunk.map(headed), rows }, scene);
  });
  const spelled = last && money !== null ? spelledBlock(key, value, shownUnit(money), scene) : spelledBlock(key, null, null, scene);
  return [...blocks, ...(left > 0 ? [block({ rows: [wordsLine("note", `${key}/left`, own.left(left))] })] : []), spelled];
}

/** The parts as bars, or as bars of the columns that add up to them, and the shares of either. */
function charts(total: Total, key: string, scene: Scene): Block[] {
  const { others: own } = scene.words.summary;
  const { line, column, lines, money, unit, shares, parts, across, amount } = total;
  const head = own.head(headOf(column, [column]), shownUnit(money), unit);
  const first = lines.filter(({ depth }) => depth === 0).slice(0, MOST_BARS);
  const isSplit = across !== null && across.holds && across.columns.length <= MOST_SERIES;
  const bars = drawingOf(
    {
      key: `${key}/parts`,
      kind: isSplit ? "stacked-bar" : "bar",
      title: own.chart(line.label, head),
      series: isSplit ? across.columns.map((one) => headOf(one, across.columns)) : [head],
      rows: first.map((one) => ({
        label: one.line.label,
        values: isSplit ? across.columns.map((of) => amount(one.line, of)) : [amount(one.line, column)],
      })),
    },
    scene,
  );
  const pie = (name: string, title: string, all: readonly Figure[]) => {
    const slices = all.filter((one) => one.value > 0);
    return slices.length > MOST_SLICES
      ? null
      : drawingOf(
          {
            key: `${key}/${name}`,
            kind: "doughnut",
            title,
            series: [head],
            rows: slices.map((one) => ({ label: one.label, values: [one.value] })),
          },
          scene,
        );
  };
  const pies = [
    shares ? pie("shares", own.shares(line.label), parts) : null,
    across?.shares ? pie("columns", own.columnShares(head), across.figures) : null,
  ].filter((one) => one !== null);
  return [...(bars ? [chartBlock(bars)] : []), ...(pies[0] ? [chartBlock(pies[0], pies[1])] : [])];
}

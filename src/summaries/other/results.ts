import { judge, writeNumber, type Direction } from "../../quantity";
import type { OtherTable, ResultLine } from "../../tables";
import type { Block, Line } from "../lines";
import { block, blank, cellsAt, withSource, words as wordsLine, type Scene } from "../parts";
import { count, type Standing } from "../status";
import { distanceText, shownTarget, targetChart, targetWords } from "../target-words";

/** A line of results with what it comes to. */
export interface Result extends Pick<Standing, "status" | "judgement"> {
  readonly line: ResultLine;
  readonly number: string;
  readonly year: number | null;
  readonly direction: Direction | null;
}

/** So many times apart, one of the two is a fraction and the other in points, or typed in another unit. */
const OTHER_SCALE = 20;

/** The results of a table held against their targets, as far as the target or the name of the measure says which way it should go. */
export function resultsOf({ results = [], rows, columns, wordColumns }: OtherTable): Result[] {
  const numbers = new Map(rows.map(({ row, number }) => [row, number]));
  const years = new Map([...columns, ...wordColumns].map(({ col, year }) => [col, year]));
  return results.map((line): Result => {
    const { actual, target, direction, row } = line;
    const known = { line, direction, number: numbers.get(row) ?? "", year: years.get(actual.at.col) ?? years.get(target.at.col) ?? null };
    const [one, other] = [Math.abs(actual.value), Math.abs(target.target.value)];
    if (one > 0 && other > 0 && Math.max(one, other) / Math.min(one, other) >= OTHER_SCALE)
      return { ...known, status: "otherUnit", judgement: null };
    const judgement = judge(actual.value, target.target, direction);
    if (judgement.status === "cannot-check") return { ...known, status: "undirected", judgement: null };
    return { ...known, status: judgement.status === "met" ? "met" : "notMet", judgement };
  });
}

/** What the results of a table come to: the sentence, those that are missed, each against its target, a chart of the shares. */
export function resultBlocks(results: readonly Result[], key: string, scene: Scene): Block[] {
  if (results.length === 0) return [];
  const { summary: own, notation } = scene.words;
  const missed = results.flatMap((one): Line[] => {
    const { line: { label, unit, actual, target: { target }, row }, year, status, judgement } = one;
    if (status !== "notMet" || judgement === null) return [];
    const text = own.missed({
      label, unit, year,
      actual: writeNumber(actual.value, notation),
      target: targetWords(target, { unit }, scene),
      by: judgement.distance === 0 ? null : writeNumber(judgement.distance, notation),
      over: judgement.status === "not-met" && judgement.side === "high",
    });
    return [wordsLine("bullet", `${key}/missed/${row}`, text)];
  });
  const { number, indicator, unit: unitHead, year: yearHead, target: targetHead, actual: actualHead, distance, status, opinion, source } =
    own.columns;
  const shares = results.filter(({ line: { unit }, status: state }) => unit === "%" && state !== "otherUnit");
  return [
    block({
      lead: [
        wordsLine("subheading", `${key}/title`, own.others.resultsHeading),
        wordsLine("bullet", `${key}/sentence`, own.others.results(own.met(count(results)), results.length)),
      ],
      rows: missed,
    }),
    block({
      head: [
        {
          kind: "indicator:head",
          key: `${key}/head`,
          cells: cellsAt([
            [0, number], [1, indicator], [2, unitHead], [4, yearHead], [5, targetHead], [6, actualHead], [7, distance], [8, status],
            [9, opinion], [11, source],
          ]),
        },
      ],
      rows: [
        ...results.map((one): Line => {
          const { line: { label, unit, target: { target }, actual, row }, year, status: state } = one;
          const cells = cellsAt([
            [0, one.number], [1, label], [2, unit], [4, year], [5, shownTarget({ ...target, baseline: null }, scene)], [6, actual.value],
            [7, distanceText(one, scene)], [8, own.status[state]],
          ]);
          return { kind: "indicator", key: `${key}/${row}`, cells: withSource(cells, actual.at) };
        }),
        blank(`${key}/after`),
      ],
    }),
    ...targetChart(
      `${key}/shares`,
      shares.map(({ line: { label, unit, target: { target }, actual }, number: name, year }) => ({
        label, unit, year, target,
        actual: actual.value,
        name: own.charts.series(name, label),
      })),
      scene,
    ),
  ];
}

import { groupBy } from "../base";
import { writeNumber } from "../quantity";
import { groupOf, headlines, heldOf, namesOf, numbersOf, standingKey, underGroups, type Held } from "./held";
import type { Block, Line } from "./lines";
import { block, blank, cellsAt, withSource, words as wordsLine, type Part, type Scene } from "./parts";
import { count, type Counts, type Standing, type Status } from "./status";
import { MOST_PAIRS, distanceText, shownTarget, targetChart, targetWords } from "./target-words";

/** Below the sentence: which indicators are not met and by how much. */
function missedBlock(part: string, chosen: readonly Held[], scene: Scene): Block[] {
  const { summary: own, notation } = scene.words;
  const missed = chosen.filter(({ status }) => status === "notMet");
  if (missed.length === 0) return [];
  const lines = missed.map((one): Line => {
    const text = own.missed({
      label: one.row.label,
      year: one.year,
      actual: writeNumber(one.actual ?? 0, notation),
      target: one.target ? targetWords(one.target, one.row, scene) : "",
      by: one.judgement === null || one.judgement.distance === 0 ? null : writeNumber(one.judgement.distance, notation),
      over: one.judgement?.status === "not-met" && one.judgement.side === "high",
      unit: one.row.unit,
    });
    return wordsLine("bullet", `missed/${standingKey(one)}`, text);
  });
  return [block({ lead: [wordsLine("subheading", `${part}/missed`, own.missedHeading(missed.length))], rows: lines })];
}

function countCells(label: string, all: readonly Standing[]): Line["cells"] {
  const { met, exceeded, notMet, open, notDue, words, unjudged }: Counts = count(all);
  return cellsAt([[0, label], [2, all.length], [3, met], [4, exceeded], [5, notMet], [6, open], [7, notDue], [8, words + unjudged]]);
}

/** How many by group of the plan, each indicator once, and by target year. */
function countBlock(part: Part, key: string, all: readonly Held[], chosen: readonly Held[], { words: { summary: own } }: Scene): Block {
  const groups = groupBy(chosen, (one) => groupOf(part, one));
  const years = [...groupBy(all, ({ year }) => year)].sort(([a], [b]) => a - b);
  const { group, total, met, exceeded, notMet, open, notDue, words } = own.counts;
  const named = [...groups.keys()].some((name) => name !== "");
  return block({
    lead: [wordsLine("subheading", `${key}/counts`, own.countsHeading)],
    head: [
      {
        kind: "count:head",
        key: `${key}/counts/head`,
        cells: cellsAt([[0, group], [2, total], [3, met], [4, exceeded], [5, notMet], [6, open], [7, notDue], [8, words]]),
      },
    ],
    rows: [
      ...(named
        ? [...groups].map(([name, members]): Line => ({
            kind: "count",
            key: `${key}/group/${name}`,
            cells: countCells(name || own.noGroup, members),
          }))
        : []),
      { kind: "count:total", key: `${key}/all`, cells: countCells(own.allIndicators, chosen) },
      ...(years.length > 1
        ? years.map(([year, members]): Line => ({
            kind: "count",
            key: `${key}/year/${year}`,
            cells: countCells(own.targetsOf(year), members),
          }))
        : []),
      blank(`${key}/counts/after`),
    ],
    together: groups.size < 12,
  });
}

/** Those in words by group of the plan, by what people have chosen; nothing while nobody has. */
function assessedBlock(part: Part, key: string, chosen: readonly Held[], { words: { summary: own } }: Scene): Block[] {
  const inWords = chosen.filter((one) => count([one]).words > 0);
  if (inWords.every(({ status }) => status === "words")) return [];
  const groups = [...groupBy(inWords, (one) => groupOf(part, one))];
  const cells = (label: string, all: readonly Held[]): Line["cells"] => {
    const { words, wordsMet, wordsNotMet, wordsWatched } = count(all);
    return cellsAt([
      [0, label], [2, words], [3, wordsMet], [4, wordsNotMet], [5, wordsWatched], [6, words - wordsMet - wordsNotMet - wordsWatched],
    ]);
  };
  const { wordsMet, wordsNotMet, wordsWatched, words } = own.status;
  return [
    block({
      lead: [wordsLine("subheading", `${key}/assessed`, own.assessedHeading)],
      head: [
        {
          kind: "assessed:head",
          key: `${key}/assessed/head`,
          cells: cellsAt([[0, own.counts.group], [2, own.counts.total], [3, wordsMet], [4, wordsNotMet], [5, wordsWatched], [6, words]]),
        },
      ],
      rows: [
        ...(groups.some(([name]) => name !== "")
          ? groups.map(([name, members]): Line => ({
              kind: "assessed",
              key: `${key}/assessed/group/${name}`,
              cells: cells(name || own.noGroup, members),
            }))
          : []),
        { kind: "assessed:total", key: `${key}/assessed/all`, cells: cells(own.allInWords, inWords) },
        blank(`${key}/assessed/after`),
      ],
      together: groups.length < 12,
    }),
  ];
}

/** Targets that numbers can be held against, one row each, with room for what people think. */
function standingBlock(part: Part, key: string, all: readonly Held[], scene: Scene): Block[] {
  const { summary: own } = scene.words;
  const rows = all.filter(({ target }) => target !== null);
  if (rows.length === 0) return [];
  const { number, indicator, unit, baseline, year, target, actual, distance, status, opinion, source } = own.columns;
  const numbers = numbersOf(all);
  return [
    block({
      lead: [wordsLine("subheading", `${key}/each`, own.eachHeading)],
      head: [
        {
          kind: "indicator:head",
          key: `${key}/each/head`,
          cells: [number, indicator, unit, baseline, year, target, actual, distance, status, opinion, null, source],
        },
      ],
      rows: [
        ...underGroups(part, key, "indicator", rows.map((one) => {
          const { row, status: state } = one;
          const start = row.baseline?.state === "number" ? row.baseline.value : null;
          const cells = [
            numbers.get(row) ?? "",
            row.label, row.unit, start, one.year,
            one.target ? shownTarget({ ...one.target, baseline: null }, scene) : null,
            one.actual,
            distanceText(one, scene),
            own.status[state],
          ];
          return {
            held: one,
            line: {
              kind: "indicator",
              key: standingKey(one),
              cells: withSource(cells, (row.actuals.get(one.year) ?? one.cell).at),
              data: state,
            },
          };
        })),
        blank(`${key}/each/after`),
      ],
    }),
  ];
}

/** Targets in words, cells with several, and those that nobody can read; what was reported as it was typed. */
function wordsBlock(part: Part, key: string, all: readonly Held[], { words: { summary: own } }: Scene): Block[] {
  const rows = all.filter(({ target }) => target === null);
  if (rows.length === 0) return [];
  const { number, indicator, year, target, actual, status, opinion, source } = own.columns;
  const numbers = numbersOf(all);
  return [
    block({
      lead: [wordsLine("subheading", `${key}/words`, own.wordsHeading)],
      head: [
        {
          kind: "words:head",
          key: `${key}/words/head`,
          cells: cellsAt([[0, number], [1, indicator], [2, year], [3, target], [6, actual], [8, status], [9, opinion], [11, source]]),
        },
      ],
      rows: [
        ...underGroups(part, key, "words", rows.map((one) => {
          const cells = cellsAt([
            [0, numbers.get(one.row) ?? ""], [1, one.row.label], [2, one.year], [3, one.cell.text], [6, one.actual ?? one.said],
            [8, own.status[one.status]],
          ]);
          return {
            held: one,
            line: {
              kind: "words",
              key: standingKey(one),
              cells: withSource(cells, (one.row.actuals.get(one.year) ?? one.cell).at),
              data: one.status,
            },
          };
        })),
        blank(`${key}/words/after`),
      ],
    }),
  ];
}

/** Target and actual value of the shares, the only values that one scale fits: those that have a value. */
function shareChart(key: string, all: readonly Held[], scene: Scene): Block[] {
  const drawn = all.flatMap((one) =>
    one.target && one.actual !== null && one.row.unit === "%" ? [{ ...one, target: one.target, actual: one.actual }] : [],
  );
  const nameOf = namesOf(drawn.slice(-MOST_PAIRS).map(({ row }) => row), numbersOf(all), scene);
  return targetChart(
    `${key}/shares`,
    drawn.map(({ row, year, target, actual }) => ({ label: row.label, name: nameOf(row), unit: row.unit, year, target, actual })),
    scene,
  );
}

/** The section of a plan's indicators, after its sentence. */
export function indicatorBlocks(
  part: Part, key: string, scene: Scene,
): { readonly blocks: Block[]; readonly chosen: Held[]; readonly all: Held[] } {
  const all = heldOf(part, scene);
  const chosen = headlines(all);
  return {
    all,
    chosen,
    blocks: [
      ...missedBlock(key, chosen, scene), countBlock(part, key, all, chosen, scene), ...assessedBlock(part, key, chosen, scene),
      ...standingBlock(part, key, all, scene), ...shareChart(key, all, scene), ...wordsBlock(part, key, all, scene),
    ],
  };
}

/** The states of all indicators by their keys, as the next summary compares them. */
export type States = ReadonlyMap<string, { readonly state: Status; readonly label: string }>;

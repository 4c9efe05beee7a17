import { cleanText, writeRoman, type Day } from "../../quantity";
import { areaToA1 } from "../../sheet";
import type { OtherTable } from "../../tables";
import type { Block } from "../lines";
import { block, blank, words as wordsLine, type Scene } from "../parts";
import { count } from "../status";
import { blocksOfTasks, type Standing } from "../tasks";
import { shownUnit } from "./columns";
import { resultBlocks, resultsOf, type Result } from "./results";
import { tasksIn } from "./tasks";
import { totalBlocks } from "./total-blocks";
import { labelOf, totalsOf, type Total } from "./totals";

/** What is told of a table that somebody else has made; nothing of one that is `hidden`. */
export interface OtherFindings {
  readonly table: OtherTable;
  readonly hidden: boolean;
  readonly totals: readonly Total[];
  readonly results: readonly Result[];
  readonly tasks: readonly Standing[];
}

export function tellingOf(table: OtherTable, today: Day): OtherFindings {
  return { table, hidden: false, totals: totalsOf(table), results: resultsOf(table), tasks: tasksIn(table, today) };
}

/** A table on a sheet that nobody sees is named, and nothing is told of it. */
export function hiddenTelling(table: OtherTable): OtherFindings {
  return { table, hidden: true, totals: [], results: [], tasks: [] };
}

/** Longer titles are cut in a heading. */
const LONGEST = 160;

/** What a table is called: by its title, else by where it stands. */
export function nameOf({ title, sheet, area }: OtherTable, { words: { summary: { others: own } } }: Scene): string {
  const text = cleanText(title?.text ?? "");
  if (text === "") return own.unnamed(sheet, areaToA1(area));
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}

/**
 * The part of tables that somebody else has made: a section for each that has totals, results or tasks, and one that names the others.
 */
export function otherBlocks(all: readonly OtherFindings[], scene: Scene): Block[] {
  const { summary: own } = scene.words;
  let number = 0;
  const heading = (text: string, key: string) => wordsLine("heading", key, own.section(writeRoman(++number), text));
  const [told, plain] = [all.filter(isTold), all.filter((one) => !isTold(one))];
  const sections = told.flatMap(({ table, totals, results, tasks }): Block[] => {
    const key = keyOf(table);
    const { sheet, area, rows, columns } = table;
    const where = own.others.where(sheet, areaToA1(area), rows.length, columns.length);
    return [
      block({ lead: [heading(nameOf(table, scene), key), wordsLine("note", `${key}/where`, where)] }),
      ...totalBlocks(table, totals, `${key}/totals`, scene),
      ...resultBlocks(results, `${key}/results`, scene),
      ...(tasks.length > 0
        ? [
            block({ lead: [wordsLine("subheading", `${key}/tasks/title`, own.others.tasksHeading)] }),
            ...blocksOfTasks(tasks, key, scene),
          ]
        : []),
    ];
  });
  if (plain.length === 0) return sections;
  const rows = plain.map(({ table, hidden }) =>
    wordsLine("bullet", `${keyOf(table)}/plain`, own.others.plain({
      name: nameOf(table, scene),
      lines: table.rows.length,
      columns: table.columns.length,
      questions: hidden ? 0 : new Set(table.questions.map(({ question }) => question)).size,
      hidden,
    })),
  );
  return [...sections, block({ lead: [heading(own.others.plainHeading, "others/plain")], rows: [...rows, blank("others/plain/after")] })];
}

function isTold({ totals, results, tasks }: OtherFindings): boolean {
  return totals.length + results.length + tasks.length > 0;
}

function keyOf({ key }: OtherTable): string {
  return `other/${key}`;
}

/** What the only table says first; of several how many there are, and what they have. */
export function otherSentence(told: readonly OtherFindings[], { words: { summary: own } }: Scene): string {
  const all = told.filter(({ hidden }) => !hidden);
  const [only] = all.length === 1 ? all : [];
  const [total] = only?.totals ?? [];
  if (only) {
    if (only.results.length > 0) return own.met(count(only.results));
    if (total) return own.others.headline({ label: labelOf(total), value: total.value, money: shownUnit(total.money), unit: total.unit });
  }
  return own.others.sentence({
    tables: all.length,
    totals: all.filter(({ totals }) => totals.length > 0).length,
    results: all.filter(({ results }) => results.length > 0).length,
    tasks: all.filter(({ tasks }) => tasks.length > 0).length,
    plain: all.filter((one) => !isTold(one)).length,
  });
}

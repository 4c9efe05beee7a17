import {
  catalogue, codesOf, compareCatalogue, comparisonSpecs, targetText, verdictText, type Codes, type Comparable, type ComparedPlans,
} from "../app";
import type { Words } from "../i18n";
import { syllableKey } from "../quantity";
import { compareReport } from "./compare-report";
import { NotDone, unreadSentence, writeNew, type Io } from "./io";
import { textRow, wrapped, type TextColumn } from "./text-table";

/** The options of `plans` as they come from the command line. */
export interface CompareOptions {
  readonly json?: boolean;
  /** True: all plans; else ids. */
  readonly compare?: true | readonly string[];
  readonly output?: string;
  readonly codes?: string;
  readonly join: readonly string[];
  readonly part: readonly string[];
}

/** Width of all that is printed, in characters. */
const WIDTH = 110;
const INDENT = 3;
const GAPS = 8;
const COLUMNS: readonly TextColumn[] = [
  { width: 20 }, { width: 16 }, { width: 4 }, { width: 11, right: true }, { width: WIDTH - INDENT - GAPS - 51 },
];

/** Holds the same indicator of several plans side by side. Throws `NotDone`; nothing is written then. */
export async function compare(options: CompareOptions, words: Words, io: Io): Promise<void> {
  const own = words.summary.comparison.cli;
  const ids = options.compare === true || options.compare === undefined ? catalogue.map(({ id }) => id) : [...new Set(options.compare)];
  for (const id of ids)
    if (!catalogue.some((plan) => plan.id === id)) throw new NotDone(words.cli.unknownPlan(id, catalogue.map((plan) => plan.id)));
  if (ids.length < 2) throw new NotDone(own.tooFew);
  const codes: Codes = options.codes === undefined ? new Map() : await readCodes(options.codes, words, io);
  const compared = compareCatalogue(ids, { codes, join: options.join.map((text) => pairOf(text, words)), part: options.part });
  const [unknown] = compared.unknown;
  if (unknown !== undefined) throw new NotDone(own.unknownIndicator(unknown));
  if (options.output !== undefined) {
    const specs = comparisonSpecs(compared.comparison, words);
    await writeNew(options.output, specs, words, io);
    // what is printed as JSON stays alone on standard output
    (options.json ? io.error : io.out)(words.cli.written(options.output, specs.map(({ name }) => name)));
    if (!options.json) return;
  }
  if (options.json) io.out(JSON.stringify(compareReport(compared), null, 2));
  else for (const line of linesOf(compared, words)) io.out(line);
}

function pairOf(text: string, words: Words): readonly [string, string] {
  const [a, b, ...more] = text.split("=").map((part) => part.trim());
  if (!a || !b || more.length > 0) throw new NotDone(words.summary.comparison.cli.badJoin(text));
  return [a, b];
}

async function readCodes(file: string, words: Words, io: Io): Promise<Codes> {
  let codes: Codes | null;
  try {
    codes = await codesOf(await io.open(file));
  } catch (cause) {
    throw new NotDone(unreadSentence(file, cause, words), { cause });
  }
  if (!codes) throw new NotDone(words.summary.comparison.cli.noCodes(file));
  return codes;
}

/** Names that differ only in how they are spelt are not told apart. */
const spelt = (text: string): string => text.normalize("NFC").toLocaleLowerCase("vi").split(/\s+/).map(syllableKey).join(" ");

function linesOf({ comparison: { groups, alone }, near }: ComparedPlans, words: Words): string[] {
  const { comparison: own, columns } = words.summary;
  const indented = (lines: readonly string[]): string[] => lines.map((line) => " ".repeat(INDENT) + line);
  const block = groups.flatMap(({ members }, index) => {
    const [first] = members;
    const heading = `${index + 1}. ${first?.item.label ?? ""}${first?.item.unit ? ` (${first.item.unit})` : ""}`;
    const others = members.filter(({ item }) => spelt(item.label) !== spelt(first?.item.label ?? ""));
    return [
      ...wrapped(heading, WIDTH),
      ...indented(
        others.flatMap(({ item }) => wrapped(`= ${item.label} (${[item.planName, item.unit].filter(Boolean).join(", ")})`, WIDTH - INDENT)),
      ),
      ...indented(textRow(COLUMNS, [own.plan, own.level, columns.year, columns.target, own.verdict])),
      ...members.flatMap(({ item, verdicts }) =>
        verdicts.flatMap((verdict, at) => {
          const shown = targetText(verdict.target, words);
          return indented(
            textRow(COLUMNS, [
              at === 0 ? item.planName : "", at === 0 && item.level ? own.levels[item.level] : "", String(verdict.year), shown,
              verdictText(verdict, words),
            ]),
          );
        }),
      ),
      "",
    ];
  });
  const called = ({ label, planName, unit }: Comparable): string => `“${label}” (${[planName, unit].filter(Boolean).join(", ")})`;
  const alike = near.flatMap(({ item, other }) => [
    ...indented([...wrapped(called(item), WIDTH - INDENT), ...wrapped(called(other), WIDTH - INDENT), `--join "${item.key}=${other.key}"`]),
    "",
  ]);
  const plans = [...new Map([...groups.flatMap(({ members }) => members), ...alone].map(({ item }) => [item.plan, item.planName]))].map(
    ([id, name]) => `${name}: ${id}`,
  );
  return [
    ...plans, "", ...(groups.length > 0 ? block : [own.none, ""]), ...(near.length > 0 ? [own.cli.nearHeading, ...alike] : []),
    own.cli.aloneCount(alone.length),
  ];
}

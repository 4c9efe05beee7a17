import { groupBy } from "../../base";
import type { TextDocument, Years } from "../document/document";
import type { BudgetFact, BudgetGap, Doubt } from "../draft";
import { gapsOf } from "./gaps";
import { kindOf } from "./kinds";
import { linesOf, type Line } from "./line";
import { mentionsIn } from "./mentions";
import { byName, byNearness } from "./near";
import { byOutline } from "./outline";
import { joinSame } from "./same";
import { wordGaps } from "./spelled";
import { splitsOf, type Split } from "./splits";
import { bySums } from "./sums";
import { yearsAbove } from "./years";

export interface BudgetReading {
  readonly facts: readonly BudgetFact[];
  readonly gaps: readonly BudgetGap[];
}

/**
 * The lines of a plan's budget, each once, with what they are part of, and the wholes that their parts do not come to. Never throws; the
 * ids are "b1", "b2" in the order of the text.
 */
export function budgetOf(document: TextDocument): BudgetReading {
  const lines = linesOf(mentionsIn(document));
  byOutline(lines);
  bySums(lines);
  joinSame(lines);
  byNearness(lines);
  byName(lines);
  const splits = splitsOf(lines);
  const ids = new Map<number, string>();
  for (const [place, { same }] of lines.entries()) if (same === null) ids.set(place, `b${ids.size + 1}`);
  const idOf = (place: number): string => ids.get(place) ?? "";
  const splitOf = new Map(splits.flatMap((split) => split.parts.map((part) => [part, split] as const)));
  const wholes = new Set(splits.filter(({ state }) => state !== "some").map(({ whole }) => whole));
  const loose = lines.filter(({ parent, same }) => parent === null && same === null);
  const beside = new Map([...groupBy(loose, ({ list }) => list)].map(([list, some]) => [list, some.length]));
  const tree: Tree = { document, lines, ids, splitOf, wholes, beside };
  const facts = lines.flatMap((line, place) => (line.same === null ? [factOf(tree, place, line)] : []));
  return { facts, gaps: [...gapsOf(lines, splits, idOf), ...wordGaps(document, lines, splits, idOf)] };
}

/** No name begins like this. */
const LEAD_IN = /^(?:$|(?:cho|trong|mỗi|về|với|để|và|do|khi|nếu|theo|phần)(?!\p{L}))/iu;

/** One of a list that no amount stands over. */
function isLoose({ wholes, beside }: Tree, place: number, { parent, list, mention }: Line): boolean {
  return parent === null && !wholes.has(place) && !mention.isWhole && (beside.get(list) ?? 0) > 1;
}

/** The tree that has been made. */
interface Tree {
  readonly document: TextDocument;
  readonly lines: readonly Line[];
  /** By the places of the lines that stay. */
  readonly ids: ReadonlyMap<number, string>;
  readonly splitOf: ReadonlyMap<number, Split>;
  /** Places of lines whose parts are all told. */
  readonly wholes: ReadonlySet<number>;
  /** How many lines without a whole stand in a list. */
  readonly beside: ReadonlyMap<string, number>;
}

function factOf(tree: Tree, place: number, line: Line): BudgetFact {
  const { document, ids } = tree;
  const { money, name, isLine, isNameFar, span } = line.mention;
  const split = tree.splitOf.get(place) ?? null;
  const whole = split === null ? null : (ids.get(split.whole) ?? null);
  const years = yearsFor(tree, line);
  const isWhole = tree.wholes.has(place);
  const isOf = split?.state === "some" || (line.by === "near" && line.isSome);
  const isConfirmed = split?.state === "full" || isWhole;
  const doubts: Doubt[] = [
    ...(isNameFar || LEAD_IN.test(name) ? (["name"] as const) : []),
    ...(split?.state === "broken" ? (["value"] as const) : []),
    ...(isLine === "perhaps" && !isConfirmed ? (["kind"] as const) : []),
    ...(line.by === "near" || line.by === "name" || isLoose(tree, place, line) ? (["parent"] as const) : []),
    ...(money.isDoubtful && !isConfirmed ? (["readings"] as const) : []),
  ];
  return {
    id: ids.get(place) ?? "", evidence: document.text.slice(...span), span, sure: doubts.length === 0, doubts,
    label: name, amount: money.amount, unit: money.unit,
    year: years?.to ?? null, from: years !== null && years.from !== years.to ? years.from : null,
    kind: kindFor(tree.lines, line, split, isWhole && whole === null),
    parent: isOf ? null : whole, of: isOf ? whole : null,
  };
}

/**
 * A whole of its own is a total where its name says that it is money; what stands among those who pay, or is said inside of one, is one of
 * them.
 */
function kindFor(lines: readonly Line[], { mention, parent }: Line, split: Split | null, isRoot: boolean): BudgetFact["kind"] {
  const kind = kindOf(mention.name);
  // the whole of one year, beside that of all
  if (kind === "total" && mention.cell !== null && parent !== null && !mention.isWhole) return "item";
  // "ngân sách tỉnh 36 tỷ đồng (vốn đầu tư 21 tỷ đồng, …)"
  if (kind === "total" && parent !== null && /^vốn(?!\p{L})/iu.test(mention.name)) return "source";
  if (kind !== "item") return kind;
  if (isRoot && /kinh phí|vốn|dự toán|ngân sách/iu.test(mention.name)) return "total";
  const kindAt = (place: number | null): BudgetFact["kind"] | null => (place === null ? null : kindOf(lines[place]?.mention.name ?? ""));
  if (mention.within !== null && kindAt(parent) === "source") return "source";
  const beside = split?.state === "some" ? [] : (split?.parts ?? []);
  const sources = beside.filter((place) => kindAt(place) === "source").length;
  return sources > 0 && sources * 2 >= beside.length ? "source" : "item";
}

/** What it says itself, else its whole, else the headings, else the title. */
function yearsFor({ document, lines }: Tree, line: Line): Years | null {
  let at: Line | undefined = line;
  for (let depth = 0; at !== undefined && depth < DEEPEST; depth += 1) {
    if (at.mention.years !== null) return at.mention.years;
    at = at.parent === null ? undefined : lines[at.parent];
  }
  return yearsAbove(line.mention.paragraph.section) ?? document.years;
}

const DEEPEST = 12;

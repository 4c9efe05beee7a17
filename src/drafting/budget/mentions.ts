import { originOf, type Span } from "../../base";
import type { Paragraph, TextDocument, Years } from "../document/document";
import { amountsInTables, type TableAmount } from "../tables/table-amounts";
import {
  BASIS, isDeed, isGeneric, isProgramme, isRest, lowerFirst, nameAfter, nameBefore, plainWords, saysWhole, withoutGenericEnd,
} from "./label";
import { moneyIn, type Money } from "./money";
import { isBudgetLine, LOOKS_BACK, type IsLine } from "./refused";
import { yearsSaid } from "./years";

/** An amount in its paragraph that is a line of the budget, with what its words say of it. */
export interface Mention {
  readonly paragraph: Paragraph;
  /** The paragraph whose place in the outline it has: the item that it is named after, where its own names nothing. */
  readonly place: Paragraph;
  readonly money: Money;
  readonly name: string;
  /** It says that it is the whole of the money. */
  readonly isWhole: boolean;
  /** The name was taken from a sentence or paragraph above. */
  readonly isNameFar: boolean;
  readonly isLine: Exclude<IsLine, "no" | "inside">;
  readonly years: Years | null;
  /** Where its evidence stands in the text as given. */
  readonly span: Span;
  /** What its words say that follows: all of its parts, some of them ("trong đó"), a list (":"), nothing. */
  readonly opens: Opening;
  /** The place of the mention of the same paragraph that it stands inside of, in the list of mentions; null for none. */
  readonly within: number | null;
  /** Where it stands in a table; null elsewhere. */
  readonly cell: CellPlace | null;
}

/** What an amount in a table stands under or beside (by its place among all mentions), and with which others. */
export interface CellPlace {
  /** The index of the first row of its table. */
  readonly table: number;
  readonly parent: number | null;
  readonly list: string;
  readonly isSome: boolean;
}

export type Opening = "all" | "some" | "list" | null;

const ALL = /(?<![\p{L}\d])(?:bao gồm|gồm|chia ra|chia theo|phân theo|cụ thể|như sau)(?![\p{L}\d])/iu;
const SOME = /(?<![\p{L}\d])trong đó(?![\p{L}\d])/iu;

function openingOf(text: string, isLast: boolean): Opening {
  if (SOME.test(text)) return "some";
  if (ALL.test(text)) return "all";
  if (/^[\s*]{0,3}\((?!\s{0,2}(?:bằng|viết bằng) chữ)[^()]*$/iu.test(text) && !isLast) return "some";
  return isLast && /:\s*$/u.test(text) ? "list" : null;
}

/** The lines of the budget that stand in the paragraphs and tables of a document, in the order of the text. */
export function mentionsIn(document: TextDocument): Mention[] {
  const found: Found = { mentions: [], withLines: new Set(), plan: document.years };
  const tables = amountsInTables(document);
  const firsts = new Map<number, number>();
  for (const paragraph of document.paragraphs) {
    for (const amount of tables.get(paragraph.index) ?? []) addCell(found.mentions, amount, firsts, paragraph.index);
    if (paragraph.cells !== null || LOOKS_BACK.test(paragraph.text.text.slice(0, LONGEST))) continue;
    const { text } = paragraph.text;
    const amounts = /\d/u.test(text) ? moneyIn(text) : [];
    const before = found.mentions.length;
    if (amounts.length > 0) addMentions(found, paragraph, amounts);
    if (found.mentions.length > before) found.withLines.add(paragraph);
  }
  return found.mentions;
}

/** `firsts`: where the amounts of each table begin among the mentions. */
function addCell(mentions: Mention[], amount: TableAmount, firsts: Map<number, number>, table: number): void {
  const first = firsts.get(table) ?? mentions.length;
  firsts.set(table, first);
  const { paragraph, name, span, years, parent, list, isSome, isWhole, ...written } = amount;
  const end = paragraph.text.text.length;
  mentions.push({
    paragraph, place: paragraph, name, span, years, isWhole, isNameFar: false, isLine: "yes", opens: null, within: null,
    money: { ...written, from: end, to: end, currency: "đồng", isDoubtful: false, per: null },
    cell: { table, parent: parent === null ? null : first + parent, list, isSome },
  });
}

interface Found {
  readonly mentions: Mention[];
  /** The paragraphs that have any. */
  readonly withLines: Set<Paragraph>;
  /** The years of the plan. */
  readonly plan: Years | null;
}

function addMentions({ mentions, withLines, plan }: Found, paragraph: Paragraph, amounts: readonly Money[]): void {
  const { text } = paragraph.text;
  /** Those that are open: what is said next may be inside of them. */
  let open: { readonly place: number; readonly depth: number }[] = [];
  let depth = 0;
  let areNamesBehind = false;
  for (const [at, money] of amounts.entries()) {
    const before = text.slice(amounts[at - 1]?.to ?? 0, money.from);
    const after = text.slice(money.to, amounts[at + 1]?.from ?? text.length);
    const isNewSentence = /(?<!\d)\.\s+\p{Lu}/u.test(before) && openingOf(before, false) === null;
    if (isNewSentence) open = [];
    depth = Math.max(0, depth + before.split("(").length - before.split(")").length);
    open = open.filter((one) => one.depth <= depth);
    const clause = clauseBefore(before);
    const naming = namingOf(clause, after, areNamesBehind && at > 0 && clause === before);
    areNamesBehind = naming.isBehind;
    const years = isProgramme(naming.name) ? null : (yearsSaid(clause) ?? yearsSaid(/^[^,;:.]*/u.exec(after)?.[0] ?? ""));
    const sentence = before.length < clause.length ? before : sentenceBefore(text, money.from);
    const isLine = isBudgetLine(money, {
      before: sentence, after: after.slice(0, 80), name: naming.name, section: paragraph.section.kind, year: years?.to ?? null, plan,
    });
    if (isLine === "no" || (isLine === "inside" && open.length === 0 && !isUnder(paragraph, withLines))) continue;
    const opens = openingOf(after, at === amounts.length - 1);
    const far = isGeneric(naming.name) || BASIS.test(naming.name) ? nameFromAbove(paragraph, text.slice(0, money.from), naming) : null;
    mentions.push({
      paragraph, place: far?.paragraph ?? paragraph, money, years, opens,
      isLine: isLine === "inside" ? "perhaps" : isLine,
      name: far?.name ?? (naming.name === "" ? plainWords(clause) : naming.name),
      isWhole: naming.isWhole && (far === null || far.paragraph === paragraph), isNameFar: far !== null,
      within: open.at(-1)?.place ?? null, cell: null,
      span: originOf(paragraph.text, money.from - clause.trimStart().length, money.to),
    });
    const nested = after.includes("(") && /\((?:[^()]*)$/u.test(after) ? 1 : 0;
    if (opens !== null && at < amounts.length - 1) open.push({ place: mentions.length - 1, depth: depth + nested });
  }
}

function isUnder({ parent }: Paragraph, withLines: ReadonlySet<Paragraph>): boolean {
  for (let at = parent; at !== null; at = at.parent) if (withLines.has(at)) return true;
  return false;
}

interface Naming {
  readonly name: string;
  readonly isWhole: boolean;
  readonly isBehind: boolean;
}

/** Before the amount or, where only a deed or nothing stands there, behind it; as the one before was named in the same clause. */
function namingOf(clause: string, after: string, wereBehind: boolean): Naming {
  const name = withoutGenericEnd(nameBefore(clause));
  const isWhole = saysWhole(clause, name);
  const behind = (name === "" && !isWhole) || isDeed(name) || wereBehind ? nameAfter(after) : "";
  if (behind === "") return { name, isWhole, isBehind: false };
  const isAlone = name === "" || wereBehind || isRest(name);
  const named = isAlone ? behind : `${name} ${lowerFirst(behind)}`;
  return { name: named, isWhole: /^tổng(?!\p{L})/iu.test(named), isBehind: true };
}

const CLAUSE_END =
  /;|(?<!\d)\.(?=\s+\p{Lu})|(?<=\d)\.(?=\s+\p{Lu}\p{Ll})|(?<![\p{L}\d])(?:bao gồm|gồm|trong đó|chia ra|cụ thể)(?![\p{L}\d])\s{0,3}[:,]?/giu;

/** The words from the last end of a sentence or part of one, or from what says that parts follow. */
function clauseBefore(before: string): string {
  const last = [...before.matchAll(CLAUSE_END)].at(-1);
  return last ? before.slice(last.index + last[0].length) : before;
}

function sentenceBefore(text: string, to: number): string {
  const near = text.slice(Math.max(0, to - LONGEST), to);
  const ends = [...near.matchAll(/;|(?<!\d)\.(?=\s+\p{Lu})/gu)];
  return near.slice((ends.at(-1)?.index ?? -1) + 1);
}

const LONGEST = 600;

interface FarName {
  readonly name: string;
  /** Whose place in the outline the amount has. */
  readonly paragraph: Paragraph;
}

/** "Sửa chữa trụ sở … . Dự kiến kinh phí là 2,5 tỷ": the sentence before says what for, else the item that the line stands under. */
function nameFromAbove(paragraph: Paragraph, before: string, { name, isWhole: isAll }: Naming): FarName | null {
  const isWhole = (name === "" && isAll) || /^(?:tổng(?! mức đầu tư| vốn đầu tư)|cộng)(?!\p{L})/iu.test(name);
  const sentences = before.slice(-LONGEST).split(/;|\.(?=\s+\p{Lu})/u).map((sentence) => nameBefore(sentence));
  const last = sentences.slice(0, -1).findLast((sentence) => sentence !== "" && !isGeneric(sentence));
  if (last !== undefined && !isWhole) return { name: last, paragraph };
  const { parent } = paragraph;
  const above = parent === null ? "" : nameBefore(parent.text.text.replace(/[:.;]\s*$/u, ""));
  if (parent === null || above === "" || above.length > LONGEST_NAME || moneyIn(above).length > 0) return null;
  const isOfMoney = /kinh phí|vốn|ngân sách|nguồn|dự toán|tài chính/iu.test(above);
  // "Tổng số" under "Phân bổ vốn đầu tư công" is the whole of that, where it stands
  if (isWhole) return name === "" && isOfMoney ? { name: above, paragraph } : null;
  return isOfMoney || parent.marker === null || parent.marker.kind === "article" ? null : { name: above, paragraph: parent };
}

const LONGEST_NAME = 250;

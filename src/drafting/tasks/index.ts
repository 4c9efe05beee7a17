import { originOf, tracedPiece, upperFirst, type Traced } from "../../base";
import type { Paragraph, Section, TextDocument } from "../document/document";
import type { Doubt, TaskFact } from "../draft";
import { tasksInTables } from "../tables/table-tasks";
import { deedOf, endIn, saysNoWork, withoutTime } from "./deed";
import { deedAt, headOffice, isAuthority, leadOf, startsWithOffice } from "./offices";
import { responsibilityIn, responsibilityNote, type Responsibility } from "./responsibility";

type Task = Omit<TaskFact, "id">;

/** Words around the tasks: ends of the document, reasons, and what only says that tasks follow. */
const NO_TASK = /^(?:Trên đây|Trong quá trình|Nơi nhận|Kế hoạch này|Nghị quyết này|Quyết định này|Chương trình này|Trong đó|Cụ thể|Căn cứ nhiệm vụ được giao|Kính|Lưu\s?:)/u;

/** An assembly that agrees to what another proposes does nothing itself. */
const ASSENT = /^(?:HĐND|Hội đồng nhân dân|Quốc hội)[^.;:]{0,80}?\s(?:tán thành|nhất trí|thống nhất)(?!\p{L})/u;

/**
 * What the document tells somebody to do: under the heading of an office, in a sentence that begins with one, beside a note of who is
 * responsible, or in a table of tasks. General aims of nobody are none. Ids are "t1", "t2" in the order of the text. Never throws.
 */
export function tasksOf(document: TextDocument): TaskFact[] {
  const tasks = [...tasksInText(document), ...tasksInTables(document)]
    // a note of who is responsible may stand behind nothing
    .filter(({ name }) => name !== "")
    .sort((a, b) => a.span[0] - b.span[0]);
  return tasks.map((task, at) => ({ id: `t${at + 1}`, ...task }));
}

function tasksInText(document: TextDocument): Task[] {
  const leads = new Map<Paragraph, string>();
  const tasks: Task[] = [];
  /** Items that a note of who is responsible may still follow. */
  let waiting: Paragraph[] = [];
  const acting = actingIn(document);
  let isSigned = false;
  for (const paragraph of document.paragraphs) {
    const { text } = paragraph.text;
    isSigned = text.startsWith("Nơi nhận") || (isSigned && !/^(?:Phụ lục|Danh mục)/iu.test(text));
    if (isSigned || paragraph.cells !== null || NO_TASK.test(text) || isAside(paragraph)) continue;
    const note = responsibilityNote(text);
    if (note !== null && (waiting.length > 0 || (note.isLabelled && paragraph.parent !== null))) {
      const items = waiting.length > 0 ? waiting : paragraph.parent ? [paragraph.parent] : [];
      for (const item of items) tasks.push(noted(document, item, note));
      waiting = [];
      continue;
    }
    addTasks({ document, leads, acting, tasks }, paragraph);
    if (paragraph.isHeading) waiting = [];
    else if (paragraph.section.kind === "task" && deedLike(paragraph) && !startsWithOffice(text)) waiting.push(paragraph);
  }
  return tasks;
}

/** Items of a list that say what is done. */
const deedLike = ({ marker, text }: Paragraph): boolean => marker !== null && text.text.length > LEAST;
const LEAST = 20;

/** What others are asked for, and what the plan is for, is nobody's task. */
const ASIDE = /kiến nghị|đề xuất|mục đích|yêu cầu|quan điểm|nguyên tắc/iu;

function isAside({ section }: Paragraph): boolean {
  for (let at: Section | null = section; at !== null; at = at.parent) if (ASIDE.test(at.heading?.text.text.slice(0, 60) ?? "")) return true;
  return isOtherwise(section);
}

const isOtherwise = (section: Section): boolean => 
  section.kind === "report" || section.kind === "basis" || section.kind === "target" || section.kind === "budget";

interface Reading {
  readonly document: TextDocument;
  /** Who leads what stands under a paragraph. */
  readonly leads: Map<Paragraph, string>;
  readonly acting: ReadonlySet<Paragraph>;
  readonly tasks: Task[];
}

/** Headings under which somebody is told to lead or to work with others. */
function actingIn({ paragraphs }: TextDocument): Set<Paragraph> {
  const acting = new Set<Paragraph>();
  for (const paragraph of paragraphs) {
    if (!/chủ trì|phối hợp với|tham mưu/iu.test(paragraph.text.text.slice(0, 200))) continue;
    for (let at: Paragraph | null = paragraph; at !== null && !acting.has(at); at = at.parent) acting.add(at);
  }
  return acting;
}

function addTasks(reading: Reading, paragraph: Paragraph): void {
  const { document, leads, acting, tasks } = reading;
  const inside = responsibilityIn(paragraph.text.text);
  if (inside !== null) {
    tasks.push(taskOf(document, paragraph, tracedPiece(paragraph.text, 0, inside.from), inside.said));
    return;
  }
  const label = LABEL.exec(paragraph.text.text)?.[0].length ?? 0;
  const text = tracedPiece(paragraph.text, label);
  const head = headOffice(text.text);
  if (head !== null) {
    const isLead = paragraph.section.kind === "organisation" || isAuthority(head.lead) || acting.has(paragraph);
    if (isLead) leads.set(paragraph, head.lead);
    if (head.rest === "" || !isLead) return;
  }
  const above = head?.lead ?? leadAbove(paragraph, leads);
  const body = head === null ? text : tracedPiece(text, text.text.length - head.rest.length);
  /** The sentence before, where it is no task of its own. */
  let work: Traced | null = null;
  // behind the colon of an office in a list of them stands what it does, whatever the verb
  const isListed = head !== null && paragraph.marker !== null && paragraph.section.kind === "organisation" && /^\p{L}/u.test(head.rest);
  for (const [at, sentence] of sentencesIn(body).entries()) {
    const task = taskIn(reading, paragraph, sentence, { above, work, isDeed: isListed && at === 0 });
    if (task !== null) tasks.push(task);
    work = task === null && isWork(sentence.text) ? sentence : null;
  }
}

/** Words that may say what an office is given to do in the next sentence. */
const isWork = (text: string): boolean => text.length >= LEAST && !/:\s*$/u.test(text) && !startsWithOffice(text);

/** What stands around a sentence: who leads it, the work that the one before says, and whether its place alone makes it a deed. */
interface Around {
  readonly above: string | null;
  readonly work: Traced | null;
  readonly isDeed: boolean;
}

function taskIn(
  { document, leads }: Reading, paragraph: Paragraph, sentence: Traced, { above, work, isDeed: isListed }: Around,
): Task | null {
  const { text } = sentence;
  if (text.length < LEAST || NO_TASK.test(text) || ASSENT.test(text)) return null;
  const said = leadOf(upperFirst(text));
  // "Các sở, ban, ngành căn cứ chức năng, có trách nhiệm:" leads what follows
  if (/:\s*$/u.test(text)) {
    if (said !== null) leads.set(paragraph, said.lead);
    return null;
  }
  const isDeed = above !== null && !startsWithOffice(text) && (isListed || (deedAt(text.slice(0, 80).toLowerCase()) ?? 99) <= 60);
  if (said === null && !isDeed) return null;
  const deed = deedOf(upperFirst(text));
  const task = { ...deed, lead: deed.lead ?? above };
  if (work !== null && saysNoWork(deed.name)) return workOf(document, paragraph, work, sentence, task);
  return deed.name.length < LEAST / 2 ? null : taskOf(document, paragraph, sentence, task);
}

/** A task whose work one sentence says, and who does it the next. */
function workOf(document: TextDocument, paragraph: Paragraph, work: Traced, sentence: Traced, said: Said): Task {
  const task = taskOf(document, paragraph, sentence, { ...said, name: firstSentence(work.text) });
  const span = [originOf(work, 0, work.text.length)[0], task.span[1]] as const;
  return { ...task, span, evidence: document.text.slice(...span) };
}

/** A heading that its tasks stand behind: "Tổ chức thực hiện: Sở Nội vụ …". */
const LABEL = /^(?:Tổ chức thực hiện|Phân công(?: nhiệm vụ| thực hiện)?|Trách nhiệm thực hiện)\s*:\s*/iu;

/** Who leads what a paragraph stands under. */
function leadAbove(paragraph: Paragraph, leads: ReadonlyMap<Paragraph, string>): string | null {
  for (let { parent } = paragraph; parent !== null; { parent } = parent) {
    const lead = leads.get(parent);
    if (lead !== undefined) return lead;
  }
  return null;
}

function noted(document: TextDocument, item: Paragraph, note: Responsibility): Task {
  const [first] = sentencesIn(item.text);
  const said = { ...note, time: endIn(item.text.text) ?? note.time };
  return taskOf(document, item, first ?? item.text, said);
}

interface Said {
  readonly name?: string;
  readonly lead: string | null;
  readonly cooperating: string | null;
  readonly time: string | null;
}

function taskOf(document: TextDocument, { marker }: Paragraph, piece: Traced, { name, lead, cooperating, time }: Said): Task {
  const { text } = piece;
  const from = text.length - text.trimStart().length;
  const span = originOf(piece, from, text.trimEnd().length);
  const doubts: readonly Doubt[] = lead === null ? ["kind"] : [];
  const number = marker === null || marker.kind === "dash" || marker.kind === "plus" ? null : marker.text.replace(/[\s.)]+$/u, "");
  return {
    evidence: document.text.slice(...span), span, sure: doubts.length === 0, doubts,
    number, name: withoutTime(name ?? firstSentence(text), time), lead, cooperating, time,
  };
}

function firstSentence(text: string): string {
  const first = text.trim().split(/(?<=[^\d\s])\.\s+(?=\p{Lu})/u)[0] ?? "";
  const bare = first.replace(/\s+/gu, " ").replace(/[\s,;:.(]+$/u, "");
  return upperFirst(bare);
}

/** Sentences that end at a full stop; parts between semicolons are of one task, but where another office begins. */
function sentencesIn(text: Traced): Traced[] {
  const sentences: Traced[] = [];
  let from = 0;
  for (const { index, 0: sign } of text.text.matchAll(/\.\s+(?=\p{Lu})|;\s+(?=\p{Lu}|các\s)/gu)) {
    if (/(?:^|\s)(?:TP|TT|P|Q|H|Tp)$/u.test(text.text.slice(Math.max(0, index - 4), index))) continue;
    const next = text.text.slice(index + sign.length, index + sign.length + LONGEST_LEAD);
    if (sign.startsWith(";") && leadOf(upperFirst(next)) === null) continue;
    sentences.push(tracedPiece(text, from, index + 1));
    from = index + 1;
  }
  sentences.push(tracedPiece(text, from));
  return sentences.map(trimmedPiece).filter(({ text: words }) => words !== "");
}

const LONGEST_LEAD = 300;

function trimmedPiece(piece: Traced): Traced {
  const { text } = piece;
  return tracedPiece(piece, text.length - text.trimStart().length, text.trimEnd().length);
}

import { tracedJoin, tracedPiece, type Traced } from "../../base";
import { trimmed, withSingleBlanks } from "./clean";
import type { Marker } from "./document";
import type { Line } from "./lines";
import { isNext, readMarker } from "./markers";

/** A paragraph before it is known what it stands under. */
export interface Block {
  readonly marker: Marker | null;
  /** Without its marker. */
  readonly text: Traced;
  readonly marked: Line["marked"];
  readonly afterBlank: boolean;
  readonly cells: readonly Traced[] | null;
}

const ENDS = /[.;:!?…]["')\]]*$|\.\/\.?$/;
const IS_CAPITALS = /^(?=.*\p{Lu}{2})[^\p{Ll}]+$/u;
/** A line that goes on with a lower-case letter, a figure or a sign goes on with what stands before it. */
const GOES_ON = /^["'(]?(?:\p{Ll}|\d|[%‰),.;≤≥<>=/])/u;
/** Share of the line ends within sentences from which on a text is taken to be wrapped at a width. */
const WRAPPED = 0.2;

/** Whether the lines of a text are cut at a width, so that a line end says nothing. */
export function isWrapped(lines: readonly Line[]): boolean {
  let [pairs, within] = [0, 0];
  lines.forEach(({ content, afterBlank, cells }, at) => {
    const before = lines[at - 1];
    if (afterBlank || cells !== null || before === undefined || before.cells !== null) return;
    pairs += 1;
    if (/^\p{Ll}/u.test(content.text) && !ENDS.test(before.content.text)) within += 1;
  });
  return pairs >= 4 && within / pairs >= WRAPPED;
}

/** The paragraphs that lines make, wrapped ones joined, lists inside of a line taken apart. */
export function* blocksOf(lines: readonly Line[], wrapped: boolean): Generator<Block, void> {
  let open: Line[] = [];
  let length = 0;
  for (const line of lines) {
    const [first, last] = [open[0], open.at(-1)];
    if (first !== undefined && last !== undefined && length < LONGEST && joins(first, last, line, wrapped)) {
      open.push(line);
      length += line.content.text.length;
      continue;
    }
    if (first !== undefined) yield* closed(open);
    [open, length] = [[line], line.content.text.length];
  }
  if (open.length > 0) yield* closed(open);
}
/** No paragraph is longer: a text without any line end would be looked through again and again. */
const LONGEST = 20_000;

/** A marker and nothing after it: "2.2.", "2 .". */
const isLone = ({ content: { text } }: Line): boolean => readMarker(`${text} A`)?.length === text.length + 1;

function joins(first: Line, last: Line, line: Line, wrapped: boolean): boolean {
  if (first.cells !== null || line.cells !== null || line.marked === "heading") return false;
  if (isLone(last) && last === first) return readMarker(line.content.text) === null;
  const [before, text] = [last.content.text, line.content.text];
  const goesOnAsYears = /(?:19|20)\d\d$/.test(before) && /^- ?(?:năm )?(?:19|20)\d\d/.test(text);
  if (goesOnAsYears) return true;
  if (readMarker(text) !== null && !isFigure(text, before)) return false;
  const [capitals, capitalsBefore] = [IS_CAPITALS.test(text), IS_CAPITALS.test(before)];
  if (/[,(-]$/.test(before) && !(capitals && !capitalsBefore)) return true;
  if (line.afterBlank) {
    const isHeading = capitalsBefore || last.marked === "heading" || (first.marked === "bold" && last === first);
    return !isHeading && /^["'(]?\p{Ll}/u.test(text) && !ENDS.test(before);
  }
  if (capitals || capitalsBefore) return capitals && capitalsBefore && wrapped && readMarker(first.content.text) !== null;
  if (first.marked === "heading") return GOES_ON.test(text) && wrapped;
  if (GOES_ON.test(text)) return !ENDS.test(before) || (wrapped && /^\p{Ll}/u.test(text));
  return wrapped && !ENDS.test(before);
}

/** "12. Tỷ lệ" behind words that go on is an item; "15. " behind "Nghị quyết số" is a figure. */
const isFigure = (text: string, before: string): boolean =>
  /^\d/.test(text) && /(?:số|điều|khoản|mục|điểm|tháng|ngày|đến|từ|và|là|đạt|trên|dưới)$/iu.test(before);

function* closed(lines: readonly Line[]): Generator<Block, void> {
  const [first] = lines;
  if (first === undefined) return;
  const { marked, afterBlank } = first;
  if (first.cells !== null) {
    yield { marker: null, text: withSingleBlanks(first.content), marked: null, afterBlank, cells: first.cells };
    return;
  }
  const whole = withSingleBlanks(lines.length === 1 ? first.content : tracedJoin(lines.map(({ content }) => content), " "));
  const mark = lines.length > 1 && lines.some((line) => line.marked !== marked) ? (marked === "heading" ? marked : null) : marked;
  let again = afterBlank;
  for (const item of itemsIn(whole)) {
    yield { marker: item.marker, text: item.text, marked: mark, afterBlank: again, cells: null };
    again = false;
  }
}

/** Where an item may begin inside of a line. */
const ITEM = /(?<=[.;:] {1,3}|["”] )(?:[-+•●] ?(?=\p{L})|[-+•●] (?=\d)|\(?[a-zđ] ?\) ?(?=\S)|\d{1,2}(?: ?\. ?\d{1,2}){0,3} ?[.)] (?=\p{Lu}|\d))/gu;

/** The items of a line: those behind bullets, and those that are numbered on ("a) …; b) …; c) …"). */
function itemsIn(whole: Traced): readonly { readonly marker: Marker | null; readonly text: Traced }[] {
  const cuts: { readonly at: number; readonly marker: Marker | null; readonly from: number }[] = [];
  const own = readMarker(whole.text);
  cuts.push({ at: 0, marker: own?.marker ?? null, from: own?.length ?? 0 });
  let numbered = own?.marker ?? null;
  for (const { index } of whole.text.matchAll(ITEM)) {
    const read = readMarker(whole.text.slice(index, index + 40));
    if (read === null) continue;
    const { marker, length } = read;
    const isBullet = marker.kind === "dash" || marker.kind === "plus";
    const isFirst = /^\(?(?:a|1)(?:\D|$)/.test(marker.text) && marker.kind !== numbered?.kind;
    if (!isBullet && !(numbered !== null && isNext(numbered, marker)) && !isFirst) continue;
    if (isFirst && !isBullet && !followedOn(whole.text, index, marker)) continue;
    if (!isBullet) numbered = marker;
    cuts.push({ at: index, marker, from: index + length });
  }
  return cuts
    .map(({ marker, from }, at) => ({ marker, text: trimmed(tracedPiece(whole, from, cuts[at + 1]?.at ?? whole.text.length)) }))
    .filter(({ text, marker }) => text.text !== "" || marker !== null);
}

/** A first item is one only where the second follows in the same line. */
function followedOn(text: string, at: number, first: Marker): boolean {
  for (const { index } of text.slice(at + 2, at + 2000).matchAll(ITEM)) {
    const read = readMarker(text.slice(at + 2 + index, at + 42 + index));
    if (read !== null && isNext(first, read.marker)) return true;
  }
  return false;
}

import { bareText } from "../text";
import type { Comparator } from "../types";
import { SIGNS } from "./hints";
import type { Piece } from "./scan";

/** What a limit becomes under "không". */
const OPPOSITE: Readonly<Partial<Record<Comparator, Comparator>>> = { ">": "<=", "<=": ">", "<": ">=", ">=": "<" };
/** The limit that holds at its own value too. */
const WITH_EQUAL: Readonly<Partial<Record<Comparator, Comparator>>> = { ">": ">=", ">=": ">=", "<": "<=", "<=": "<=" };

/** "ko quá 5%": short for "không" only where a limit follows. */
const SHORT = /^(?:ko|k|k0|kh|khg|kô|hông|hổng|hok|hem)$/iu;
/** Of these nobody can think of anything else. */
const SURELY_NOT = /^(?:ko|k0|khg|kô|hông|hổng|hok|hem)$/iu;
/** "khôngg quá 5%": a slip of the hand, which nobody should have to guess. */
const NEARLY = /^(?:k+h+[o0]*n*g+|kong|khon)$/;
/** Words between a negation and its limit that leave it as it is, without accents: "không bao giờ rơi xuống dưới". */
const TRANSPARENT = new Set("bao gio he the nen phep xay ra luc nao khi cho lai nua tung con duoc de sau manh nhanh thap cao di vot leo roi tut sut rot lui truot cham keo day quay tro suy bi giu thu hep noi vuot len xuong to let ever have has go fall drop rise exceed be allowed".split(" "));
/** "không để …" negates a limit further on in its clause. */
const LETS = /^(?:de|let)$/;
/** "không có xã nào dưới 15 tiêu chí". */
const ANY = /^(?:nao|ai|any)$/;
/** What is denied is not the limit: "không phải trên 90%", "không nhất thiết", "không chỉ". */
const MODAL = /^(?:phai|can|chi|nhung|nhat|chac|han|only|necessarily|need)(?: |$)/;
/** "không đạt 90%", "chưa tới 5%" stay below. */
const REACHES = /^(?:den|toi|day|du|dat|dat den|dat toi|dat duoc|dat du|cham|len den|len toi|dat muc|reach|reaching)$/;
/** Below only under a negation, a noun elsewhere: "học sinh yếu kém 5%". */
const LESS = /^(?:kem|thua)$/;
/** A limit that cannot be denied: "không tối thiểu", "không ít nhất". */
const SUPERLATIVE = /nhất|tối|chí ít|minimum|maximum|least|most/iu;
/** Words that take up a new statement: what was denied before them was another thing. */
const STATES = /^(?:dat|la|con|o muc|chiem|phan dau|is|reach)(?: |$)/;
/** "hộ không nghèo trên 90%": what is denied tells who is counted. */
const WHO = /^(?:hộ|dân|dân cư|xã|phường|thôn|bản|trường|cơ sở|đơn vị|doanh nghiệp)$/iu;
const isWho = (piece: Piece | undefined): boolean =>
  piece !== undefined && (WHO.test(piece.text) || (piece.kind === "term" && piece.term.role === "person"));
/** Pieces from a negation to its limit at most. */
const REACH = 14;

/** The pieces that a limit is said with, from the first to the last. */
type Words = readonly [first: Piece | undefined, last: Piece | undefined];
const place = ([first, last]: Words): Pick<Piece, "glued" | "from" | "to"> => ({ glued: false, from: first?.from ?? 0, to: last?.to ?? 0 });
const comparator = (op: Comparator, text: string, words: Words): Piece => ({
  kind: "term",
  text,
  ...place(words),
  term: { role: "comparator", op, forgiving: false },
});
const unclear = (text: string, words: Words): Piece => ({
  kind: "term",
  text,
  ...place(words),
  term: { role: "unclear", op: null, forgiving: false },
});
const isNot = (piece: Piece | undefined): boolean =>
  (piece?.kind === "term" && piece.term.role === "not") || (piece?.kind === "word" && (SHORT.test(piece.text) || isNearly(piece)));
const isNearly = (piece: Piece | undefined): boolean => piece?.kind === "word" && NEARLY.test(bareText(piece.text));

/** The comparator that a piece sets; null for any other. */
function opOf(piece: Piece | undefined): Comparator | null {
  if (piece?.kind === "mark") return SIGNS[piece.text] ?? null;
  return piece?.kind === "term" && (piece.term.role === "comparator" || piece.term.role === "difference") ? piece.term.op : null;
}

interface Said {
  readonly pieces: readonly Piece[];
  readonly end: number;
}

/**
 * The phrase with what is denied of a limit turned round: "không để giảm xuống dưới 90%" is at least 90 %, "không tăng quá 5%" at most
 * 5 %, "chưa đạt 90%" less, "hơn hoặc bằng" at least. A negation of which nobody can tell what it denies ("không phải trên 90%",
 * "không còn 5%") makes the number after it unclear.
 */
export function withNegations(pieces: readonly Piece[]): readonly Piece[] {
  const joined = replaced(pieces, orEqual);
  return replaced(joined, (all, at) => (isNot(all[at]) ? denied(all, at) : null));
}

function replaced(pieces: readonly Piece[], read: (pieces: readonly Piece[], at: number) => Said | null): readonly Piece[] {
  const result: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    const said = read(pieces, at);
    if (said) result.push(...said.pieces);
    else if (piece) result.push(piece);
    at = said?.end ?? at + 1;
  }
  return result;
}

const isDenial = (piece: Piece | undefined): boolean => piece !== undefined && /^không(?: |$)/iu.test(piece.text.normalize("NFC"));
const isOr = (piece: Piece | undefined): boolean => piece !== undefined && /^(?:hoặc|hay|và|or|\/|,)$/iu.test(piece.text);
const isEqual = (piece: Piece | undefined): boolean => piece !== undefined && /^(?:bằng|equal to|=)$/iu.test(piece.text);

/** "hơn hoặc bằng", "lớn hơn, bằng", "bằng hay hơn". */
function orEqual(pieces: readonly Piece[], at: number): Said | null {
  if (!isOr(pieces[at + 1])) return null;
  const op = isEqual(pieces[at + 2]) ? opOf(pieces[at]) : isEqual(pieces[at]) ? opOf(pieces[at + 2]) : null;
  const found = op === null ? undefined : WITH_EQUAL[op];
  const words: Words = [pieces[at], pieces[at + 2]];
  // "không lớn hơn hoặc bằng 5%" is less for one and at most for another
  if (found !== undefined && isDenial(pieces[at])) return { pieces: [unclear(pieces[at]?.text ?? "", words)], end: at + 3 };
  return found === undefined
    ? null
    : { pieces: [comparator(found, pieces.slice(at, at + 3).map(({ text }) => text).join(" "), words)], end: at + 3 };
}

/** "dưới 5 tuổi" of "trẻ em dưới 5 tuổi": its last piece; `at` elsewhere. */
function ageEnd(pieces: readonly Piece[], at: number): number {
  const unit = pieces.slice(at + 1, at + 4).map(({ text }) => text).join(" ");
  const age = /^\d+ (?:tháng )?tuổi/iu.exec(unit);
  return age ? at + age[0].split(" ").length : at;
}

function denied(pieces: readonly Piece[], begin: number): Said | null {
  const between: Piece[] = [];
  const slip = isNearly(pieces[begin]);
  let [far, modal, reaches, strange, any, stated] = [/^tránh/iu.test(pieces[begin]?.text ?? ""), slip, false, 0, false, false];
  const short = pieces[begin]?.kind === "word" && !(SURELY_NOT.test(pieces[begin]?.text ?? "") && pieces[begin + 1]?.kind === "number");
  const words = (end: number): Words => [pieces[begin], pieces[end - 1]];
  const doubt = (end: number): Said => ({ pieces: [...between, unclear(pieces[begin]?.text ?? "", words(end))], end });
  for (let at = begin + 1; at <= begin + REACH; at += 1) {
    const piece = pieces[at];
    if (piece === undefined || piece.kind === "date") return null;
    const bare = bareText(piece.text);
    if (piece.kind === "number" || piece.kind === "broken") {
      if (short || strange > 1 || (strange === 1 && (stated || isWho(pieces[begin - 1])))) return null;
      return reaches && !modal && strange === 0
        ? { pieces: [...between, comparator("<", `${pieces[begin]?.text ?? ""} ${pieces[at - 1]?.text ?? ""}`, words(at))], end: at }
        : doubt(at);
    }
    const op = LESS.test(bare) && pieces[at + 1]?.kind === "number" ? "<" : opOf(piece);
    if (op !== null) {
      if (far && ageEnd(pieces, at) > at) {
        const end = ageEnd(pieces, at);
        between.push(...pieces.slice(at, end + 1));
        [at, strange] = [end, strange + 1];
        continue;
      }
      const opposite = SUPERLATIVE.test(piece.text) ? undefined : OPPOSITE[op];
      if (strange > 0 && !far && !any) return strange === 1 && !stated && !isWho(pieces[begin - 1]) ? doubt(at) : null;
      return modal || opposite === undefined
        ? doubt(at)
        : { pieces: [...between, comparator(opposite, `không ${piece.text}`, words(at + 1))], end: at + 1 };
    }
    if (piece.kind === "mark") return null;
    if (isNot(piece)) return strange === 0 && !short ? doubt(at) : null;
    any = ANY.test(bare);
    if (LETS.test(bare)) far = true;
    else if (MODAL.test(bare)) modal = true;
    else if (strange === 0 && REACHES.test(bare)) reaches = true;
    else if (piece.kind === "word" || piece.term.role === "stop") {
      if (any || TRANSPARENT.has(bare)) continue;
      [strange, reaches] = [strange + 1, false];
      between.push(piece);
    } else {
      const { role } = piece.term;
      if (role === "time" || role === "post") return null;
      reaches &&= /^(?:muc|tren|o muc)$/.test(bare);
      if (!/^(?:filler|grow|shrink|reach|to|from|every)$/.test(role)) strange += 1;
      else if (strange > 0 && STATES.test(bare)) stated = true;
      between.push(piece);
    }
  }
  return null;
}

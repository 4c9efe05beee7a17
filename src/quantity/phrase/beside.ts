import { bareText } from "../text";
import type { Measure } from "./measure";
import { lastOf, wait, withLast, type Reading } from "./reading";
import type { Piece } from "./scan";
import { closesClause, isBound } from "./sense";

/** What stands right beside a number: whether it goes with it, and whether it leaves open what is meant. `last` is the number before. */

/** What is a limit only at the end of a clause, without accents. */
const ONLY_AT_END = /^(?:(?:tro|do) lai|la )/;
/**
 * Where a phrase begins with them or they follow a number, the number after them is not what is reached; behind other words they describe
 * people: "người già 90%".
 */
const UNSURE = /^(?:kém|thua|non|già|kem|có thể|co the|am)$/iu;
/** What has said too little where its clause ends behind it, without accents. */
const DANGLING = /^(?:(?:hoac|hay|thi|ma) )?(?:(?:khong|ko|k|k0|chua|chang)(?: (?:dat|duoc|co|ro|chac|biet|toi|den))?|co the|le|du|hon|kem|thua|qua|tren|duoi|ngoai|vuot|cao hon|thap hon|lon hon|nho hon|it hon|nhieu hon|-|\/|~|<|>|≤|≥|x|=)$/;

/** Pieces of the longest of these. */
const LONGEST_DANGLING = 8;

/** A limit that is one only where its clause ends behind it: "90% trở lại", but "90% trở lại cộng đồng" is who is counted. */
export const onlyAtEnd = (text: string): boolean => ONLY_AT_END.test(bareText(text));

/** Whether a piece stands right behind a number with its unit, in brackets too. */
export const follows = (pieces: readonly Piece[], last: Measure | undefined, at: number): boolean =>
  last !== undefined && (last.end === at || (last.end === at - 1 && /^[(,]$/.test(pieces[at - 1]?.text ?? "")));

export const isBeside = (pieces: readonly Piece[], last: Measure | undefined, at: number): boolean =>
  follows(pieces, last, at) || pieces[at + 1]?.kind === "number";

/** A limit, a denial or a half range behind a number that nothing comes after: "90% hơn", "90% không đạt", "90% -". */
export function isDangling(pieces: readonly Piece[], last: Measure, at: number): boolean {
  return (
    last.end <= at &&
    at - last.end < LONGEST_DANGLING &&
    closesClause(pieces, at) &&
    DANGLING.test(pieces.slice(last.end, at + 1).map(({ text }) => bareText(text)).join(" "))
  );
}

/** Whether nothing says what a number has to do with the words or the number right before it: "gấp 2 lần 90%", "90 kém 5". */
export function isOpen(pieces: readonly Piece[], last: Measure | undefined, { begin, unit }: Measure): boolean {
  const low = last && follows(pieces, last, begin - 1) ? begin - 1 : 0;
  // two words at most
  if (begin - low <= 2 && UNSURE.test(pieces.slice(low, begin).map(({ text }) => text).join(" "))) return true;
  // an age and a time tell whose and when: "trẻ dưới 5 tuổi 95%"
  return (
    last?.end === begin &&
    last.role !== "age" &&
    (bareText(last.unit ?? "") === "lan" || (unit === null && !/^(?:nam|thang|ngay|tuan|quy|gio|phut)$/.test(bareText(last.unit ?? ""))))
  );
}

/** What stands beside a number and leaves open what is meant makes it unclear: the one before it, else the one that is waited for. */
export const leaveOpen = (reading: Reading, at: number): Reading =>
  follows(reading.pieces, lastOf(reading), at)
    ? withLast(reading, (last) => ({ ...last, unclear: true }))
    : wait(reading, { unclear: true });

/** Whether a limit stands behind the number that it limits: "5% tối đa", "90% (tối thiểu)". */
export const closing = (
  pieces: readonly Piece[], last: Measure | undefined, { text }: Piece, at: number,
): boolean => last !== undefined && last.comparator === null && last.end >= at - 1 && isBound(text) && closesClause(pieces, at);

import { isBeside, leaveOpen } from "./beside";
import { SIGNS } from "./hints";
import { measureAt, perSpan } from "./measure";
import { lastOf, until, wait, withLast, type Reading } from "./reading";
import { isDenial } from "./sense";
import { readUnit } from "../unit";
import { reached, readTerm } from "./terms";
import { NOTHING } from "./waiting";

/** What a sign does to what was read before it. */
export function readMark(reading: Reading, sign: string, at: number): Reading {
  const { pieces } = reading;
  const last = lastOf(reading);
  switch (sign) {
    case "(":
      return { ...reading, outer: { waiting: reading.waiting, outer: reading.outer }, depth: reading.depth + 1 };
    case ")":
      return closed(reading);
    case ";":
    case ",":
    case ".":
    case ":":
    case "!":
      return separated(reading, sign);
    case "?":
      return beside(separated(reading, sign), at);
    case "/":
      return last?.end === at ? reading : readPer(reading, at);
    case "±":
    case "+/-":
      return plusMinus(reading, at);
    case "→":
    case "->":
      return reached(reading);
    case "=":
      return equals(reading, at);
    case "×":
    case "*":
      return { ...reading, waiting: { ...NOTHING, aside: true } };
    case "≠":
    case "<>":
    case "!=":
      return wait(reading, { unclear: true });
    case "%":
    case "‰":
    case "%0":
    case "%o":
      return pieces[at - 1]?.text === "(" && pieces[at + 1]?.text === ")" ? { ...reading, head: sign } : reading;
  }
  if (sign === "=>" && last?.end === at) return reached(reading);
  if (sign === "+") return opened(reading, at);
  const op = SIGNS[sign];
  if (op === undefined) return beside(reading, at);
  return wait(reading, { comparator: op, words: signs(reading, at), difference: false, aimed: true });
}

/** What waited before the brackets waits again. */
const closed = (reading: Reading): Reading => ({
  ...reading,
  waiting: reading.outer?.waiting ?? NOTHING,
  outer: reading.outer?.outer ?? null,
  depth: Math.max(0, reading.depth - 1),
});

/** "90% ?", "# 90%": leaves open what is meant. */
function beside(reading: Reading, at: number): Reading {
  const opens = /^[?^$@&#|\\]$/.test(reading.pieces[at]?.text ?? "") && isBeside(reading.pieces, lastOf(reading), at);
  return opens ? leaveOpen(reading, at) : reading;
}

/** The places of a sign and of the one right before it. */
const signs = ({ waiting }: Reading, at: number): readonly [number, number] => [waiting.words?.[1] === at - 1 ? waiting.words[0] : at, at];

/** "90%+" */
function opened(reading: Reading, at: number): Reading {
  const { pieces } = reading;
  if (lastOf(reading)?.end !== at || pieces[at + 1]?.kind === "number" || pieces[at - 1] === undefined) return reading;
  return withLast(reading, (last) => (last.comparator === null ? { ...last, comparator: ">=", words: [at, at] } : last));
}

/** "> =" is one sign; after a product "=" announces the result; elsewhere it says nothing that a bare number does not. */
function equals(reading: Reading, at: number): Reading {
  const { comparator } = reading.waiting;
  const after = reading.pieces[at + 1];
  if (comparator === ">" || comparator === "<")
    return wait(reading, { comparator: comparator === ">" ? ">=" : "<=", words: signs(reading, at) });
  if (after?.kind === "mark" && (after.text === ">" || after.text === "<")) return reading;
  return reading.said === null ? reading : wait(reading, { result: true });
}

/** What waits past a comma, a colon or the end of a sentence. */
function separated(reading: Reading, sign: string): Reading {
  const { from, comparator, words, said } = reading.waiting;
  // "không trên, không dưới 5%"
  if (sign === "," && comparator !== null && isDenial(said ?? "")) return reading;
  const clause = reading.clause + (sign === "," ? 1 : 100);
  if (sign === ",") return { ...reading, clause, waiting: { ...NOTHING, from: from && reading.said === null }, since: null };
  if (sign !== ":") return { ...reading, clause, waiting: NOTHING, since: null };
  // "tối thiểu: 95%", but "chỉ tiêu trên: 95%"
  const bound = comparator === ">=" || comparator === "<=" ? { comparator, words } : {};
  return { ...reading, waiting: { ...NOTHING, ...bound, aimed: true } };
}

function plusMinus(reading: Reading, at: number): Reading {
  const spread = measureAt(reading.pieces, at + 1);
  if (lastOf(reading)?.end !== at || spread === null) return wait(reading, { comparator: "~", words: [at, at] });
  return withLast(until(reading, spread.end), (last) => ({ ...last, comparator: "~", words: [at, at], unit: last.unit ?? spread.unit }));
}

/** "giường bệnh/vạn dân", "bác sĩ trên một vạn dân" before any number. */
export function readPer(reading: Reading, at: number): Reading {
  const { pieces } = reading;
  const span = perSpan(pieces, at);
  const isPer =
    span !== null &&
    (readUnit(span.text).unit !== span.text.trim() || /^\/(?:(?:một )?(?:vạn|nghìn|ngàn)|1[., ]?00)/.test(span.text));
  if (isPer) return until(reading, span.end, { per: span.text });
  if (reading.per !== null && reading.per === span?.text) return until(reading, span.end);
  const piece = pieces[at];
  return piece?.kind === "term" ? readTerm(reading, piece, at) : reading;
}

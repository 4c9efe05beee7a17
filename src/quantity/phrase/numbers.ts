import { readUnit } from "../unit";
import { isOpen } from "./beside";
import { isDateOrName, isDayOfMonth, isNegative } from "./digits";
import { AMONG, BASES, GRADES, TIMES } from "./hints";
import { measureAt, type Measure } from "./measure";
import { joined, linked, rangeEnd, sameKind } from "./pairs";
import { lastOf, saidAt, until, wait, withLast, withMeasure, withSaid, type Reading } from "./reading";
import { leads, withPeriod } from "./sense";
import { NOTHING, takenBy, type Waiting } from "./waiting";

/** The number at `at`: a measure, or digits that date or name something. */
export function readNumber(reading: Reading, at: number): Reading {
  const { pieces } = reading;
  const bare = measureAt(pieces, at);
  if (bare === null) return reading;
  const before = pieces[at - 1]?.text ?? "";
  const waiting = announced(reading, bare, before);
  const listed = reading.named === at - 1 && bare.unit === null && /^(?:,|và|-)$/.test(before);
  if (isDayOfMonth(bare, waiting.time || waiting.aside)) return until(dated({ ...reading, waiting }), bare.end);
  if (listed || isDateOrName(pieces, at, waiting.time || waiting.name))
    return { ...dated({ ...reading, waiting }), named: listed || waiting.name ? at + 1 : -1 };
  return measured({ ...reading, waiting }, bare, at);
}

/** What the words right before a number make of it: "thuộc nhóm 10 tỉnh dẫn đầu", "tháng 1 lần". */
function announced({ pieces, waiting }: Reading, measure: Measure, before: string): Waiting {
  const at = measure.begin - 1;
  const leading = AMONG.test(before) && leads(pieces, measure);
  const ranked: Waiting = leading ? { ...waiting, rank: "<=", words: [at, at], name: false } : waiting;
  return ranked.time && TIMES.test(measure.unit ?? "") ? { ...ranked, every: before, time: false } : ranked;
}

/** "đến năm 2030" is no end of a change. */
export function dated(reading: Reading): Reading {
  const { time, name, reach, starts } = reading.waiting;
  return time || name || reach || starts !== null ? wait(reading, { time: false, name: false, reach: false, starts: null }) : reading;
}

function measured(before: Reading, bare: Measure, at: number): Reading {
  const { pieces } = before;
  const reading = bare.role === "age" && bare.unit?.startsWith("/") === true ? { ...before, per: bare.unit } : before;
  const last = lastOf(reading);
  const named = withUnit(reading, bare);
  const open = isOpen(pieces, last, named);
  const { waiting } = reading;
  const taken = takenBy(named, open ? { ...waiting, unclear: true } : waiting, reading.depth, reading.clause);
  const negative = isNegative(pieces, at, last?.end) || (taken.increment && taken.grows < 0);
  const signed = negative ? { ...taken, value: -taken.value, alternatives: taken.alternatives.map((other) => -other) } : taken;
  const range = rangeEnd(pieces, signed, waiting.between);
  const whole = withPeriod(range === null ? signed : joined(signed, range.end, range.inWords), waiting.every);
  const doubted = open ? withLast(reading, (measure) => ({ ...measure, unclear: true })) : reading;
  const [changed, measure] = fromStart(doubted, aged(whole, reading.aboutAges));
  const apart = measure.apart || (BASES.test(pieces[measure.end]?.text ?? "") && measure.difference);
  const next = withMeasure(changed, { ...measure, apart });
  return until(next, measure.end, {
    waiting: measure.role === "age" && waiting.afar !== null ? { ...NOTHING, afar: waiting.afar, afarWords: waiting.afarWords } : NOTHING,
    since: GRADES.test(pieces[measure.end - 1]?.text ?? "") && measure.unit?.startsWith("đồng") !== true ? null : 0,
  });
}

/** "trẻ dưới 1 tuổi/1.000 trẻ đẻ sống" is an age; a number without a unit has that of its head: "Tỷ lệ (%) 95". */
function withUnit({ head }: Reading, bare: Measure): Measure {
  const measure = bare.role === "age" && bare.unit?.startsWith("/") === true ? { ...bare, unit: "tuổi", outOf: null } : bare;
  return measure.outOf === null && head !== null && measure.unit === null ? { ...measure, unit: readUnit(head).unit } : measure;
}

/** A range of bare numbers behind people is their ages; where a phrase is about ages, one is what is reached. */
function aged(measure: Measure, aboutAges: boolean): Measure {
  const role = measure.ofPerson && measure.unit === null && measure.upper !== null ? "age" : measure.role;
  if (role === "age" && aboutAges) return { ...measure, role, ofPerson: false, aimed: true };
  return role === measure.role ? measure : { ...measure, role };
}

/** The number that a change starts from and this one where the change ends, if they are. */
function fromStart(reading: Reading, measure: Measure): readonly [Reading, Measure] {
  const { starts } = reading.waiting;
  const from = starts === null ? undefined : saidAt(reading, starts);
  if (from === undefined || !sameKind(from, measure)) return [reading, measure];
  const [start, end] = linked(from, measure);
  return [withSaid(reading, start), end];
}

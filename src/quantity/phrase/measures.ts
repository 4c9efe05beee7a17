import type { Comparator } from "../types";
import { readUnit } from "../unit";
import { BASES, GRADES, KEEPS_POST, SIGNS, TIMES } from "./hints";
import { isDateOrName, isNegative, isYear } from "./digits";
import { measureAt, perSpan, type Measure } from "./measure";
import { joinRange, link, sameKind } from "./pairs";
import type { Piece } from "./scan";
import { nothing, type Waiting } from "./waiting";

export interface Phrase {
  readonly measures: readonly Measure[];
  /** What the counts are per, where it stands before them: "số giường bệnh/vạn dân đạt 30". */
  readonly per: string | null;
  /** Digits that are no number stand in it. */
  readonly broken: boolean;
}

/** Reads every number of a phrase with what stands around it. */
export function measuresOf(pieces: readonly Piece[]): Phrase {
  return new Reader(pieces).read();
}

class Reader {
  private waiting = nothing();
  private readonly measures: Measure[] = [];
  private readonly outer: Waiting[] = [];
  private clause = 0;
  private broken = false;
  private per: string | null = null;
  /** Words of content since the last number; null where "trở lên" can no longer mean it. */
  private since: number | null = null;

  constructor(private readonly pieces: readonly Piece[]) {}

  read(): Phrase {
    for (let at = 0; at < this.pieces.length; ) at = this.step(at);
    return { measures: this.measures, per: this.per, broken: this.broken };
  }

  private step(at: number): number {
    const piece = this.pieces[at];
    if (piece === undefined) return at + 1;
    switch (piece.kind) {
      case "number":
        return this.number(at);
      case "mark":
        return this.mark(at, piece.text);
      case "term":
        if (piece.term.role === "comparator" && this.last?.end !== at && /^(?:một|mỗi|vạn|nghìn|ngàn)$/i.test(this.pieces[at + 1]?.text ?? "")) return this.perAt(at);
        this.term(piece);
        return at + 1;
      case "date":
        this.dated();
        return at + 1;
      case "broken":
        this.broken ||= this.outer.length === 0;
        return at + 1;
      case "word":
        this.word(piece.text);
        return at + 1;
    }
  }

  /** "giường bệnh/vạn dân", "bác sĩ trên một vạn dân" before any number. */
  private perAt(at: number): number {
    const span = perSpan(this.pieces, at);
    const piece = this.pieces[at];
    if (span !== null && readUnit(span.text).unit !== span.text.trim()) this.per = span.text;
    else if (span !== null && /^\/(?:một )?(?:vạn|nghìn|ngàn)/.test(span.text)) this.per = span.text;
    if (this.per === span?.text) return span.end;
    if (piece?.kind === "term") this.term(piece);
    return at + 1;
  }

  private get last(): Measure | undefined {
    return this.measures.at(-1);
  }

  private word(text: string): void {
    const { waiting } = this;
    if (/^[x×]$/i.test(text)) {
      this.waiting = { ...nothing(), aside: true };
      return;
    }
    // "cao hơn nam 5,4 năm": with a word between it is a difference
    const kept = waiting.difference ? { comparator: waiting.comparator, difference: true, apart: true } : {};
    this.waiting = { ...nothing(), ...kept, grows: waiting.grows, fromAfar: waiting.from || waiting.fromAfar, reference: waiting.reference, now: waiting.now };
    if (this.since !== null) this.since = GRADES.test(text) ? null : this.since + 1;
  }

  private mark(at: number, sign: string): number {
    const before = this.pieces[at - 1];
    const after = this.pieces[at + 1];
    if (sign === "(") this.outer.push(this.waiting);
    else if (sign === ")") this.waiting = this.outer.pop() ?? nothing();
    else if (/^[;,.:!?]$/.test(sign)) this.separator(sign);
    else if (sign === "/" && this.last?.end !== at) return this.perAt(at);
    else if (sign === "±" || sign === "+/-") return this.plusMinus(at);
    else if (sign === "→" || sign === "->" || (sign === "=>" && this.last?.end === at)) this.reach();
    else if (sign === "=") this.equals(after);
    else if (sign === "×" || sign === "*") this.waiting = { ...nothing(), aside: true };
    else if (sign === "+" && this.last?.end === at && after?.kind !== "number" && before !== undefined) this.last.comparator ??= ">=";
    else if (SIGNS[sign] !== undefined) this.sign(sign);
    return at + 1;
  }

  private sign(sign: string): void {
    const op = SIGNS[sign] ?? null;
    [this.waiting.comparator, this.waiting.difference, this.waiting.aimed] = [op, false, true];
  }

  /** "> =" is one sign; after a product "=" announces the result; elsewhere it says nothing that a bare number does not. */
  private equals(after: Piece | undefined): void {
    const { comparator } = this.waiting;
    if (comparator === ">" || comparator === "<") this.waiting.comparator = comparator === ">" ? ">=" : "<=";
    else if (after?.kind === "mark" && (after.text === ">" || after.text === "<")) return;
    else if (this.measures.length > 0) this.waiting.result = true;
  }

  private separator(sign: string): void {
    const { from } = this.waiting;
    if (sign !== ":") this.clause += sign === "," ? 1 : 100;
    this.waiting = sign === "," ? { ...nothing(), from: from && this.last === undefined } : nothing();
    this.since = sign === ":" ? this.since : null;
  }

  private plusMinus(at: number): number {
    const { last } = this;
    const spread = measureAt(this.pieces, at + 1);
    if (last?.end !== at || spread === null) {
      this.waiting.comparator = "~";
      return at + 1;
    }
    last.comparator = "~";
    return spread.end;
  }

  private term(piece: Extract<Piece, { kind: "term" }>): void {
    const { role, op } = piece.term;
    const { waiting } = this;
    if (role === "post") {
      this.post(op);
      return;
    }
    // only the word right before a number dates or names it
    if (role !== "time" && role !== "name") [waiting.time, waiting.name] = [false, false];
    if (this.since !== null && !KEEPS_POST.has(role)) this.since = role === "name" ? this.since + 1 : null;
    if (role !== "from" && role !== "comparator" && role !== "between" && role !== "person") waiting.person = false;
    switch (role) {
      case "comparator":
        // "đạt khoảng trên 5": the sharper of two counts
        if (waiting.comparator === null || waiting.comparator === "~" || op !== "~") waiting.comparator = op;
        waiting.difference = false;
        waiting.over = /^trên$/i.test(piece.text);
        break;
      case "difference":
        [waiting.comparator, waiting.difference, waiting.apart] = [op, true, false];
        break;
      case "rank":
        waiting.rank = op;
        break;
      case "grow":
      case "shrink":
        waiting.grows = role === "grow" ? 1 : -1;
        break;
      case "increment":
        [waiting.increment, waiting.grows] = [true, /trừ|minus/i.test(piece.text) ? -1 : 1];
        break;
      case "reach":
        this.reach();
        break;
      case "to":
        if (this.openStart() !== null) this.reach();
        break;
      case "compare":
        waiting.reference = true;
        if (this.last !== undefined && this.last.clause === this.clause && this.last.difference) this.last.apart = true;
        break;
      case "person":
        waiting.person = true;
        if (!waiting.difference) waiting.comparator = null;
        else waiting.apart = true;
        break;
      case "stop":
        this.waiting = { ...nothing(), grows: waiting.grows, now: waiting.now };
        break;
      case "from":
      case "time":
      case "name":
      case "now":
      case "aside":
      case "between":
        waiting[role] = true;
        break;
      case "filler":
        [waiting.aimed, waiting.aside] = [true, false];
        break;
      case "every":
        waiting.every = piece.text.split(" ").at(-1) ?? null;
        break;
      case "and":
        break;
    }
  }

  private reach(): void {
    const { waiting } = this;
    [waiting.reach, waiting.start, waiting.grows, waiting.reference] = [true, this.openStart() ?? waiting.start, 0, false];
  }

  /** "trở lên" after a number and its unit: "150 đảng viên/năm trở lên", "từ 98% dân số trở lên". */
  private post(op: Comparator | null): void {
    const { last } = this;
    const near = last !== undefined && this.since !== null && this.since <= (last.from ? 6 : 4);
    if (near && last.clause === this.clause && last.depth === this.outer.length) last.comparator = op;
    this.since = null;
  }

  /** The number that a change may start from: the last one, not yet used, in this sentence; with words between only after "từ". */
  private openStart(): Measure | null {
    const { last } = this;
    if (last === undefined || (last.role !== "aim" && last.role !== "age" && last.role !== "start") || last.start !== null || last.depth > 0 || last.upper !== null) return null;
    if (Math.floor(last.clause / 100) !== Math.floor(this.clause / 100)) return null;
    return last.from || last.fromAfar || (this.since !== null && this.since <= 1 && last.clause === this.clause) ? last : null;
  }

  private number(at: number): number {
    const { waiting, pieces } = this;
    if (isDateOrName(pieces, at, waiting.time || waiting.name)) {
      this.dated();
      return at + 1;
    }
    const measure = measureAt(pieces, at);
    if (measure === null) return at + 1;
    Object.assign(measure, this.taken(measure));
    if (isNegative(pieces, at, this.last?.end) || (measure.increment && measure.grows < 0)) [measure.value, measure.alternatives] = [-measure.value, measure.alternatives.map((other) => -other)];
    if (waiting.every !== null && TIMES.test(measure.unit ?? "")) measure.unit = `${measure.unit ?? ""}/${waiting.every}`;
    const range = this.rangeWith(measure);
    if (range !== null) joinRange(measure, range);
    if (waiting.start !== null && sameKind(waiting.start, measure)) link(waiting.start, measure);
    if (BASES.test(pieces[measure.end]?.text ?? "") && measure.difference) measure.apart = true;
    this.measures.push(measure);
    this.waiting = nothing();
    this.since = GRADES.test(pieces[measure.end - 1]?.text ?? "") && measure.unit?.startsWith("đồng") !== true ? null : 0;
    return measure.end;
  }

  /** "đến năm 2030" is no end of a change. */
  private dated(): void {
    Object.assign(this.waiting, { time: false, name: false, reach: false, start: null });
  }

  /** What waited becomes the measure's. */
  private taken(measure: Measure): Partial<Measure> {
    const { waiting } = this;
    const ranked = waiting.rank !== null && (measure.unit === null || measure.factor === 1) && !/^[%‰]/.test(measure.unit ?? "");
    const per = waiting.over && measure.outOf === null && measure.value >= 100 && Number.isInteger(Math.log10(measure.value));
    const role = measure.role !== "aim" ? measure.role : ranked ? "rank" : waiting.now ? "start" : waiting.reference && waiting.grows === 0 && !waiting.reach ? "reference" : per ? "per" : "aim";
    return {
      comparator: waiting.comparator ?? (ranked ? waiting.rank : null),
      difference: waiting.difference,
      apart: waiting.apart || (waiting.difference && waiting.reference),
      from: waiting.from,
      fromAfar: waiting.fromAfar,
      grows: waiting.grows,
      increment: waiting.increment,
      role,
      ofPerson: waiting.person,
      aimed: waiting.aimed || waiting.reach || waiting.comparator === "~",
      aside: waiting.aside && waiting.comparator === null,
      result: waiting.result,
      depth: this.outer.length,
      clause: this.clause,
    };
  }

  /** The other end of a range that begins with this number: "16 - 18", "từ 300 đến 500 triệu đồng", "giữa 5 và 7%". */
  private rangeWith(measure: Measure): Measure | null {
    const { pieces } = this;
    const joint = pieces[measure.end];
    if (joint === undefined || measure.outOf !== null) return null;
    const dash = joint.kind === "mark" && /^(?:-|÷|~|\.\.|→)$/.test(joint.text) && joint.text !== "→";
    const word = joint.kind === "term" && (joint.term.role === "to" || (joint.term.role === "and" && this.waiting.between));
    if (!dash && !word) return null;
    let at = measure.end + 1;
    while (this.isSoft(pieces[at])) at += 1;
    if (isYear(pieces, at) && !isYear(pieces, measure.begin)) return null;
    const end = measureAt(pieces, at);
    return end !== null && sameKind(measure, end) ? end : null;
  }

  /** A comparator inside of a range ("từ 5% đến dưới 10%") adds nothing that a range can hold. */
  private isSoft(piece: Piece | undefined): boolean {
    return (piece?.kind === "term" && (piece.term.role === "comparator" || piece.term.role === "filler")) || (piece?.kind === "mark" && SIGNS[piece.text] !== undefined);
  }
}

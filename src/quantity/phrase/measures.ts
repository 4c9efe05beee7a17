import type { Comparator } from "../types";
import { bareText } from "../text";
import { readUnit } from "../unit";
import { AGE_MEASURES, AMONG, BASES, GRADES, KEEPS_POST, ONES, SIGNS, TIMES } from "./hints";
import { closing, isBeside, isDangling, isOpen, leaveOpen, onlyAtEnd } from "./beside";
import { isDateOrName, isDayOfMonth, isNegative } from "./digits";
import { measureAt, perSpan, type Measure } from "./measure";
import { joinRange, link, rangeEnd, sameKind } from "./pairs";
import type { Piece } from "./scan";
import { addComparator, addPeriod, afterWord, better, closesClause, isDenial, leads, partedBy, startOfChange } from "./sense";
import { nothing, takenBy, type Waiting } from "./waiting";

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
  /** "Tỷ lệ (%) 95": the sign that the name of a measure gives. */
  private head: string | null = null;
  /** The piece after the last digits that date or name something, which a list may go on with: "mức độ 3, 4". */
  private named = -1;
  /** Words of content since the last number; null where "trở lên" can no longer mean it. */
  private since: number | null = null;

  private readonly aboutAges: boolean;

  constructor(private readonly pieces: readonly Piece[]) {
    this.aboutAges = AGE_MEASURES.test(pieces.map((piece) => piece.text).join(" "));
  }

  read(): Phrase {
    for (let at = 0; at < this.pieces.length; ) {
      if (this.last !== undefined && isDangling(this.pieces, this.last, at)) this.last.unclear = true;
      at = this.step(at);
    }
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
        if (piece.term.role === "comparator" && this.last?.end !== at && ONES.test(this.pieces[at + 1]?.text ?? "")) return this.perAt(at);
        this.term(piece, at);
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
    else if (span !== null && /^\/(?:(?:một )?(?:vạn|nghìn|ngàn)|1[., ]?00)/.test(span.text)) this.per = span.text;
    if (this.per === span?.text) return span.end;
    if (piece?.kind === "term") this.term(piece, at);
    return at + 1;
  }

  private get last(): Measure | undefined {
    return this.measures.at(-1);
  }

  private word(text: string): void {
    if (/^[x×]$/i.test(text)) {
      this.waiting = { ...nothing(), aside: true };
      return;
    }
    this.waiting = afterWord(this.waiting);
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
    else if (/^(?:≠|<>|!=)$/.test(sign)) this.waiting.unclear = true;
    else if (SIGNS[sign] !== undefined) this.sign(sign);
    else if (/^[%‰]/.test(sign) && before?.text === "(" && after?.text === ")") this.head = sign;
    if (/^[?^$@&#|\\]$/.test(sign) && isBeside(this.pieces, this.last, at)) leaveOpen(this.pieces, this.last, this.waiting, at);
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
    const { from, comparator, said } = this.waiting;
    // "không trên, không dưới 5%"
    if (sign === "," && comparator !== null && isDenial(said ?? "")) return;
    if (sign !== ":") this.clause += sign === "," ? 1 : 100;
    this.waiting = sign === "," ? { ...nothing(), from: from && this.last === undefined } : nothing();
    // "tối thiểu: 95%", but "chỉ tiêu trên: 95%"
    if (sign === ":" && (comparator === ">=" || comparator === "<=")) this.waiting.comparator = comparator;
    this.waiting.aimed = sign === ":";
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
    last.unit ??= spread.unit;
    return spread.end;
  }

  private term(piece: Extract<Piece, { kind: "term" }>, at: number): void {
    const { role, op } = piece.term;
    const { waiting } = this;
    if (role === "post" && (!onlyAtEnd(piece.text) || closesClause(this.pieces, at))) return this.post(op);
    // "là ít nhất 90%"
    if (role === "post") return bareText(piece.text).startsWith("la ") ? addComparator(waiting, piece, this.pieces, at) : undefined;
    if (role === "doubt" && isBeside(this.pieces, this.last, at)) return leaveOpen(this.pieces, this.last, waiting, at);
    // only the word right before a number dates or names it
    if (role !== "time" && role !== "name") [waiting.time, waiting.name] = [false, false];
    if (this.since !== null && !KEEPS_POST.has(role)) this.since = role === "name" ? this.since + 1 : null;
    if (role !== "from" && role !== "comparator" && role !== "between" && role !== "person") waiting.person = false;
    switch (role) {
      case "comparator":
        if (!closing(this.pieces, this.last, piece, at)) addComparator(waiting, piece, this.pieces, at);
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
        if (startOfChange(this.last, this.clause, this.since) !== null) this.reach();
        break;
      case "compare":
        waiting.reference = true;
        if (this.last !== undefined && this.last.clause === this.clause && (this.last.difference || this.last.grows !== 0))
          this.last.apart = true;
        break;
      case "person":
        Object.assign(waiting, partedBy(waiting), { person: true });
        if (!waiting.difference) waiting.comparator = null;
        else waiting.apart = true;
        break;
      case "unclear":
        waiting.unclear = true;
        break;
      case "not":
      case "stop":
      case "doubt":
        this.waiting = { ...nothing(), ...partedBy(waiting), grows: waiting.grows, now: waiting.now };
        break;
      case "name":
        // "mỗi lớp 30 người"
        waiting.name = !/^(?:mỗi|từng|một)$/i.test(this.pieces[at - 1]?.text ?? "");
        break;
      case "from":
      case "time":
      case "now":
      case "aside":
      case "between":
        waiting[role] = true;
        break;
      case "filler":
        // "trong 5 năm" tells how long, not what is reached
        waiting.aside = /^trong$/i.test(piece.text) && this.last?.clause === this.clause;
        if (!/^(?:trong|vào)/i.test(piece.text)) waiting.aimed = true;
        break;
      case "every":
        waiting.every = piece.text.split(" ").at(-1) ?? null;
        if (this.last !== undefined && this.last.end === at) addPeriod(this.last, waiting.every);
        break;
      case "beside":
        [waiting.aside, waiting.beside] = [true, true];
        break;
      case "and":
        [waiting.aside, waiting.beside] = [false, false];
        break;
    }
  }

  private reach(): void {
    const { waiting } = this;
    [waiting.reach, waiting.grows, waiting.reference] = [true, 0, false];
    waiting.start = startOfChange(this.last, this.clause, this.since) ?? waiting.start;
  }

  /** "trở lên" after a number and its unit: "150 đảng viên/năm trở lên", "từ 98% dân số trở lên". */
  private post(op: Comparator | null): void {
    const { last } = this;
    const near = last !== undefined && this.since !== null && this.since <= (last.from ? 6 : 4);
    if (near && last.clause === this.clause && last.depth === this.outer.length) last.comparator = last.role === "rank" ? better(op) : op;
    this.since = null;
  }

  private number(at: number): number {
    const { waiting, pieces } = this;
    const measure = measureAt(pieces, at);
    if (measure === null) return at + 1;
    if (AMONG.test(pieces[at - 1]?.text ?? "") && leads(pieces, measure)) [waiting.rank, waiting.name] = ["<=", false];
    // "tháng 1 lần"
    if (waiting.time && TIMES.test(measure.unit ?? "")) [waiting.every, waiting.time] = [pieces[at - 1]?.text ?? null, false];
    const listed = this.named === at - 1 && measure.unit === null && /^(?:,|và|-)$/.test(pieces[at - 1]?.text ?? "");
    if (isDayOfMonth(measure, waiting.time || waiting.aside)) {
      this.dated();
      return measure.end;
    }
    if (listed || isDateOrName(pieces, at, waiting.time || waiting.name)) {
      this.named = listed || waiting.name ? at + 1 : -1;
      this.dated();
      return at + 1;
    }
    if (measure.role === "age" && measure.unit?.startsWith("/") === true) {
      // "trẻ dưới 1 tuổi/1.000 trẻ đẻ sống"
      this.per = measure.unit;
      [measure.unit, measure.outOf] = ["tuổi", null];
    }
    if (measure.outOf === null && this.head !== null) measure.unit ??= readUnit(this.head).unit;
    // "gấp 2 lần 90%", "90 kém 5"
    if (isOpen(pieces, this.last, measure)) for (const one of [waiting, ...(this.last ? [this.last] : [])]) one.unclear = true;
    Object.assign(measure, takenBy(measure, waiting, this.outer.length, this.clause));
    if (isNegative(pieces, at, this.last?.end) || (measure.increment && measure.grows < 0))
      [measure.value, measure.alternatives] = [-measure.value, measure.alternatives.map((other) => -other)];
    const range = rangeEnd(pieces, measure, waiting.between);
    if (range !== null) joinRange(measure, range.end, range.inWords);
    addPeriod(measure, waiting.every);
    if (measure.ofPerson && measure.unit === null && measure.upper !== null) measure.role = "age";
    if (measure.role === "age" && this.aboutAges) [measure.ofPerson, measure.aimed] = [false, true];
    if (waiting.start !== null && sameKind(waiting.start, measure)) link(waiting.start, measure);
    if (BASES.test(pieces[measure.end]?.text ?? "") && measure.difference) measure.apart = true;
    this.measures.push(measure);
    this.waiting = { ...nothing(), afar: measure.role === "age" ? waiting.afar : null };
    this.since = GRADES.test(pieces[measure.end - 1]?.text ?? "") && measure.unit?.startsWith("đồng") !== true ? null : 0;
    return measure.end;
  }

  /** "đến năm 2030" is no end of a change. */
  private dated(): void {
    Object.assign(this.waiting, { time: false, name: false, reach: false, start: null });
  }
}

/** What of a file is beyond the limits or broken, as far as its bytes tell. */
export type BytesFault =
  | "size" | "entries" | "unpacked" | "packing" | "zip" | "part-twice" | "part-missing" | "xml" | "doctype" | "nesting";

/** Where the fault is: the part of the package (""), and what stands there or what the limit is (""). */
export interface BytesAt {
  readonly part: string;
  readonly what: string;
}

/** "no-zip": the bytes are none; "old-office": a file of Office before 2007; "encrypted": one that has a password since. */
export type BytesReason = "empty" | "not-text" | "no-zip" | "old-office" | "encrypted" | "too-large" | "broken";

/** Thrown by whoever reads bytes; each room that does makes its own failure of it. */
export class UnreadableBytes extends Error implements BytesAt {
  override readonly name = "UnreadableBytes";
  readonly part: string;
  readonly what: string;
  constructor(
    readonly reason: BytesReason,
    readonly fault: BytesFault | null = null,
    { part = "", what = "" }: Partial<BytesAt> = {},
    cause?: unknown,
  ) {
    super(`${reason} ${fault ?? ""} ${part} ${what}`.trim(), cause === undefined ? undefined : { cause });
    this.part = part;
    this.what = what;
  }
}

/** The failure of what is beyond the limits; `what` is the limit. */
export function tooLarge(fault: BytesFault, at: Partial<BytesAt> = {}): UnreadableBytes {
  return new UnreadableBytes("too-large", fault, at);
}

/** The failure of what is broken, with the part of it and what stands there. */
export function broken(fault: BytesFault, at: Partial<BytesAt> = {}, cause?: unknown): UnreadableBytes {
  return new UnreadableBytes("broken", fault, at, cause);
}

import type { OtherTable } from "./table";

/**
 * Whether a table says what its numbers are in, in money or as offices do ("Đơn vị tính: người"). Such a table is one of accounts, which
 * add up to the last digit; published statistics are rounded, and single sums of them may be off.
 */
export function statesUnit({ unit, caption }: Pick<OtherTable, "unit" | "caption">): boolean {
  return unit !== null || /đơn vị|đvt/iu.test(caption?.text.normalize("NFC") ?? "");
}

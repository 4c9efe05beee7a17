/** Where a finding stands: `explained` is only ever said by people, `fixed` is what a check no longer finds. */
export const FINDING_STATUSES = ["open", "explained", "fixed"] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/**
 * What the status column of the record can say; `off`: not applied, as a rule that is turned off; `gone`: its table is not in the workbook,
 * so that nobody knows; `yes` and `no`: what is asked of cells is so, or is not.
 */
export const RECORD_STATUSES = [...FINDING_STATUSES, "off", "gone", "yes", "no"] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

/** Reads what stands in a status cell: null for words that mean none of ours, and for a blank. */
export type StatusReader = (text: string) => RecordStatus | null;

/** Reads statuses in the given spellings: case, tone marks and what is not a letter do not count ("DA SUA." is "Đã sửa"). */
export function statusReader(spellings: Iterable<readonly [RecordStatus, string]>): StatusReader {
  const known = new Map([...spellings].map(([status, text]) => [bare(text), status]));
  return (text) => known.get(bare(text)) ?? null;
}

/** Small Latin letters and digits; U+0111 is the one Vietnamese letter that is not a letter with marks. */
function bare(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/\u0111/g, "d")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

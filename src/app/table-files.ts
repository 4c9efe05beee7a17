/** Kinds of files that hold tables; those that nobody of us reads (.fods, .numbers, .et) are said to be what they are. */
const ENDINGS = [".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx", ".xltm", ".xlt", ".ods", ".fods", ".csv", ".tsv", ".numbers", ".et"] as const;

/** What the picker of files offers. */
export const TABLE_ENDINGS = ENDINGS.join(",");

/**
 * Whether a file of a folder may be a unit's, by its name: none is passed over without a word. Excel keeps "~$…" beside an open workbook.
 */
export function isTableFile(name: string): boolean {
  const lower = name.toLowerCase();
  return !lower.startsWith("~$") && ENDINGS.some((ending) => lower.endsWith(ending));
}

/** Whether a file holds its cells as text, without the names by which a table of ours is known. */
export function isTextTable(name: string): boolean {
  return /\.(?:csv|tsv)$/i.test(name);
}

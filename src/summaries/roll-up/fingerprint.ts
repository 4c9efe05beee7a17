import type { Leaf } from "./leaves";

/** Fewer figures than this may be the same in two units by chance. */
const LEAST = 8;

/** Two runs of FNV-1a side by side: short, and the same for the same figures alone, as far as anybody has that many files. */
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) + 1;
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}

/**
 * The same for two indicator tables with the same figures in the same cells; null where there are few, or for other tables, in which
 * figures of the plan stand from the beginning.
 */
export function fingerprint({ kind, rows }: Leaf): string | null {
  if (kind !== "indicators") return null;
  const figures = rows.flatMap(({ key, cells }) =>
    cells.flatMap(({ column, part, state, value }) => (state === "number" ? [`${key}/${column}/${part}=${String(value)}`] : [])),
  );
  return figures.length < LEAST ? null : hash(figures.sort().join("\n"));
}

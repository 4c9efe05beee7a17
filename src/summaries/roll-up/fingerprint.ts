import { textPrint } from "../../base";
import type { Leaf } from "./leaves";

/** Fewer figures than this may be the same in two units by chance. */
const LEAST = 8;

/**
 * The same for two indicator tables with the same figures in the same cells; null where there are few, or for other tables, in which
 * figures of the plan stand from the beginning.
 */
export function fingerprint({ kind, rows }: Leaf): string | null {
  if (kind !== "indicators") return null;
  const figures = rows.flatMap(({ key, cells }) =>
    cells.flatMap(({ column, part, state, value }) => (state === "number" ? [`${key}/${column}/${part}=${String(value)}`] : [])),
  );
  return figures.length < LEAST ? null : textPrint(figures.sort().join("\n"));
}

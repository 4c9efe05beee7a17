import { COLUMN_USES, type ColumnUse } from "../tables";

/**
 * Parts of a table that was taken over: all of it, the rows of its heads, the cell that says its unit, the columns of outline numbers and
 * labels; `rules`: its rows on the sheet that says how it was understood.
 */
export const TAKEN_PARTS = ["table", "head", "caption", "number", "label", "rules"] as const;
export type TakenPart = (typeof TAKEN_PARTS)[number];

/** A column of a table that was taken over: its place among the columns of its form, from 1, and what its heads are about. */
export interface TakenColumn {
  readonly use: ColumnUse | "unit";
  readonly place: number;
  /** Null for no year, or none alone. */
  readonly year: number | null;
  /** 1 to 4; null for a column of no quarter alone. */
  readonly quarter: number | null;
}

const PARTS = new RegExp(`^PT_other([1-9]\\d*)_(${TAKEN_PARTS.join("|")})$`, "i");
const COLUMNS = new RegExp(`^PT_other([1-9]\\d*)_(${COLUMN_USES.join("|")}|unit)([1-9]\\d*)(?:y(\\d{4}))?(?:q([1-4]))?$`, "i");

/** The defined name of a part: "PT_other1_table". */
export function takenName(other: number, part: TakenPart): string {
  return `PT_other${other}_${part}`;
}

/** The defined name of a column: "PT_other1_amount3y2026q2". */
export function takenColumnName(other: number, { use, place, year, quarter }: TakenColumn): string {
  return `PT_other${other}_${use}${place}${year === null ? "" : `y${year}`}${quarter === null ? "" : `q${quarter}`}`;
}

/** What a defined name of a table that was taken over stands for; null for any other name. Excel keeps names without regard to case. */
export function readTakenName(
  name: string,
): { readonly other: number; readonly part: TakenPart } | { readonly other: number; readonly column: TakenColumn } | null {
  const part = PARTS.exec(name);
  if (part) return { other: Number(part[1]), part: (part[2] ?? "").toLowerCase() as TakenPart };
  const column = COLUMNS.exec(name);
  if (!column) return null;
  const [, other, use = "", place, year, quarter] = column;
  return {
    other: Number(other),
    column: {
      use: use.toLowerCase() as TakenColumn["use"],
      place: Number(place),
      year: year === undefined ? null : Number(year),
      quarter: quarter === undefined ? null : Number(quarter),
    },
  };
}

/** What findings and the record know a table by that was taken over, whatever its sheet is called: "other1". */
export function takenKey(other: number): string {
  return `other${other}`;
}

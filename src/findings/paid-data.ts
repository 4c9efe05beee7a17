import type { MoneyUnit } from "../quantity";
import type { Amount } from "./data";

/** What was disbursed against what is planned. Money is in the table's unit. */
export interface PaidFindings {
  /** `over`: disbursed minus planned; `rate`: points of the plan, null where that is zero. */
  readonly "disbursed-over": {
    readonly unit: MoneyUnit | null;
    readonly planned: Amount;
    readonly disbursed: Amount;
    readonly over: number;
    readonly rate: number | null;
  };
  /** More in a year than is planned for it, of a line that is within its whole. */
  readonly "disbursed-over-year": {
    readonly unit: MoneyUnit | null;
    readonly label: string;
    readonly years: readonly { readonly year: number; readonly planned: Amount; readonly disbursed: Amount }[];
  };
  /** Lines of which something was disbursed in a year that has not begun. */
  readonly "disbursed-early": { readonly unit: MoneyUnit | null; readonly year: number; readonly lines: readonly Amount[] };
  /**
   * All that was disbursed is `factor` times too large: `to` is the unit in which it was likely typed, null where there is none so small.
   * `planned`, `disbursed`: of the first line.
   */
  readonly "disbursed-unit": {
    readonly unit: MoneyUnit | null;
    readonly to: MoneyUnit | null;
    readonly factor: number;
    readonly lines: number;
    readonly planned: Amount;
    readonly disbursed: Amount;
  };
}

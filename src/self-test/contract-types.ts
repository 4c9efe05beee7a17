import type { Area, DefinedName, SheetSnapshot, SheetSpec } from "../sheet";
import type { FailureCode, Wanted } from "../workbook/port";
import type { ContractId } from "./names";

/** What an area has to read as; merges in any order, what is not named is not compared. `undefined` stands for what was not asked for. */
export type Seen = { readonly [K in keyof SheetSnapshot]?: SheetSnapshot[K] | undefined };

export interface Refused {
  readonly code: FailureCode;
  /** What the failure has to say; left out where any words will do. */
  readonly data?: object;
}

/** One thing that is done to a workbook and what has to come of it. A work that is refused has to leave the workbook as it was. */
export type ContractStep =
  | { readonly add: readonly SheetSpec[]; readonly stop?: true; readonly refused?: Refused }
  | {
      readonly read: readonly { readonly sheet: string; readonly area: Area }[];
      readonly wanted?: Wanted;
      readonly stop?: true;
      readonly gives?: readonly Seen[];
      readonly refused?: Refused;
    }
  | { readonly named: DefinedName };

/**
 * A case of the contract that every side of the workbook keeps, as data: Jest runs it on files and over the bridge, the self-test in Excel.
 */
export interface ContractCase {
  readonly id: ContractId;
  readonly steps: readonly ContractStep[];
}

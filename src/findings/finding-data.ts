import type { StructureFindings, SumFindings } from "./data";
import type { FormulaFindings } from "./formula-data";
import type { IndicatorFindings } from "./indicator-data";
import type { OtherFindings } from "./other-data";
import type { PaidFindings } from "./paid-data";

/** Data of each finding, by its code: what a sentence needs and no sentence. */
export interface FindingData extends SumFindings, PaidFindings, IndicatorFindings, StructureFindings, OtherFindings, FormulaFindings {}

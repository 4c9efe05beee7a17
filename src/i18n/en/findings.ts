import type { FindingData } from "../../findings";
import { parts, short } from "../sentences";
import type { FindingWords, Words } from "../types";
import { otherFindings } from "./findings-other";
import { formulaFindings } from "./findings-formulas";
import { indicatorsFindings } from "./findings-indicators";
import { paidFindings } from "./findings-paid";
import { structureFindings } from "./findings-structure";
import { sumsFindings } from "./findings-sums";
import { UNITS } from "./units";

const { number, list } = parts("en", "and");

export const findings: FindingWords<FindingData> = { ...sumsFindings, ...paidFindings, ...indicatorsFindings, ...structureFindings, ...otherFindings, ...formulaFindings };

export const agreement: Words["agreement"] = ({ value, unit, label, breakdowns }) => `${number(value)} agrees: “${short(label)}” (${unit ? UNITS[unit] : "unit not stated"}) equals ${list(breakdowns.map((one) => `“${short(one)}”`))}.`;

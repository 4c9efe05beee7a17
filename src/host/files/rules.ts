import {
  DataValidationErrorStyle, DataValidationOperator, DataValidationType, type IDataValidationRule, type IRange,
} from "@univerjs/core";
import { CFRuleType, CFSubRuleType, type IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { formulaShifter, type ConditionalFormatSpec, type ValidationSpec } from "../../sheet";
import { areaOf } from "../bridge/address";
import { hexColor } from "./cell-styles";

/** Bounds for a rule that has one: beyond what a double holds exactly nobody types. */
const FARTHEST = Number.MAX_SAFE_INTEGER;

/** A validation of the engine, for each of its areas; null where it is of a kind that a SheetSpec has not. */
export function validationSpecs(rule: IDataValidationRule): ValidationSpec[] | null {
  const kind = validationKind(rule);
  if (!kind) return null;
  const ranges = rule.ranges as readonly IRange[];
  return ranges.map((range) => ({
    area: areaOf(range),
    rule: kind,
    alert: rule.errorStyle === DataValidationErrorStyle.STOP ? "stop" : "warning",
    errorTitle: rule.errorTitle ?? "",
    errorMessage: rule.error ?? "",
    ...(rule.promptTitle ? { promptTitle: rule.promptTitle } : {}),
    ...(rule.prompt ? { promptMessage: rule.prompt } : {}),
  }));
}

function validationKind({ type, operator, formula1, formula2 }: IDataValidationRule): ValidationSpec["rule"] | null {
  if (type === DataValidationType.LIST && formula1 && !formula1.startsWith("=")) return { kind: "list", values: formula1.split(",") };
  if (type !== DataValidationType.DECIMAL) return null;
  const [first, second] = [Number(formula1 || NaN), Number(formula2 || NaN)];
  if (operator === DataValidationOperator.BETWEEN && Number.isFinite(first) && Number.isFinite(second))
    return { kind: "decimal", min: first, max: second };
  if (operator === DataValidationOperator.GREATER_THAN_OR_EQUAL && Number.isFinite(first))
    return { kind: "decimal", min: first, max: FARTHEST };
  if (operator === DataValidationOperator.LESS_THAN_OR_EQUAL && Number.isFinite(first))
    return { kind: "decimal", min: -FARTHEST, max: first };
  return null;
}

/** A conditional format of the engine, for each of its areas; null where it is none by formula. */
export function conditionalFormatSpecs({ rule, ranges }: IConditionFormattingRule): ConditionalFormatSpec[] | null {
  if (
    rule.type !== CFRuleType.highlightCell ||
    !("subType" in rule) ||
    rule.subType !== CFSubRuleType.formula ||
    typeof rule.value !== "string"
  )
    return null;
  const fill = hexColor(rule.style.bg?.rgb);
  const color = hexColor(rule.style.cl?.rgb);
  const style = { ...(fill ? { fill } : {}), ...(color ? { color } : {}), ...(rule.style.bl ? { bold: true } : {}) };
  const areas = ranges.map(areaOf).sort((a, b) => a.row - b.row || a.col - b.col);
  // To the engine the formula is written for the cell that stands first.
  const [first] = areas;
  const moved = formulaShifter(rule.value);
  return areas.map((area) => ({ area, formula: first ? moved(area.row - first.row, area.col - first.col) : "", style }));
}

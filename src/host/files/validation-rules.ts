import {
  DataValidationErrorStyle, DataValidationOperator, DataValidationType, generateRandomId, type IDataValidationRule, type IRange,
} from "@univerjs/core";
import type { OtherValidation, ValidationSpec } from "../../sheet";
import { areaOf, engineRange } from "../bridge/address";

const TYPES = {
  none: DataValidationType.ANY,
  whole: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  list: DataValidationType.LIST,
  date: DataValidationType.DATE,
  time: DataValidationType.TIME,
  textLength: DataValidationType.TEXT_LENGTH,
  custom: DataValidationType.CUSTOM,
} as const satisfies Record<OtherValidation["type"], DataValidationType>;

const ALERTS = {
  stop: DataValidationErrorStyle.STOP,
  warning: DataValidationErrorStyle.WARNING,
  information: DataValidationErrorStyle.INFO,
} as const satisfies Record<OtherValidation["alert"], DataValidationErrorStyle>;

const OPERATORS = {
  between: DataValidationOperator.BETWEEN,
  notBetween: DataValidationOperator.NOT_BETWEEN,
  equal: DataValidationOperator.EQUAL,
  notEqual: DataValidationOperator.NOT_EQUAL,
  lessThan: DataValidationOperator.LESS_THAN,
  lessThanOrEqual: DataValidationOperator.LESS_THAN_OR_EQUAL,
  greaterThan: DataValidationOperator.GREATER_THAN,
  greaterThanOrEqual: DataValidationOperator.GREATER_THAN_OR_EQUAL,
} as const satisfies Record<OtherValidation["operator"], DataValidationOperator>;

/** A rule of a file as the engine has it. */
export function engineRule(rule: OtherValidation): IDataValidationRule {
  const { type, first, second, promptTitle, promptMessage } = rule;
  return {
    uid: generateRandomId(8),
    ranges: rule.areas.map(engineRange),
    type: TYPES[type],
    operator: OPERATORS[rule.operator],
    ...(first === "" ? {} : { formula1: toEngine(type, first) }),
    ...(second === "" ? {} : { formula2: toEngine(type, second) }),
    allowBlank: rule.allowsBlank,
    ...(type === "list" ? { showDropDown: !rule.hidesArrow } : {}),
    showErrorMessage: rule.showsError,
    errorStyle: ALERTS[rule.alert],
    errorTitle: rule.errorTitle,
    error: rule.errorMessage,
    showInputMessage: rule.showsPrompt,
    ...(promptTitle === "" ? {} : { promptTitle }),
    ...(promptMessage === "" ? {} : { prompt: promptMessage }),
  };
}

/** The engine has the values of a list, and numbers, as they are, and formulas with "=". */
function toEngine(type: OtherValidation["type"], formula: string): string {
  if (type === "list" && formula.startsWith('"')) return formula.slice(1, -1).replaceAll('""', '"');
  return isNumber(formula) ? formula : `=${formula}`;
}

function fromEngine(type: OtherValidation["type"], text: string): string {
  if (text.startsWith("=")) return text.slice(1);
  return text === "" || (type !== "list" && isNumber(text)) ? text : `"${text.replaceAll('"', '""')}"`;
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

/** A validation of the engine as our tables have them, for each of its areas; null where it is of another kind. */
export function validationSpecs(rule: IDataValidationRule): ValidationSpec[] | null {
  const kind = isOfOurs(rule) ? validationKind(rule) : null;
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

function isOfOurs(rule: IDataValidationRule): boolean {
  return (
    rule.allowBlank !== false && rule.showErrorMessage !== false && rule.showDropDown !== false &&
    rule.errorStyle !== DataValidationErrorStyle.INFO && (rule.showInputMessage !== false || !(rule.promptTitle ?? rule.prompt))
  );
}

function validationKind({ type, operator, formula1, formula2 }: IDataValidationRule): ValidationSpec["rule"] | null {
  if (type === DataValidationType.LIST && formula1 && !formula1.startsWith("=")) return { kind: "list", values: formula1.split(",") };
  const [min, max] = [Number(formula1 || NaN), Number(formula2 || NaN)];
  const isBetween = type === DataValidationType.DECIMAL && operator === DataValidationOperator.BETWEEN;
  return isBetween && Number.isFinite(min) && Number.isFinite(max) ? { kind: "decimal", min, max } : null;
}

/** A validation of the engine of any kind that .xlsx has; null for those of the engine alone (check boxes …). */
export function otherValidation(rule: IDataValidationRule): OtherValidation | null {
  const type = keyOf(TYPES, rule.type);
  if (!type) return null;
  const ranges = rule.ranges as readonly IRange[];
  return {
    areas: ranges.map(areaOf),
    type,
    operator: keyOf(OPERATORS, rule.operator) ?? "between",
    first: fromEngine(type, rule.formula1 ?? ""),
    second: fromEngine(type, rule.formula2 ?? ""),
    alert: keyOf(ALERTS, rule.errorStyle) ?? "stop",
    allowsBlank: rule.allowBlank !== false,
    showsError: rule.showErrorMessage !== false,
    showsPrompt: rule.showInputMessage !== false,
    hidesArrow: rule.showDropDown === false,
    errorTitle: rule.errorTitle ?? "",
    errorMessage: rule.error ?? "",
    promptTitle: rule.promptTitle ?? "",
    promptMessage: rule.prompt ?? "",
  };
}

function keyOf<K extends string, V>(map: Readonly<Record<K, V>>, value: V | undefined): K | undefined {
  return (Object.keys(map) as K[]).find((key) => map[key] === value);
}

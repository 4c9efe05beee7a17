import { DataValidationErrorStyle, DataValidationOperator, DataValidationType } from "@univerjs/core";
import { ClearRangeDataValidationCommand, SheetDataValidationModel } from "@univerjs/sheets-data-validation";
import { engineRange } from "../address";
import { clipToShown } from "../cells";
import { apiNotFound, invalidArgument } from "../failure";
import { requireFormula } from "../formula-limits";
import { type ClassTable, hostObject, type HostObject } from "../host-object";
import { requireWritable } from "../protection";
import type { NewValidation, RangeHandle, Session } from "../session";
import { isRecord, type Json } from "../wire";
import { flag, oneOf } from "./styles";

interface Self {
  readonly session: Session;
  readonly handle: RangeHandle;
}

/** Most characters of the title and of the message of an alert or a prompt. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

type Rule = NewValidation["rule"];

const NUMERIC = {
  wholeNumber: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  textLength: DataValidationType.TEXT_LENGTH,
} as const;

const OPERATORS: Readonly<Record<string, DataValidationOperator>> = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

const ALERTS = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
} as const;

/** Excel's own settings of a range without a rule. */
const NO_RULE: Rule = {
  type: DataValidationType.ANY,
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: DataValidationErrorStyle.STOP,
  showInputMessage: true,
};

function current({ session, handle }: Self): Rule {
  const waiting = session.newValidation(handle);
  if (waiting) return waiting.rule;
  session.flush();
  const rule = session.engine.injector
    .get(SheetDataValidationModel)
    .getRuleByLocation(session.unitId, handle.sheetId, handle.area.row, handle.area.col);
  if (!rule) return NO_RULE;
  const { uid: _, ranges: __, ...rest } = rule;
  return rest;
}

function update(self: Self, change: Partial<Rule>): void {
  const { session, handle } = self;
  requireWritable(session, handle.sheetId, handle.area, "format");
  const rule = { ...current(self), ...change };
  const waiting = session.newValidation(handle);
  if (waiting) waiting.rule = rule;
  else session.addValidation({ handle, area: clipToShown(session, handle.sheetId, handle.area), rule });
}

export function removeDataValidation(session: Session, { sheetId, area }: RangeHandle): void {
  requireWritable(session, sheetId, area, "format");
  session.mutate(ClearRangeDataValidationCommand.id, { subUnitId: sheetId, ranges: [engineRange(clipToShown(session, sheetId, area))] });
}

function formula(value: Json | undefined): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value === "string" && value !== "") {
    if (value.startsWith("=")) requireFormula(value);
    return value;
  }
  if (value === undefined || value === null || value === "") return undefined;
  throw invalidArgument("formula of a rule");
}

/** `{ decimal: {…} }`, `{ wholeNumber }`, `{ textLength }`, `{ list }` or `{ custom }` → a rule of the engine. */
function ruleOf(value: Json): Rule {
  if (!isRecord(value)) throw invalidArgument("rule");
  const kinds = Object.keys(value);
  const kind = kinds[0];
  const detail = kind === undefined ? undefined : value[kind];
  if (kinds.length !== 1 || kind === undefined || !isRecord(detail)) throw invalidArgument("rule");
  const part = detail;
  if (kind === "list")
    return { type: DataValidationType.LIST, formula1: source(part["source"]), showDropDown: part["inCellDropDown"] !== false };
  if (kind === "custom") return withFormulas(DataValidationType.CUSTOM, part["formula"], undefined);
  const type = Object.entries(NUMERIC).find(([name]) => name === kind)?.[1];
  if (!type) throw apiNotFound(`DataValidationRule.${kind}`);
  const operator = OPERATORS[String(part["operator"])];
  if (!operator) throw invalidArgument("operator of a rule");
  return { ...withFormulas(type, part["formula1"], part["formula2"]), operator };
}

function withFormulas(type: DataValidationType, first: Json | undefined, second: Json | undefined): Rule {
  const [formula1, formula2] = [formula(first), formula(second)];
  if (formula1 === undefined) throw invalidArgument("formula of a rule");
  return { type, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
}

/** A list as text: its entries, or "=$A$1:$A$9". */
function source(value: Json | undefined): string {
  if (isRecord(value)) throw apiNotFound("ListDataValidation.source as a Range");
  if (typeof value !== "string" || value === "" || value.length > 255) throw invalidArgument("source of a list");
  return value;
}

function excelRule(rule: Rule): Json {
  const { type, formula1 = "", formula2 } = rule;
  if (type === DataValidationType.LIST) return { list: { inCellDropDown: rule.showDropDown !== false, source: formula1 } };
  if (type === DataValidationType.CUSTOM) return { custom: { formula: formula1 } };
  const kind = Object.entries(NUMERIC).find(([, one]) => one === type)?.[0];
  if (kind === undefined) return {};
  const operator = Object.keys(OPERATORS).find((name) => OPERATORS[name] === rule.operator) ?? "Between";
  return { [kind]: { formula1: typed(formula1), ...(formula2 === undefined ? {} : { formula2: typed(formula2) }), operator } };
}

/** A number that was written as one comes back as one. */
function typed(text: string): Json {
  return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  any: "None",
  list: "List",
  custom: "Custom",
  whole: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  date: "Date",
  time: "Time",
};

const VALIDATION: ClassTable<Self> = {
  name: "DataValidation",
  scalars: {
    Type: { get: (self) => TYPE_NAMES[current(self).type] ?? "None" },
    Rule: { get: (self) => excelRule(current(self)), set: (self, value) => update(self, ruleOf(value)) },
    IgnoreBlanks: {
      get: (self) => current(self).allowBlank !== false,
      set: (self, value) => update(self, { allowBlank: flag(value, "ignoreBlanks") }),
    },
    ErrorAlert: {
      get: (self) => {
        const rule = current(self);
        const style = Object.entries(ALERTS).find(([, one]) => one === rule.errorStyle)?.[0] ?? "Stop";
        return { message: rule.error ?? "", showAlert: rule.showErrorMessage !== false, style, title: rule.errorTitle ?? "" };
      },
      set: (self, value) => {
        const { message, showAlert, style, title } = fields(value, "errorAlert");
        const errorStyle = oneOf(ALERTS, style ?? "Stop", "errorAlert");
        update(self, {
          error: words(message, LONGEST_MESSAGE),
          errorTitle: words(title, LONGEST_TITLE),
          showErrorMessage: showAlert !== false,
          errorStyle,
        });
      },
    },
    Prompt: {
      get: (self) => {
        const rule = current(self);
        return { message: rule.prompt ?? "", showPrompt: rule.showInputMessage !== false, title: rule.promptTitle ?? "" };
      },
      set: (self, value) => {
        const { message, showPrompt, title } = fields(value, "prompt");
        update(self, {
          prompt: words(message, LONGEST_MESSAGE),
          promptTitle: words(title, LONGEST_TITLE),
          showInputMessage: showPrompt !== false,
        });
      },
    },
  },
  methods: { Clear: ({ session, handle }) => removeDataValidation(session, handle) },
};

function fields(value: Json, what: string): { readonly [key: string]: Json | undefined } {
  if (!isRecord(value)) throw invalidArgument(what);
  return value;
}

function words(value: Json | undefined, longest: number): string {
  if (value !== undefined && (typeof value !== "string" || value.length > longest)) throw invalidArgument("text of a rule");
  return value ?? "";
}

export function dataValidationObject(session: Session, handle: RangeHandle): HostObject {
  return hostObject(VALIDATION, { session, handle });
}

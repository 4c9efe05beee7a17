import type { ValidationSpec } from "../../sheet";
import { WorkbookFailure } from "../port";
import { messageBytes } from "./chunks";
import { rangeOf } from "./ranges";
import type { Step } from "./steps";
import { step } from "./steps";

/** Excel stores a list as one text with commas, at most 255 characters. */
const LONGEST_LIST = 255;

/** Throws "not-supported" for a list that Excel cannot hold in the rule itself. */
export function validationSteps(validations: readonly ValidationSpec[]): Step[] {
  return validations.map((spec) => {
    const rule = ruleOf(spec.rule);
    return step({ objects: 2, actions: 4, content: messageBytes(spec) }, (sheet) => {
      const { dataValidation } = rangeOf(sheet, spec.area);
      dataValidation.rule = rule;
      dataValidation.ignoreBlanks = true;
      dataValidation.errorAlert = {
        showAlert: true,
        style: spec.alert === "stop" ? "Stop" : "Warning",
        title: spec.errorTitle,
        message: spec.errorMessage,
      };
      if (spec.promptTitle !== undefined || spec.promptMessage !== undefined) {
        dataValidation.prompt = { showPrompt: true, title: spec.promptTitle ?? "", message: spec.promptMessage ?? "" };
      }
    });
  });
}

function ruleOf(rule: ValidationSpec["rule"]): Excel.DataValidationRule {
  if (rule.kind === "decimal") return { decimal: { formula1: rule.min, formula2: rule.max, operator: "Between" } };
  const source = rule.values.join(",");
  if (rule.values.some((value) => value.includes(",")) || source.length > LONGEST_LIST) {
    throw new WorkbookFailure("not-supported", { what: source });
  }
  return { list: { inCellDropDown: true, source } };
}

import { parseAreaA1, shownFormula, type OtherValidation } from "../../../sheet";
import { isTrue, unescapeText, type Attributes } from "../xml-events";
import { isQuick } from "./quick-formula";

/** A rule of validation as its part has it; `sqref` where it is no attribute (rules of later versions have it as text). */
export interface OpenValidation {
  readonly attributes: Attributes;
  readonly formulas: string[];
  sqref?: string;
}

/** Of hours the engine of the page knows no rules. */
const TYPES: ReadonlyMap<string, OtherValidation["type"]> = new Map(
  (["none", "whole", "decimal", "list", "date", "textLength", "custom"] as const).map((type) => [type, type]),
);
const OPERATORS: ReadonlyMap<string, OtherValidation["operator"]> = new Map(
  (
    ["between", "notBetween", "equal", "notEqual", "lessThan", "lessThanOrEqual", "greaterThan", "greaterThanOrEqual"] as const
  ).map((operator) => [operator, operator]),
);

/** Null for a kind of rule that the page does not have, or of which nobody knows how long its formulas take. */
export function validationDress({ attributes, formulas, sqref }: OpenValidation): OtherValidation | null {
  const { operator = "between", errorStyle = "stop", errorTitle = "", error = "", promptTitle = "", prompt = "" } = attributes;
  const type = TYPES.get(attributes.type ?? "none");
  const [first = "", second = ""] = formulas.map((text) => shownFormula(unescapeText(text)));
  const areas = (sqref ?? attributes.sqref ?? "").trim().split(/\s+/).flatMap((ref) => parseAreaA1(ref) ?? []);
  const known = OPERATORS.get(operator);
  if (!type || !known || areas.length === 0) return null;
  if (type !== "none" && first === "") return null;
  if (![first, second].every((formula) => formula === "" || isText(formula) || isQuick(formula))) return null;
  return {
    areas, type, first, second,
    operator: known,
    alert: errorStyle === "warning" || errorStyle === "information" ? errorStyle : "stop",
    allowsBlank: isTrue(attributes.allowBlank),
    showsError: isTrue(attributes.showErrorMessage),
    showsPrompt: isTrue(attributes.showInputMessage),
    hidesArrow: isTrue(attributes.showDropDown),
    errorTitle: unescapeText(errorTitle),
    errorMessage: unescapeText(error),
    promptTitle: unescapeText(promptTitle),
    promptMessage: unescapeText(prompt),
  };
}

/** The values of a list, or a text that is compared. */
function isText(formula: string): boolean {
  return /^"(?:[^"]|"")*"$/.test(formula);
}

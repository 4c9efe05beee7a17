import { BooleanNumber, generateRandomId, type IStyleBase } from "@univerjs/core";
import {
  CFRuleType, CFSubRuleType, type IConditionFormattingRule, type IFormulaHighlightCell,
} from "@univerjs/sheets-conditional-formatting";
import { formulaShifter, type Area, type ConditionalFormatSpec } from "../../sheet";
import type { ConditionalDress } from "../../workbook/xlsx";
import { areaOf, engineRange } from "../bridge/address";
import { hexColor } from "./cell-styles";

/** A conditional format of a file as the engine has it. */
export function engineFormat({ areas, formula, style, stops }: ConditionalDress): IConditionFormattingRule<IFormulaHighlightCell> {
  const rule: IFormulaHighlightCell = {
    type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: formula, style: engineLooks(style),
  };
  return { cfId: generateRandomId(8), ranges: areas.map(engineRange), stopIfTrue: stops, rule };
}

function engineLooks({ fill, color, bold, italic, underline, strike }: ConditionalFormatSpec["style"]): IStyleBase {
  const line = (on: boolean) => ({ s: on ? BooleanNumber.TRUE : BooleanNumber.FALSE });
  return {
    ...(fill === undefined ? {} : { bg: { rgb: fill } }),
    ...(color === undefined ? {} : { cl: { rgb: color } }),
    ...(bold === undefined ? {} : { bl: bold ? BooleanNumber.TRUE : BooleanNumber.FALSE }),
    ...(italic === undefined ? {} : { it: italic ? BooleanNumber.TRUE : BooleanNumber.FALSE }),
    ...(underline === undefined ? {} : { ul: line(underline) }),
    ...(strike === undefined ? {} : { st: line(strike) }),
  };
}

/** A conditional format of the engine, for each of its areas; null where it is none by formula. */
export function conditionalFormatSpecs({ rule, ranges, stopIfTrue }: IConditionFormattingRule): ConditionalFormatSpec[] | null {
  if (
    rule.type !== CFRuleType.highlightCell ||
    !("subType" in rule) ||
    rule.subType !== CFSubRuleType.formula ||
    typeof rule.value !== "string"
  )
    return null;
  const fill = hexColor(rule.style.bg?.rgb);
  const color = hexColor(rule.style.cl?.rgb);
  const style = { ...(fill ? { fill } : {}), ...(color ? { color } : {}), ...marks(rule.style) };
  const areas = ranges.map(areaOf).sort((a, b) => a.row - b.row || a.col - b.col);
  // To the engine the formula is written for the cell that stands first.
  const [first] = areas;
  const moved = formulaShifter(rule.value);
  const formulaAt = ({ row, col }: Area): string => (first ? moved(row - first.row, col - first.col) : "");
  return areas.map((area) => ({ area, formula: formulaAt(area), style, ...(stopIfTrue ? { stops: true } : {}) }));
}

function marks({ bl, it, ul, st }: IStyleBase): ConditionalFormatSpec["style"] {
  return {
    ...(bl === undefined ? {} : { bold: bl === BooleanNumber.TRUE }),
    ...(it === undefined ? {} : { italic: it === BooleanNumber.TRUE }),
    ...(ul === undefined ? {} : { underline: ul.s === BooleanNumber.TRUE }),
    ...(st === undefined ? {} : { strike: st.s === BooleanNumber.TRUE }),
  };
}

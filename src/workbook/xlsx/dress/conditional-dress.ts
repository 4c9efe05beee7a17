import { formulaTokens, parseAreaA1, shownFormula, toA1, type Area, type ConditionalFormatSpec } from "../../../sheet";
import type { Parts } from "../archive";
import { isTrue, readXml, unescapeText, type Attributes } from "../xml-events";
import { colorOf } from "./colors";
import { isQuick } from "./quick-formula";

/** A conditional format by formula; the formula is written for the first cell of the areas, row by row. */
export interface ConditionalDress {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly style: ConditionalFormatSpec["style"];
  readonly stops: boolean;
}

/** A style of a conditional format; `simpler` where the file has more of it. */
export interface DifferenceDress {
  readonly style: ConditionalFormatSpec["style"];
  readonly simpler: boolean;
}

/** A rule as its part has it. */
export interface OpenRule {
  readonly sqref: string;
  readonly attributes: Attributes;
  readonly formulas: string[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The styles of conditional formats by their place (ECMA-376 part 1, 18.8.14). */
export function readDifferences(parts: Parts, part: string | undefined, themes: readonly string[]): DifferenceDress[] {
  const bytes = part === undefined ? undefined : parts.get(part);
  const found: { style: Writable<ConditionalFormatSpec["style"]>; simpler: boolean }[] = [];
  if (part === undefined || !bytes) return found;
  let inList = false;
  let within = "";
  readXml(part, bytes, {
    open(tag, attributes) {
      if (tag === "dxfs") inList = true;
      if (!inList) return;
      if (tag === "dxf") found.push({ style: {}, simpler: false });
      const last = found.at(-1);
      if (!last) return;
      const { style } = last;
      const isOn = isTrue(attributes.val ?? "1");
      const color = tag === "color" || tag === "bgColor" || tag === "fgColor" ? colorOf(attributes, themes) : null;
      if (tag === "font" || tag === "fill") within = tag;
      else if (["border", "numFmt", "alignment", "protection", "gradientFill", "vertAlign", "outline", "shadow"].includes(tag)) {
        last.simpler = true;
        within = tag;
      } else if (within === "font" && tag === "b") style.bold = isOn;
      else if (within === "font" && tag === "i") style.italic = isOn;
      else if (within === "font" && tag === "strike") style.strike = isOn;
      else if (within === "font" && tag === "u") style.underline = attributes.val !== "none";
      else if (within === "font" && color) style.color = color;
      else if (within === "fill" && tag === "patternFill") last.simpler ||= (attributes.patternType ?? "solid") !== "solid";
      // unlike a cell's, a conditional fill is in its background colour
      else if (within === "fill" && color && (tag === "bgColor" || style.fill === undefined)) style.fill = color;
    },
    close(tag) {
      if (tag === "dxfs") inList = false;
      if (tag === within) within = "";
    },
  });
  return found;
}

/** The rules of a sheet, the one that goes over all others first; `more` where some of them, or of their looks, are not told. */
export function conditionalDress(
  rules: readonly OpenRule[], differences: readonly DifferenceDress[],
): { readonly formats: readonly ConditionalDress[]; readonly more: boolean } {
  let more = false;
  const inOrder = [...rules].sort((a, b) => Number(a.attributes.priority ?? 0) - Number(b.attributes.priority ?? 0));
  const formats = inOrder.flatMap(({ sqref, attributes, formulas }): ConditionalDress[] => {
    const areas = areasOf(sqref);
    const first = areas?.[0];
    const formula = first ? formulaOf(attributes, formulas, first) : null;
    const look = attributes.dxfId === undefined ? { style: {}, simpler: false } : differences[Number(attributes.dxfId)];
    if (!areas || formula === null || !look) {
      more = true;
      return [];
    }
    more ||= look.simpler;
    return [{ areas, formula, style: look.style, stops: isTrue(attributes.stopIfTrue) }];
  });
  return { formats, more };
}

/**
 * The areas of a rule, row by row; null where none is, or where readers differ in which of their cells the formula is written for: the
 * first, or the corner of all.
 */
function areasOf(sqref: string): Area[] | null {
  const areas = sqref.trim().split(/\s+/).flatMap((ref) => parseAreaA1(ref) ?? []).sort((a, b) => a.row - b.row || a.col - b.col);
  const [first] = areas;
  return first && areas.every(({ col }) => col >= first.col) ? areas : null;
}

const COMPARED: Readonly<Record<string, string>> = {
  equal: "=", notEqual: "<>", lessThan: "<", lessThanOrEqual: "<=", greaterThan: ">", greaterThanOrEqual: ">=",
};

/** Kinds of rules for which the file holds the formula as well (18.18.12). */
const BY_FORMULA: ReadonlySet<string | undefined> = new Set([
  "expression", "containsText", "notContainsText", "beginsWith", "endsWith", "containsBlanks", "notContainsBlanks", "containsErrors",
  "notContainsErrors", "timePeriod",
]);

function formulaOf({ type, operator = "" }: Attributes, formulas: readonly string[], at: Area): string | null {
  const [first = "", second = ""] = formulas.map((text) => shownFormula(unescapeText(text)));
  const formula = BY_FORMULA.has(type) ? first : type === "cellIs" ? comparison(toA1(at), operator, first, second) : "";
  return formula !== "" && isQuick(formula) ? `=${formula}` : null;
}

/** What a comparison with the value of the cell says as a formula; "" where that is not sure. */
function comparison(cell: string, operator: string, first: string, second: string): string {
  const sign = COMPARED[operator];
  if (first === "") return "";
  if (sign !== undefined) return `${cell}${sign}${isOne(first) ? first : `(${first})`}`;
  const [from, to] = [Number(first || Number.NaN), Number(second || Number.NaN)];
  if (!(from <= to)) return "";
  if (operator === "between") return `AND(${cell}>=${first},${cell}<=${second})`;
  return operator === "notBetween" ? `OR(${cell}<${first},${cell}>${second})` : "";
}

function isOne(formula: string): boolean {
  return formulaTokens(formula).length === 1;
}

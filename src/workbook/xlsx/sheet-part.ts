import type {
  CellInput, CellStyle, CellValue, ConditionalFormatSpec, OtherValidation, PageSpec, PrintSpec, SheetSpec, ValidationSpec,
} from "../../sheet";
import { PAGE_NUMBER, areaToA1, columnLetters, isCellError, MAX_COLS, MAX_ROWS, paintStyles, specArea, toA1 } from "../../sheet";
import type { FormulaValues } from "./calculate";
import { MOST_TEXT, clipped, isStorable } from "./fitting";
import { cellKey } from "./stored";
import type { StyleSheet } from "./style-sheet";
import { listFormula } from "./validation-list";
import { element, escapeText, escapeXstring, MAIN, protect, RELATIONS, XML_HEAD } from "./xml";

/** What the sheets of a workbook share. */
export interface SharedParts {
  readonly styles: StyleSheet;
  /** The number of a text in xl/sharedStrings.xml. */
  string(text: string): number;
  /** A formula with "=" as a file writes it: without "=", young functions marked. */
  formula(text: string): string;
}

const MM_PER_INCH = 25.4;
/** The space at the sides of a column's text, in characters of a font whose digits are 7 pixels wide (ECMA-376 part 1, 18.3.1.13). */
const COLUMN_PADDING = 5 / 7;

/** How a sheet stands in its workbook. */
export interface Standing {
  /** Whether it is the one that is looked at. */
  readonly active: boolean;
  /** Its relations to its drawings and to the boxes of its notes; null without any. */
  readonly drawing: string | null;
  readonly noteBoxes: string | null;
}

/** A worksheet part; its elements in the order that the schema (CT_Worksheet) demands. */
export function sheetPart(spec: SheetSpec, values: FormulaValues, shared: SharedParts, { active, drawing, noteBoxes }: Standing): string {
  const { print } = spec;
  return (
    XML_HEAD +
    element(
      "worksheet",
      { xmlns: MAIN, "xmlns:r": RELATIONS },
      (print.percent === undefined ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : "") +
        element("dimension", { ref: areaToA1(specArea(spec)) }) +
        element("sheetViews", {}, viewXml(spec, active)) +
        '<sheetFormatPr defaultRowHeight="15"/>' +
        columnsXml(spec) +
        rowsXml(spec, values, shared) +
        (spec.isProtected
          ? element("sheetProtection", { password: spec.passwordVerifier || null, sheet: true, objects: true, scenarios: true })
          : "") +
        list("mergeCells", spec.merges.map((area) => element("mergeCell", { ref: areaToA1(area) }))) +
        spec.conditionalFormats.map((format, i) => conditionalXml(format, i + 1, shared)).join("") +
        list("dataValidations", [
          ...spec.validations.map((validation) => validationXml(validation)),
          ...(spec.otherValidations ?? []).map((validation) => otherValidationXml(validation, shared)),
        ]) +
        pageXml(print) +
        breaksXml("rowBreaks", print.pageBreakRows ?? [], MAX_COLS) +
        breaksXml("colBreaks", print.pageBreakCols ?? [], MAX_ROWS) +
        // Outline numbers are text on purpose: no green corners.
        element("ignoredErrors", {}, element("ignoredError", { sqref: areaToA1(specArea(spec)), numberStoredAsText: true })) +
        (drawing === null ? "" : element("drawing", { "r:id": drawing })) +
        (noteBoxes === null ? "" : element("legacyDrawing", { "r:id": noteBoxes })),
    )
  );
}

/** Page set-up in the order that the schema demands. */
function pageXml(print: PrintSpec): string {
  const { margins, page = ourPage(print) } = print;
  const centred = { horizontalCentered: page.centredAcross || null, verticalCentered: page.centredDown || null };
  const first = page.firstDiffers ? "<firstHeader/>" : "";
  const text = (name: string, said: string): string => (said === "" ? "" : element(name, {}, escapeXstring(said)));
  const texts = text("oddHeader", page.header) + text("oddFooter", page.footer) + first;
  return (
    (page.centredAcross || page.centredDown ? element("printOptions", centred) : "") +
    element("pageMargins", {
      left: inches(margins.left),
      right: inches(margins.right),
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      header: inches(page.headerMargin),
      footer: inches(page.footerMargin),
    }) +
    element("pageSetup", {
      paperSize: page.paper,
      firstPageNumber: page.firstNumber,
      useFirstPageNumber: page.firstNumber === null ? null : true,
      ...(print.percent === undefined ? { fitToWidth: print.pagesWide, fitToHeight: page.pagesHigh } : { scale: print.percent }),
      orientation: print.orientation,
    }) +
    (texts === ""
      ? ""
      : element("headerFooter", {
          differentFirst: page.firstDiffers || null,
          scaleWithDoc: page.headerKeepsSize ? false : null,
          alignWithMargins: page.headerKeepsMargins ? false : null,
        }, texts))
  );
}

function ourPage({ margins }: PrintSpec): PageSpec {
  return {
    paper: 9, pagesHigh: 0, header: `&C${PAGE_NUMBER}`, footer: "", firstDiffers: true, firstNumber: 1,
    headerMargin: margins.top / 2, footerMargin: margins.bottom / 2, centredAcross: false, centredDown: false,
  };
}

function viewXml({ freeze: { rows, cols } }: SheetSpec, active: boolean): string {
  const pane = rows > 0 && cols > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const frozen =
    rows > 0 || cols > 0
      ? element("pane", {
          xSplit: cols || null,
          ySplit: rows || null,
          topLeftCell: toA1({ row: rows, col: cols }),
          activePane: pane,
          state: "frozen",
        }) + element("selection", { pane })
      : "";
  return element("sheetView", { tabSelected: active || null, workbookViewId: 0 }, frozen);
}

function columnsXml({ columns }: SheetSpec): string {
  if (columns.length === 0) return "";
  return element(
    "cols", {},
    columns
      .map(({ width, hidden }, i) =>
        element("col", {
          min: i + 1,
          max: i + 1,
          width: Math.round((width + COLUMN_PADDING) * 256) / 256,
          hidden: hidden || null,
          customWidth: true,
        }),
      )
      .join(""),
  );
}

function rowsXml(spec: SheetSpec, values: FormulaValues, shared: SharedParts): string {
  const painted = paintStyles(spec);
  const heights = new Map(spec.rowHeights.map(({ row, height }) => [row, height]));
  const numbers = new Map<CellStyle, [plain: number, asText: number | null]>();
  const styleOf = (style: CellStyle, asText: boolean): number => {
    let known = numbers.get(style);
    if (!known) numbers.set(style, (known = [shared.styles.cell(style, false), null]));
    return asText ? (known[1] ??= shared.styles.cell(style, true)) : known[0];
  };
  const hidden = new Set(spec.hiddenRows);
  const lastRow = Math.max(spec.cells.length, painted.rows, ...spec.rowHeights.map(({ row }) => row + 1));
  const rows: string[] = [];
  for (let row = 0; row < lastRow; row++) {
    const line = spec.cells[row] ?? [];
    let cells = "";
    for (let col = 0; col < Math.max(line.length, painted.cols); col++) {
      const input = line[col] ?? null;
      const style = styleOf(painted.at(row, col), typeof input === "string" && needsQuote(input));
      cells += cellXml(columnLetters(col) + (row + 1), input, values.get(cellKey(row, col)), style, shared);
    }
    const height = heights.get(row);
    const unseen = hidden.has(row);
    if (cells !== "" || height !== undefined || unseen)
      rows.push(
        element("row", { r: row + 1, ht: height, customHeight: height === undefined ? null : true, hidden: unseen || null }, cells),
      );
  }
  return element("sheetData", {}, rows.join(""));
}

/** Text that Excel would take for something else when a person edits it. */
function needsQuote(text: string): boolean {
  return /^['=+\-@]/.test(text) || (/^[\d.,(]/.test(text) && !/\p{L}{4}/u.test(text));
}

function cellXml(at: string, input: CellInput, value: CellValue | undefined, style: number, shared: SharedParts): string {
  const s = style === 0 ? "" : ` s="${style}"`;
  if (input === null || input === "") return s && `<c r="${at}"${s}/>`;
  if (typeof input === "string") return `<c r="${at}"${s} t="s"><v>${shared.string(input)}</v></c>`;
  if (typeof input === "boolean") return `<c r="${at}"${s} t="b"><v>${Number(input)}</v></c>`;
  if (typeof input === "number") {
    if (!Number.isFinite(input)) throw new RangeError(`${at}: ${input}`);
    return `<c r="${at}"${s}><v>${input}</v></c>`;
  }
  const formula = shared.formula(input.formula);
  // of a formula that Excel does not take the result is kept
  if (!isStorable(formula))
    return cellXml(
      at,
      value === undefined || (value !== null && typeof value === "object")
        ? null
        : typeof value === "string"
          ? clipped(value, MOST_TEXT)
          : value,
      undefined, style, shared,
    );
  const f = element("f", input.array ? { t: "array", ref: at } : {}, escapeXstring(formula));
  if (value === undefined || value === null) return `<c r="${at}"${s}>${f}</c>`;
  if (typeof value === "number") return `<c r="${at}"${s}>${f}<v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${at}"${s} t="b">${f}<v>${Number(value)}</v></c>`;
  if (isCellError(value)) return `<c r="${at}"${s} t="e">${f}<v>${escapeText(value.error)}</v></c>`;
  return `<c r="${at}"${s} t="str">${f}<v>${escapeXstring(clipped(value, MOST_TEXT))}</v></c>`;
}

function conditionalXml({ area, formula, style, stops }: ConditionalFormatSpec, priority: number, shared: SharedParts): string {
  const rule = element(
    "cfRule",
    { type: "expression", dxfId: shared.styles.difference(style), priority, stopIfTrue: stops },
    `<formula>${escapeXstring(shared.formula(formula))}</formula>`,
  );
  return element("conditionalFormatting", { sqref: areaToA1(area) }, rule);
}

function validationXml({ area, rule, alert, errorTitle, errorMessage, promptTitle, promptMessage }: ValidationSpec): string {
  const formulas =
    rule.kind === "decimal"
      ? `<formula1>${rule.min}</formula1><formula2>${rule.max}</formula2>`
      : `<formula1>${escapeXstring(listFormula(rule.values))}</formula1>`;
  return element(
    "dataValidation",
    {
      type: rule.kind,
      errorStyle: alert === "stop" ? null : alert,
      allowBlank: true,
      showInputMessage: promptTitle !== undefined || promptMessage !== undefined || null,
      showErrorMessage: true,
      errorTitle: protect(errorTitle),
      error: protect(errorMessage),
      promptTitle: promptTitle === undefined ? null : protect(promptTitle),
      prompt: promptMessage === undefined ? null : protect(promptMessage),
      sqref: areaToA1(area),
    },
    formulas,
  );
}

function otherValidationXml(validation: OtherValidation, shared: SharedParts): string {
  const { areas, type, operator, first, second, alert, errorTitle, errorMessage, promptTitle, promptMessage } = validation;
  const said = (text: string): string | null => (text === "" ? null : protect(text));
  const compares = type !== "none" && type !== "list" && type !== "custom";
  const formula = (name: string, text: string): string =>
    text === "" ? "" : `<${name}>${escapeXstring(shared.formula(text))}</${name}>`;
  return element(
    "dataValidation",
    {
      type: type === "none" ? null : type,
      errorStyle: alert === "stop" ? null : alert,
      operator: compares && operator !== "between" ? operator : null,
      allowBlank: validation.allowsBlank || null,
      showDropDown: validation.hidesArrow || null,
      showInputMessage: validation.showsPrompt || null,
      showErrorMessage: validation.showsError || null,
      errorTitle: said(errorTitle),
      error: said(errorMessage),
      promptTitle: said(promptTitle),
      prompt: said(promptMessage),
      sqref: areas.map(areaToA1).join(" "),
    },
    formula("formula1", first) + formula("formula2", second),
  );
}

function breaksXml(name: string, breaks: readonly number[], across: number): string {
  if (breaks.length === 0) return "";
  return element(
    name, { count: breaks.length, manualBreakCount: breaks.length },
    breaks.map((id) => element("brk", { id, max: across - 1, man: true })).join(""),
  );
}

function list(name: string, items: readonly string[]): string {
  return items.length === 0 ? "" : element(name, { count: items.length }, items.join(""));
}

function inches(millimetres: number): number {
  return Math.round((millimetres / MM_PER_INCH) * 10_000) / 10_000;
}

import type { Plan } from "../plan";
import { isCount } from "../quantity";
import type { PrintSpec, SheetSpec, StyledArea } from "../sheet";
import type { TableChoices, TablePlace } from "./choices";
import { listValidation, numberValidations, textFormat } from "./entry-rules";
import { bodyCells } from "./indicators-cells";
import {
  areasOf, columnAt, gridOf, inputsOf, isActual, isBasis, isStatus, isTarget, isUnit, type IndicatorGrid, type IndicatorInputs,
} from "./indicators-grid";
import { isBlankRow, isInWords, takesActuals, thousandsFormat } from "./indicators-lines";
import { overWholeFormat, statusFormats } from "./indicators-formats";
import { planTag } from "./keys";
import { COLOURS, column, headOf, headingHeights, pageBreaks, printOf, sheetOf, type Column } from "./layout";
import { bodyHeight, headHeights, tableNames, withPlanTag } from "./parts";
import type { TemplateWords } from "./words";

export { targetInput } from "./indicators-lines";

/**
 * The indicator table of a plan: unit, baseline, the target of each target year as the plan writes it, cells for the actual value
 * of each year (see `yearsOf`), and for shares of a count their numerator and denominator: printed on pages of their own where a
 * third of the indicators or more has them, else they stand right of the printed area.
 *
 * With reporting units one year is reported: a column for each unit, then the whole area's value, which is computed for shares (from
 * the sums of numerators and denominators) and for counts (a sum), and typed for all others. Rows without a name are for people to
 * fill in: their cells are open, and the column of directions is shown.
 */
export function indicatorTable(plan: Plan, place: TablePlace, choices: TableChoices, words: TemplateWords): SheetSpec {
  const grid = gridOf(plan, place, choices, words);
  const { heading, frame, columns, rows } = grid;
  const body = bodyCells(grid);
  const inputs = inputsOf(grid);
  const pages = pagesOf(grid);
  const across = pages.breaks[0] ?? pages.printed ?? columns.length;
  const first = pages.breaks.length > 0 ? pages.repeated : 0;
  const head = headOf(heading, columns, across, pages.breaks, first);
  const rowHeights = [
    ...headingHeights(heading, columns, across, first),
    ...headHeights(columns, frame, 34),
    ...body.map((cells, index) => ({ row: frame.body + index, height: bodyHeight(cells, columns) })),
  ];
  return sheetOf({
    name: place.sheet,
    cells: withPlanTag([...head.cells, ...body], columns, planTag(plan.id, null)),
    columns,
    rowHeights,
    styles: [...head.styles, ...stylesOf(grid, inputs)],
    merges: head.merges,
    names: tableNames(place, frame, columns, rows.length),
    validations: [
      ...numberValidations(inputs, words),
      ...inputs.directions.map((area) => listValidation(area, Object.values(words.indicators.direction), words)),
      ...[...inputs.assessments, ...mayBeChosen(grid)].map((area) =>
        listValidation(area, [words.indicators.met, words.indicators.notMet, words.indicators.watched], words),
      ),
    ],
    conditionalFormats: [
      ...columns.flatMap(({ key }, col) => (isStatus(key) ? statusFormats(frame.body, rows.length, col, words) : [])),
      ...areasOf(
        grid, (key) => isActual(key) || isUnit(key) || isBasis(key), (one) => one === null || !isInWords(one),
      ).flatMap((area) => textFormat(area)),
      ...columns.flatMap(({ key }, col) =>
        /^(num|un)\d/.test(key) ? [overWholeFormat(frame.body, rows.length, col, columnAt(grid, "unit"))] : [],
      ),
    ],
    print: printOfGrid(grid, pages, rowHeights),
    frame,
  });
}

/** Where people write their own targets, those may be words: then they choose an assessment over the formula, which has none. */
function mayBeChosen(grid: IndicatorGrid): StyledArea["area"][] {
  return areasOf(grid, isStatus, (one) => one !== null && isBlankRow(one));
}

function stylesOf(grid: IndicatorGrid, inputs: IndicatorInputs): StyledArea[] {
  const { frame, columns, rows } = grid;
  const whole = { row: frame.body, rows: rows.length };
  const under = (key: "unit" | "direction" | "key" | "note", style: StyledArea["style"]): StyledArea[] => {
    const col = columnAt(grid, key);
    return col === -1 ? [] : [{ area: column(frame.body, rows.length, col), style }];
  };
  const styled = (areas: readonly StyledArea["area"][], style: StyledArea["style"]): StyledArea[] => areas.map((area) => ({ area, style }));
  const all = (): boolean => true;
  return [
    { area: { row: frame.body - 1, col: 0, rows: 1, cols: columns.length }, style: { wrap: true } },
    { area: { ...whole, col: 0, cols: columns.length }, style: { border: true, valign: "center", wrap: true } },
    { area: column(frame.body, rows.length, 0), style: { align: "center", numberFormat: "@" } },
    ...under("unit", { align: "center" }),
    ...under("direction", { align: "center" }),
    ...under("key", { numberFormat: "@" }),
    ...styled(areasOf(grid, (key) => key === "baseline" || isTarget(key) || isUnit(key) || isActual(key), all), { align: "right" }),
    ...styled(areasOf(grid, isTarget, (one) => one !== null && takesActuals(one)), { bold: true }),
    // words that nothing is held against read as a sentence
    ...styled(areasOf(grid, isTarget, (one) => one !== null && !takesActuals(one)), { align: "left" }),
    ...styled(areasOf(grid, isStatus, all), { align: "center", bold: true }),
    ...styled(areasOf(grid, isBasis, (one) => Boolean(one?.ratio)), { align: "right", numberFormat: "#,##0" }),
    ...styled(areasOf(grid, isBasis, (one) => !one?.ratio), { fill: COLOURS.closed }),
    ...styled(Object.values(inputs).flat(), { fill: COLOURS.input, locked: false }),
    // what people measure keeps the decimals that they type, what they count has none
    ...rows.flatMap(({ indicator }, index): StyledArea[] => {
      const numberFormat = indicator && thousandsFormat(indicator);
      const takes = ({ key }: Column): boolean =>
        key === "baseline" || isTarget(key) || (isCount(indicator?.unit ?? null) && (isActual(key) || isUnit(key)));
      return numberFormat
        ? columns.flatMap((one, col) =>
            takes(one) ? [{ area: { row: frame.body + index, col, rows: 1, cols: 1 }, style: { numberFormat } }] : [],
          )
        : [];
    }),
    ...styled(inputs.results, { align: "left", numberFormat: "@" }),
    ...styled(mayBeChosen(grid), { locked: false }),
    // "4-6" in a cell of text stays what was typed, and is no date
    ...styled(areasOf(grid, isTarget, (one) => one !== null && isBlankRow(one)), { numberFormat: "@" }),
    ...under("note", { locked: false }),
    ...rows.flatMap(({ indicator }, index): StyledArea[] =>
      indicator
        ? []
        : [{ area: { row: frame.body + index, col: 0, rows: 1, cols: columns.length }, style: { bold: true, fill: COLOURS.group } }],
    ),
  ];
}

/** Columns that are repeated at the left of each page: number and name. */
const NAMED = 2;

interface Pages {
  readonly breaks: readonly number[];
  readonly repeated: number;
  /** The first columns are printed only; null: all. */
  readonly printed: number | null;
}

/**
 * Numerators and denominators begin a page of their own, which names what it counts, so that the number is enough at its left.
 * Where few indicators are shares such a page would be mostly grey, and many years take several pages: then those columns are not printed.
 */
function pagesOf({ plan, columns, page, units }: IndicatorGrid): Pages {
  if (page === null) return { breaks: pageBreaks(columns, NAMED), repeated: NAMED, printed: null };
  const main = pageBreaks(columns.slice(0, page), NAMED);
  const basis = (repeated: number): number[] =>
    pageBreaks([...columns.slice(0, repeated), ...columns.slice(page)], repeated).map((col) => col - repeated + page);
  const few = plan.indicators.filter(({ ratio }) => ratio).length * 2 < plan.indicators.length;
  const plain = main.length + basis(1).length === 0;
  if (few || (units.length === 0 && !plain)) return { breaks: main, repeated: NAMED, printed: page };
  return { breaks: plain ? [page] : [...main, page, ...basis(NAMED)], repeated: plain ? 1 : NAMED, printed: null };
}

function printOfGrid(
  { columns, frame, rows }: IndicatorGrid, { breaks, repeated, printed }: Pages, heights: SheetSpec["rowHeights"],
): PrintSpec {
  const paging = { breaks, repeated, heights, glued: rows.map((_, index) => rows[index - 1]?.indicator === null) };
  if (printed === null) return printOf(columns, frame, paging);
  return { ...printOf(columns.slice(0, printed), frame, paging), area: { row: 0, col: 0, rows: frame.body + rows.length, cols: printed } };
}

import { formulaTokens, referenceArea, type FormulaToken } from "../../../sheet";
import { formulaCost } from "../formula-cost";

/** Rules are evaluated in the thread of the page, cell by cell: a formula of one may take about a tenth of a second. */
const MOST_STEPS = 100_000;
/** Of columns as a whole a page of ours has about so many rows. */
const ROWS_OF_WHOLE = 10_000;

/** Whether a formula of a rule, without "=", ends soon wherever it stands: names and other workbooks may stand for anything. */
export function isQuick(formula: string): boolean {
  const tokens = formulaTokens(formula);
  const isOpen = ({ kind, text }: FormulaToken): boolean =>
    (kind === "name" && !/^(?:TRUE|FALSE)$/i.test(text)) || (kind !== "string" && text.includes("["));
  if (tokens.some(isOpen)) return false;
  const areas = tokens.flatMap((token) => (token.kind === "reference" ? (referenceArea(token.address) ?? []) : []));
  const cost = formulaCost(tokens, areas.map((area) => ({ ...area, rows: Math.min(area.rows, ROWS_OF_WHOLE) })));
  return cost.known && cost.steps <= MOST_STEPS;
}

import type { Finding } from "../findings";
import { judge } from "../quantity";
import {
  type BudgetRow, type BudgetTable, cellIn, columnsOf, type IndicatorRow, type IndicatorTable, isNumber, type Table, targetOf, amountColumn,
} from "../tables";
import { holdsWords, nameKey, syllables } from "./names";
import { factsOf } from "./row-facts";
import { rowRule } from "./row-rule";
import { rowUnit } from "./row-unit";
import { clean } from "./row-values";
import { finding } from "./rule";

/**
 * "Tỷ lệ ngân sách y tế dành cho công tác y tế dự phòng": money that is set apart, and of what. Only money of a budget counts, not what
 * households pay.
 */
const SET_APART =
  /^(?:(?:tỷ|tỉ) (?:lệ|trọng) )?((?:chi )?(?:ngân sách|kinh phí|vốn)[^,;]*?) (?:được )?(?:(?:dành|bố trí|phân bổ|chi|đầu tư|sử dụng) )*cho (?:công tác |lĩnh vực |hoạt động |nhiệm vụ |sự nghiệp )?(.+?)(?: (?:trong|trên|so với|chiếm) (?:tổng )?.*)?$/iu;
/** A total that is of the whole budget whatever it is called. */
const WHOLE = /^(?:tổng (?:cộng|số|nhu cầu)?|tổng|cộng|total)(?: (?:nhu cầu )?(?:kinh phí|ngân sách|dự toán|số tiền|budget)(?: (?:thực hiện|của|năm|toàn) .*)?)?$/iu;

/** What stands before the words for what a budget is of. */
const MONEY_OF = /^(?:tổng (?:(?:cộng|số) )?)?(?:nhu cầu )?(?:chi )?(?:ngân sách|kinh phí|vốn) (?:(?:chi|dành|cho) )*/iu;

/** A target for a share of the budget ("ít nhất 30 % cho y tế dự phòng"), held against the workbook's own budget. */
export const budgetShares = rowRule({
  name: "budget-shares",
  codes: ["budget-share-missed"],
  severities: ["warning"],
  may: (table, { tables }) => {
    if (!tables.some(({ kind }) => kind === "budget")) return null;
    const { unitOf, labels } = columnsOf(table);
    const percent = factsOf(table).units.map(({ unit }) => unit === "%");
    return (row) => (percent[unitOf[row] ?? 0] ?? false) && FOR.test(labels[row] ?? "");
  },
  ofRow: (table, row, { tables }) => sharesOf(table, row, tables),
});

/** No words of money that is set apart are without it. */
const FOR = /cho\s/i;

interface Line {
  readonly budget: BudgetTable;
  readonly line: BudgetRow;
  readonly total: BudgetRow;
}

function sharesOf(table: IndicatorTable, row: IndicatorRow, tables: readonly Table[]): Finding[] {
  if (rowUnit(row).unit !== "%") return [];
  const words = SET_APART.exec(row.label.normalize("NFC").replace(/\s+/g, " ").trim());
  const [whole = "", matter = ""] = words?.slice(1) ?? [];
  // "ngân sách cho y tế" of "ngân sách y tế" says nothing; one word is in too many lines
  if (syllables(matter).length < 2 || holdsWords(whole, matter)) return [];
  const lines = tables.flatMap((other) => (other.kind === "budget" && isOfPlan(table, other) ? linesOf(other, matter, whole) : []));
  const [found, ...more] = lines;
  if (!found || more.length > 0) return [];
  return [...row.targets].flatMap(([year, cell]): Finding[] => {
    const target = targetOf(row, cell);
    const column = found.budget.columns.find((one) => one.role === "planned" && one.year === year) ?? amountColumn(found.budget.columns);
    const [part, all] = [cellIn(found.line, column), cellIn(found.total, column)];
    if (!target || !isNumber(part) || !isNumber(all) || all.value <= 0) return [];
    const share = clean((100 * part.value) / all.value);
    const judgement = judge(share, target, row.direction);
    if (judgement.status !== "not-met") return [];
    return [
      finding(table, "budget-share-missed", `${row.key}/${year}`, {
        severity: "warning",
        at: cell.at,
        cells: [cell.at, part.at, all.at],
        data: {
          indicator: row.label,
          year,
          target,
          share,
          side: judgement.side,
          distance: judgement.distance,
          unit: found.budget.unit,
          part: { at: part.at, label: found.line.label, value: part.value },
          total: { at: all.at, label: found.total.label, value: all.value },
        },
      }),
    ];
  });
}

/** A budget of another plan says nothing of this plan's target. */
function isOfPlan({ plan }: IndicatorTable, budget: BudgetTable): boolean {
  return plan === null || budget.plan === null || plan.plan === budget.plan.plan;
}

/** Items that name the matter, the outermost of them, under a total that is of the whole. */
function linesOf(budget: BudgetTable, matter: string, whole: string): Line[] {
  const names = (row: BudgetRow | undefined): boolean => row !== undefined && holdsWords(row.label, matter);
  return budget.rows.flatMap((line): Line[] => {
    if ((line.kind !== "line" && line.kind !== "of") || line.source !== null || !names(line)) return [];
    const above = ancestorsOf(budget.rows, line);
    const total = above.at(-1);
    if (total?.kind !== "total" || above.some(names) || !isWhole(total.label, whole)) return [];
    return [{ budget, line, total }];
  });
}

/** What a row adds up into, the nearest first. */
function ancestorsOf(rows: readonly BudgetRow[], row: BudgetRow): BudgetRow[] {
  const above = rows[row.parent ?? -1];
  return above ? [above, ...ancestorsOf(rows, above)] : [];
}

/** The total's own words name the whole ("Tổng kinh phí y tế" that of "ngân sách y tế"), or it is a total of everything. */
function isWhole(label: string, whole: string): boolean {
  const words = label.normalize("NFC").trim();
  if (WHOLE.test(words)) return true;
  const what = nameKey(whole.replace(MONEY_OF, ""));
  return MONEY_OF.test(words) && what !== "" && `${nameKey(words.replace(MONEY_OF, ""))} `.startsWith(`${what} `);
}

import { toA1, toAbsoluteA1, type ConditionalFormatSpec, type ValidationSpec } from "../sheet";
import type { Split } from "./budget-columns";
import type { Places } from "./budget-formulas";
import { COLOURS, LARGEST, column } from "./layout";
import { mergeRuns } from "./runs";
import type { TemplateWords } from "./words";

/** A larger table leaves the sums of shares to the check: a format that looks through all rows in each row makes a sheet slow. */
const MOST_ROWS = 500;

const WRONG = { fill: COLOURS.wrong, bold: true } as const;

/** Numbers are asked for wherever people type them, and where a formula stands they might. */
export function budgetValidations({ rows, body }: Places, amount: number, cols: number, words: TemplateWords): ValidationSpec[] {
  return mergeRuns(rows.flatMap(({ kind }, index) => (kind === "group" ? [] : [{ row: body + index, col: amount, rows: 1, cols }]))).map(
    (area): ValidationSpec => ({
      area,
      rule: { kind: "decimal", min: -LARGEST, max: LARGEST },
      alert: "warning",
      errorTitle: words.numberInput.title,
      errorMessage: words.numberInput.refusal,
    }),
  );
}

/**
 * Native marks that work where the add-in is absent: text in a number cell, a breakdown off its total, years or units off their line,
 * shares off their item or source, more disbursed (`paid`: its column and the rate) than planned.
 */
export function budgetFormats(places: Places, amount: number, splits: readonly Split[], paid: number | null): ConditionalFormatSpec[] {
  const { rows, body } = places;
  const last = Math.max(amount, ...splits.map(({ from, cols, sum }) => Math.max(sum ?? 0, from + cols - 1)));
  const first = toA1({ row: body, col: amount });
  return [
    {
      area: { row: body, col: amount, rows: rows.length, cols: last - amount + 1 },
      formula: `=AND(ISTEXT(${first}),${first}<>"")`,
      style: { fill: COLOURS.odd, bold: true },
    },
    ...groupFormats(places, amount, splits),
    ...splits.flatMap((split) => (split.whole === null ? [] : [splitFormat(places, split.whole, split)])),
    ...shareFormats(places, amount),
    ...(paid === null ? [] : [overFormat(places, amount, paid)]),
  ];
}

/**
 * Each breakdown that is off the total; of years and units, which are filled in by and by, one that is short is marked when nothing is
 * blank below it.
 */
function groupFormats({ rows, body }: Places, amount: number, splits: readonly Split[]): ConditionalFormatSpec[] {
  let total = body;
  const crossed = rows.some(({ kind }) => kind === "share");
  const end = (index: number): number => {
    const next = rows.findIndex(({ kind }, at) => at > index && (kind === "total" || (kind === "group" && !crossed)));
    return next === -1 ? rows.length : next;
  };
  return rows.flatMap((row, index): ConditionalFormatSpec[] => {
    if (row.kind === "total") total = body + index;
    if (row.kind !== "group") return [];
    const here = body + index;
    // in a table of shares the sources are computed from the rows of the items, so all rows count for both
    const first = crossed ? rows.findIndex(({ kind }, at) => kind === "group" && body + at > total) : index;
    const format = (col: number, cols: number, wrong: (gap: string) => string): ConditionalFormatSpec => {
      const [own, stated] = [toA1({ row: here, col }), fixedRow(total, col)];
      return {
        area: { row: here, col, rows: 1, cols },
        formula: `=AND(ISNUMBER(${own}),ISNUMBER(${stated}),${wrong(`ROUND(${own}-${stated},6)`)})`,
        style: WRONG,
      };
    };
    return [
      format(amount, 1, (gap) => `${gap}<>0`),
      ...splits.map(({ from, cols }) =>
        format(
          from, cols,
          (gap) => `OR(${gap}>0,AND(COUNTBLANK(${fixedRow(body + first, from)}:${fixedRow(body + end(index) - 1, from)})=0,${gap}<>0))`,
        ),
      ),
    ];
  });
}

/** "D$8". */
function fixedRow(row: number, col: number): string {
  return toA1({ row, col }).replace(/\d+$/, "$$$&");
}

/**
 * More than the amount; or another sum, where it is a whole one and all its cells are filled. A row that adds up others has numbers before
 * they all have: those are looked at themselves.
 */
function splitFormat({ rows, body, keyCol }: Places, whole: number, { from, cols, sum }: Split): ConditionalFormatSpec {
  const fixed = (col: number): string => `$${toA1({ row: body, col })}`;
  const stated = fixed(whole);
  const cells = `${fixed(from)}:${fixed(from + cols - 1)}`;
  if (sum === null)
    return {
      area: column(body, rows.length, whole),
      formula: `=AND(ISNUMBER(${stated}),ROUND(SUM(${cells})-${stated},6)>0)`,
      style: WRONG,
    };
  const typed = rows.some(({ kind }) => kind === "share")
    ? `ISNUMBER(SEARCH("×",${fixed(keyCol)}))`
    : `ISERROR(SEARCH(":",${fixed(keyCol)}))`;
  const filled = `${typed},COUNT(${cells})=${cols}`;
  const gap = `ROUND(${fixed(sum)}-${stated},6)`;
  return {
    area: column(body, rows.length, sum),
    formula: `=AND(ISNUMBER(${stated}),ISNUMBER(${fixed(sum)}),OR(${gap}>0,AND(${filled},${gap}<>0)))`,
    style: WRONG,
  };
}

/** More was disbursed than is planned: after an adjustment of the plan it may be right. */
function overFormat({ rows, body }: Places, amount: number, paid: number): ConditionalFormatSpec {
  const [planned, disbursed] = [amount, paid].map((col) => `$${toA1({ row: body, col })}`);
  return {
    area: { row: body, col: paid, rows: rows.length, cols: 2 },
    formula: `=AND(ISNUMBER(${planned}),ISNUMBER(${disbursed}),ROUND(${disbursed}-${planned},6)>0)`,
    style: { fill: COLOURS.odd, bold: true },
  };
}

/** The approved amount of an item, and of a source, against what its shares come to, in the same way. */
function shareFormats({ rows, body, keyCol }: Places, amount: number): ConditionalFormatSpec[] {
  if (rows.length > MOST_ROWS || !rows.some(({ kind }) => kind === "share")) return [];
  const range = (col: number): string => `${toAbsoluteA1({ row: body, col })}:${toAbsoluteA1({ row: body + rows.length - 1, col })}`;
  const [stated, key] = [`$${toA1({ row: body, col: amount })}`, `$${toA1({ row: body, col: keyCol })}`];
  return [`${key}&"×*"`, `"*×"&${key}`].map((criterion): ConditionalFormatSpec => {
    const gap = `ROUND(SUMIFS(${range(amount)},${range(keyCol)},${criterion})-${stated},6)`;
    const filled = `COUNTIFS(${range(keyCol)},${criterion},${range(amount)},"<>")=COUNTIFS(${range(keyCol)},${criterion})`;
    return {
      area: column(body, rows.length, amount),
      formula: `=AND(ISNUMBER(${stated}),COUNTIFS(${range(keyCol)},${criterion})>0,OR(${gap}>0,AND(${filled},${gap}<>0)))`,
      style: WRONG,
    };
  });
}

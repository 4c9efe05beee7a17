import { readMoneyUnit } from "../../quantity";
import { areaToA1, type Area, type SheetSpec } from "../../sheet";
import type { OtherColumn, OtherTable, WordColumn } from "../../tables";
import type { TemplateTable } from "./model";
import { reworded, type NewUnit } from "./reworded";
import { namedRule } from "./placed-rules";
import { rulesIn } from "./rules";

/** The sheet of the template, and what is otherwise in it than in the form. */
interface Making {
  readonly spec: SheetSpec;
  readonly by: number;
  readonly unit: NewUnit | null;
  readonly headings: ReadonlySet<number>;
}

/** What the template says of a table. */
export function tableOf(table: OtherTable, inputs: readonly Area[], { spec, by, unit, headings }: Making): TemplateTable {
  const columns = [...table.columns, ...table.wordColumns].sort((a, b) => a.col - b.col);
  const numbers = columns.flatMap((column, place) => ("role" in column ? [place] : []));
  const figures = columns.flatMap((column, place) => ("role" in column && column.role === "figure" ? [place] : []));
  const rows = table.rows.map(({ row }) => row);
  const unitColumn = table.wordColumns.find(({ use }) => use === "unit")?.col;
  const textAt = (row: number, col: number | null | undefined): string => {
    const input = col === null || col === undefined ? null : (spec.cells[row]?.[col] ?? null);
    return typeof input === "string" || typeof input === "number" ? String(input).trim() : "";
  };
  const ruleRow = table.headRows.findLast(
    (row) => columns.filter(({ col }) => /^\(?(?:\d{1,3}|[A-ZĐ])\)?(?:\s*=.*)?$/u.test(textAt(row, col))).length > columns.length / 2,
  );
  const ids = { columns: columns.map((_, place) => ({ id: `c${place + 1}` })), lines: rows.map((_, place) => ({ id: `d${place + 1}` })) };
  return {
    area: areaToA1(table.area),
    title: table.title ? reworded(table.title.text, by, null) : null,
    unit: unit && table.unit !== null ? unit.unit : table.unit,
    columns: columns.map((column, place) => {
      const rule = ruleRow === undefined ? "" : textAt(ruleRow, column.col);
      return {
        id: `c${place + 1}`,
        head: column.head === "" ? [] : column.head.split(" / ").map((text) => reworded(text, by, unit, true)),
        use: column.use,
        year: column.year === null ? null : column.year + by,
        unit: unitOf(column, unit),
        ...(rule === "" ? {} : { rule }),
      };
    }),
    lines: table.rows.map(({ row, number, label, depth, code }, place) => {
      const own = textAt(row, unitColumn);
      return {
        id: `d${place + 1}`,
        number,
        label: reworded(label, by, null),
        level: depth,
        ...(code === "" ? {} : { code }),
        ...(own === "" ? {} : { unit: own }),
        ...(headings.has(row) ? { heading: true as const } : {}),
      };
    }),
    rules: rulesIn(
      { rows, cols: columns.map(({ col }) => col), numbers, figures },
      (row, col) => formulaOf(spec.cells[row]?.[col]),
      spec.name,
    ).map((rule) => namedRule(rule, ids)),
    inputs: inputs.map(areaToA1),
  };
}

function unitOf(column: OtherColumn | WordColumn, unit: NewUnit | null): string | null {
  const own = "role" in column ? column.unit : null;
  return own !== null && unit && readMoneyUnit(own) !== null ? unit.words : own;
}

function formulaOf(input: SheetSpec["cells"][number][number] | undefined): string | null {
  return typeof input === "object" && input !== null ? input.formula : null;
}

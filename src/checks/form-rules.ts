import { addTo } from "../base";
import type { Finding, Place } from "../findings";
import type { GridRelation, OtherTable } from "../tables";
import { finding, type Rule } from "./rule";

/** What a table has not got that the rules of its form name, and cells that these say must not be blank. */
export const formRules: Rule = {
  name: "form-rules",
  codes: ["form-parts", "form-blank"],
  severities: ["error", "warning", "info"],
  check: (table) => (table.kind === "other" && table.form ? [...partsOf(table), ...blanksIn(table)] : []),
};

function partsOf(table: OtherTable): Finding[] {
  const { title = "", missing = [] } = table.form ?? {};
  if (missing.length === 0) return [];
  const { row, col } = table.area;
  return [
    finding(table, "form-parts", "parts", { severity: "warning", at: { sheet: table.sheet, row, col }, data: { form: title, missing } }),
  ];
}

function blanksIn(table: OtherTable): Finding[] {
  const columns = new Map(table.columns.map((column) => [column.col - table.area.col, column]));
  const groups = new Map<string, GridRelation[]>();
  for (const one of table.believed) if (one.stated?.blanks === "fail") addTo(groups, one.pattern, one);
  return [...groups.values()].flatMap((relations): Finding[] => {
    const [first] = relations;
    if (!first) return [];
    const blank = new Map<string, Place>();
    for (const [line, at] of relations.flatMap(({ total, parts }) => [total, ...parts])) {
      const [row, column] = [table.rows[line], columns.get(at)];
      const cell = column && row?.cells.get(column.id);
      if (row && cell?.state === "blank") blank.set(`${line} ${at}`, { at: cell.at, label: row.label });
    }
    const cells = [...blank.values()];
    const [place] = cells;
    if (!place) return [];
    const { axis, op, total: [line, at], stated } = first;
    const total = axis === "column" ? table.rows[line] : null;
    const head = columns.get(at);
    const about = `${axis}/${total?.key ?? head?.id ?? ""}/${op}`;
    return [
      finding(table, "form-blank", about, {
        severity: stated?.severity ?? "error",
        at: place.at,
        cells: cells.map((one) => one.at),
        data: { axis, of: total ? total.label : (head?.head ?? ""), rule: stated?.name ?? null, cells },
      }),
    ];
  });
}

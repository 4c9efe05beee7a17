import type { ChartFigures } from "./chart-figures";

/** The figures of a chart as a table, for who does not see it. */
export function chartTable({ categories, series }: ChartFigures): HTMLElement {
  const figure = document.createElement("figure");
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  head.append(document.createElement("td"), ...series.map(({ name }) => heading(name, "col")));
  const body = table.createTBody();
  for (const [at, category] of categories.entries()) {
    const row = body.insertRow();
    row.append(heading(category, "row"));
    for (const { texts } of series) row.insertCell().textContent = texts[at] ?? "";
  }
  figure.append(table);
  return figure;
}

function heading(text: string, scope: "row" | "col"): HTMLTableCellElement {
  return Object.assign(document.createElement("th"), { scope, textContent: text });
}

/** Cells that were changed once stand there as tables do. */
const TRACKED = /<table:tracked-changes[\s>].*?<\/table:tracked-changes>/gs;
const PART = /<table:(table|table-column|table-row|table-cell|covered-table-cell)((?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*?)?)(\/?)>/g;

/**
 * The content of an .ods, in which the library finds every value, none twice, and the number format of each cell: it passes over values of
 * elements that are closed at once, and over the styles that columns and rows have for cells without their own (OpenDocument 1.3 part 3,
 * 19.615).
 */
export function plainOds(content: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(content).replace(TRACKED, "");
  let columns: { readonly to: number; readonly style: string }[] = [];
  let row = "";
  let col = 0;
  const plain = text.replace(PART, (whole: string, tag: string, inside: string, closed: string) => {
    const value = (name: string): string => new RegExp(`\\stable:${name}=["']([^"']*)["']`).exec(inside)?.[1] ?? "";
    const times = (name: string): number => Number(value(name)) || 1;
    if (tag === "table") columns = [];
    else if (tag === "table-column") {
      const to = (columns.at(-1)?.to ?? 0) + times("number-columns-repeated");
      columns.push({ to, style: value("default-cell-style-name") });
    } else if (tag === "table-row") [row, col] = [value("default-cell-style-name"), 0];
    else {
      const style = value("style-name") ? "" : row || (columns.find(({ to }) => col < to)?.style ?? "");
      col += times("number-columns-repeated");
      const styled = style === "" ? inside : `${inside} table:style-name="${style}"`;
      const hasValue = tag === "table-cell" && closed !== "" && inside.includes("value-type=");
      return hasValue ? `<table:${tag}${styled}></table:${tag}>` : style === "" ? whole : `<table:${tag}${styled}${closed}>`;
    }
    return whole;
  });
  return new TextEncoder().encode(plain);
}

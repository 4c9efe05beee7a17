import { strToU8, zipSync } from "fflate";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A sheet as bare XML: what stands in its rows, before and after them, and the tables beside it. */
export interface RawSheet {
  readonly name: string;
  readonly rows: string;
  readonly before?: string;
  readonly after?: string;
  /** Table parts, whole. */
  readonly tables?: readonly string[];
  /** The part of its drawing, whole. */
  readonly drawing?: string;
  /** The part of a pivot table on it, whole. */
  readonly pivot?: string;
}

export interface RawBook {
  readonly sheets: readonly RawSheet[];
  /** `<definedName>` elements. */
  readonly names?: string;
  /** What follows the names in the workbook part: calcPr. */
  readonly end?: string;
  /** What stands before the sheets: workbookPr. */
  readonly properties?: string;
  /** The part of styles, whole. */
  readonly styles?: string;
  /** What was kept of other workbooks: where each lies, and its externalBook element's inside. */
  readonly links?: readonly { readonly target: string; readonly inside: string }[];
}

/** A workbook of bare XML, for what no writer writes. */
export function rawBook({ sheets, names = "", end = "", properties = "", styles, links = [] }: RawBook): Uint8Array {
  const parts: Record<string, string> = {
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${HEAD}<workbook xmlns:r="${OFFICE}">${properties}<sheets>${sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`).join("")}</sheets>${links.length === 0 ? "" : `<externalReferences>${links.map((_, i) => `<externalReference r:id="r${sheets.length + i}"/>`).join("")}</externalReferences>`}<definedNames>${names}</definedNames>${end}</workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const),
      ...links.map((_, i) => ["externalLink", `externalLinks/externalLink${i + 1}.xml`] as const),
      ...(styles === undefined ? [] : [["styles", "styles.xml"] as const]),
    ]),
    ...(styles === undefined ? {} : { "xl/styles.xml": `${HEAD}${styles}` }),
  };
  for (const [i, { rows, before = "", after = "", tables = [], drawing, pivot }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `${HEAD}<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
    const beside = [
      ...tables.map((_, at) => ["table", `../tables/table${i}-${at}.xml`] as const),
      ...(drawing === undefined ? [] : [["drawing", `../drawings/drawing${i}.xml`] as const]),
      ...(pivot === undefined ? [] : [["pivotTable", `../pivotTables/pivotTable${i}.xml`] as const]),
    ];
    if (beside.length > 0) parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relations(beside);
    if (drawing !== undefined) parts[`xl/drawings/drawing${i}.xml`] = `${HEAD}${drawing}`;
    if (pivot !== undefined) parts[`xl/pivotTables/pivotTable${i}.xml`] = `${HEAD}${pivot}`;
    for (const [at, table] of tables.entries()) parts[`xl/tables/table${i}-${at}.xml`] = `${HEAD}${table}`;
  }
  for (const [i, { target, inside }] of links.entries()) {
    parts[`xl/externalLinks/externalLink${i + 1}.xml`] =
      `${HEAD}<externalLink xmlns:r="${OFFICE}"><externalBook r:id="r0">${inside}</externalBook></externalLink>`;
    parts[`xl/externalLinks/_rels/externalLink${i + 1}.xml.rels`] = relations([["externalLinkPath", target]], ' TargetMode="External"');
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function relations(targets: readonly (readonly [type: string, target: string])[], mode = ""): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${targets.map(([type, target], i) => `<Relationship Id="r${i}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`).join("")}</Relationships>`;
}

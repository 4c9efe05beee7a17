import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What stands in the parts of a document, without the root element of each. */
export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header1?: string;
}

const ROOTS: Readonly<Record<keyof DocxParts, string>> = {
  body: "document", numbering: "numbering", styles: "styles", footnotes: "footnotes", endnotes: "endnotes", header1: "hdr",
};

/** A .docx of such parts, as Word would have written it. */
export function madeDocx(parts: DocxParts): Uint8Array {
  const given = (Object.keys(ROOTS) as (keyof DocxParts)[]).filter((name) => parts[name] !== undefined);
  const others = given.filter((name) => name !== "body");
  const relations = others.map(
    (name, at) => `<Relationship Id="rId${at + 1}" Type="${R}/${name.replace(/\d/, "")}" Target="${name}.xml"/>`,
  );
  const package_ = "http://schemas.openxmlformats.org/package/2006";
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  const overrides = given.map((name) => {
    const [file, kind] = name === "body" ? ["document", "document.main"] : [name, name.replace(/\d/, "")];
    return `<Override PartName="/word/${file}.xml" ContentType="${type}${kind}+xml"/>`;
  });
  const relationsType = "application/vnd.openxmlformats-package.relationships+xml";
  const types = `<Default Extension="rels" ContentType="${relationsType}"/><Default Extension="xml" ContentType="application/xml"/>`;
  return zipSync({
    "[Content_Types].xml": strToU8(`${HEAD}<Types xmlns="${package_}/content-types">${types}${overrides.join("")}</Types>`),
    "_rels/.rels": strToU8(
      `${HEAD}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      `${HEAD}<Relationships xmlns="${package_}/relationships">${relations.join("")}</Relationships>`,
    ),
    ...Object.fromEntries(
      given.map((name) => {
        const root = ROOTS[name];
        const inside = parts[name] ?? "";
        const head = others.includes("header1") ? `<w:headerReference w:type="default" r:id="rId${others.indexOf("header1") + 1}"/>` : "";
        const content = name === "body" ? `<w:body>${inside}<w:sectPr>${head}</w:sectPr></w:body>` : inside;
        const spaces = `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="${MC}"`;
        return [`word/${name === "body" ? "document" : name}.xml`, strToU8(`${HEAD}<w:${root} ${spaces}>${content}</w:${root}>`)];
      }),
    ),
  });
}

/** A run of text; `looks` is what stands in its properties. */
export function run(text: string, looks = ""): string {
  const properties = looks === "" ? "" : `<w:rPr>${looks}</w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</w:t></w:r>`;
}

/** A paragraph of one run, or of what is given as XML; `looks` is what stands in its properties. */
export function paragraph(content: string, looks = ""): string {
  return `<w:p>${looks === "" ? "" : `<w:pPr>${looks}</w:pPr>`}${content.startsWith("<") ? content : run(content)}</w:p>`;
}

/** What numbers a paragraph by a list. */
export function numbered(list: number | string, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

/** A level of a list: its format, its text ("%1.") and what else stands in it. */
export function level(at: number, format: string, text: string, more = ""): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** A table of cells, each text or XML of its blocks; a cell's properties are given before "|". */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => {
    const [, looks = "", content = ""] = /^(?:((?:<w:(?:gridSpan|vMerge)[^>]*>)+)\|)?(.*)$/s.exec(text) ?? [];
    const blocks = content.startsWith("<w:p>") || content.startsWith("<w:tbl>") ? content : paragraph(content);
    return `<w:tc><w:tcPr><w:tcW w:w="1"/>${looks}</w:tcPr>${blocks}</w:tc>`;
  };
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

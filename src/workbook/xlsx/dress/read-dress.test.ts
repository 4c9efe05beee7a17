import { describe, expect, test } from "@jest/globals";
import { strToU8, unzipSync, zipSync } from "fflate";
import { rawBook, type RawBook, type RawSheet } from "../../../../tests/support/raw-book";
import { readDress } from "./read-dress";

/** What is told of a workbook of two sheets, the second of which holds one thing more. */
function left(sheet: Partial<RawSheet>, book: Partial<RawBook> = {}): unknown {
  const rows = '<row r="1"><c r="A1" s="1"><v>1</v></c></row>';
  const first = { name: "Một", rows: '<row r="1"><c r="A1"><v>1</v></c></row>' };
  const bytes = rawBook({ ...book, sheets: [first, { name: "Hai", rows, ...sheet }] });
  return readDress(bytes).left.map(({ kind, sheets }) => [kind, ...sheets]);
}

const styles = (fonts: string, borders: string, xf: string): string =>
  `<styleSheet><fonts><font/>${fonts}</fonts><fills><fill/></fills><borders><border/>${borders}</borders><cellXfs><xf/>${xf}</cellXfs></styleSheet>`;

describe("what a .xlsx holds beside what is taken over is told with its sheet", () => {
  test.each<[string, Partial<RawSheet>, unknown]>([
    ["nothing", {}, []],
    ["a filter", { after: '<autoFilter ref="A1:B2"/>' }, [["filters", "Hai"]]],
    ["links", { after: '<hyperlinks><hyperlink ref="A1" location="Một!A1"/></hyperlinks>' }, [["hyperlinks", "Hai"]]],
    ["protected ranges", { after: '<protectedRanges><protectedRange sqref="A1"/></protectedRanges>' }, [["protection", "Hai"]]],
    ["a password", { after: '<sheetProtection sheet="1" algorithmName="SHA-512" hashValue="x"/>' }, [["protection", "Hai"]]],
    ["objects", { after: "<oleObjects><oleObject/></oleObjects>" }, [["shapes", "Hai"]]],
    [
      "controls of newer versions",
      { after: "<mc:AlternateContent><mc:Choice><controls><control/></controls></mc:Choice></mc:AlternateContent>" },
      [["shapes", "Hai"]],
    ],
    [
      "sparklines",
      { after: "<extLst><ext><x14:sparklineGroups><x14:sparklineGroup/></x14:sparklineGroups></ext></extLst>" },
      [["sparklines", "Hai"]],
    ],
    ["an extension that nobody knows", { after: "<extLst><ext><x20:novelty/></ext></extLst>" }, [["other", "Hai"]]],
    ["an element that nobody knows", { after: "<scenarios><scenario/></scenarios>" }, [["other", "Hai"]]],
    ["groups of columns", { before: '<cols><col min="1" max="2" width="9" outlineLevel="1"/></cols>' }, [["groups", "Hai"]]],
    ["groups of rows", { rows: '<row r="1" outlineLevel="2"/>' }, [["groups", "Hai"]]],
    ["looks of whole columns", { before: '<cols><col min="1" max="2" width="9" style="1"/></cols>' }, [["lineLooks", "Hai"]]],
    ["looks of whole rows", { rows: '<row r="1" s="1" customFormat="1"/>' }, [["lineLooks", "Hai"]]],
    ["zeros that do not show", { before: '<sheetViews><sheetView showZeros="0"/></sheetViews>' }, [["view", "Hai"]]],
    [
      "a text with looks within", { rows: '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r></is></c></row>' },
      [["richText", "Hai"]],
    ],
    ["a picture in a cell", { rows: '<row r="1"><c r="A1" vm="1"><v>1</v></c></row>' }, [["other", "Hai"]]],
    [
      "shapes, pictures, charts and diagrams",
      {
        drawing:
          "<wsDr><twoCellAnchor><sp/></twoCellAnchor><twoCellAnchor><pic/></twoCellAnchor><twoCellAnchor><graphicFrame><graphic><graphicData>" +
          "<chart/></graphicData></graphic></graphicFrame></twoCellAnchor></wsDr>",
      },
      [["pictures", "Hai"], ["shapes", "Hai"], ["charts", "Hai"]],
    ],
    ["a diagram", { drawing: "<wsDr><twoCellAnchor><graphicFrame/></twoCellAnchor></wsDr>" }, [["shapes", "Hai"]]],
    ["a pivot table", { pivot: "<pivotTableDefinition/>" }, [["pivots", "Hai"]]],
  ])("%s", (_, sheet, told) => {
    expect(left(sheet)).toEqual(told);
  });

  test.each<[string, Partial<RawBook>, unknown]>([
    ["raised letters", { styles: styles('<font><vertAlign val="subscript"/></font>', "", '<xf fontId="1"/>') }, [["cellLooks", "Hai"]]],
    ["diagonals", { styles: styles("", '<border><diagonal style="thin"/></border>', '<xf borderId="1"/>') }, [["cellLooks", "Hai"]]],
    ["text that shrinks", { styles: styles("", "", '<xf><alignment shrinkToFit="1"/></xf>') }, [["cellLooks", "Hai"]]],
    [
      "usual looks", { styles: styles("<font><b/></font>", '<border><left style="thin"/></border>', '<xf fontId="1" borderId="1"/>') }, [],
    ],
    ["a protected workbook", { properties: '<workbookProtection lockStructure="1"/>' }, [["protection"]]],
    ["calculation through circles", { end: '<calcPr iterate="1"/>' }, [["calculation"]]],
  ])("of the workbook: %s", (_, book, told) => {
    expect(left({}, book)).toEqual(told);
  });

  test("sheets of other kinds, threads of comments, buttons of old, properties", () => {
    const parts = unzipSync(rawBook({ sheets: [{ name: "Một", rows: "", pivot: "<x/>" }] }));
    const put = (name: string, change: (text: string) => string): void =>
      void (parts[name] = strToU8(change(new TextDecoder().decode(parts[name] ?? new Uint8Array()))));
    const relation = (type: string, target: string): string => `<Relationship Id="n${type}" Type="http://x/${type}" Target="${target}"/>`;
    put("xl/workbook.xml", (xml) => xml.replace("</sheets>", '<sheet name="Đồ thị" sheetId="9" r:id="nchartsheet"/></sheets>'));
    put("xl/_rels/workbook.xml.rels", (xml) =>
      xml.replace("</Rel", `${relation("chartsheet", "c.xml")}${relation("connections", "k.xml")}</Rel`),
    );
    put("xl/worksheets/_rels/sheet1.xml.rels", (xml) =>
      xml.replace("</Rel", `${relation("threadedComment", "../t.xml")}${relation("vmlDrawing", "../v.vml")}</Rel`),
    );
    put("xl/v.vml", () => '<xml><br><x:ClientData ObjectType="Note"/><x:ClientData ObjectType="Button"/></xml>');
    put("_rels/.rels", (xml) => xml.replace("</Rel", `${relation("custom-properties", "docProps/custom.xml")}</Rel`));
    expect(readDress(zipSync(parts)).left).toEqual([
      { kind: "sheets", sheets: ["Đồ thị"] },
      { kind: "shapes", sheets: ["Một"] },
      { kind: "pivots", sheets: ["Một"] },
      { kind: "connections", sheets: [] },
      { kind: "comments", sheets: ["Một"] },
      { kind: "properties", sheets: [] },
    ]);
  });
});

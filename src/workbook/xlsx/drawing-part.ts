import type { ChartSpec } from "../../sheet";
import { element, RELATIONS, XML_HEAD } from "./xml";

const SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/** The drawing of a sheet: where its charts lie and what they are called; the relation of chart number i is "rId{i + 1}". */
export function drawingPart(charts: readonly ChartSpec[]): string {
  const anchors = charts.map((chart, i) => {
    const { row, col, rows, cols } = chart.at;
    const frame =
      `<xdr:nvGraphicFramePr>${element("xdr:cNvPr", { id: i + 2, name: chart.name, descr: chart.alt })}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${CHART}">${element("c:chart", { "xmlns:c": CHART, "r:id": `rId${i + 1}` })}</a:graphicData></a:graphic>`;
    return `<xdr:twoCellAnchor>${corner("xdr:from", row, col)}${corner("xdr:to", row + rows, col + cols)}<xdr:graphicFrame macro="">${frame}</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
  });
  return XML_HEAD + element("xdr:wsDr", { "xmlns:xdr": SHEET_DRAWING, "xmlns:a": DRAWING, "xmlns:r": RELATIONS }, anchors.join(""));
}

function corner(name: string, row: number, col: number): string {
  return `<${name}><xdr:col>${col}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></${name}>`;
}

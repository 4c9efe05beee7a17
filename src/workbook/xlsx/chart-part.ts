import type { Area, CellValue, ChartSpec } from "../../sheet";
import { areaToAbsoluteA1, quoteSheet } from "../../sheet";
import {
  CHART_DASHES, CHART_FILLS, CHART_GAP, CHART_INK, CHART_MARKERS, hasLegend, isLying, isRound, isStacked, seriesLabels, turn,
  type SeriesLabels,
} from "./chart-looks";
import { DEFAULT_FONT } from "./style-sheet";
import { element, escapeText, RELATIONS, XML_HEAD } from "./xml";

/** The values of cells that a chart shows, row by row. */
export type CellsOf = (area: Area) => readonly CellValue[];

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CATEGORY_AXIS = 100_001;
const VALUE_AXIS = 100_002;

/** A chart part; its elements in the order that the schema (CT_ChartSpace) demands. */
export function chartPart(sheet: string, chart: ChartSpec, cells: CellsOf): string {
  const round = isRound(chart.kind);
  const values = chart.series.map((one) => cells(one.values));
  const series = chart.series.map((_, i) => seriesXml(sheet, chart, i, values, cells)).join("");
  const plot = round ? roundPlot(chart, series) : axisPlot(chart, series);
  const legend =
    hasLegend(chart.kind, chart.series.length)
      ? `<c:legend>${element("c:legendPos", { val: round ? "r" : "b" })}<c:overlay val="0"/></c:legend>`
      : "";
  return (
    XML_HEAD +
    element(
      "c:chartSpace",
      { "xmlns:c": CHART, "xmlns:a": DRAWING, "xmlns:r": RELATIONS },
      '<c:roundedCorners val="0"/>' +
        `<c:chart>${chart.title === "" ? "" : titleXml(chart.title)}${element("c:autoTitleDeleted", { val: chart.title === "" })}<c:plotArea><c:layout/>${plot}</c:plotArea>${legend}` +
        // Cells of hidden columns are shown too: tables keep what only charts need in such columns.
        '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
        `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${lineXml(CHART_INK.axis)}</c:spPr>` +
        textXml("c:txPr", 1000),
    )
  );
}

function titleXml(title: string): string {
  const run = `<a:r><a:rPr lang="vi-VN" sz="1200" b="1"/><a:t>${escapeText(title)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** Font and size (hundredths of a point) of the text of a part of a chart. */
function textXml(name: string, size: number): string {
  return `<${name}><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="${DEFAULT_FONT.name}"/><a:cs typeface="${DEFAULT_FONT.name}"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></${name}>`;
}

function roundPlot(chart: ChartSpec, series: string): string {
  const hole = chart.kind === "doughnut" ? '<c:holeSize val="50"/>' : "";
  return `<c:${chart.kind}Chart><c:varyColors val="1"/>${series}<c:firstSliceAng val="0"/>${hole}</c:${chart.kind}Chart>`;
}

function axisPlot(chart: ChartSpec, series: string): string {
  const lying = isLying(chart.kind);
  const stacked = isStacked(chart.kind);
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  const plot =
    chart.kind === "line"
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
      : `<c:barChart>${element("c:barDir", { val: lying ? "bar" : "col" })}${element("c:grouping", { val: stacked ? "stacked" : "clustered" })}<c:varyColors val="0"/>${series}${element("c:gapWidth", { val: CHART_GAP })}${stacked ? '<c:overlap val="100"/>' : ""}${axes}</c:barChart>`;
  const line = `<c:spPr>${lineXml(CHART_INK.axis)}</c:spPr>`;
  const category =
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/>` +
    // A lying chart is read from the top, as its table is.
    `<c:scaling><c:orientation val="${lying ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? "l" : "b"}"/>` +
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `${line}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`;
  const value =
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? "b" : "l"}"/>` +
    `<c:majorGridlines><c:spPr>${lineXml(CHART_INK.grid, 6350)}</c:spPr></c:majorGridlines>` +
    '<c:numFmt formatCode="#,##0.###" sourceLinked="1"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `${line}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${lying ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`;
  return plot + category + value;
}

function seriesXml(
  sheet: string, chart: ChartSpec, index: number, all: readonly (readonly CellValue[])[], cells: CellsOf,
): string {
  const { kind } = chart;
  const one = chart.series[index];
  if (!one) return "";
  const { name, values: area } = one;
  const values = all[index] ?? [];
  const labels = (position: string | null): string => labelsXml(kind, seriesLabels(kind, all, index), position);
  const head = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeText(name)}</c:v></c:tx>`;
  const data = categoriesXml(sheet, chart.categories, cells) + `<c:val>${numbersXml(sheet, area, values)}</c:val>`;
  if (kind === "line") {
    const look = `<c:spPr>${lineXml(CHART_INK.line, 22225, element("a:prstDash", { val: turn(CHART_DASHES, index) }))}</c:spPr>`;
    const marker = `<c:marker>${element("c:symbol", { val: turn(CHART_MARKERS, index) })}<c:size val="7"/></c:marker>`;
    return `<c:ser>${head}${look}${marker}${labels(index % 2 === 0 ? "t" : "b")}${data}<c:smooth val="0"/></c:ser>`;
  }
  if (!isRound(kind)) {
    return `<c:ser>${head}${fillXml(index)}<c:invertIfNegative val="0"/>${labels(isStacked(kind) ? "ctr" : "outEnd")}${data}</c:ser>`;
  }
  const points = values.map((_, i) => `<c:dPt><c:idx val="${i}"/><c:bubble3D val="0"/>${fillXml(i)}</c:dPt>`).join("");
  // A label position within a doughnut is not valid, and Excel refuses the file for it.
  return `<c:ser>${head}${points}${labels(kind === "pie" ? "outEnd" : null)}${data}</c:ser>`;
}

function labelsXml(kind: ChartSpec["kind"], labels: SeriesLabels | null, position: string | null): string {
  if (!labels) return "";
  const round = isRound(kind);
  const format = labels.format === null ? "" : element("c:numFmt", { formatCode: labels.format, sourceLinked: 0 });
  // Over a pattern only a label with a ground of its own can be read.
  const ground =
    kind === "doughnut" || isStacked(kind) ? '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>' : "";
  const place = position === null ? "" : element("c:dLblPos", { val: position });
  const left = labels.left.map((i) => `<c:dLbl><c:idx val="${i}"/><c:delete val="1"/></c:dLbl>`).join("");
  return `<c:dLbls>${left}${format}${ground}${place}<c:showLegendKey val="0"/><c:showVal val="${round ? 0 : 1}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="${round ? 1 : 0}"/><c:showBubbleSize val="0"/></c:dLbls>`;
}

function categoriesXml(sheet: string, area: Area, cells: CellsOf): string {
  const values = cells(area);
  if (values.length > 0 && values.every((value) => typeof value === "number")) return `<c:cat>${numbersXml(sheet, area, values)}</c:cat>`;
  const points = values.map((value, i) =>
    value === null || typeof value === "object" ? "" : element("c:pt", { idx: i }, `<c:v>${escapeText(String(value))}</c:v>`),
  );
  return `<c:cat><c:strRef><c:f>${reference(sheet, area)}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points.join("")}</c:strCache></c:strRef></c:cat>`;
}

function numbersXml(sheet: string, area: Area, values: readonly CellValue[]): string {
  const points = values.map((value, i) => (typeof value === "number" ? element("c:pt", { idx: i }, `<c:v>${value}</c:v>`) : ""));
  return `<c:numRef><c:f>${reference(sheet, area)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points.join("")}</c:numCache></c:numRef>`;
}

function reference(sheet: string, area: Area): string {
  return escapeText(`${quoteSheet(sheet)}!${areaToAbsoluteA1(area)}`);
}

function fillXml(index: number): string {
  const fill = turn(CHART_FILLS, index);
  const inside = fill.startsWith("solid:")
    ? `<a:solidFill>${element("a:srgbClr", { val: fill.slice(6) })}</a:solidFill>`
    : element(
        "a:pattFill", { prst: fill },
        `<a:fgClr>${element("a:srgbClr", { val: CHART_INK.pattern })}</a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>`,
      );
  return `<c:spPr>${inside}${lineXml(CHART_INK.line)}</c:spPr>`;
}

/** A line; its width is in EMU (12,700 a point). */
function lineXml(colour: string, width = 9525, dash = ""): string {
  return element("a:ln", { w: width }, `<a:solidFill>${element("a:srgbClr", { val: colour })}</a:solidFill>${dash}`);
}

/**
 * Calls that empty the undo list of the person in Excel for Windows, Mac or the web, as far as an add-in for plans could want them: the
 * table of https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities as of 9 September 2025, without pivot
 * tables, slicers, timelines, queries and linked workbooks. The last one is of https://github.com/OfficeDev/office-js/issues/3788.
 */
const CLEARING: ReadonlySet<string> = new Set(
  [
    ...["address", "delete", "pauseProtection", "setPassword", "title"].map((member) => `AllowEditRange.${member}`),
    ...["add", "pauseProtection"].map((member) => `AllowEditRangeCollection.${member}`),
    ...["Chart.categoryLabelLevel", "Chart.seriesNameLevel", "ChartTrendlineLabel.formula"],
    ...["author", "category", "comments", "company", "keywords", "manager", "revisionNumber", "subject", "title"].map(
      (member) => `DocumentProperties.${member}`,
    ),
    "NamedItem.comment",
    ...[
      "addIndent", "autoIndent", "formulaHidden", "horizontalAlignment", "includeAlignment", "includeBorder", "includeFont",
      "includeNumber", "includePatterns", "includeProtection", "indentLevel", "locked", "numberFormat", "numberFormatLocal", "orientation",
      "readingOrder", "shrinkToFit", "textOrientation", "verticalAlignment", "wrapText",
    ].map((member) => `Style.${member}`),
    ...["TableStyle", "TableStyleCollection"].flatMap((name) =>
      ["delete", "duplicate", "name", "add", "setDefault"].map((member) => `${name}.${member}`),
    ),
    ...["close", "insertWorksheetsFromBase64", "save"].map((member) => `Workbook.${member}`),
    ...["protect", "unprotect"].map((member) => `WorkbookProtection.${member}`),
    ...["copy", "delete", "name", "standardWidth", "position", "visibility"].map((member) => `Worksheet.${member}`),
    "WorksheetCollection.addFromBase64",
    ...["pauseProtection", "protect", "resumeProtection", "setPassword", "unprotect", "updateOptions"].map(
      (member) => `WorksheetProtection.${member}`,
    ),
    "Ribbon.requestUpdate",
  ].map((name) => name.toLowerCase()),
);

/** Whether a call ("Worksheet.Delete") empties the person's undo list. */
export function clearsUndo(api: string): boolean {
  return CLEARING.has(api.toLowerCase());
}

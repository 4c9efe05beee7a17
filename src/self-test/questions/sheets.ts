import type { Answers, Question } from "../question";

type Setter = (sheet: Excel.Worksheet) => void;

/** Each member of the page set-up that the add-in sets, with what it sets. */
const PAGE: Readonly<Record<string, Setter>> = {
  orientation: ({ pageLayout }) => void (pageLayout.orientation = "Landscape"),
  paperSize: ({ pageLayout }) => void (pageLayout.paperSize = "A4"),
  "zoom to pages": ({ pageLayout }) => void (pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 }),
  "zoom by scale": ({ pageLayout }) => void (pageLayout.zoom = { scale: 80 }),
  topMargin: ({ pageLayout }) => void (pageLayout.topMargin = 56.7),
  bottomMargin: ({ pageLayout }) => void (pageLayout.bottomMargin = 56.7),
  leftMargin: ({ pageLayout }) => void (pageLayout.leftMargin = 85),
  rightMargin: ({ pageLayout }) => void (pageLayout.rightMargin = 42.5),
  "headersFooters.state": ({ pageLayout }) => void (pageLayout.headersFooters.state = "FirstAndDefault"),
  centerHeader: ({ pageLayout }) => void (pageLayout.headersFooters.defaultForAllPages.centerHeader = "&P"),
  setPrintArea: ({ pageLayout }) => pageLayout.setPrintArea("A1:C9"),
  setPrintTitleRows: ({ pageLayout }) => pageLayout.setPrintTitleRows("$1:$2"),
  setPrintTitleColumns: ({ pageLayout }) => pageLayout.setPrintTitleColumns("$A:$B"),
  verticalPageBreaks: (sheet) => void sheet.verticalPageBreaks.add("D1"),
  horizontalPageBreaks: (sheet) => void sheet.horizontalPageBreaks.add("A20"),
};

export const pageSetup: Question = {
  id: "page-setup",
  expects: Object.fromEntries(Object.keys(PAGE).map((name) => [name, "done"])),
  ask: async ({ attempt }) => {
    const answers: Record<string, Answers[string]> = {};
    for (const [name, set] of Object.entries(PAGE)) {
      answers[name] = await attempt(async (context, sheet) => {
        set(sheet);
        await context.sync();
      });
    }
    return answers;
  },
};

export const defaultSizes: Question = {
  id: "default-sizes",
  expects: {},
  ask: async ({ attempt }) => ({
    standardWidth: await attempt(async (context, sheet) => {
      sheet.load("standardWidth");
      await context.sync();
      return sheet.standardWidth;
    }),
    "first cell": await attempt(async (context, sheet) => {
      const { format } = sheet.getRange("A1");
      format.load("columnWidth,rowHeight");
      format.font.load("name,size");
      await context.sync();
      return [format.columnWidth, format.rowHeight, format.font.name, format.font.size];
    }),
  }),
};

export const hiddenAndSelected: Question = {
  id: "hidden-and-selected",
  expects: {},
  ask: async ({ attempt, another }) => {
    const hidden = await another();
    const ask = (work: (sheet: Excel.Worksheet) => void) =>
      attempt(async (context) => {
        work(context.workbook.worksheets.getItem(hidden));
        await context.sync();
      });
    return {
      "to hide a sheet": await ask((sheet) => void (sheet.visibility = "Hidden")),
      "to turn to a hidden sheet": await ask((sheet) => sheet.activate()),
      "to select a cell of a hidden sheet": await ask((sheet) => sheet.getRange("A1").select()),
      "to show it again": await ask((sheet) => void (sheet.visibility = "Visible")),
      "a whole sheet selected": await attempt(async (context, sheet) => {
        sheet.activate();
        sheet.getRange().select();
        await context.sync();
        const selected = context.workbook.getSelectedRanges().load("address,areaCount");
        await context.sync();
        return [selected.address, selected.areaCount];
      }),
      "a chart selected": await attempt(async (context, sheet) => {
        sheet.getRange("A1:A3").values = [[1], [2], [3]];
        const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:A3"));
        chart.activate();
        await context.sync();
        const selected = context.workbook.getSelectedRanges().load("address");
        await context.sync();
        return selected.address;
      }),
    };
  },
};

export const refusals: Question = {
  id: "refusals",
  expects: { "to write on a protected sheet": { error: "AccessDenied" }, "a formula without its end": { error: "InvalidArgument" } },
  ask: async ({ attempt, another }) => {
    const other = await another();
    const ask = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void) =>
      attempt(async (context, sheet) => {
        work(sheet, context);
        await context.sync();
      });
    return {
      "a formula without its end": await ask((sheet) => void (sheet.getRange("A1").formulas = [["=SUM("]])),
      "a text of 32,768 characters": await ask((sheet) => void (sheet.getRange("A1").values = [["x".repeat(32_768)]])),
      "a sheet named History": await ask((sheet) => void (sheet.name = "History")),
      "to protect the sheet": await ask((sheet) => sheet.protection.protect()),
      "to write on a protected sheet": await ask((sheet) => void (sheet.getRange("A1").values = [[1]])),
      "to unprotect the sheet": await ask((sheet) => sheet.protection.unprotect()),
      "to protect the structure": await ask((_, context) => context.workbook.protection.protect()),
      "to delete a sheet of a protected structure": await ask((_, context) => context.workbook.worksheets.getItem(other).delete()),
      "to unprotect the structure": await ask((_, context) => context.workbook.protection.unprotect()),
      "cells of a sheet that is not there": await ask(
        (_, context) => void context.workbook.worksheets.getItem("pt-không-có").getRange("A1").load("values"),
      ),
    };
  },
};

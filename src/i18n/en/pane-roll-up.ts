import type { PaneExportWords, PaneRollUpWords } from "../pane-roll-up-types";

export const paneRollUp: PaneRollUpWords = {
  title: "Many units together",
  hint: "Adds up tables of the same form from many units, on new sheets. Shares are computed anew from numerators and denominators; ranks and means are not added.",
  from: "Take the tables from",
  sources: { sheets: "Sheets of this workbook", files: "Files: .xlsx, .xlsm, .xls, .xlsb, .ods" },
  listing: "Reading the list of sheets…",
  noSheets: "This workbook has no table made by Plan Tables yet.",
  pickFiles: "Choose files…",
  pickFolder: "Choose a folder…",
  noFolder: "This Excel cannot pick a folder. Open the folder with “Choose files…” and select all files in it (⌘A or Ctrl+A).",
  clear: "Clear",
  noFiles: "There is no spreadsheet file in what was chosen.",
  chosen: (count, of) => `${count} of ${of} chosen`,
  rows: "The units and where their tables are",
  choose: (name) => `Add “${name}”`,
  unit: (name) => `Unit of “${name}”`,
  unitHint: "Change a unit's name in its box. “District A/Commune B” is commune B of district A; lines of one name are one unit.",
  expected: "Units that have to report (to compare with)",
  expectedHint: "One unit a line. Those without tables are named and not counted as 0.",
  run: "Add up the units",
  reading: "Reading the units' tables…",
  writing: "Writing the sheets…",
  cancel: "Stop",
  stopping: "Stopping…",
  counts: ({ units, read, broken, noTables, missing }) =>
    [`Tables from ${read} of ${units} units`, broken > 0 ? `${broken} cannot be read` : "", noTables > 0 ? `${noTables} without tables` : "", missing > 0 ? `${missing} missing` : ""].filter((part) => part !== "").join("; ") + ".",
  wrong: (units) => `Tables with something wrong (${units === 1 ? "1 unit" : `${units} units`})`,
  look: "To be looked at before adding",
  nothing: "There is no table to add",
  more: (count) => `${count} more; all of them are listed on the sheets “Units” and “Not rolled up”.`,
  anyway: "Add them all the same",
  leave: "Leave it",
  made: "The units are added up. Open the sheet:",
};

export const paneExport: PaneExportWords = {
  title: "Export PDF / .xlsx",
  hint: "Excel does it; paper, margins and page numbers of the sheets are set. For some sheets alone, hold Ctrl (on a Mac ⌘) and click their names first. The names in brackets are those of a Vietnamese Excel.",
  ways: [
    { where: "Excel for Windows", steps: ["PDF: File > Export > Create PDF/XPS (Tệp > Xuất > Tạo tài liệu PDF/XPS).", ".xlsx: File > Save As (Tệp > Lưu như)."] },
    { where: "Excel for Mac", steps: ["PDF: File > Save As, File Format: PDF (Tệp > Lưu như, định dạng tệp PDF).", ".xlsx: File > Save As, Excel Workbook (Tệp > Lưu như, Sổ làm việc Excel)."] },
    { where: "Excel for the web", steps: ["PDF: File > Export > Download as PDF (Tệp > Xuất > Tải xuống dưới dạng PDF); where it is not there, File > Print (Tệp > In) to a PDF printer.", ".xlsx: File > Create a Copy > Download a Copy (Tệp > Tạo bản sao > Tải xuống bản sao)."] },
    { where: "The page with the embedded workbook", steps: [".xlsx: the button “Tải về (.xlsx)” or “Download (.xlsx)” at the top of the page; open that file in Excel for a PDF."] },
    { where: "Figures for other programs", steps: ["Open the sheet “Sources” and save it as CSV UTF-8: File > Save As (Tệp > Lưu như, CSV UTF-8)."] },
  ],
};

import { areaToA1, type Area } from "../../sheet";
import type { NoticeWords } from "../types";

export const notices: NoticeWords = {
  page: ({ sheet }) => `The page set-up of the sheet “${sheet}” could not be written (there may be no printer). Its content is whole; set it under Page Layout before printing.`,
  freeze: ({ sheet }) => `The head of the sheet “${sheet}” could not be frozen. Its content is whole; it can be frozen under View > Freeze Panes.`,
  show: ({ sheet }) => `The sheet “${sheet}” was written but could not be shown, perhaps because another workbook is in front.`,
  calculation: ({ sheet }) => `Excel has not calculated all formulas (sheet “${sheet}”), so that what is said may rest on old figures. Press F9 and check again.`,
  "windows-1258": ({ sheet }) => `The file “${sheet}” is not in Unicode (UTF-8) and was read as Windows-1258 (Vietnamese). If letters with marks are wrong, save it as “CSV UTF-8”; the numbers are not affected.`,
  "windows-1252": ({ sheet }) => `The file “${sheet}” is not in Unicode (UTF-8) and was read as Windows-1252 (Western, old fonts). If letters with marks are wrong, save it as “CSV UTF-8”; the numbers are not affected.`,
  "not-whole": ({ sheet, area }) => `The sheet “${sheet}” uses cells very far away, so that only ${area ? areaToA1(area) : ""} was checked; figures beyond it were not looked at. Delete what strays far away (Ctrl+End goes to the last cell), or split the sheet.`,
  picture: ({ sheet }) => `The sheet “${sheet}” holds pictures or charts and no figures in cells, so that nothing of it could be checked. If it is a picture of a table, type the figures into cells and check again.`,
  unread: ({ sheet, area }) => `The sheet “${sheet}” has rows of figures (from ${area ? areaToA1(area) : ""} on) of which no table could be read, so that they were not checked. Type one number into each cell, with units in the heads and a row of heads above them.`,
  pivot: ({ sheet }) => `The sheet “${sheet}” has a pivot table: Excel reckons its figures from their source, and they are as old as its last refresh; here they were read as they stand. Refresh it (Data > Refresh All) before checking, and put right its source, not the figures in it.`,
  answer: ({ sheet, area }) => `On the sheet “${sheet}” (${rowsOf(area)}) there are answers about how a table is to be understood that count for nothing any more: their cells are gone, or the status is neither “Yes” nor “No”. The tables were read as without them; answer again, put the status right, or delete the row.`,
  rule: ({ sheet, area }) => `On the sheet “${sheet}” (${rowsOf(area)}) there are rules that cannot be used: the operation, an id, the mode for blanks, the severity or what it may be off is not right. They were passed over, the others hold; put them right or delete the row.`,
  plan: ({ sheet }) => `The sheet “${sheet}” keeps where the figures of a plan come from and cannot be read any more (rows were deleted, or its column of data was changed), so the tables of that plan are not held against the document. The figures in them are checked as ever.`,
};

function rowsOf(area: Area | undefined): string {
  const [first, last] = [(area?.row ?? 0) + 1, (area?.row ?? 0) + (area?.rows ?? 1)];
  return first === last ? `row ${first}` : `within rows ${first}–${last}`;
}

import { parts, place } from "../sentences";
import type { Entry } from "../../workbook/port";
import type { FailureWords, FileFaultWords, RefusalWords, SystemWords, Words } from "../types";

const { cell, number: written } = parts("en", "and");
const number = (digits: string): string => written(Number(digits));

/** What of a file is too large or broken; parts of the package are named as they are called in it. */
export const faults: FileFaultWords = {
  size: ({ what }) => `at most ${what}`,
  entries: ({ what }) => `more than ${number(what)} files inside`,
  unpacked: ({ what }) => `more than ${what} when unpacked`,
  packing: ({ part, what }) => `${part} is packed more than ${what} times`,
  cells: ({ part, what }) => `${part} has more than ${number(what)} cells`,
  rows: ({ part, what }) => `${part} has more than ${number(what)} rows`,
  columns: ({ part, what }) => `${part} has more than ${number(what)} columns`,
  time: ({ what }) => `reading it takes more than ${number(what)} seconds`,
  memory: () => "it needs more memory than it may",
  zip: () => "it cannot be unpacked; it may not have been downloaded whole",
  "part-twice": ({ part }) => `${part} is there twice`,
  "part-missing": ({ part }) => `${part} is missing`,
  xml: ({ part }) => `${part} is no well-formed XML`,
  doctype: ({ part }) => `${part} declares a document type, which is not allowed`,
  nesting: ({ part, what }) => `${part} is nested more than ${what} deep`,
  "sheet-unnamed": ({ part }) => `${part} has a sheet without a name`,
  "sheet-missing": ({ what }) => `the sheet “${what}” has no content`,
  "sheet-twice": () => "two sheets have one name",
  row: ({ part, what }) => `${part} has a row “${what}”`,
  cell: ({ part, what }) => `${part} has a cell “${what}”`,
  string: ({ part, what }) => `${part} uses text number ${what}, which is not in the file`,
  number: ({ part, what }) => `${part} has a number “${what}” that cannot be read`,
  date: ({ part, what }) => `${part} has a date “${what}” that cannot be read`,
  "cell-type": ({ part, what }) => `${part} has a cell of the unknown type “${what}”`,
  content: () => "its content cannot be read",
};

/** Why a sheet of ours is not removed. */
function entry(found: Entry): string {
  switch (found.kind) {
    case "cell":
      return `cell ${cell(found.at)} is no longer as it was made, somebody has typed into it`;
    case "remark":
      return `cell ${cell(found.at)} has a note or a comment`;
    case "formula":
      return `the formula in ${place(found.at)} uses this sheet`;
    case "chart":
      return `the chart “${found.name}” was added`;
    case "name":
      return `a part of it was named “${found.name}”`;
  }
}

export const failures: FailureWords = {
  busy: () => "Excel is editing a cell or has a dialog open. Nothing was changed. Press Enter or Esc and try again.",
  protected: ({ sheet }) => `${sheet ? `The sheet “${sheet}”` : "The workbook"} is protected and cannot be written. Nothing was changed. Unprotect it (Review > Unprotect Sheet) and try again.`,
  unfocused: () => "Excel could not do it, perhaps because another workbook is in front. Nothing was changed. Click a cell of this workbook and try again.",
  hidden: ({ sheet }) => `The sheet “${sheet}” is hidden and cannot be shown. Nothing was changed. Unhide it (right-click a sheet tab > Unhide) and try again.`,
  "sheet-gone": ({ sheet }) => `The sheet “${sheet}” is no longer there. Nothing was changed. Check again.`,
  "name-taken": ({ name }) => `The workbook already has “${name}”. Nothing was changed. Try again to use another name.`,
  "cell-changed": ({ at }) => `Cell ${place(at)} was edited since. Nothing was changed. Check again.`,
  "sheet-has-entries": ({ sheet, found }) => `The sheet “${sheet}” was not removed: ${entry(found)}. Nothing was changed. Delete the sheet yourself if you no longer need it.`,
  "notes-unseen": ({ sheets }) => `This version of Excel does not tell whether there are notes on the sheet (${sheets.join(", ")}). Nothing was changed. Look at the sheet, then undo once more to remove it.`,
  "would-overwrite": ({ sheet, area }) => `${area} of the sheet “${sheet}” holds other content. Nothing was changed. Move that content and try again.`,
  "too-large": ({ what }) => `That is more data than Excel takes at once (${what}). Nothing was changed. Split the table.`,
  "unreadable-file": ({ reason, fault, part, what }) =>
    ({
      "not-a-workbook": "the file is no workbook (.xlsx, .xlsm, .xls, .xlsb, .ods); if Excel opens it, save it as .xlsx there",
      "not-text": "the file is no text, though a .csv is one; if Excel opens it, save it as .xlsx or as “CSV UTF-8” there",
      empty: "the file is empty (0 bytes); it may not have been downloaded whole",
      "old-format": "the file is one of Excel 95 or older; open it in Excel and save it as .xlsx",
      "too-large": "the file is larger than allowed",
      encrypted: "the file has a password; open it in Excel and save it as .xlsx without a password",
      broken: "the file is broken",
      markup: "the file is a web page or a text of XML under the name of a workbook; open it in Excel and save it as .xlsx",
      "no-sheets": "macros, charts or dialogs are all that the file holds: there is no sheet with cells",
    })[reason] + (fault === null ? "" : ` (${faults[fault]({ part, what })})`),
  stopped: () => "Stopped as asked. Nothing was changed.",
  "not-supported": ({ what }) => `This version of Excel lacks what is needed (${what}). Nothing was changed.`,
  "left-over": ({ sheets }) => `The work stopped half-way and could not be taken back whole. Look at the sheets: ${sheets.join(", ")}. Delete those that are new; of those that were there before do it again, or press Ctrl+Z in Excel.`,
  unknown: ({ code, message }) => `Excel reports ${code}: ${message}`,
};

export const refusals: RefusalWords = {
  "no-tables": () => "No table was recognised in this workbook. Create tables, or open a file that has some. Nothing was changed.",
  "unknown-plan": ({ id }) => `There is no plan “${id}”.`,
  "nothing-chosen": () => "No table is chosen. Choose at least one.",
  "bad-years": ({ years }) => `The years “${years}” cannot be used: from 1 to 40 different years between 1990 and 2100 are needed. Nothing was changed.`,
  "bad-reporting-units": ({ name, most }) => (name === null ? `A table takes at most ${most} reporting units. Nothing was changed.` : `The reporting unit “${name}” comes twice or is blank. Nothing was changed.`),
  "bad-rows": ({ most }) => `The number of blank rows of a table has to be a whole number from 1 to ${most}. Nothing was changed.`,
  "no-reason": () => "No reason is given. Type the reason. Nothing was changed.",
  "finding-gone": () => "This is no longer among the findings. Nothing was changed. Check again.",
  "table-gone": () => "This cell is in no line or column of a table that was recognised any more. Nothing was changed. Check again, select a cell of the table and press “This table”.",
  "already-taken": ({ sheet }) => `The table on the sheet “${sheet}” was taken over already. Nothing was changed. To take it over anew press “Let go” first.`,
  "too-long": ({ sheet }) => `A total of the table on the sheet “${sheet}” has so many lines apart from each other that no cell holds how it is understood. Nothing was changed; the table is checked as before.`,
  "no-parts": ({ axis, cell: at }) => `The selection holds no ${axis === "column" ? "line" : "column"} of the table but that of ${at} itself. Nothing was changed. Select the ${axis === "column" ? "lines" : "columns"} that are parts of ${at} (hold Ctrl for several areas) and press again.`,
  "too-many-parts": ({ axis, most }) => `The selection has more than ${most} separate runs of ${axis === "column" ? "lines" : "columns"}. Nothing was changed. Select runs that lie together.`,
  "no-form": ({ sheet }) => `No table is recognised on the sheet “${sheet}”. Nothing was changed. Select a cell of a table with heads, lines and borders and try again.`,
  "bad-template": ({ at, fault }) => (fault === "json" ? "This is no template of a form in JSON. Nothing was changed. Paste all that was copied, or choose the right file." : `The template is not as it should be${at === "" ? "" : ` at ${at}`} (${fault}). Nothing was changed.`),
  "no-year": ({ sheet }) => `Neither the title nor the heads of “${sheet}” name a year, so none can be changed. Nothing was changed. Leave the year blank.`,
  "no-money-unit": ({ sheet }) => `The form “${sheet}” states no unit of money, so it cannot be changed. Nothing was changed. Leave the unit as it is.`,
  "no-adjustment": ({ why }) => (why === "nothing" ? "No amount differs between the two versions, so there is nothing to adjust. Nothing was written." : "The two versions are of different years, not one budget before and after it was adjusted. Nothing was written."),
  "no-title": () => "The plan has no title yet. Type its title. Nothing was changed.",
  "no-period": () => "The text does not say for which years the plan is. Type its first and its last year. Nothing was changed.",
};

/** What a file or a disk does not let us do. */
export const system: SystemWords = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "the path goes through a file as if it were a folder",
  EISDIR: "this is a folder, not a file",
  EACCES: "access is not allowed",
  EPERM: "the system does not allow it",
  EROFS: "the disk can only be read",
  EEXIST: "a file of that name is there already",
  ENOSPC: "the disk is full",
  EDQUOT: "the space that you may use on the disk is full",
  EFBIG: "the file is larger than the disk allows",
  EMFILE: "too many files are open at once",
  ENFILE: "the system has too many files open at once",
  ENOMEM: "there is not enough memory",
  EBUSY: "another program is using the file",
  ETXTBSY: "another program is using the file",
  ENAMETOOLONG: "the name or path is too long",
  ELOOP: "the path leads back to itself",
  EIO: "the disk failed to read or write",
  ENXIO: "there is no such device",
  ENODEV: "there is no such device",
  ESTALE: "the network drive no longer has this file",
  ETIMEDOUT: "the network drive does not answer",
  EPIPE: "the program that was reading has ended",
  EINVAL: "the system cannot read or write a file of this kind",
  other: (code) => `the system reports ${code}`,
};

export const ownFault: Words["ownFault"] = ({ name, message }) => `A fault of Plan Tables itself (${name}: ${message}).`;

import { apiNotFound, RichApiFailure } from "./failure";

/**
 * What Excel can be like around a workbook and this one never is by itself: tests ask for it. All of it may change while the
 * bridge is in use.
 */
export interface HostConditions {
  /** Excel cannot set a page up, as without a printer: true, or the members that fail, such as "PaperSize". */
  pageSetupFails: true | readonly string[];
  /** Another workbook has the focus: what needs this one's window is refused. */
  otherWorkbookInFocus: boolean;
  /** The newest minor version of ExcelApi 1.x that this Excel has: members of later ones are not found. */
  excelApi: number;
}

/** As the embedded workbook is: with the sets that it says it has. */
export function usualConditions(): HostConditions {
  return { pageSetupFails: [], otherWorkbookInFocus: false, excelApi: NEWEST_EXCEL_API };
}

/** The newest minor version of ExcelApi 1.x that the add-in may rest on here. */
export const NEWEST_EXCEL_API = 14;

/** Members of newer sets than the add-in needs (1.9), as far as the bridge has them. */
const SINCE: Readonly<Record<string, number>> = {
  "Worksheet.Comments": 10,
  "Application.CultureInfo": 11,
  "Application.DecimalSeparator": 11,
  "Application.ThousandsSeparator": 11,
  "Application.UseSystemSeparators": 11,
  "Range.GetMergedAreasOrNullObject": 13,
};

const PAGE_SETUP: readonly string[] = ["PageLayout", "HeaderFooterGroup", "HeaderFooter", "PageBreakCollection"];

/** https://github.com/OfficeDev/office-js/issues/771 */
const NEEDS_FOCUS: Readonly<Record<string, "GeneralException" | "InvalidSelection">> = {
  "WorksheetCollection.Add": "GeneralException",
  "WorksheetFreezePanes.FreezeAt": "GeneralException",
  "WorksheetFreezePanes.FreezeRows": "GeneralException",
  "WorksheetFreezePanes.FreezeColumns": "GeneralException",
  "WorksheetFreezePanes.Unfreeze": "GeneralException",
  "Worksheet.Activate": "GeneralException",
  "Range.Select": "GeneralException",
  "Worksheet.Delete": "InvalidSelection",
};

/** Throws what Excel answers to a read of a member that it does not have. */
export function requireKnown({ excelApi }: HostConditions, className: string, member: string): void {
  const name = nameOf(className, member);
  if ((SINCE[name] ?? 0) > excelApi) throw apiNotFound(name);
}

/** Throws what Excel answers to a call of a method, or the setting of a property, that it refuses under these conditions. */
export function requirePossible(conditions: HostConditions, className: string, member: string): void {
  requireKnown(conditions, className, member);
  const { pageSetupFails, otherWorkbookInFocus } = conditions;
  if (PAGE_SETUP.includes(className) && (pageSetupFails === true || pageSetupFails.includes(member))) {
    throw new RichApiFailure("GeneralException", "There was an internal error while processing the request.");
  }
  const code = NEEDS_FOCUS[nameOf(className, member)];
  if (otherWorkbookInFocus && code === "InvalidSelection")
    throw new RichApiFailure(code, "The current selection is invalid for this operation.");
  if (otherWorkbookInFocus && code) throw new RichApiFailure(code, "There was an internal error while processing the request.");
}

/** Members come as the client writes them: "Comments", "comments" in a load. */
function nameOf(className: string, member: string): string {
  return `${className}.${member.charAt(0).toUpperCase()}${member.slice(1)}`;
}

import type { FailureCode } from "../port";
import { WorkbookFailure } from "../port";
import { nameKey } from "./names";

/** What the work was about, for the sentence that a failure becomes. */
export interface About {
  /** The sheet's name, where the work concerned one sheet. */
  readonly sheet?: string;
  /** The sheets or the area that was read or written, as a person would name it. */
  readonly what?: string;
}

/** What Excel refuses while another workbook has the focus (https://github.com/OfficeDev/office-js/issues/771). */
const NEEDS_FOCUS = /^(?:WorksheetCollection\.add|WorksheetFreezePanes\.\w+|Worksheet\.(?:activate|delete)|Range\.select)$/i;

interface OfficeError {
  readonly code: string;
  readonly message: string;
  readonly location: string | null;
}

/**
 * An error of the Office client, known by its shape: the class is a global of the client's script, and a page has
 * one class for each frame.
 */
function officeError(error: unknown): OfficeError | null {
  if (!(typeof error === "object" && error !== null && "code" in error && "message" in error)) return null;
  if (typeof error.code !== "string" || typeof error.message !== "string") return null;
  const info = "debugInfo" in error ? error.debugInfo : null;
  const location = typeof info === "object" && info !== null && "errorLocation" in info ? info.errorLocation : null;
  return { code: error.code, message: error.message, location: typeof location === "string" ? location : null };
}

/**
 * The one place where an error of Excel becomes a `WorkbookFailure`; a failure passes through unchanged.
 * Codes: https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
export function toFailure(error: unknown, about: About = {}): WorkbookFailure {
  if (error instanceof WorkbookFailure) return error as WorkbookFailure;
  const office = officeError(error);
  const cause = { cause: error };
  if (!office) {
    const [code, message] = error instanceof Error ? [error.name, error.message] : [typeof error, String(error)];
    return new WorkbookFailure("unknown", { code, message }, cause);
  }
  switch (office.code) {
    case "InvalidOperationInCellEditMode":
    case "WriteNotSupportedWhenModalDialogOpen":
      return new WorkbookFailure("busy", {}, cause);
    case "GeneralException":
    case "InvalidSelection":
      if (office.location !== null && NEEDS_FOCUS.test(office.location)) return new WorkbookFailure("unfocused", {}, cause);
      break;
    case "AccessDenied":
      return new WorkbookFailure("protected", { sheet: about.sheet ?? null }, cause);
    case "ItemNotFound":
      if (about.sheet !== undefined) return new WorkbookFailure("sheet-gone", { sheet: about.sheet }, cause);
      break;
    case "ItemAlreadyExists":
      return new WorkbookFailure("name-taken", { name: about.what ?? about.sheet ?? "" }, cause);
    case "RequestPayloadSizeLimitExceeded":
    case "ResponsePayloadSizeLimitExceeded":
      return new WorkbookFailure("too-large", { what: about.what ?? about.sheet ?? "" }, cause);
    case "ApiNotFound":
    case "NotImplemented":
      return new WorkbookFailure("not-supported", { what: office.location ?? office.message }, cause);
  }
  return new WorkbookFailure("unknown", { code: office.code, message: office.message }, cause);
}

/** True for a failure of that code. */
export function isFailure<C extends FailureCode>(error: unknown, code: C): error is WorkbookFailure<C> {
  return error instanceof WorkbookFailure && error.code === code;
}

/** Where Excel says that an error happened, "Worksheet.activate"; null where it does not. */
export function locationOf(error: unknown): string | null {
  return (error instanceof WorkbookFailure ? officeError(error.cause) : officeError(error))?.location ?? null;
}

/** `Excel.run`, where every error comes out as a `WorkbookFailure`; what writes does it by `writing`. */
export function inExcel<T>(about: About, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return inContext(about, () => Excel.run(batch));
}

/** Work in a context that is there already, with the same errors. */
export async function inContext<T>(about: About, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toFailure(error, about);
  }
}

/** So long, in milliseconds, what needs the focus waits before it is tried again. */
const WAITS = [200, 500];

/**
 * Tries again what Excel refuses while another workbook has the focus: it often comes back at once. The work must be one that may be
 * repeated.
 */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of WAITS) {
    try {
      return await work();
    } catch (error) {
      if (!isFailure(error, "unfocused")) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return work();
}

/**
 * Excel says that something was not found, not what. Of work on several sheets this finds the one that is gone: one
 * more message, and only then. Any other failure comes back as it is.
 */
export async function namingLostSheet(error: unknown, sheets: readonly string[]): Promise<unknown> {
  if (!isFailure(error, "unknown") || error.data.code !== "ItemNotFound") return error;
  const there = await inExcel({}, async (context) => {
    const found = context.workbook.worksheets.load("items/name");
    await context.sync();
    return new Set(found.items.map((sheet) => nameKey(sheet.name)));
  });
  const gone = sheets.find((sheet) => !there.has(nameKey(sheet)));
  return gone === undefined ? error : new WorkbookFailure("sheet-gone", { sheet: gone }, { cause: error });
}

/** The codes that this host answers; the client makes them the `code` of its `OfficeExtension.Error`. */
export type RichApiCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InvalidArgument"
  | "InvalidObjectPath"
  | "InvalidOperation"
  | "InvalidOperationInCellEditMode"
  | "InvalidReference"
  | "InvalidSelection"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "NotImplemented"
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded"
  | "UndoNotSupported";

const STATUS: Partial<Record<RichApiCode, number>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  ItemNotFound: 404,
  ItemAlreadyExists: 409,
  GeneralException: 500,
  NotImplemented: 501,
};

/** Stops a batch at the action that throws it: what was done before stays done, as in Excel. */
export class RichApiFailure extends Error {
  override readonly name = "RichApiFailure";
  constructor(
    readonly code: RichApiCode,
    message: string,
  ) {
    super(message);
  }

  get status(): number {
    return STATUS[this.code] ?? 400;
  }
}

export function apiNotFound(what: string): RichApiFailure {
  return new RichApiFailure("ApiNotFound", `The API you are trying to use could not be found: ${what}.`);
}

export function invalidArgument(what: string): RichApiFailure {
  return new RichApiFailure("InvalidArgument", `The argument is invalid or missing or has an incorrect format: ${what}.`);
}

export function itemNotFound(what: string): RichApiFailure {
  return new RichApiFailure("ItemNotFound", `The requested resource doesn't exist: ${what}.`);
}

export function itemAlreadyExists(what: string): RichApiFailure {
  return new RichApiFailure("ItemAlreadyExists", `A resource with the same name or identifier already exists: ${what}.`);
}

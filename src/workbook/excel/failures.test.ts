import { describe, expect, test } from "@jest/globals";
import { WorkbookFailure } from "../port";
import { toFailure } from "./failures";

function officeError(code: string, errorLocation = "Range.values"): Error {
  return Object.assign(new Error(`said of ${code}`), { code, debugInfo: { errorLocation } });
}

describe("an error of Excel", () => {
  const about = { sheet: "Biểu 1", what: "'Biểu 1'!A1:K20" };

  test.each([
    ["InvalidOperationInCellEditMode", "busy", {}],
    ["WriteNotSupportedWhenModalDialogOpen", "busy", {}],
    ["AccessDenied", "protected", { sheet: "Biểu 1" }],
    ["ItemNotFound", "sheet-gone", { sheet: "Biểu 1" }],
    ["ItemAlreadyExists", "name-taken", { name: "'Biểu 1'!A1:K20" }],
    ["RequestPayloadSizeLimitExceeded", "too-large", { what: "'Biểu 1'!A1:K20" }],
    ["ResponsePayloadSizeLimitExceeded", "too-large", { what: "'Biểu 1'!A1:K20" }],
    ["ApiNotFound", "not-supported", { what: "Range.values" }],
    ["NotImplemented", "not-supported", { what: "Range.values" }],
    ["GeneralException", "unknown", { code: "GeneralException", message: "said of GeneralException" }],
  ])("%s is %s", (code, failure, data) => {
    const error = officeError(code);
    const made = toFailure(error, about);
    expect(made.code).toBe(failure);
    expect(made.data).toEqual(data);
    expect(made.cause).toBe(error);
  });

  test("of something that is no sheet keeps its own code", () => {
    expect(toFailure(officeError("ItemNotFound")).data).toEqual({ code: "ItemNotFound", message: "said of ItemNotFound" });
  });
});

test("a failure passes through, and whatever else is thrown is named", () => {
  const failure = new WorkbookFailure("busy", {});
  expect(toFailure(failure)).toBe(failure);
  expect(toFailure(new RangeError("row -1")).data).toEqual({ code: "RangeError", message: "row -1" });
  expect(toFailure("no").data).toEqual({ code: "string", message: "no" });
});

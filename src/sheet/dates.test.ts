import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isDateFormat, shownDate, undatedDay } from "./dates";

test("a format with a day, month or year is one of dates; numbers, texts and times of a day are none", () => {
  expect(
    [
      "m/d/yyyy", "dd/mm/yyyy", "mmm-yy", "mm/yyyy", "d-mmm", "yyyy", "[$-42A]dd/mm/yyyy;@", "[$-1010000]d/m/yyyy", "dd\\ mmm",
      "m/d/yyyy h:mm",
    ].filter((format) => !isDateFormat(format)),
  ).toEqual([]);
  expect(
    ["General", "@", "0", "#,##0.00", "0%", "h:mm", "mm:ss", "[h]:mm", "#,##0\\ \"đồng\"", "[Red]0", "0.00E+00", "\"ngày\" 0"].filter(
      isDateFormat,
    ),
  ).toEqual([]);
});

test("a date is shown with what its format has of it", () => {
  expect(["dd/mm/yyyy", "m/d/yyyy", "d-mmm", "mmm-yy", "mm/yyyy", "yyyy"].map((format) => shownDate(46143, format))).toEqual([
    "01/05/2026", "01/05/2026", "01/05/2026", "5/2026", "5/2026", "2026",
  ]);
  expect([shownDate(46177.5, "d-mmm"), shownDate(0, "dd/mm/yyyy"), shownDate(1e9, "dd/mm/yyyy")]).toEqual([
    "04/06/2026", "0", "1000000000",
  ]);
});

test("every day of the calendar comes back as itself", () => {
  fc.assert(fc.property(fc.integer({ min: 36_526, max: 55_152 }), (serial) => {
    const [day, month, year] = shownDate(serial, "dd/mm/yyyy").split("/").map(Number);
    expect(Date.UTC(year ?? 0, (month ?? 0) - 1, day) / 86_400_000 + 25_569).toBe(serial);
  }));
});

test("among times a number without a format of dates is the day that it is kept for, of a first day its month", () => {
  expect([46143, 46177, 46354, 2026, 46143.5].map(undatedDay)).toEqual(["5/2026", "04/06/2026", "28/11/2026", null, null]);
});

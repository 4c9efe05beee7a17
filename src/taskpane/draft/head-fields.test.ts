import { describe, expect, test } from "@jest/globals";
import type { DraftHead } from "../../app";
import { headForm } from "./draft-state";
import { readDate, readHead } from "./head-fields";

const head: DraftHead = {
  title: "Phát triển y tế cơ sở", issuer: "Hội đồng nhân dân", place: "tỉnh X", number: "12/NQ-HĐND", date: "2024-01-15",
  period: { from: 2024, to: 2028 },
};

describe("the head of a document as it is typed", () => {
  test("is the head that was read, where nobody has changed it", () => {
    for (const date of [null, "2024", "2024-01", "2024-01-15"]) {
      for (const all of [{ ...head, date }, { ...head, date, place: null, number: null }]) expect(readHead(headForm(all))).toEqual(all);
    }
  });

  test("needs a title and a period", () => {
    expect(readHead(headForm({ ...head, title: "", issuer: " ", period: null }))).toEqual({
      faults: { title: "needed", from: "needed", to: "needed" },
    });
    expect(readHead({ ...headForm(head), from: "2030", date: "31/02/2024" })).toEqual({ faults: { to: "order", date: "bad-date" } });
    expect(readHead({ ...headForm(head), to: "20x" })).toEqual({ faults: { to: "no-year" } });
  });

  test.each([
    ["15/1/2024", "2024-01-15"], ["15.01.2024", "2024-01-15"], [" 01/2024", "2024-01"], ["2024", "2024"], ["", null],
    ["29/02/2023", undefined], ["13/2024", undefined], ["hôm qua", undefined], ["1/1/24", undefined], ["2024-01-15", undefined],
  ])("%j is the date %j", (typed, date) => expect(readDate(typed)).toBe(date));
});

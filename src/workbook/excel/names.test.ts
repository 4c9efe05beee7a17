import { describe, expect, test } from "@jest/globals";
import { plainSheet } from "../../../tests/contract/sheets";
import { definedName, refersTo, takenName } from "./names";

const cell = { row: 0, col: 0, rows: 1, cols: 1 };
const none = { sheets: [], names: [] };

describe("takenName", () => {
  test("compares without case and without regard to how accents are put together", () => {
    expect(takenName([plainSheet("BIỂU 1", [])], { ...none, sheets: ["Biểu 1"] })).toBe("BIỂU 1");
    expect(takenName([plainSheet("Biểu 1".normalize("NFD"), [])], { ...none, sheets: ["Biểu 1"] })).toBe("Biểu 1".normalize("NFD"));
    expect(takenName([plainSheet("A", [], { names: [{ name: "pt_TOTAL", area: cell }] })], { ...none, names: ["PT_total"] })).toBe(
      "pt_TOTAL",
    );
  });

  test("finds what comes twice in one call, sheets and names apart", () => {
    const named = (sheet: string, name: string) => plainSheet(sheet, [], { names: [{ name, area: cell }] });
    expect(takenName([named("A", "x"), named("B", "X")], none)).toBe("X");
    expect(takenName([plainSheet("A", []), plainSheet("a", [])], none)).toBe("a");
    expect(takenName([named("A", "B"), named("B", "A")], { sheets: ["C"], names: ["D"] })).toBeNull();
  });
});

test("a defined name refers to what was written for it", () => {
  const area = { row: 4, col: 0, rows: 16, cols: 11 };
  expect(refersTo("Biểu 'A'", area)).toBe("='Biểu ''A'''!$A$5:$K$20");
  expect(definedName("x", "S", refersTo("Biểu 'A'", area))).toEqual({ name: "x", scope: "S", refersTo: { sheet: "Biểu 'A'", area } });
});

test.each(["=#REF!", "='A'!#REF!", "=3", "=A!$A$1,A!$B$2", 5, null])("%j is no area", (formula) => {
  expect(definedName("x", null, formula)).toBeNull();
});

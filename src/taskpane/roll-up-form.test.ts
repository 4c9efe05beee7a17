import { describe, expect, test } from "@jest/globals";
import { EMPTY_ROLL_UP, changed, listed, rowsOf, withPicked, type RollUpForm } from "./roll-up-form";

const file = (name: string, path = "", content = "x"): File => {
  const made = new File([content], name, { lastModified: 1 });
  Object.defineProperty(made, "webkitRelativePath", { value: path });
  return made;
};
const units = (form: RollUpForm) => form.files.map(({ name, unit }) => [name, unit]);

describe("files that are picked", () => {
  test("are units by their names, in the order of numbers", () => {
    expect(units(withPicked(EMPTY_ROLL_UP, [file("Xã 10.xlsx"), file("Xã 2.xlsx")]))).toEqual([
      ["Xã 2.xlsx", "Xã 2"], ["Xã 10.xlsx", "Xã 10"],
    ]);
  });

  test("of a folder: folders inside of it are tiers; what holds no table, and what Excel keeps beside an open one, is passed over; tables that we cannot read are named", () => {
    const picked = [
      file("A.xlsx", "Tỉnh/A.xlsx"), file("B.XLSX", "Tỉnh/Huyện 1/B.XLSX"), file("ghi chú.txt", "Tỉnh/ghi chú.txt"),
      file("~$A.xlsx", "Tỉnh/~$A.xlsx"), file("C.xls", "Tỉnh/C.xls"), file("D.ods", "Tỉnh/D.ods"), file("E.XLSM", "Tỉnh/E.XLSM"),
    ];
    expect(units(withPicked(EMPTY_ROLL_UP, picked))).toEqual([
      ["Tỉnh/A.xlsx", "A"], ["Tỉnh/C.xls", "C"], ["Tỉnh/D.ods", "D"], ["Tỉnh/E.XLSM", "E"], ["Tỉnh/Huyện 1/B.XLSX", "Huyện 1/B"],
    ]);
  });

  test("what was picked by its name is taken whatever it is: it will be said to be no workbook", () => {
    expect(units(withPicked(EMPTY_ROLL_UP, [file("Xã A.xls")]))).toEqual([["Xã A.xls", "Xã A"]]);
  });

  test("are added to those of before; the same file is taken once, two of one name are two units", () => {
    const first = withPicked(EMPTY_ROLL_UP, [file("Xã A.xlsx")]);
    expect(units(withPicked(first, [file("Xã A.xlsx"), file("Xã A.xlsx", "", "another")]))).toEqual([
      ["Xã A.xlsx", "Xã A"], ["Xã A.xlsx", "Xã A (2)"],
    ]);
  });

  test("a name from a Mac is the name that is typed", () => {
    expect(units(withPicked(EMPTY_ROLL_UP, [file("Xã Hòa.xlsx".normalize("NFD"))]))).toEqual([
      ["Xã Hòa.xlsx".normalize("NFC"), "Xã Hòa".normalize("NFC")],
    ]);
  });
});

test("sheets that are listed again keep what was typed of them; those that are gone go", () => {
  const first = listed(EMPTY_ROLL_UP, [{ sheet: "S1", unit: "Xã A" }, { sheet: "S2", unit: "Xã B" }]);
  const typed = changed(first, (_row, index) => (index === 1 ? { unit: "Xã C", chosen: false } : {}));
  expect(
    rowsOf(listed(typed, [{ sheet: "S2", unit: "Xã B" }, { sheet: "S3", unit: "Xã D" }])),
  ).toEqual([{ name: "S2", unit: "Xã C", chosen: false }, { name: "S3", unit: "Xã D", chosen: true }]);
});

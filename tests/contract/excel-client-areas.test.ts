import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type ExcelClient, openExcel } from "./excel-client";

let client: ExcelClient;

beforeEach(() => {
  client = openExcel();
});

afterEach(() => client.dispose());

const sheet = () => {
  const found = client.engine.workbook.getSheetByName("Sheet1");
  if (!found) throw new Error("no sheet");
  return found;
};

/** What the work on the first sheet fails with. */
async function codeOf(work: (sheet: Excel.Worksheet) => void): Promise<unknown> {
  return client.Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("Sheet1"));
    await context.sync();
  }).then(
    () => "no error",
    (cause: unknown) => (cause as { code: unknown }).code,
  );
}

describe("several areas", () => {
  test("have their addresses, their ranges and one conditional format together", async () => {
    await client.Excel.run(async (context) => {
      const areas = context.workbook.worksheets.getItem("Sheet1").getRanges("A1:B2;D4, F:F").untrack();
      areas.conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
      areas.load("address,areaCount,areas/items/rowIndex,areas/items/columnIndex");
      await context.sync();
      expect([areas.address, areas.areaCount]).toEqual(["Sheet1!A1:B2,Sheet1!D4,Sheet1!F:F", 3]);
      expect(areas.areas.items.map(({ rowIndex, columnIndex }) => [rowIndex, columnIndex])).toEqual([[0, 0], [3, 3], [0, 5]]);
      const formats = context.workbook.worksheets.getItem("Sheet1").getRange("D4").conditionalFormats.load("items/id");
      await context.sync();
      const [format] = formats.items;
      if (!format) throw new Error("no format");
      const ranges = format.getRanges().untrack().load("areaCount");
      await context.sync();
      expect([formats.items.length, ranges.areaCount]).toEqual([1, 3]);
    });
  });

  test.each<[string, (on: Excel.Worksheet) => void, string]>([
    ["no address", (on) => void on.getRanges("A1,nothing").untrack().load("address"), "InvalidArgument"],
    [
      "an address over 8192 characters",
      (on) => void on.getRanges(Array.from({ length: 2000 }, (_, i) => `A${i + 1}`).join(",")).untrack().load("address"),
      "InvalidArgument",
    ],
    ["to be kept, which nobody wrote", (on) => void on.getRanges("A1,B2").load("address"), "ApiNotFound"],
    ["to be filled, which nobody wrote", (on) => on.getRanges("A1,B2").untrack().copyFrom("C1"), "ApiNotFound"],
    ["a look that a single area has not", (on) => void (on.getRanges("A1,B2").untrack().format.shrinkToFit = true), "ApiNotFound"],
    ["an area that is not there", (on) => void on.getRanges("A1,B2").untrack().areas.getItemAt(2).load("address"), "InvalidArgument"],
  ])("refuse %s", async (_, work, code) => {
    expect(await codeOf(work)).toBe(code);
  });
});

describe("conditional formats", () => {
  beforeEach(() =>
    client.Excel.run(async (context) => {
      const { conditionalFormats } = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A9");
      for (const formula of ["=A1>1", "=A1>2"]) conditionalFormats.add("Custom").custom.rule.formula = formula;
      await context.sync();
      sheet().addConditionalFormattingRule(
        sheet()
          .newConditionalFormattingRule()
          .whenNumberGreaterThan(3)
          .setBackground("#FFC7CE")
          .setRanges([sheet().getRange("A2:B2").getRange()])
          .build(),
      );
    }),
  );

  test("of all kinds are listed, the newest over the others; only those by formula have one", async () => {
    await client.Excel.run(async (context) => {
      const formats = context.workbook.worksheets
        .getItem("Sheet1")
        .getRange()
        .conditionalFormats.load("items/type,items/priority,items/customOrNullObject/rule/formula");
      await context.sync();
      expect(
        formats.items.map(({ type, priority, customOrNullObject: custom }) => [
          type, priority, custom.isNullObject ? null : custom.rule.formula,
        ]),
      ).toEqual([
        ["CellValue", 0, null], ["Custom", 1, "=A1>2"], ["Custom", 2, "=A1>1"],
      ]);
    });
    expect(await codeOf((on) => void on.getRange("B2").conditionalFormats.getItemAt(0).custom.rule.load("formula"))).toBe(
      "InvalidOperation",
    );
    expect(await codeOf((on) => void on.getRange("B2").conditionalFormats.getItemAt(1).load("type"))).toBe("InvalidArgument");
    expect(await codeOf((on) => void on.getRange("B2").conditionalFormats.getItem("không có").load("type"))).toBe("ItemNotFound");
  });

  test("are deleted one by one, whichever kind; not on a protected sheet", async () => {
    await client.Excel.run(async (context) => {
      const formats = context.workbook.worksheets.getItem("Sheet1").getRange("A2").conditionalFormats;
      formats.getItemAt(0).delete();
      formats.getItemAt(1).delete();
      const left = formats.getCount();
      await context.sync();
      expect(left.value).toBe(1);
    });
    expect(await codeOf((on) => {
      on.protection.protect();
      on.getRange("A2").conditionalFormats.getItemAt(0).delete();
    })).toBe("AccessDenied");
    expect(sheet().getConditionalFormattingRules().map(({ rule }) => ("value" in rule ? rule.value : null))).toEqual(["=A1>2"]);
  });
});

describe("the layout of ranges", () => {
  test("rows and columns tell what is asked of them", async () => {
    await client.Excel.run(async (context) => {
      const on = context.workbook.worksheets.getItem("Sheet1");
      on.getRange("3:4").rowHidden = true;
      on.getRange("B:B").columnHidden = true;
      const rows = on.getRange("A2:A5").getRowProperties({ rowHidden: true, rowIndex: true });
      const cols = on.getRange("A2:C2").getColumnProperties({ columnHidden: true });
      await context.sync();
      expect(rows.value).toEqual([1, 2, 3, 4].map((rowIndex) => ({ rowHidden: rowIndex === 2 || rowIndex === 3, rowIndex })));
      expect(cols.value).toEqual([false, true, false].map((columnHidden) => ({ columnHidden })));
    });
    expect(await codeOf((on) => void on.getRange("A1").getRowProperties({ style: true }))).toBe("ApiNotFound");
  });

  test("of merged cells those are listed that begin in the range", async () => {
    await client.Excel.run(async (context) => {
      const on = context.workbook.worksheets.getItem("Sheet1");
      for (const area of ["A1:C1", "B3:B5"]) on.getRange(area).merge(false);
      const [all, part, none] = ["A1:D9", "B4:C9", "F1:G9"].map((area) =>
        on.getRange(area).getMergedAreasOrNullObject().untrack().load("address"),
      );
      await context.sync();
      expect(all?.address).toBe("Sheet1!A1:C1,Sheet1!B3:B5");
      expect([part?.isNullObject, none?.isNullObject]).toEqual([true, true]);
    });
  });

  test("merged cells without content are used cells, but hold no values", async () => {
    await client.Excel.run(async (context) => {
      const on = context.workbook.worksheets.getItem("Sheet1");
      on.getRange("A1").values = [[1]];
      on.getRange("C7:D8").merge(false);
      const [used, filled] = [false, true].map((valuesOnly) => on.getUsedRange(valuesOnly).load("address"));
      await context.sync();
      expect([used?.address, filled?.address]).toEqual(["Sheet1!A1:D8", "Sheet1!A1"]);
    });
  });

  test("the used range ends with the outermost cells, however they lie, and spilled cells count", async () => {
    await client.Excel.run(async (context) => {
      const on = context.workbook.worksheets.getItem("Sheet1");
      on.getRange("F3").values = [["x"]];
      on.getRange("C5").formulas = [["=SEQUENCE(4)"]];
      on.getRange("H4").format.font.bold = true;
      on.getRange("B20").values = [[1]];
      on.getRange("B20").clear("Contents");
      await context.sync();
      const addresses = [on.getUsedRange(true), on.getUsedRange(false), on.getRange("D1:G30").getUsedRangeOrNullObject(true)];
      const blank = on.getRange("A1:B30").getUsedRangeOrNullObject(true);
      for (const range of [...addresses, blank]) range.load("address");
      await context.sync();
      expect(addresses.map(({ address }) => address)).toEqual(["Sheet1!C3:F8", "Sheet1!C3:H8", "Sheet1!F3"]);
      expect(blank.isNullObject).toBe(true);
    });
  });

  test("number formats are those of the cell, else of its column, else of its row", async () => {
    await client.Excel.run(async (context) => {
      const on = context.workbook.worksheets.getItem("Sheet1");
      on.getRange("A1:B2").numberFormat = [["0.0", "@"], ["0.0", "0.00"]];
      await context.sync();
      sheet().setColumnDefaultStyle(2, { n: { pattern: "0%" } });
      sheet().setRowDefaultStyle(1, { n: { pattern: "#,##0" } });
      const read = on.getRange("A1:D3").load("numberFormat");
      await context.sync();
      expect(read.numberFormat).toEqual([
        ["0.0", "@", "0%", "General"], ["0.0", "0.00", "0%", "#,##0"], ["General", "General", "0%", "General"],
      ]);
    });
  });
});

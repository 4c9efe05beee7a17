import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { csvField } from "./summarize-rows";

describe("a field of .csv", () => {
  test.each(["=1+1", "+84", "-2", "@SUM(A1)", "＝1+1", "＋84", "－2", "＠SUM(A1)", " ＝1", "\u00A0=1", "\t=1", "\ttext", "\ntext"])(
    "%j is text to every spreadsheet program",
    (text) => {
      expect(csvField(text, ",").replace(/^"|"$/g, "")).toBe(`'${text}`);
    },
  );

  test.each(["a=b", "Xã A - B", "1＋1", "“=”", "–2"])("%j is no formula and stays", (text) => {
    expect(csvField(text, ",")).toBe(text);
  });

  test("numbers are numbers, negative ones too, with the sign of the separator's Excel", () => {
    expect([csvField(-2.5, ","), csvField(-2.5, ";"), csvField(null, ","), csvField(true, ",")]).toEqual(["-2.5", "-2,5", "", "true"]);
  });

  test("whatever the text, it is one field that begins with no sign of a formula and comes back whole", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("=", "＝", "＋", "－", "＠", "-", '"', ",", ";", "\n", "a", " ") }), (text) => {
        const field = csvField(text, ",");
        const read = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
        expect([text, `'${text}`]).toContain(read);
        expect(read).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        if (!field.startsWith('"')) expect(field).not.toMatch(/[",;\r\n]/);
      }),
    );
  });
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseA1, parseAreaA1, toA1, type CellRef } from "../sheet";
import { addressesFrom } from "./cell-addresses";

const at = (row: number, col: number, sheet = "Biểu"): CellRef => ({ sheet, row, col });

describe("addresses of cells", () => {
  test("few stand one by one, in their order", () => {
    expect(addressesFrom("Biểu", [at(6, 1), at(2, 1), at(0, 0, "Tên biểu")])).toEqual(["B7", "B3", "'Tên biểu'!A1"]);
    expect(addressesFrom("Biểu", [])).toEqual([]);
  });

  test("of a long sum the first cell, and the others as ranges", () => {
    const lines = Array.from({ length: 30_000 }, (_, line) => at(line + 9, 2));
    expect(addressesFrom("Biểu", [at(17, 2), at(7, 2), ...lines.filter(({ row }) => row !== 17)])).toEqual([
      "C18", "C8", "C10:C17", "C19:C30009",
    ]);
  });

  test("however many, they are the same cells", () => {
    const cell = fc.record({ sheet: fc.constant("Biểu"), row: fc.nat(400), col: fc.nat(3) });
    fc.assert(
      fc.property(fc.uniqueArray(cell, { selector: toA1, minLength: 1, maxLength: 900, size: "max" }), (cells) => {
        const told = addressesFrom("Biểu", cells).flatMap((address) => {
          const single = parseA1(address);
          const area = single ? { ...single, rows: 1, cols: 1 } : parseAreaA1(address);
          return Array.from({ length: area?.rows ?? 0 }, (_, row) => toA1({ row: (area?.row ?? 0) + row, col: area?.col ?? 0 }));
        });
        expect(told[0]).toBe(toA1(cells[0] ?? at(0, 0)));
        expect([...told].sort()).toEqual(cells.map(toA1).sort());
      }),
    );
  });
});

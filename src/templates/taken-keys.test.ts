import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { COLUMN_USES } from "../tables";
import { readDefinedName } from "./keys";
import { readTakenName, TAKEN_PARTS, takenColumnName, takenName } from "./taken-keys";

const other = fc.integer({ min: 1, max: 999 });

test("names of parts and of columns are read as they were written, in any case, and are no names of our tables", () => {
  fc.assert(
    fc.property(other, fc.constantFrom(...TAKEN_PARTS), fc.boolean(), (number, part, up) => {
      const name = takenName(number, part);
      expect(readTakenName(up ? name.toUpperCase() : name)).toEqual({ other: number, part });
      expect(readDefinedName(name)).toBeNull();
    }),
  );
  const column = fc.record({
    use: fc.constantFrom(...COLUMN_USES, "unit" as const),
    place: fc.integer({ min: 1, max: 16_384 }),
    year: fc.option(fc.integer({ min: 1990, max: 2100 })),
    quarter: fc.option(fc.integer({ min: 1, max: 4 })),
  });
  fc.assert(
    fc.property(other, column, (number, one) => {
      const name = takenColumnName(number, one);
      expect(readTakenName(name)).toEqual({ other: number, column: one });
      expect(readDefinedName(name)).toBeNull();
    }),
  );
});

const NONE = ["PT_other0_table", "PT_other1_", "PT_other1_amount", "PT_other1_amount1q5", "xPT_other1_table", "PT_budget1_table"];

test.each(NONE)("%s is none", (name) =>
  expect(readTakenName(name)).toBeNull(),
);

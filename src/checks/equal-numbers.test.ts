import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { equalFinder } from "./equal-numbers";

test("the same number at two places of one group is found, with all places that have it", () => {
  const cases = fc.array(fc.tuple(fc.constantFrom(0, 1, 2, 3, 0.1, 0.2, 1e9, -1), fc.integer({ min: -1, max: 3 }), fc.boolean()), {
    maxLength: 40,
  });
  const find = equalFinder(40);
  fc.assert(
    fc.property(cases, (rows) => {
      const places = rows.flatMap(([, , used], place) => (used ? [place] : []));
      const numbers = Float64Array.from(rows, ([value]) => value);
      const groups = rows.map(([, group]) => group);
      const byNumber = new Map<number, number[]>();
      for (const place of places)
        if (numbers[place] !== 0) byNumber.set(numbers[place] ?? 0, [...(byNumber.get(numbers[place] ?? 0) ?? []), place]);
      const expected = [...byNumber.values()].filter(
        (same) => same.length > 17 || same.some((one, at) => same.slice(0, at).some((other) => groups[other] === groups[one])),
      );
      const sorted = (lists: readonly (readonly number[])[]): string[] => lists.map((list) => list.join()).sort();
      expect(sorted(find(numbers, places, groups))).toEqual(sorted(expected));
    }),
    { numRuns: 500 },
  );
});

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { kept } from "../../base";
import { distinctKeys } from "./row-keys";

test("a key that comes again is numbered, whatever stands between", () => {
  expect(distinctKeys(["T", "A.1", "A.2", "A.1", "row:", "A.1", "row:"])).toEqual(["T", "A.1", "A.2", "A.1@2", "row:", "A.1@3", "row:@2"]);
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 })), (keys) => {
      const counts = new Map<string, number>();
      const expected = keys.map((key) => {
        counts.set(key, (counts.get(key) ?? 0) + 1);
        return counts.get(key) === 1 ? key : `${key}@${counts.get(key)}`;
      });
      expect(distinctKeys(keys)).toEqual(expected);
    }),
  );
});

test("answers are found once, and anew when very many were asked for", () => {
  let asked = 0;
  const find = kept((key: number) => {
    asked += 1;
    return key * 2;
  });
  expect([find(1), find(1), find(2), asked]).toEqual([2, 2, 4, 2]);
  for (let key = 0; key < 5000; key++) find(key);
  expect([find(1), asked > 5000]).toEqual([2, true]);
});

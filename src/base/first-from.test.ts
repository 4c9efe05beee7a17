import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { firstFrom } from "./first-from";

test("the first place that a look at each one finds, from one on", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 30 }), fc.nat(21), fc.nat(5), (list, limit, from) => {
      const sorted = [...list].sort((a, b) => a - b);
      const start = Math.min(from, sorted.length);
      const plain = sorted.findIndex((one, at) => at >= start && one >= limit);
      expect(firstFrom(sorted.length, (at) => (sorted[at] ?? 0) >= limit, start)).toBe(plain === -1 ? sorted.length : plain);
    }),
  );
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { inTurn, messageBytes, packed } from "./chunks";

const sizes = fc.array(fc.nat(50), { maxLength: 60 });

describe("packed", () => {
  test("keeps every item in its order", () => {
    fc.assert(fc.property(sizes, fc.integer({ min: 1, max: 100 }), (items, limit) => {
      expect(packed(items, (size) => size, limit).flat()).toEqual(items);
    }));
  });

  test("no group is over the limit but for one item that is so alone", () => {
    fc.assert(fc.property(sizes, fc.integer({ min: 1, max: 100 }), (items, limit) => {
      for (const group of packed(items, (size) => size, limit)) {
        expect(group.length === 1 || group.reduce((sum, size) => sum + size, 0) <= limit).toBe(true);
      }
    }));
  });

  test("the first item of a group would not have fitted into the one before", () => {
    fc.assert(fc.property(sizes, fc.integer({ min: 1, max: 100 }), (items, limit) => {
      const groups = packed(items, (size) => size, limit);
      for (const [at, group] of groups.entries()) {
        const before = groups[at - 1];
        if (before) expect(before.reduce((sum, size) => sum + size, 0) + (group[0] ?? 0)).toBeGreaterThan(limit);
      }
    }));
  });
});

test("messageBytes is what the value adds to a message inside a message", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    const message = (body: string) => new TextEncoder().encode(JSON.stringify({ body })).length;
    expect(message(JSON.stringify(value))).toBe(message("") + messageBytes(value));
  }));
});

test("inTurn begins a piece of work only when the one before has ended", async () => {
  const log: string[] = [];
  const results = await inTurn(["a", "b", "c"], async (name) => {
    log.push(`${name} begins`);
    await new Promise((done) => setImmediate(done));
    log.push(`${name} ends`);
    return name.toUpperCase();
  });
  expect(log).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  expect(results).toEqual(["A", "B", "C"]);
});

import { expect, test } from "@jest/globals";
import { parsePhrase } from "./parse-phrases";

test("a target with its baseline", () => {
  expect(parsePhrase("từ 24,4% lên >30%")).toEqual({
    input: "từ 24,4% lên >30%",
    kind: "target",
    comparator: ">",
    value: 30,
    value2: null,
    baseline: 24.4,
    unit: "%",
    alternatives: [],
    more: [],
  });
});

test("money in đồng, the other reading of its number as an alternative", () => {
  expect(parsePhrase("275.556 triệu đồng")).toMatchObject({
    kind: "quantity",
    value: 275_556_000_000,
    unit: "đồng",
    alternatives: [{ comparator: "=", value: 275_556_000, value2: null, baseline: null, unit: "đồng" }],
  });
});

test("further targets, and words that cannot be checked", () => {
  expect(parsePhrase("≤ 3 Đông Nam Á; ≤ 50 Thế giới").more).toEqual([
    { comparator: "<=", value: 50, value2: null, baseline: null, unit: "Thế giới" },
  ]);
  expect(parsePhrase("Đạt")).toEqual({
    input: "Đạt",
    kind: "words",
    comparator: null,
    value: null,
    value2: null,
    baseline: null,
    unit: null,
    alternatives: [],
    more: [],
  });
});

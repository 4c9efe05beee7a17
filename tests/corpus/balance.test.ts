import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogueFigures, publishedFigures } from "./accuracy-figures";
import { catalogueReport, publishedReport, withFigures } from "./accuracy-report";
import type { Score } from "./accuracy-score";
import { corpusFolder, readTables } from "./planted-tables";

/** Floors a little below the figures in docs/accuracy.md; `npm run accuracy` measures them again. */

const share = (score: Score, key: Exclude<keyof Score, "planted">): number => score[key] / score.planted;
const folder = corpusFolder();

if (folder === null) {
  test.skip("real tables with planted errors: the tables are not here (PLAN_TABLES_CORPUS says where)", () => undefined);
} else {
  describe("published tables, relations given", () => {
    const { tables, once, kinds, alarms } = publishedFigures(readTables(folder));

    test("one planted typing error each", () => {
      expect([tables, once.all.planted]).toEqual([385, 860]);
      expect(share(once.all, "first")).toBeGreaterThan(0.87);
      expect(share(once.all, "byLot")).toBeGreaterThan(0.81);
      expect(share(once.all, "amongThree")).toBeGreaterThan(0.96);
      expect(share(once.all, "among")).toBeGreaterThan(0.99);
      expect(share(once.all, "value")).toBeGreaterThan(0.86);
      expect(share(once.all, "likeliest")).toBeGreaterThan(0.71);
      expect(share(once.all, "misled")).toBeLessThan(0.01);
    });

    test("in cells of two sums or more", () => {
      expect(once.several.planted).toBeGreaterThan(250);
      expect(share(once.several, "first")).toBeGreaterThan(0.98);
      expect(share(once.several, "byLot")).toBeGreaterThan(0.97);
      expect(share(once.several, "value")).toBeGreaterThan(0.95);
      expect(share(once.several, "likeliest")).toBeGreaterThan(0.93);
      expect(once.several.misled).toBe(0);
    });

    test.each([
      ["digit left out", 0.88], ["digit typed twice", 0.97], ["million-fold", 0.98], ["one digit wrong", 0.65], ["row counted twice", 0.87],
      ["row left out of the total", 0.87], ["separator misread", 0.97], ["sign", 0.97], ["thousand-fold", 0.98], ["total not updated", 0.5],
      ["two cells swapped", 0.89], ["two digits swapped", 0.89], ["zero too few", 0.91], ["zero too many", 0.98],
    ])("%s: first in %p, ties by lot", (kind, floor) => {
      const score = kinds.byKind.get(kind);
      expect(score && share(score, "byLot")).toBeGreaterThan(floor);
    });

    test("untouched: no alarm on an exact sum, rounding told as rounding", () => {
      expect(alarms.exact.with).toMatchObject({ sums: 12_824, failed: 0 });
      expect(alarms.exact.without.failed / alarms.exact.without.sums).toBeLessThan(0.01);
      expect(alarms.rounded.with.rounded / alarms.rounded.with.sums).toBeGreaterThan(0.6);
      expect(alarms.rounded.without.failed).toBe(alarms.rounded.without.sums);
    });

    test("the report holds every kind", () => {
      const report = publishedReport({ tables, once, kinds, alarms });
      for (const kind of kinds.byKind.keys()) expect(report).toContain(`| ${kind} |`);
    });
  });
}

describe("budgets of the catalogue, every amount with every slip", () => {
  const figures = catalogueFigures();

  test("the wrong amount is found", () => {
    const { all, several } = figures.scores;
    expect(all.planted).toBeGreaterThan(500);
    expect(share(all, "first")).toBeGreaterThan(0.85);
    expect(share(all, "byLot")).toBeGreaterThan(0.84);
    expect(share(all, "amongThree")).toBeGreaterThan(0.97);
    expect(share(all, "misled")).toBeLessThan(0.01);
    expect(share(several, "value")).toBeGreaterThan(0.99);
    expect(several.misled).toBe(0);
  });

  test("no alarm but the sum that its document has wrong", () => {
    const wrong = figures.budgets.flatMap((budget) => budget.wrong.map((sum) => `${budget.name}: ${sum}`));
    expect(wrong).toEqual([expect.stringMatching(/^tp-lao-cai-2024.* 1,987,000,000 .* 54,000,000 .* ≤ 2,037,000,000 /)]);
  });

  test("docs/accuracy.md tells it, as npm run accuracy writes it", () => {
    const document = readFileSync(join(__dirname, "../../docs/accuracy.md"), "utf8");
    expect(withFigures(document, "catalogue", catalogueReport(figures))).toBe(document);
  });
});

test("a document without the markers is not written over", () => {
  expect(() => withFigures("text", "catalogue", "figures")).toThrow("catalogue");
  expect(withFigures("a\n<!-- figures: x -->\nold\n<!-- end of figures: x -->\nb", "x", "new")).toBe(
    "a\n<!-- figures: x -->\n\nnew\n\n<!-- end of figures: x -->\nb",
  );
});

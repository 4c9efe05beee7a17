import { expect, test } from "@jest/globals";
import { reportFigures } from "./report-score";

test("of what is said to differ nearly all is wrong, most of the wrong is told or asked, and right reports are left alone", async () => {
  const { wrong, right } = await reportFigures(2);
  expect(wrong.figures).toBeGreaterThan(800);
  expect(wrong.toldRightly / wrong.told).toBeGreaterThanOrEqual(0.97);
  expect(wrong.toldCell / wrong.told).toBeGreaterThanOrEqual(0.97);
  expect(wrong.toldRightly / wrong.wrong).toBeGreaterThan(0.6);
  expect((wrong.toldRightly + wrong.unsure) / wrong.wrong).toBeGreaterThan(0.85);
  expect(right.told).toBe(0);
  expect(right.agreeing / right.figures).toBeGreaterThan(0.95);
});

import { expect, test } from "@jest/globals";
import { points } from "./page";
import { columnPoints } from "./styles";

test("widths and margins in points, as Excel's own defaults have them", () => {
  expect(columnPoints(8.43)).toBe(48);
  expect(columnPoints(10)).toBe(56.25);
  expect(points(25.4)).toBe(72);
});

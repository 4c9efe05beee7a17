import { expect, test } from "@jest/globals";
import { romanValue, writeRoman } from "./roman";

test("the Roman numbers of outlines are read as they are written", () => {
  for (let number = 1; number < 40; number++) {
    expect(romanValue(writeRoman(number))).toBe(number);
    expect(romanValue(writeRoman(number).toLowerCase())).toBe(number);
  }
  expect(romanValue("")).toBe(0);
});

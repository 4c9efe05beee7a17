import { expect, test } from "@jest/globals";
import { formulaTokens } from "./formula-tokens";
import { withoutSignPairs } from "./sign-pairs";

test.each([
  ["2*--3", "2*3"], ["1+--A1", "1+A1"], ["A1---A1", "A1-A1"], ["A1*---A1", "A1*-A1"], ["A1 / - -B1", "A1 / B1"], ["5^--2", "5^2"],
  ["--A1", "--A1"], ["A1--B1", "A1--B1"], ["A1%--B1", "A1%--B1"], ["SUMPRODUCT(--(A1:A3>1),B1:B3)", "SUMPRODUCT(--(A1:A3>1),B1:B3)"],
  ['A1&"--"', 'A1&"--"'], ["A1=--B1", "A1=--B1"], ["---A1", "-A1"],
])("%s is %s", (given, expected) => {
  expect(withoutSignPairs(formulaTokens(given)).map(({ text }) => text).join("")).toBe(expected);
});

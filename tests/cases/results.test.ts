import { expect, test } from "@jest/globals";
import { findingsOfCase, there } from "../support/cases";

there("results in words", () => {
  test("p21: a word beside a target in words is no error", async () => {
    expect(
      (await findingsOfCase("p21-words-target-dat")).filter(({ code, severity }) => severity === "error" || code === "text-for-number"),
    ).toEqual([]);
  });
});

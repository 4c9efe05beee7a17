import { describe, expect, test } from "@jest/globals";
import { allSteps } from "../base";
import { today } from "../../tests/support/context";
import { budgetOf, indicatorOf } from "../../tests/support/grids";
import type { Rule } from "./rule";
import { runRules } from "./run-rules";
import { sums } from "./sums";
import { targets } from "./targets";

const wrong = budgetOf({ total: 3, items: [1, 1], sources: [3] });
const missed = indicatorOf("> 30", 28);
const none: ReadonlySet<string> = new Set();
const codes = (rules: readonly Rule[], off = none) =>
  allSteps(runRules(rules, { tables: [wrong, missed], today }, off)).findings.map(({ code }) => code);

describe("runRules", () => {
  const broken: Rule = {
    name: "broken",
    codes: [],
    severities: [],
    check: (table) => {
      if (table.kind === "budget") throw new TypeError("no such row");
      return targets.check(table, { today, tables: [table] });
    },
  };

  test("a rule that throws is named once, and takes nothing from the others nor from other tables", () => {
    const { findings, failures } = allSteps(runRules([broken, sums], { tables: [wrong, missed, wrong], today }, none));
    expect(failures).toEqual([{ rule: "broken", error: "TypeError: no such row" }]);
    expect(findings.map(({ code }) => code)).toEqual(["sum-mismatch", "sum-mismatch", "target-not-met"]);
    expect(allSteps(runRules([sums, targets], { tables: [wrong, missed], today }, none)).failures).toEqual([]);
  });

  test("rules that are turned off do not run", () => {
    expect(codes([sums, targets])).toEqual(["sum-mismatch", "target-not-met"]);
    expect(codes([sums, targets], new Set(["sums"]))).toEqual(["target-not-met"]);
    expect(codes([sums, targets], new Set(["sums", "targets", "unknown"]))).toEqual([]);
    expect(allSteps(runRules([broken], { tables: [wrong], today }, new Set(["broken"]))).failures).toEqual([]);
  });
});

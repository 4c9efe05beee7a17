import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../src/checks";
import { declared } from "../support/context";
import { examples, findingsOf, rulePages } from "./pages";

const FOLDER = join(__dirname, "../../docs/checks");
const SOURCES = readdirSync(join(__dirname, "../../src/checks"));

test("docs/checks is what `npm run rules` writes, and nothing else", () => {
  const there = new Map(readdirSync(FOLDER).sort().map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]));
  expect(there).toEqual(new Map([...rulePages()].sort(([a], [b]) => (a < b ? -1 : 1))));
});

describe.each(rules.map((rule) => ({ name: rule.name, rule })))("the rule $name", ({ name, rule }) => {
  const own = examples.filter((example) => example.rule === name);

  test("has its file and its test", () => {
    expect(SOURCES).toEqual(expect.arrayContaining([`${name}.ts`, `${name}.test.ts`]));
  });

  test("finds something in each of its examples, and gives each of its codes in one of them", () => {
    const found = own.map((example) => declared(rule, findingsOf(rule, example).flat()));
    expect(found.filter((all) => all.length === 0)).toEqual([]);
    expect([...new Set(found.flat().map(({ code }) => code))].sort()).toEqual([...rule.codes].sort());
  });
});

test("no two rules share a name or a code, and every example is of a rule", () => {
  const names = rules.map(({ name }) => name);
  for (const said of [names, rules.flatMap(({ codes }) => codes)]) expect(said).toEqual([...new Set<string>(said)]);
  expect(examples.filter(({ rule }) => !names.includes(rule))).toEqual([]);
});

import { describe, expect, test } from "@jest/globals";
import { rules } from "../../src/checks";
import { filesUnder, textOf } from "./rooms";

const files = [...filesUnder("src/checks"), ...filesUnder("docs/checks")];

describe.each(rules.map(({ name, codes }) => ({ name, codes })))("the rule $name", ({ name, codes }) => {
  test("has its file, its test and its page", () => {
    expect(files).toEqual(expect.arrayContaining([`src/checks/${name}.ts`, `src/checks/${name}.test.ts`, `docs/checks/${name}.md`]));
  });

  test("has each of its codes explained on its page", () => {
    const page = textOf(`docs/checks/${name}.md`);
    expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});

test("every page is of a rule, and no two rules share a name or a code", () => {
  const names = rules.map(({ name }) => name);
  expect(filesUnder("docs/checks").map((file) => file.replace(/^.*\/|\.md$/g, "")).filter((page) => !names.includes(page))).toEqual([]);
  for (const said of [names, rules.flatMap(({ codes }) => codes)]) expect(said).toEqual([...new Set<string>(said)]);
});


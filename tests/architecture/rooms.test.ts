import { describe, expect, test } from "@jest/globals";
import { allowanceOf, filesUnder, rooms, roomsInReadme, textOf } from "./rooms";

/** Faces and sides need a screen, Excel or Node; every other room compiles without. */
const WITH_SURROUNDINGS = ["bytes", "documents", "workbook", "self-test", "taskpane", "cli", "host"];

const names = Object.keys(rooms);
const roomOf = (file: string): string | undefined =>
  names.filter((name) => file.startsWith(`src/${name}/`)).sort((a, b) => b.length - a.length)[0];
const files = filesUnder("src");

describe("the table of rooms", () => {
  test("has a row for every folder with files, and no other", () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(names.filter((name) => !files.some((file) => roomOf(file) === name))).toEqual([]);
  });

  test("names only rooms that it has", () => {
    const named = Object.values(rooms).flatMap(({ imports, types = [], main = [] }) => [...imports, ...types, ...main]);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });

  test("is the table in README", () => {
    expect(roomsInReadme(textOf("README.md"))).toEqual(
      Object.fromEntries(names.map((name) => [name, allowanceOf(rooms[name] ?? { imports: [] })])),
    );
  });

  test("reads README's way of saying it", () => {
    const markdown = "x\n\n| room | may import | never |\n|---|---|---|\n| `sheet`, quantity | nothing of ours | a host |\n| i18n | quantity; types of findings, `app` | |\n| cli | app; in main: workbook/xlsx | |\n\n| a | b |";
    const none = { imports: [], types: [], main: [] };
    expect(roomsInReadme(markdown)).toEqual({
      sheet: none,
      quantity: none,
      i18n: { imports: ["quantity"], types: ["app", "findings"], main: [] },
      cli: { imports: ["app"], types: [], main: ["workbook/xlsx"] },
    });
    expect(() => roomsInReadme("no table")).toThrow("README.md has no table");
  });
});

test("the rooms without a screen, Excel and Node are compiled without their types", () => {
  const { include } = JSON.parse(textOf("tsconfig.pure.json")) as { include: string[] };
  expect(include.toSorted()).toEqual(
    names
      .filter((name) => !WITH_SURROUNDINGS.some((outer) => name === outer || name.startsWith(`${outer}/`)))
      .map((name) => `src/${name}`)
      .sort(),
  );
});

import { expect, test } from "@jest/globals";
import { readdirSync } from "node:fs";
import { filesUnder, root, textOf } from "./rooms";

const code = ["src", "tests"].flatMap(filesUnder).filter((file) => /\.tsx?$/.test(file));

test("nothing stands at the top but what belongs there", () => {
  const made = ["node_modules", "dist", "coverage"];
  expect(
    readdirSync(root).filter((name) => !name.startsWith(".") && !name.endsWith(".log") && !made.includes(name)).sort(),
  ).toEqual([
    "CHANGELOG.md", "LICENSE", "README.md", "assets", "docs", "eslint.config.mjs", "jest.config.js", "manifest.xml", "package-lock.json",
    "package.json", "seeds", "src", "tests", "tsconfig.json", "tsconfig.pure.json", "webpack.config.js",
  ]);
});

test("files are named in small letters with hyphens, but for README.md, which a folder is shown by", () => {
  expect(["src", "tests", "docs"].flatMap(filesUnder).filter((file) => !/^[a-z0-9/.-]+?(?:\/README\.md)?$/.test(file))).toEqual([]);
});

test("a file can be read in one sitting", () => {
  expect(code.filter((file) => !/[.]test[.]tsx?$/.test(file) && textOf(file).split("\n").length > 300)).toEqual([]);
});

test("nobody talks the compiler or the linter out of it", () => {
  const silenced = new RegExp(
    ["@ts-" + "ignore", "@ts-" + "nocheck", "eslint-" + "disable", "as an" + "y\\b", "as unknown a" + "s any"].join("|"),
  );
  expect(code.filter((file) => silenced.test(textOf(file)))).toEqual([]);
});

test("whoever prints in a test is told so", () => {
  const shell: Pick<Console, "log" | "error"> = console;
  expect(() => shell.log("x", 1)).toThrow("console.log was called: x 1");
  expect(() => shell.error("y")).toThrow("console.error was called: y");
});

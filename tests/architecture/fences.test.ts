import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./rooms";

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[];
  };
}

/** The broken fences, as "rule: from → to". */
async function brokenFences(folder: string, places: readonly string[]): Promise<string[]> {
  const cruiser = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const output = await new Promise<string>((done, fail) => {
    // The exit code of this output type does not count violations: anything but 0 is a failure of the tool.
    execFile(
      process.execPath,
      [cruiser, ...places, "--config", join(root, ".dependency-cruiser.cjs"), "--output-type", "json"],
      { cwd: folder, maxBuffer: 1e8 },
      (error, out, said) => (error ? fail(new Error(said || out, { cause: error })) : done(out)),
    );
  });
  const { summary } = JSON.parse(output) as Report;
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

test("no fence between the rooms is broken", async () => {
  expect(await brokenFences(root, ["src", "tests"])).toEqual([]);
});

describe("the fences hold", () => {
  let folder = "";
  const files: Record<string, string> = {
    "tsconfig.json": "{}",
    "package.json": "{}",
    "src/quantity/index.ts": 'import { place } from "../sheet"; export const number = place;',
    "src/sheet/index.ts": 'import { number } from "../quantity"; export const place = number;',
    "src/findings/index.ts": "export const code = 1; export type Code = 1;",
    "src/i18n/words.ts": 'import type { Code } from "../findings"; export type Words = Code;',
    "src/i18n/index.ts": 'import { code } from "../findings"; export const word = code;',
    "src/workbook/port.ts": 'import { readFileSync } from "node:fs"; export const port = readFileSync;',
    "src/workbook/excel/index.ts": 'import { port } from "../port"; export const excel = port;',
    "src/app/index.ts":
      'import { port } from "../workbook/port"; import { excel } from "../workbook/excel"; export const app = [port, excel];',
    "src/taskpane/main.tsx": 'import { excel } from "../workbook/excel"; import { pane } from "./pane"; export const main = [excel, pane];',
    "src/taskpane/pane.tsx": 'import { app } from "../app"; import { excel } from "../workbook/excel"; export const pane = [app, excel];',
    "src/checks/sums.ts": 'import { word } from "../i18n"; import { gone } from "./gone"; export const sums = [word, gone];',
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "fences-"));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("against each kind of trespass", async () => {
    const broken = await brokenFences(folder, ["src"]);
    expect(broken.filter((each) => !each.startsWith("no dead code"))).toEqual(
      expect.arrayContaining([
        "room quantity: src/quantity/index.ts → src/sheet/index.ts",
        "room sheet: src/sheet/index.ts → src/quantity/index.ts",
        "types only in i18n: src/i18n/index.ts → src/findings/index.ts",
        "no Node in workbook: src/workbook/port.ts → fs",
        "room app: src/app/index.ts → src/workbook/excel/index.ts",
        "room taskpane: src/taskpane/pane.tsx → src/workbook/excel/index.ts",
        "room checks: src/checks/sums.ts → src/i18n/index.ts",
        "everything is found: src/checks/sums.ts → ./gone",
      ]),
    );
    expect(broken.filter((each) => each.startsWith("no circles"))).not.toEqual([]);
    expect(broken.filter((each) => each.startsWith("no dead code"))).toContain("no dead code: src/checks/sums.ts → src/checks/sums.ts");
    expect(
      broken.filter(
        (each) =>
          /words\.ts →|main\.tsx →|app\/index\.ts → src\/workbook\/port|workbook\/excel\/index\.ts →/.test(each) &&
          !each.startsWith("no dead code"),
      ),
    ).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const script = join(root, "tests/manifest/validate.mjs");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");

/** What is done to the manifest, and what the check has to say of it. */
const faults: readonly (readonly [from: string | RegExp, to: string, problem: string])[] = [
  ["</OfficeApp>", "</OfficeAp>", "not well-formed XML"],
  [/<Id>.*<\/Id>/, "<Id>7</Id>", "Id 7 is not a GUID"],
  ["<Version>1", "<Version>0", "Version 0.0.0.0 is not a number"],
  [/(<ProviderName>.*<\/ProviderName>)\s*(<DefaultLocale>.*<\/DefaultLocale>)/, "$2$1", "not in the schema's order"],
  ["<DefaultLocale>vi-VN", "<DefaultLocale>vi-VI", "DefaultLocale is vi-VI"],
  [">ReadWriteDocument<", ">Restricted<", "the permission is Restricted"],
  [/(id=")PlanTables.Check"/, '$1PlanTables.Create"', "the id PlanTables.Create is there twice"],
  [/(id="Create.Label".*>)\s*<bt:Override.*>/, "$1", "Create.Label is there in vi-VN, not in vi-VN, en-US"],
  [/(id="Tab.Label" DefaultValue=")/, `$1${"x".repeat(125)}`, "Tab.Label has 138 characters"],
  [/https(.*place=check)/, "http$1", "is not https"],
  ["place=check", "place=chek", "the buttons open create, chek, summary"],
  ['Label resid="Tab.Label"', 'Label resid="Tab.Lable"', "the resource ShortStrings Tab.Lable is named, but not there"],
  ['Label resid="Tab.Label"', 'Label resid="Tab.Lable"', "the resource ShortStrings Tab.Label is there, but nobody names it"],
  ["icon-32.png", "icon-33.png", "icons/icon-33.png has no file"],
  ["create-16.png", "create-20.png", "create-20.png is 20 by 20 pixels, not 16 by 16"],
  [/<bt:Image size="80".*>/, "", "an icon lacks its 80 pixels"],
  [/ExcelApi" MinVersion="1.\d+"/g, 'ExcelApi" MinVersion="1.15"', "ExcelApi 1.15 is not a version of ExcelApi up to 1.14"],
  [/bt:Set Name="ExcelApi" MinVersion="1.\d+"/, 'bt:Set Name="ExcelApi" MinVersion="1.1"', "the same one in both places"],
  ['<Host Name="Workbook"/>', '<Host Name="Document"/>', "the hosts are Document, Workbook"],
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "manifest-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function validate(files: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...files], { encoding: "utf8", cwd: root });
  return { status, output: stdout + stderr };
}

test("the manifest is in order, as far as that can be known without a network", () => {
  const { status, output } = validate([]);
  expect(output).toContain("manifest.xml: in order");
  expect(status).toBe(0);
});

test("one variable sets every address", () => {
  const file = join(folder, "production.xml");
  writeFileSync(file, manifest.replaceAll("https://localhost:3001", "https://plans.example.vn/tables"));
  expect(validate([file])).toEqual({ status: 0, output: expect.stringContaining("in order") });
});

test("whatever is wrong with a manifest is said", () => {
  const files = faults.map(([from, to], at) => {
    const broken = manifest.replace(from, to);
    expect({ from, changed: broken !== manifest }).toEqual({ from, changed: true });
    const file = join(folder, `${at}.xml`);
    writeFileSync(file, broken);
    return file;
  });
  const { status, output } = validate(files);
  expect(status).toBe(1);
  const said = files.map((file, at) =>
    output.slice(output.indexOf(`${file}:`), files[at + 1] === undefined ? undefined : output.indexOf(`${files[at + 1]}:`)),
  );
  expect(faults.map(([, , problem], at) => (said[at]?.includes(problem) ? problem : `${problem} — not in: ${said[at]}`))).toEqual(
    faults.map(([, , problem]) => problem),
  );
});

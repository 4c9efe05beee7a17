import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";

const root = resolve(__dirname, "../..");

/** "1.9" → 9, of every ExcelApi version that the declaration of a member, or of the class around it, names. */
function versionOf(declaration: ts.Node): number {
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    const [, minor] =
      /\[Api set: ExcelApi(?:Desktop)? 1\.(\d+)\b/.exec(node.getSourceFile().text.slice(node.getFullStart(), node.getStart())) ?? [];
    if (minor !== undefined) return Number(minor);
  }
  return 1;
}

/** The option that a name in an object literal sets: "mergeUndoGroup" of `Excel.RunOptions`. */
function optionOf(name: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  const { parent } = name;
  const sets = ts.isPropertyAssignment(parent) && parent.name === name && ts.isObjectLiteralExpression(parent.parent);
  return sets ? checker.getContextualType(parent.parent)?.getProperty(name.text) : undefined;
}

/** What src/workbook/excel uses of the Excel API, with the minor version of the requirement set that brought it. */
function usedMembers(): Map<string, number> {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile.bind(ts.sys)) as { config: unknown };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const ours = fileNames.filter((file) => file.includes("/src/workbook/excel/") && !file.endsWith(".test.ts"));
  const program = ts.createProgram(ours, options);
  const checker = program.getTypeChecker();
  const used = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      for (const declaration of (optionOf(node, checker) ?? checker.getSymbolAtLocation(node))?.declarations ?? []) {
        if (!declaration.getSourceFile().fileName.includes("@types/office-js")) continue;
        const owner =
          ts.isInterfaceDeclaration(declaration.parent) || ts.isClassDeclaration(declaration.parent)
            ? (declaration.parent.name?.text ?? "")
            : "";
        const name = `${owner}.${node.text}`;
        used.set(name, Math.min(used.get(name) ?? Number.POSITIVE_INFINITY, versionOf(declaration)));
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of ours) {
    const source = program.getSourceFile(file);
    if (source) visit(source);
  }
  return used;
}

/** What is newer than the manifest asks for, with its version: used only where Excel says that it has it. */
const ASKED_FIRST = new Map([
  ["Range.getMergedAreasOrNullObject", 13],
  ...["Worksheet.comments", "CommentCollection.load", "CommentCollection.items", "Comment.getLocation"].map((name): [string, number] => [
    name, 10,
  ]),
  ...["Worksheet.notes", "NoteCollection.load", "NoteCollection.items", "Note.getLocation"].map((name): [string, number] => [name, 18]),
  ["WorksheetCollection.onNameChanged", 17],
  ["RunOptions.mergeUndoGroup", 20],
]);

/** The minor versions that src/workbook/excel asks Excel for before it goes on. */
function versionsAskedFor(): number[] {
  const folder = join(root, "src/workbook/excel");
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/isSetSupported\("ExcelApi", "1\.(\d+)"\)/g)].map(([, minor]) => Number(minor)))),
  ];
}

test("the manifest asks for the Excel API that the Excel side uses, and for no newer one", () => {
  const [, declared] = /<Set Name="ExcelApi" MinVersion="1\.(\d+)"/.exec(readFileSync(join(root, "manifest.xml"), "utf8")) ?? [];
  const all = usedMembers();
  expect([...ASKED_FIRST].filter(([name, version]) => all.get(name) !== version)).toEqual([]);
  expect(new Set(versionsAskedFor())).toEqual(new Set(ASKED_FIRST.values()));
  const used = new Map([...all].filter(([name]) => !ASKED_FIRST.has(name)));
  expect(used.size).toBeGreaterThan(50);
  expect([...used].filter(([, version]) => version > Number(declared))).toEqual([]);
  expect(Math.max(...used.values())).toBe(Number(declared));
});

import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";

const root = resolve(__dirname, "../..");

/** "1.9" → 9, of every ExcelApi version that the declaration of a member, or of the class around it, names. */
function versionOf(declaration: ts.Node): number {
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    const [, minor] = /\[Api set: ExcelApi(?:Desktop)? 1\.(\d+)\b/.exec(node.getSourceFile().text.slice(node.getFullStart(), node.getStart())) ?? [];
    if (minor !== undefined) return Number(minor);
  }
  return 1;
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
      for (const declaration of checker.getSymbolAtLocation(node)?.declarations ?? []) {
        if (!declaration.getSourceFile().fileName.includes("@types/office-js")) continue;
        const owner = ts.isInterfaceDeclaration(declaration.parent) || ts.isClassDeclaration(declaration.parent) ? (declaration.parent.name?.text ?? "") : "";
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

test("the manifest asks for the Excel API that the Excel side uses, and for no newer one", () => {
  const [, declared] = /<Set Name="ExcelApi" MinVersion="1\.(\d+)"/.exec(readFileSync(join(root, "manifest.xml"), "utf8")) ?? [];
  const used = usedMembers();
  expect(used.size).toBeGreaterThan(50);
  expect([...used].filter(([, version]) => version > Number(declared))).toEqual([]);
  expect(Math.max(...used.values())).toBe(Number(declared));
}, 60_000);

import { readFileSync } from "node:fs";
import { openXlsx, openXlsxToRead } from "../../src/workbook/xlsx";

/**
 * Opens each of the files that standard input names, one after the other, as our library does it by itself; a broken one is passed over.
 * With "--without-formulas" it unpacks and parses them only.
 */
async function main(): Promise<void> {
  const open = process.argv.includes("--without-formulas") ? openXlsxToRead : openXlsx;
  for (const file of readFileSync(0, "utf8").split("\n").filter(Boolean)) await open(new Uint8Array(readFileSync(file))).catch(() => null);
}

void main();

import type { Engine } from "../engine";
import { savedWorkbook } from "./sheet-specs";

export interface SavedFile {
  readonly content: Uint8Array;
  /** How many rules, names and charts the file does not hold. */
  readonly leftOut: number;
}

/**
 * The workbook as an .xlsx, once all formulas are calculated. Rejects with what `writeXlsx` throws, or when the calculation does not end.
 */
export async function saveWorkbook(engine: Engine): Promise<SavedFile> {
  await engine.settled();
  const { specs, leftOut } = savedWorkbook(engine);
  // Loaded when first needed: it brings a writer and a calculation of its own.
  const { writeXlsx } = await import("../../workbook/xlsx");
  return { content: await writeXlsx(specs), leftOut };
}

/** Hands bytes to the person as a file to be kept. */
export function download(content: Uint8Array, name: string): void {
  const url = URL.createObjectURL(
    new Blob([new Uint8Array(content)], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }),
  );
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

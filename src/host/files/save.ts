import type { LeftPart } from "../../workbook/xlsx";
import type { Engine } from "../engine";
import { savedWorkbook } from "./sheet-specs";

/** A workbook that can be saved. */
export interface Savable {
  /** Which rules and charts the file will not hold. */
  readonly left: readonly LeftPart[];
  /** The bytes of an .xlsx. Rejects with what `writeXlsx` throws. */
  readonly content: () => Promise<Uint8Array>;
}

/** The workbook as it stands once all formulas are calculated. Rejects when the calculation does not end. */
export async function savable(engine: Engine): Promise<Savable> {
  await engine.settled();
  const { specs, names, left } = savedWorkbook(engine);
  const { byHand, title } = engine.book;
  // Loaded when first needed: it brings a writer and a calculation of its own.
  const options = { names, byHand, ...(title === "" ? {} : { title }) };
  return { left, content: async () => (await import("../../workbook/xlsx")).writeXlsx(specs, options) };
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

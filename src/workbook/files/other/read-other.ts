import { zipSync } from "fflate";
import { WorkbookFailure } from "../../port";
import { broken, unreadable, unzipped } from "../../xlsx";
import { namesOf, sheetsOf, type Beside } from "./library-sheets";
import { plainOds } from "./ods-content";
import { odsLayout } from "./ods-layout";
import type { OtherBook, ReadOther } from "./other-book";
import { readOle, type Cfb } from "./ole";

type Library = typeof import("@e965/xlsx");

/** Values and formulas of every cell, the formats of numbers, what is hidden. */
const OPTIONS = {
  type: "array", dense: true, cellFormula: true, cellNF: true, cellStyles: true, cellText: false, cellHTML: false,
} as const;

/** Reads in this thread, by a library that is loaded now. */
export const readOther: ReadOther = async (bytes, kind) => {
  const library = await import("@e965/xlsx");
  if (kind === "ods") return readOds(bytes, library);
  return kind === "ole"
    ? bookOf(library, bytes, { ole: readOle(bytes, library.CFB as Cfb) })
    : bookOf(library, packedAnew(unzipped(bytes, isRead)), {});
};

/** Pictures, fonts and macros are nobody's figures. */
function isRead(name: string): boolean {
  return /\.(?:xml|rels|bin|vml)$/.test(name) && !/vbaproject\.bin$|printersettings|\/media\//.test(name);
}

/** What has been unpacked within the limits, for a library that has none. */
function packedAnew(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

function readOds(bytes: Uint8Array, library: Library): OtherBook {
  const parts = new Map(unzipped(bytes, (name) => /^(?:mimetype|content\.xml|styles\.xml|meta-inf\/manifest\.xml)$/.test(name)));
  const manifest = parts.get("META-INF/manifest.xml");
  if (manifest && new TextDecoder().decode(manifest).includes("encryption-data")) throw unreadable("encrypted");
  const content = parts.get("content.xml");
  if (!content) throw broken("part-missing", { part: "content.xml" });
  const ods = odsLayout(content);
  if (!ods) throw unreadable("not-a-workbook");
  parts.set("content.xml", plainOds(content));
  return bookOf(library, packedAnew(parts), { ods });
}

function bookOf({ read }: Library, bytes: Uint8Array, beside: Beside): OtherBook {
  const book = quietly(() => read(bytes, { ...OPTIONS, sheetStubs: beside.ods !== undefined }));
  const from1904 = beside.ods?.from1904 ?? book.Workbook?.WBProps?.date1904 === true;
  const sheets = sheetsOf(book, from1904, beside);
  if (sheets.length === 0) throw unreadable("no-sheets");
  if (new Set(sheets.map(({ sheet }) => sheet.name)).size < sheets.length) throw broken("sheet-twice");
  return { sheets, names: namesOf(book), from1904 };
}

/** The library says on the console what it passes over, and throws what it does not understand as an error of its own. */
function quietly<T>(work: () => T): T {
  const shell: Pick<Console, "error" | "warn" | "log"> = console;
  const { error, warn, log } = shell;
  shell.error = shell.warn = shell.log = () => undefined;
  try {
    return work();
  } catch (cause) {
    if (cause instanceof WorkbookFailure) throw cause;
    if (cause instanceof Error && /password|encrypt/i.test(cause.message)) throw unreadable("encrypted");
    throw broken("content", {}, cause);
  } finally {
    Object.assign(shell, { error, warn, log });
  }
}

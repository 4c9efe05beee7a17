import type { Area, DefinedName, WorkbookOutline } from "../../sheet";
import { outside, parseSheetArea } from "../../sheet";
import type { ReadArea, ReadOptions, Workbook } from "../port";
import { wantedOf, WorkbookFailure } from "../port";
import type { Evaluate } from "./calculate";
import { calculate } from "./calculate";
import { paced } from "./paced";
import type { Precedent } from "./prepare-formula";
import { readBook, type ReadBook } from "./read-book";
import { fileLooks, type LooksOf } from "./read-looks";
import { snapshot } from "./snapshot";
import type { StoredBook } from "./stored";
import { writtenOut } from "./written-out";

/**
 * Opens a .xlsx or .xlsm, or a template of one (.xltx, .xltm), to be read: `addSheets` throws "not-supported". The results that the file
 * holds of formulas are not looked at: they are evaluated when an area is read that needs them, and what nobody reads costs nothing; what
 * cannot be evaluated is null and listed in `unevaluated`. `byEngine` evaluates what only the engine can: in this thread, unless it is
 * `supervised`. Throws WorkbookFailure "unreadable-file" for anything that is no such file, is broken or beyond the limits.
 */
export async function openXlsx(bytes: Uint8Array, byEngine?: Evaluate): Promise<Workbook> {
  const { styles, ...read } = readBook(bytes);
  return storedWorkbook(read, fileLooks(bytes, read.sheets.map(({ part }) => part), styles), byEngine);
}

/** What a file holds as a workbook to be read; see `openXlsx`. */
export function storedWorkbook(read: Omit<ReadBook, "styles">, looks: LooksOf, byEngine?: Evaluate): Workbook {
  const { calculation, ...stored } = read;
  const book = writtenOut(stored);
  return {
    outline: () => Promise.resolve({ ...outlineOf(book), ...(calculation ? { calculation } : {}) }),
    read: async (areas, options = {}) => {
      const values = await calculate(book, areas.flatMap((at) => calculated(book, at, options)), byEngine);
      return paced(areas, (area) => snapshot(book, values, area, options, looks), options);
    },
    addSheets: () => Promise.reject(new WorkbookFailure("not-supported", { what: "addSheets" })),
  };
}

/** The parts of an area whose formulas are wanted. */
function calculated({ sheets }: StoredBook, at: ReadArea, options: ReadOptions): Precedent[] {
  const sheet = sheets.findIndex(({ name }) => name === at.sheet);
  const { place, without } = wantedOf(at, options);
  if (place) return [];
  const areas = without.reduce<readonly Area[]>(
    (rest, hole) => rest.flatMap((area) => outside(area, hole)), [at.area],
  );
  return areas.map((area) => ({ sheet, area }));
}

function outlineOf(book: StoredBook): WorkbookOutline {
  const names = book.names.flatMap(({ name, scope, refersTo }): DefinedName[] => {
    const area = name.startsWith("_xlnm.") ? null : parseSheetArea(refersTo);
    return area ? [{ name, scope, refersTo: area }] : [];
  });
  const sheets = book.sheets.map(({ name, visible, veryHidden }) => ({ id: name, name, visible, ...(veryHidden ? { veryHidden } : {}) }));
  return { sheets, names };
}

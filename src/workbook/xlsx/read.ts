import type { Area, DefinedName, SheetInfo, SheetSpec, WorkbookOutline } from "../../sheet";
import { outside, parseSheetArea } from "../../sheet";
import type { Course, ReadArea, ReadOptions, Workbook } from "../port";
import { wantedOf, WorkbookFailure } from "../port";
import type { Evaluate, FormulaValues } from "./calculate";
import { calculate } from "./calculate";
import { between, paced } from "./paced";
import type { Precedent } from "./prepare-formula";
import { readBook } from "./read-book";
import { fileLooks, specsLooks } from "./read-looks";
import { snapshot } from "./snapshot";
import { storedBook } from "./spec-book";
import type { StoredBook } from "./stored";
import { refuseLists } from "./validation-list";
import type { WriteOptions } from "./write";
import { writeXlsx } from "./write";
import { writtenOut } from "./written-out";

/** A workbook in a file. What a person gave is only read; new sheets go into a new workbook. */
export interface XlsxWorkbook extends Workbook {
  /** The bytes of the .xlsx; an opened file as it was given. */
  save(course?: Course): Promise<Uint8Array>;
}

/** The share of reading in the opening of a file; the rest is the calculation. */
const READING = 0.7;

/**
 * Opens a .xlsx or .xlsm, or a template of one (.xltx, .xltm). Formulas are evaluated anew; what cannot be evaluated is null and listed in `unevaluated`.
 * Throws WorkbookFailure "unreadable-file" for anything that is no such file, is broken or beyond the limits, "stopped" where the
 * course asks for that: it is asked before each sheet and before the calculation, which cannot be stopped. `addSheets` of what it returns throws "not-supported".
 */
export async function openXlsx(bytes: Uint8Array, course?: Course): Promise<XlsxWorkbook> {
  const { styles, ...read } = await readBook(bytes, between(0, READING, course));
  const [book, parts] = [writtenOut(read), read.sheets.map(({ part }) => part)];
  const [values = []] = await paced([book], (one) => calculate(one), between(READING, 1, course));
  return {
    outline: () => Promise.resolve(outlineOf(book)),
    read: (areas, options = {}) => {
      const looks = fileLooks(bytes, parts, styles);
      return paced(areas, (area) => snapshot(book, values, area, options, looks), options);
    },
    addSheets: () => Promise.reject(new WorkbookFailure("not-supported", { what: "addSheets" })),
    save: () => Promise.resolve(bytes.slice()),
  };
}

/**
 * As `openXlsx`, but a formula is evaluated when an area is read that needs it: what is read is the same, and what nobody reads costs nothing.
 * `byEngine` evaluates what only the engine can: in this thread, unless it is `supervised`.
 * Throws WorkbookFailure "unreadable-file".
 */
export async function openXlsxToRead(bytes: Uint8Array, byEngine?: Evaluate): Promise<Workbook> {
  const { styles, ...read } = await readBook(bytes);
  const [book, parts] = [writtenOut(read), read.sheets.map(({ part }) => part)];
  return {
    outline: () => Promise.resolve(outlineOf(book)),
    read: async (areas, options = {}) => {
      const values = await calculate(book, areas.flatMap((at) => calculated(book, at, options)), byEngine);
      const looks = fileLooks(bytes, parts, styles);
      return paced(areas, (area) => snapshot(book, values, area, options, looks), options);
    },
    addSheets: () => Promise.reject(new WorkbookFailure("not-supported", { what: "addSheets" })),
  };
}

/** A new workbook without sheets, to be filled by `addSheets` and saved. */
export function newXlsx(options: WriteOptions = {}): XlsxWorkbook {
  let specs: readonly SheetSpec[] = [];
  let calculated: { book: StoredBook; values: Promise<FormulaValues[]> } | null = null;
  const current = (): { book: StoredBook; values: Promise<FormulaValues[]> } => {
    if (!calculated) {
      const book = storedBook(specs);
      calculated = { book, values: calculate(book) };
    }
    return calculated;
  };
  return {
    outline: () => Promise.resolve(outlineOf(storedBook(specs))),
    read: async (areas, options = {}) => {
      const { book, values } = current();
      const [found, looks] = [await values, specsLooks(specs)];
      return paced(areas, (area) => snapshot(book, found, area, options, looks), options);
    },
    addSheets: async (added, course) => {
      await paced(added, refuseLists, course);
      refuseTaken(specs, added);
      specs = [...specs, ...added];
      calculated = null;
      return added.map(({ name }) => info(name, true));
    },
    save: (course) => writeXlsx(specs, options, course),
  };
}

/** The parts of an area whose formulas are wanted. */
function calculated({ sheets }: StoredBook, at: ReadArea, options: ReadOptions): Precedent[] {
  const sheet = sheets.findIndex(({ name }) => name === at.sheet);
  const areas = wantedOf(at, options).without.reduce<readonly Area[]>((rest, hole) => rest.flatMap((area) => outside(area, hole)), [at.area]);
  return areas.map((area) => ({ sheet, area }));
}

function outlineOf(book: StoredBook): WorkbookOutline {
  const names = book.names.flatMap(({ name, scope, refersTo }): DefinedName[] => {
    const area = name.startsWith("_xlnm.") ? null : parseSheetArea(refersTo);
    return area ? [{ name, scope, refersTo: area }] : [];
  });
  return { sheets: book.sheets.map(({ name, visible }) => info(name, visible)), names };
}

function info(name: string, visible: boolean): SheetInfo {
  return { id: name, name, visible };
}

/** Throws "name-taken" for the first sheet or defined name that is there already or comes twice. */
function refuseTaken(present: readonly SheetSpec[], added: readonly SheetSpec[]): void {
  const key = (name: string): string => name.toLocaleLowerCase("vi");
  const sheets = new Set(present.map((spec) => key(spec.name)));
  const names = new Set(present.flatMap((spec) => spec.names.map((name) => key(name.name))));
  const take = (taken: Set<string>, name: string): void => {
    if (taken.has(key(name))) throw new WorkbookFailure("name-taken", { name });
    taken.add(key(name));
  };
  for (const spec of added) {
    take(sheets, spec.name);
    for (const { name } of spec.names) take(names, name);
  }
}

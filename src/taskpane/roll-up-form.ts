import type { TableSheet } from "../app";
import { isTableFile } from "../app/table-files";

/** A sheet or file that tables are in. */
export interface UnitRow {
  /** The sheet, or the file with the folders that it was picked with. */
  readonly name: string;
  /** The unit's name as typed. */
  readonly unit: string;
  readonly chosen: boolean;
}

export interface FileRow extends UnitRow {
  readonly file: File;
}

/** The form of the roll-up as it is filled in. */
export interface RollUpForm {
  readonly from: "sheets" | "files";
  /** Null until they are listed. */
  readonly sheets: readonly UnitRow[] | null;
  readonly files: readonly FileRow[];
  /** One unit a line. */
  readonly expected: string;
  /** A line of forms of anybody's of which each unit's figures are wanted; "" for none. */
  readonly line: string;
}

export const EMPTY_ROLL_UP: RollUpForm = { from: "sheets", sheets: null, files: [], expected: "", line: "" };

/** The rows of what the form takes its tables from. */
export function rowsOf(form: RollUpForm): readonly UnitRow[] {
  return form.from === "files" ? form.files : (form.sheets ?? []);
}

/** Changes rows: those of the files or those of the sheets, as the form has it. */
export function changed(form: RollUpForm, change: (row: UnitRow, index: number) => Partial<Pick<UnitRow, "unit" | "chosen">>): RollUpForm {
  const each = <R extends UnitRow>(rows: readonly R[]): R[] => rows.map((row, index) => ({ ...row, ...change(row, index) }));
  return form.from === "files" ? { ...form, files: each(form.files) } : { ...form, sheets: form.sheets && each(form.sheets) };
}

/** The sheets as they are now; what was typed of those that were there already stays. */
export function listed(form: RollUpForm, sheets: readonly TableSheet[]): RollUpForm {
  const known = new Map((form.sheets ?? []).map((row) => [row.name, row]));
  return { ...form, sheets: sheets.map(({ sheet, unit }) => known.get(sheet) ?? { name: sheet, unit, chosen: true }) };
}

/**
 * The form with files that were picked, beside those of before; the same file is not taken twice. Of a folder all files of tables are
 * taken, those that cannot be read to be named as such. Folders within the picked one are tiers; a unit's name that is taken gets a number.
 */
export function withPicked(form: RollUpForm, picked: readonly File[]): RollUpForm {
  const files = [...form.files];
  const keys = new Set(files.map(keyOf));
  const units = new Set(files.map(({ unit }) => unit));
  for (const file of picked) {
    const path = (file.webkitRelativePath || file.name).normalize("NFC");
    const inFolder = path.includes("/");
    if (inFolder && !isTableFile(file.name)) continue;
    const name = path;
    const key = keyOf({ name, file });
    if (keys.has(key)) continue;
    keys.add(key);
    const base = (inFolder ? path.slice(path.indexOf("/") + 1) : path).replace(/\.[^./]+$/, "");
    let unit = base;
    for (let number = 2; units.has(unit); number++) unit = `${base} (${number})`;
    units.add(unit);
    files.push({ name, file, unit, chosen: true });
  }
  return { ...form, files: files.sort((a, b) => collator.compare(a.name, b.name)) };
}

const collator = new Intl.Collator("vi", { numeric: true });

function keyOf({ name, file }: Pick<FileRow, "name" | "file">): string {
  return [name, file.size, file.lastModified].join("\n");
}

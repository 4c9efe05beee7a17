import type { Area, Cell, CellRef, SheetArea, SheetInfo, SheetSnapshot, SheetSpec, WorkbookOutline } from "../../sheet";
import type {
  AddOptions, ReadArea, CellChange, CellMark, Course, LiveWorkbook, MadeSheet, NamedArea, ReadOptions, Standing, WorkbookChange,
} from "../port";
import { changeCells } from "./change";
import { inExcel } from "./failures";
import { showCell } from "./go-to";
import { markCells } from "./mark";
import { nameAreas, removeNames } from "./name-areas";
import { readOutline } from "./outline";
import { readAreas } from "./read";
import { readPage } from "./read-page";
import { remarksOf } from "./remarks";
import { removeMadeSheets } from "./remove-made";
import { rewrite } from "./rewrite";
import { selectedAreas } from "./selection";
import { grouped, type Writing } from "./undo-group";
import { watchWorkbook } from "./watch";
import { addSheets } from "./write";

/**
 * The workbook that is open in Excel, through the global `Excel` of Microsoft's client. Needs ExcelApi 1.9.
 * It keeps nothing between calls: two of them are the same workbook.
 */
export class ExcelWorkbook implements LiveWorkbook {
  constructor(private readonly writing?: Writing) {}

  together<T>(work: (workbook: LiveWorkbook) => Promise<T>): Promise<T> {
    return this.writing ? work(this) : grouped((own) => work(new ExcelWorkbook(own)));
  }

  outline(): Promise<WorkbookOutline> {
    return readOutline();
  }

  read(areas: readonly ReadArea[], options?: ReadOptions): Promise<SheetSnapshot[]> {
    return readAreas(areas, options);
  }

  addSheets(specs: readonly SheetSpec[], options?: AddOptions): Promise<SheetInfo[]> {
    return addSheets(specs, options, this.writing);
  }

  goTo(at: CellRef, sheetId?: string): Promise<void> {
    return showCell(at, sheetId);
  }

  selection(): Promise<readonly [SheetArea, ...SheetArea[]]> {
    return selectedAreas();
  }

  mark(marks: readonly CellMark[]): Promise<{ readonly refused: readonly string[] }> {
    return markCells(marks, this.writing);
  }

  change(changes: readonly CellChange[]): Promise<CellChange[]> {
    return changeCells(changes, this.writing);
  }

  nameAreas(names: readonly NamedArea[]): Promise<void> {
    return nameAreas(names, this.writing);
  }

  removeNames(names: readonly string[]): Promise<NamedArea[]> {
    return removeNames(names, this.writing);
  }

  removeSheets(sheets: readonly MadeSheet[], notesUnseen?: "accepted"): Promise<void> {
    return removeMadeSheets(sheets, notesUnseen);
  }

  page(sheet: string): Promise<Pick<SheetSpec, "print" | "freeze">> {
    return readPage(sheet);
  }

  remarks(sheet: string): Promise<readonly Cell[] | null> {
    return inExcel({ sheet }, (context) => remarksOf(context, context.workbook.worksheets.getItem(sheet)));
  }

  rewriteSheet(id: string, old: Area, spec: SheetSpec, standing?: Standing, course?: Pick<Course, "notice">): Promise<void> {
    return rewrite({ id, old, spec, standing }, course, this.writing);
  }

  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
    return watchWorkbook(listener);
  }
}

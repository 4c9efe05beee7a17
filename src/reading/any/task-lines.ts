import { DAYS_TO_1904, isLikelySerial } from "../../base";
import { bareText, compareDays, headingYear, readTime, type Day } from "../../quantity";
import { cellLooks, shownDate, undatedDay, type SheetSnapshot } from "../../sheet";
import type { TaskLine, TermSaid } from "../../tables";
import type { CellReader } from "../cells";
import { spelledState } from "../ours/task-states";
import type { Layout, LayoutColumn } from "./layout";
import { isPercentFormat } from "./percent-format";

const DUE = /^(?:thoi (?:gian|han)|han|ngay|deadline|due(?: date)?)(?: (?:phai )?(?:hoan thanh|thuc hien|ket thuc|xu ly|bao cao|trinh|ban hanh|theo ke hoach|chot|cuoi))*(?: \(.*\))?$/u;
const DONE = /^(?:(?:ngay|thoi (?:gian|diem)) (?:da )?(?:hoan thanh|ket thuc|trinh|ban hanh|thuc hien) thuc te|(?:ngay )?(?:hoan thanh )?thuc te(?: hoan thanh)?|ngay thuc te|completed(?: on)?|actual (?:date|completion))$/u;
const STATUS = /^(?:(?:tinh trang|trang thai|tinh hinh|ket qua|muc do|tien do)(?: (?:thuc hien|hoan thanh|xu ly|cong viec|nhiem vu))?|danh gia|status)$/u;
const PROGRESS = /^(?:(?:tien do|muc do|ty le|ti le)(?: (?:thuc hien|hoan thanh|cong viec))?|%(?: hoan thanh)?|progress)$/u;
const LEAD = /^(?:(?:co quan|don vi|ca nhan|can bo|nguoi|phong|bo phan|to chuc)(?:,? ?(?:co quan|don vi|ca nhan|can bo|nguoi|phong))* )?(?:chu tri(?: thuc hien| tham muu)?|phu trach|dau moi|chiu trach nhiem(?: chinh)?)$|^(?:co quan|don vi|nguoi|phong|bo phan) thuc hien$|^(?:lead(?: agency)?|owner|responsible|assigned to)$/u;

/** So much of what is said in a column of states has to be known. */
const MOST = 0.6;

/**
 * The tasks of a table whose heads say until when they are to be done and how they stand: lines whose state is known. A day is the one that
 * its cell is kept for, whatever order of day and month it shows.
 */
export function taskLines(layout: Layout, cells: CellReader, snapshot: SheetSnapshot): TaskLine[] {
  const { columns, lines, sheet, title } = layout;
  const headed = (wanted: RegExp, kinds: readonly LayoutColumn["kind"][]): LayoutColumn | null => {
    const found = columns.filter(({ kind, path }) => kinds.includes(kind) && wanted.test(bareText(path.at(-1) ?? "")));
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const words = ["words", "blank"] as const;
  const statusColumn = headed(STATUS, ["words"]);
  const [dueColumn, doneColumn] = [headed(DUE, words), headed(DONE, words)];
  const leadColumn = headed(LEAD, words);
  const progressColumn = headed(PROGRESS, ["share", "amount"]);
  if (!statusColumn || !(dueColumn ?? doneColumn ?? progressColumn)) return [];
  const said = lines.flatMap(({ row }) => {
    const text = cells.text(row, statusColumn.col);
    return text === "" ? [] : [{ row, text, read: statusIn(text) }];
  });
  const known = said.filter(({ read }) => read !== null);
  if (known.length === 0 || known.length < MOST * said.length) return [];
  const dayIn = dayReader(cells, snapshot, headingYear(title ? [title.text] : []));
  const at = (row: number, { col }: LayoutColumn) => ({ sheet, row, col });
  const dated = (row: number, column: LayoutColumn | null, what: "due" | "done"): TaskLine["due"] => {
    const found = column ? dayIn(row, column.col, what) : null;
    return column && found ? { at: at(row, column), ...found } : null;
  };
  const progressIn = progressReader(layout, cells, snapshot, progressColumn);
  const lineAt = new Map(lines.map((line) => [line.row, line]));
  return known.flatMap(({ row, text, read }): TaskLine[] =>
    read === null
      ? []
      : [
          {
            row,
            number: lineAt.get(row)?.number ?? "",
            label: lineAt.get(row)?.label ?? "",
            lead: leadColumn ? cells.text(row, leadColumn.col) : "",
            due: dated(row, dueColumn, "due"),
            status: { at: at(row, statusColumn), text, ...read },
            done: dated(row, doneColumn, "done"),
            progress: progressIn(row),
          },
        ],
  );
}

/** What is said of the term, behind or before the state itself. */
const TERMS: readonly (readonly [words: RegExp, term: TermSaid, alone: TaskLine["status"]["state"] | null])[] = [
  [/(?<!\p{L})(?:dung|truoc|kip|trong) (?:thoi )?han|dung tien do|vuot tien do|on time/u, "in-time", null],
  [/(?<!\p{L})chua (?:den|toi) (?:thoi )?han|trong han|not due/u, "not-due", "todo"],
  [/(?<!\p{L})(?:qua|tre|cham) (?:thoi )?han|cham tien do|tre tien do|overdue|late$/u, "late", null],
];

function statusIn(text: string): Pick<TaskLine["status"], "state" | "term"> | null {
  const bare = bareText(text);
  const found = TERMS.find(([words]) => words.test(bare));
  const state = spelledState(text);
  if (state !== null) return { state, term: found?.[1] ?? null };
  if (!found) return null;
  const rest = bare.replace(found[0], " ").replace(/[^a-z]+/gu, " ").trim();
  const restState = rest === "" ? found[2] : spelledState(rest);
  return restState === null ? null : { state: restState, term: found[1] };
}

/** The last day of a term, of which the first of a month may be the month; and the one day on which something was done. */
function dayReader(
  cells: CellReader, { values, area, from1904 }: SheetSnapshot, year: number | null,
): (row: number, col: number, what: "due" | "done") => { readonly text: string; readonly day: Day } | null {
  return (row, col, what) => {
    const value = values[row - area.row]?.[col - area.col];
    const serial = typeof value === "number" ? value + (from1904 ? DAYS_TO_1904 : 0) : null;
    const kept = serial === null || !isLikelySerial(serial) ? null : what === "due" ? undatedDay(serial) : shownDate(serial, "d/m/yyyy");
    const text = kept ?? cells.text(row, col);
    const reading = text === "" ? null : readTime(text, year);
    if (reading?.kind !== "span" || !reading.to || reading.recurring) return null;
    const isOneDay = reading.from !== null && compareDays(reading.from, reading.to) === 0;
    return what === "due" || isOneDay ? { text, day: reading.to } : null;
  };
}

/** Points: a column of fractions, none above 1, shows them as such. */
function progressReader(
  { lines, sheet }: Layout, cells: CellReader, { looks }: SheetSnapshot, column: LayoutColumn | null,
): (row: number) => TaskLine["progress"] {
  if (!column) return () => null;
  const { col } = column;
  const format = looks?.numberFormats ? cellLooks({ numberFormats: looks.numberFormats }) : null;
  const values = lines.flatMap(({ row }) => {
    const cell = cells.number(row, col);
    return cell.state === "number" ? [cell.value] : [];
  });
  const areFractions = values.length > 0 && values.every((value) => value <= 1) && values.some((value) => value > 0);
  return (row) => {
    const cell = cells.number(row, col);
    if (cell.state !== "number") return null;
    const isShown = isPercentFormat(format?.(row, col).numberFormat);
    const value = isShown || areFractions ? cell.value * 100 : cell.value;
    return value < 0 || value > 100 ? null : { at: { sheet, row, col }, value };
  };
}

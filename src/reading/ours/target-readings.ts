import { cleanText, readTargetCell, type Lang, type Target } from "../../quantity";
import type { TargetReading, TypedCell } from "../../tables";
import type { CellReader } from "../cells";

const BLANK: TargetReading = { text: "", state: "blank" };
const NOT_READABLE: TargetReading = { text: "", state: "unreadable" };

/** The same phrases stand in many rows and in the next check again. */
const known = new Map<string, Map<string | number, TargetReading>>();
/** Phrases that are kept at most. */
const MOST = 5000;
let kept = 0;

/** Reads the targets of rows with this unit, in a table of this language. */
export function targetReader(cells: CellReader, unit: string | null, lang: Lang): (row: number, col: number) => TargetReading {
  const context = `${lang} ${unit ?? ""}`;
  const reader = (content: string | number): TargetReading => {
    const before = known.get(context)?.get(content);
    return before ?? keep(context, content, readingOf(content, unit, lang));
  };
  const ofCell = (cell: TypedCell): TargetReading =>
    cell.state === "number"
      ? reader(cell.value)
      : cell.state === "text"
        ? reader(cell.text)
        : cell.state === "blank"
          ? BLANK
          : NOT_READABLE;
  return (row, col) => {
    if (cells.isDate(row, col)) return { text: cells.text(row, col), state: "unreadable", date: true };
    if (!cells.evaluated) return ofCell(cells.number(row, col));
    const value = cells.value(row, col);
    if (typeof value === "number") return reader(value);
    if (value === null) return BLANK;
    // what text may mean as a bare number is not asked here
    const text = typeof value === "string" ? value.trim() : null;
    return text === null ? ofCell(cells.number(row, col)) : text === "" ? BLANK : reader(text);
  };
}

function keep(context: string, content: string | number, reading: TargetReading): TargetReading {
  if (kept >= MOST) {
    known.clear();
    kept = 0;
  }
  const own = known.get(context) ?? new Map<string | number, TargetReading>();
  known.set(context, own.set(content, reading));
  kept += 1;
  return reading;
}

function readingOf(content: string | number, unit: string | null, lang: Lang): TargetReading {
  const text = String(content);
  const reading = readTargetCell(content, unit, lang);
  if (reading.kind === "words" || reading.kind === "unreadable") return { text, state: reading.kind };
  const target = withKept(text, reading.target);
  return reading.more.length > 0 ? { text, state: "several", targets: [target, ...reading.more] } : { text, state: "target", target };
}

/** What is to be kept stands there already: "duy trì 100%" starts from 100 %. */
function withKept(text: string, target: Target): Target {
  const isKept =
    target.baseline === null && target.comparator === "=" && target.value === 100 && target.unit === "%" && KEEP.test(cleanText(text));
  return isKept ? { ...target, baseline: 100 } : target;
}

const KEEP = /^(?:[-+*•] ?)?(?:tiếp tục |phấn đấu |bảo đảm |đảm bảo )*(?:duy trì|giữ vững|giữ nguyên|giữ)(?!\p{L})/iu;

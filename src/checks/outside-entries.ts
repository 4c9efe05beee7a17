import type { Finding } from "../findings";
import { bareText, readTime } from "../quantity";
import { isPlanTable, type OutsideColumn, type OutsideRow, type PlanTable } from "../tables";
import { finding, type Rule } from "./rule";

/** Lines typed below a table, and columns of a year put between its own: they look like part of it, and nothing counts them. */
export const outsideEntries: Rule = {
  name: "outside-entries",
  codes: ["rows-outside", "columns-outside"],
  severities: ["warning", "info"],
  check: (table) => (isPlanTable(table) ? [...rowsOutside(table), ...columnsOutside(table)] : []),
};

/** 1, 1.2, II, B, c), or a dash. */
const OUTLINE_NUMBER = /^(?:\d{1,3}(?:\.\d{1,3})*\.?|[IVX]+[.)]?|\p{L}[.)]?|[-–+•])$/u;
/** What stands under a table and is no line of it: notes, sums of one's own, places and days, those who sign. */
const FOOT = /^(?:ghi chu|chu thich|luu y|nguon so lieu|nguon tai lieu|tong|cong|luy ke|chenh lech|con lai|kiem tra|bang chu|viet bang chu|noi nhan|nguoi|lap bieu|lap bang|ke toan|thu truong|chu tich|pho chu tich|giam doc|truong phong|tm|kt|tl|duyet|phe duyet|xac nhan|ky ten|notes?|sources?|total|sum|difference|prepared by|approved by|signed)(?: |$)|(?:^|, )ngay .*thang .*nam/;

function rowsOutside(table: PlanTable): Finding[] {
  const below = table.structure?.below ?? [];
  // what comes after a note is no line any more
  const end = below.findIndex((row) => !isLine(table.kind, row));
  const lines = end === -1 ? below : below.slice(0, end);
  const [first] = lines;
  if (!first) return [];
  const cells = lines.flatMap(({ at, entries }) => [at, ...[...entries.values()].map(({ sheet, row, col }) => ({ sheet, row, col }))]);
  return [
    finding(table, "rows-outside", "below", {
      severity: "warning",
      at: first.at,
      cells,
      data: { kind: table.kind, rows: lines.map(({ at, label }) => ({ at, label })) },
    }),
  ];
}

function isLine(kind: PlanTable["kind"], { number, label, entries, across }: OutsideRow): boolean {
  const words = bare(label);
  if (label === "" || across || FOOT.test(words)) return false;
  const numbered = OUTLINE_NUMBER.test(number);
  const values = [...entries];
  if (kind === "budget") return numbered || values.some(([, { value }]) => typeof value === "number");
  if (kind === "indicators") return numbered || values.some(([key, { value }]) => typeof value === "number" && NUMERIC.test(key));
  return (
    numbered ||
    values.some(
      ([key, { value }]) =>
        (key === "progress" && typeof value === "number") || (key === "time" && readTime(String(value)).kind === "span"),
    )
  );
}

const NUMERIC = /^(?:baseline|target|actual|num|den|u)\d*/;

/** So that "Ghi chú" and "GHI CHÚ:" are one. */
function bare(text: string): string {
  return bareText(text).replace(/[^a-z0-9,]+/g, " ").trim();
}

/** A head that names a year and nothing else that a column could be about: "Năm 2026", "Thực hiện năm 2026". */
const YEAR_HEAD = /^(?:(?:thuc hien|uoc thuc hien|uoc|du toan|ke hoach|muc tieu|chi tieu|kinh phi|actual|target|budget|plan) )?(?:(?:nam|year) )?((?:19|20)\d\d)$/;

/** Only from the table's first year on: what was before it is there to compare with. */
function columnsOutside(table: PlanTable): Finding[] {
  const heads = table.structure?.heads ?? [];
  const years = heads.flatMap(({ year }) => year ?? []);
  const first = Math.min(...years);
  const found = (table.structure?.beside ?? []).filter(({ head, at }) => {
    const year = Number(YEAR_HEAD.exec(bare(head))?.[1] ?? Number.NaN);
    return year >= first && table.hidden?.cols.includes(at.col) !== true;
  });
  const [column] = found;
  if (!column) return [];
  const place = ({ at, head }: OutsideColumn) => ({ at, label: head });
  return [
    finding(table, "columns-outside", "beside", {
      severity: "info",
      at: column.at,
      cells: found.flatMap(({ at, numbers }) => [at, ...numbers]),
      data: { columns: found.map(place) },
    }),
  ];
}

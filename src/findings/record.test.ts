import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CellValue } from "../sheet";
import {
  explanationIn, mergeRecord, offRules, rowOf, ruleRowId, textOf, withChanges, type MergeInput, type RecordCells, type RecordRow,
} from "./record";
import { statusReader, type RecordStatus } from "./status";

const STATUSES: Readonly<Record<RecordStatus, string>> = {
  open: "Chưa xử lý",
  explained: "Đã giải trình",
  fixed: "Đã sửa",
  off: "Không áp dụng",
  gone: "Không còn biểu",
  yes: "Phải",
  no: "Không phải",
};
const read = statusReader(Object.entries(STATUSES) as [RecordStatus, string][]);
const DAY = 46348;
const IDS = ["a", "b", "c", "d", "e"] as const;

const typed: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null), fc.string(), fc.integer(), fc.boolean(),
  fc.constantFrom(...Object.values(STATUSES), "đã sửa ", "giai trinh", "xong"),
);
const cells: fc.Arbitrary<RecordCells> = fc.record({
  number: fc.oneof(fc.constant(null), fc.nat(20)),
  severity: typed,
  place: typed,
  text: typed,
  status: typed,
  explanation: typed,
  who: typed,
  date: typed,
  id: fc.constantFrom(...IDS, ruleRowId("sums"), null),
});
/** Rows as people leave them: sorted anyhow, with gaps, ids twice or missing. */
const rowsOf: fc.Arbitrary<RecordRow[]> = fc.array(fc.tuple(cells, fc.integer({ min: 1, max: 3 })), { maxLength: 8 }).map((all) => {
  let row = 4;
  return all.map(([own, step]) => ({ row: (row += step), cells: own }));
});
const input: fc.Arbitrary<MergeInput> = fc
  .tuple(rowsOf, fc.subarray([...IDS, "x", "y"]), fc.subarray([...IDS]), fc.subarray([...IDS]), fc.nat(9))
  .map(([rows, found, silent, lost, version]) => ({
    rows,
    end: (rows.at(-1)?.row ?? 4) + 1,
    found: found.map((id) => ({ id, severity: "Sai", place: `'Biểu'!C${version}`, text: `Lệch ${version}` })),
    covers: (id: string) => !(silent as string[]).includes(id),
    gone: (id: string) => (lost as string[]).includes(id),
    day: DAY,
    statuses: STATUSES,
    read,
  }));
const after = (given: MergeInput): RecordRow[] => withChanges(given.rows, mergeRecord(given).changes);
const row = (status: CellValue, more: Partial<RecordCells> = {}): RecordRow => ({
  row: 7,
  cells: { number: 3, severity: "Sai", place: "p", text: "t", status, explanation: null, who: null, date: 46000, id: "a", ...more },
});
const merge = (rows: readonly RecordRow[], there: boolean, covered = true, gone = false) =>
  mergeRecord({
    rows,
    end: 20,
    found: there ? [{ id: "a", severity: "Sai", place: "p", text: "t" }] : [],
    covers: () => covered,
    gone: () => gone,
    day: DAY,
    statuses: STATUSES,
    read,
  });

describe("the record and a run", () => {
  test("merging again after writing changes nothing, whatever people have done to the rows", () => {
    fc.assert(fc.property(input, (given) => {
      const rows = after(given);
      const again = mergeRecord({ ...given, rows, end: given.end + given.found.length });
      expect(again.changes).toEqual([]);
      expect(again.statuses).toEqual(mergeRecord(given).statuses);
    }));
  });

  test("nothing that people typed is lost: explanations, names, and words of their own in the status", () => {
    fc.assert(fc.property(input, (given) => {
      const rows = new Map(after(given).map((one) => [one.row, one.cells]));
      for (const { row: at, cells: before } of given.rows) {
        const now = rows.get(at);
        expect([now?.explanation, now?.who, now?.id, now?.number]).toEqual([before.explanation, before.who, before.id, before.number]);
        const said = read(textOf(before.status));
        if (said === "explained" || said === "off" || (said === null && textOf(before.status) !== ""))
          expect([now?.status, now?.date]).toEqual([before.status, before.date]);
      }
    }));
  });

  test("every finding of the run has its row, and only what is explained is not open", () => {
    fc.assert(fc.property(input, (given) => {
      const rows = after(given);
      const { statuses } = mergeRecord(given);
      expect([...statuses.keys()].sort()).toEqual(given.found.map(({ id }) => id).sort());
      for (const { id, place, text } of given.found) {
        const own = rowOf(rows, id);
        expect(own?.cells).toMatchObject({ place, text });
        expect(statuses.get(id)).toBe(["explained", "off"].includes(read(textOf(own?.cells.status ?? null)) ?? "") ? "explained" : "open");
        expect(["fixed", "gone"]).not.toContain(read(textOf(own?.cells.status ?? null)));
      }
    }));
  });

  test("what is to be written was read before, and new rows stand below all that is there", () => {
    fc.assert(fc.property(input, (given) => {
      for (const change of mergeRecord(given).changes) {
        const before = given.rows.find((one) => one.row === change.row);
        expect(change.expect).toEqual(before ? before.cells[change.field] : null);
        if (!before) expect(change.row).toBeGreaterThanOrEqual(given.end);
      }
    }));
  });

  test("a finding that is gone becomes fixed on the day of the check, unless nobody looked for it", () => {
    expect(merge([row("Chưa xử lý")], false).changes).toMatchObject([{ field: "status", to: "Đã sửa" }, { field: "date", to: DAY }]);
    expect(merge([row("Chưa xử lý")], false, false).changes).toEqual([]);
    expect(merge([row("Đã giải trình")], false).changes).toEqual([]);
    expect(merge([row("Đã sửa")], false).changes).toEqual([]);
  });

  test("one whose table is gone is said to be that and not fixed; with its table back it is open or fixed, as the run finds", () => {
    for (const covered of [true, false])
      expect(merge([row("Chưa xử lý")], false, covered, true).changes).toMatchObject([
        { field: "status", to: "Không còn biểu" }, { field: "date", to: DAY },
      ]);
    for (const said of ["Đã giải trình", "Đã sửa", "Không áp dụng", "chờ Sở Tài chính", "Không còn biểu"])
      expect(merge([row(said)], false, true, true).changes).toEqual([]);
    expect(merge([row("Không còn biểu")], true)).toMatchObject({
      changes: [{ field: "status", to: "Chưa xử lý" }, { field: "date", to: DAY }],
      statuses: new Map([["a", "open"]]),
    });
    expect(merge([row("Không còn biểu")], false).changes).toMatchObject([{ field: "status", to: "Đã sửa" }, { field: "date", to: DAY }]);
    expect(merge([row("Không còn biểu")], false, false).changes).toEqual([]);
  });

  test("one that is there again is open again, also where a person said that it is fixed", () => {
    expect(merge([row("đã sửa", { who: "An", explanation: "x" })], true)).toMatchObject({
      changes: [{ field: "status", to: "Chưa xử lý" }, { field: "date", to: DAY }],
      statuses: new Map([["a", "open"]]),
    });
  });

  test("words that mean nothing to us are left and count as open", () => {
    expect(merge([row("chờ Sở Tài chính")], true)).toEqual({ changes: [], statuses: new Map([["a", "open"]]) });
    expect(merge([row("chờ Sở Tài chính")], false).changes).toEqual([]);
  });

  test("numbers go on after the largest, wherever it stands", () => {
    const { changes } = mergeRecord({
      rows: [row("x", { number: 9, id: "z" })],
      end: 20,
      found: [{ id: "a", severity: "Sai", place: "p", text: "t" }],
      covers: () => true,
      gone: () => false,
      day: DAY,
      statuses: STATUSES,
      read,
    });
    expect(changes.find(({ field }) => field === "number")).toEqual({ row: 20, field: "number", to: 10, expect: null });
  });
});

describe("rules that are turned off", () => {
  test("only with a reason, and only while the row says so", () => {
    const off = (status: string, explanation: CellValue) =>
      offRules([row(status, { id: ruleRowId("sums"), explanation, who: "An" })], read);
    expect(off("Không áp dụng", "Số tạm tính")).toEqual([{ rule: "sums", text: "Số tạm tính", who: "An" }]);
    expect(off("Không áp dụng", " ")).toEqual([]);
    expect(off("Chưa xử lý", "Số tạm tính")).toEqual([]);
    expect(off("", "Số tạm tính")).toEqual([]);
  });
});

test("an explanation is read as it prints", () => {
  expect(explanationIn(row("x", { explanation: 5, who: " An " }))).toEqual({ text: "5", who: "An" });
});

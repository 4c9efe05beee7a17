import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CorrectionData, Finding, Severity } from "../app";
import { wordsOf } from "../i18n";
import { writeNumber } from "../quantity";
import { checkView, type Viewed } from "./check-view";

const SHEET = "Biểu kinh phí";
const at = fc.record({ sheet: fc.constant(SHEET), row: fc.nat(500), col: fc.nat(20) });
const amount = fc.integer({ min: -1e9, max: 1e9 });
const labelled = fc.record({ at, label: fc.constant("Tổng"), value: amount });
const correction: fc.Arbitrary<CorrectionData> = fc.record({ at, from: amount, to: amount, kind: fc.constantFrom(null, "digits-swapped") });
const severity = fc.constantFrom<Severity>("error", "warning", "info");
const base = { id: fc.uuid(), at, cells: fc.array(at), severity };
const sum = {
  unit: fc.constantFrom(null, "trieu-dong" as const),
  axis: fc.constantFrom("column" as const, "row" as const),
  over: fc.constantFrom("lines" as const, "years" as const, "units" as const),
  stated: labelled,
  computed: labelled,
  gap: amount,
  correction: fc.option(correction),
  other: fc.constant(null),
  equals: fc.constant(null),
  candidates: fc.array(correction, { maxLength: 9 }),
  typedIn: fc.constant(null),
  rarer: fc.array(correction, { maxLength: 9 }),
  alike: fc.nat(900),
  together: fc.constant([]),
  copied: fc.constant([]),
};
const finding: fc.Arbitrary<Finding> = fc.oneof(
  fc.record({
    ...base,
    code: fc.constant("sum-mismatch" as const),
    data: fc.record({ witness: fc.option(labelled), ...sum }),
  }),
  fc.record({ ...base, code: fc.constant("breakdowns-differ" as const), data: fc.record(sum) }),
  fc.record({
    ...base,
    code: fc.constant("text-for-number" as const),
    data: fc.record({
      text: fc.constantFrom("abc", "12,5", "1.234"),
      reading: fc.option(amount),
      others: fc.array(amount, { maxLength: 2 }),
      unit: fc.constantFrom(null, "ty-dong" as const),
      letters: fc.boolean(),
      formula: fc.constant(false),
    }),
  }),
  fc.record({
    ...base,
    code: fc.constant("progress-fraction" as const),
    data: fc.record({
      task: fc.constant("Nhiệm vụ"),
      value: fc.double({ min: 0.01, max: 1, noNaN: true }),
      likely: amount,
      correction: fc.option(correction),
    }),
  }),
  fc.record({
    ...base,
    code: fc.constant("unit-slip" as const),
    data: fc.record({
      unit: fc.constant(null),
      label: fc.constant("Tổng"),
      factor: fc.constant(1000),
      small: fc.boolean(),
      against: fc.constant("row" as const),
      correction,
      also: fc.array(correction, { maxLength: 9 }),
    }),
  }),
  fc.record({ ...base, code: fc.constant("cell-error" as const), data: fc.constant({ error: "#REF!", sums: ["Tổng"], also: [] }) }),
);
/** A check that found these, in a workbook without a record. */
const result = (findings: readonly Finding[]): Viewed => ({
  tables: [],
  others: [],
  findings,
  agreements: [],
  statuses: new Map(),
  record: null,
  turnedOff: [],
  failures: [],
});
const words = fc.constantFrom(wordsOf("vi"), wordsOf("en"));

describe("a check as the pane shows it", () => {
  test("every finding stands once, in the group of its severity or of what is the document's, in the order that the check gave", () => {
    const ofEither = fc.tuple(finding, fc.boolean()).map(([one, byDocument]): Finding => (byDocument ? { ...one, byDocument } : one));
    fc.assert(
      fc.property(fc.array(ofEither), words, (findings, language) => {
        const { groups, counts, clean } = checkView(result(findings), language);
        const kindOf = ({ severity: own, byDocument }: Finding): string => (byDocument ? "document" : own);
        expect(groups.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(
          ["error", "warning", "document", "info"].flatMap((one) => findings.filter((each) => kindOf(each) === one).map(({ id }) => id)),
        );
        expect(groups.flatMap(({ weight, items }) => (weight === "document" ? items.flatMap(({ fixes }) => fixes) : []))).toEqual([]);
        for (const group of groups) expect(group.items).toHaveLength(counts[group.weight]);
        expect(clean).toBe(findings.every((each) => kindOf(each) === "info"));
      }),
    );
  });

  test("what is found on several sheets stands by sheet, and by table where a sheet has several, the others where they were", () => {
    const table = (sheet: string, row: number) => ({ sheet, area: { row, rows: 10, col: 0, cols: 9 } }) as Viewed["others"][number];
    fc.assert(
      fc.property(fc.array(fc.tuple(finding, fc.constantFrom("A", "B"), fc.constantFrom(2, 25, 90))), (all) => {
        const findings = all.map(([one, sheet, row]): Finding => ({ ...one, at: { sheet, row, col: 1 } }));
        const viewed = { ...result(findings), others: [table("A", 0), table("A", 20), table("B", 0)] };
        for (const { weight, items } of checkView(viewed, wordsOf("vi")).groups) {
          for (const { section, at } of items)
            expect(section).toBe(at.sheet === "B" || at.row === 90 ? at.sheet : at.row === 2 ? "A (A1:I10)" : "A (A21:I30)");
          const own = findings.filter(({ severity: of }) => of === weight);
          for (const section of new Set(items.map((one) => one.section))) {
            const isIn = (one: (typeof items)[number]): boolean => one.section === section;
            const run = items.slice(items.findIndex(isIn), items.findLastIndex(isIn) + 1);
            expect(run.every(isIn)).toBe(true);
            const ids = run.map(({ id }) => id);
            expect(own.filter(({ id }) => ids.includes(id)).map(({ id }) => id)).toEqual(ids);
          }
        }
      }),
    );
  });

  test("what a button writes is what it says, and its cell is named where it is another one", () => {
    fc.assert(
      fc.property(finding, words, (one, language) => {
        const item = checkView(result([one]), language).groups[0]?.items[0];
        expect(item?.place.startsWith(`'${SHEET}'!`)).toBe(true);
        for (const { kind, value, cell, corrections: [fix, ...others] } of item?.fixes ?? []) {
          expect(value).toBe(writeNumber(kind === "number" && "to" in fix ? fix.to : others.length + 1, language.lang));
          if (kind !== "number") continue;
          expect(cell === null).toBe(fix.at.row === one.at.row && fix.at.col === one.at.col);
        }
      }),
    );
  });

  test("one correction where the arithmetic points at one, at most five where several tie, every reading of a text, whatever a rule corrects", () => {
    fc.assert(
      fc.property(finding, (one) => {
        const fixes = checkView(result([one]), wordsOf("vi")).groups[0]?.items[0]?.fixes.map(({ corrections: [fix] }) => fix);
        if (one.code === "sum-mismatch" || one.code === "breakdowns-differ")
          expect(fixes).toEqual(
            one.data.correction ? [one.data.correction] : one.data.candidates.filter(({ kind }) => kind !== null).slice(0, 5),
          );
        else if (one.code === "text-for-number" && one.data.reading !== null)
          expect(fixes).toEqual([one.data.reading, ...one.data.others].map((to) => ({ at: one.at, from: one.data.text, to })));
        else if (one.code === "unit-slip")
          expect(checkView(result([one]), wordsOf("vi")).groups[0]?.items[0]?.fixes.map(({ corrections }) => corrections)).toEqual([
            [one.data.correction, ...one.data.also],
          ]);
        else if (one.code === "progress-fraction" && one.data.correction) expect(fixes).toEqual([one.data.correction]);
        else expect(fixes).toEqual([]);
      }),
    );
  });

  test("what is explained stands apart with its words and is not counted; rules that are off and rules that broke are told", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(finding, { selector: ({ id }) => id, maxLength: 8 }),
        fc.func(fc.boolean()), words,
        (findings, isExplained, language) => {
          const explained = findings.filter(({ id }) => isExplained(id)).map(({ id }) => id);
          const view = checkView(
            {
              ...result(findings),
              statuses: new Map(explained.map((id) => [id, "explained"])),
              turnedOff: [{ rule: "sums", text: "Số tạm tính", who: "An" }],
              failures: [{ rule: "jumps", error: "TypeError: x" }],
            },
            language,
          );
          expect(view.explained.map(({ id }) => id)).toEqual(explained);
          expect(view.groups.flatMap(({ items }) => items.map(({ id }) => id)).sort()).toEqual(
            findings.filter(({ id }) => !isExplained(id)).map(({ id }) => id).sort(),
          );
          expect(view.off).toEqual([{ name: "sums", shown: language.rules["sums"], reason: "Số tạm tính", who: "An" }]);
          expect(view.failures).toEqual([
            { sentence: language.brokenRule({ rule: "jumps", error: "TypeError: x" }), detail: "jumps: TypeError: x" },
          ]);
          expect(view.clean).toBe(false);
        },
      ),
    );
  });
});

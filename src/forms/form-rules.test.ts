import { describe, expect, test } from "@jest/globals";
import { budgetRows, formulaTable, type Rows } from "../../tests/support/other-tables";
import { toA1 } from "../sheet";
import { relationHolds, type OtherTable } from "../tables";
import { readFormRules, type Form } from "./form-rules";
import { withFormRules } from "./put-rules";
import { rulesOf } from "./write-rules";

const file = (form: unknown): string => JSON.stringify({ version: 1, forms: [form] });

function formOf(form: unknown): Form {
  const read = readFormRules(file(form));
  if ("fault" in read) throw new Error(JSON.stringify(read.fault));
  return read.rules.forms[0] as Form;
}

const told = ({ relations }: OtherTable): string[] =>
  relations.map((one) => {
    const parts = one.parts.map(({ at }) => toA1(at)).join(" ");
    return `${toA1(one.total.at)} ${one.op} ${parts} ${relationHolds(one) ? "holds" : "fails"}`;
  });

const own = {
  title: "",
  lines: [
    { id: "edu", number: "1", label: "Giáo dục" }, { id: "health", label: "y tế" }, { id: "culture", number: "3", label: "Văn hoá" },
  ],
  columns: [{ id: "a", head: "Chi đầu tư" }, { id: "b", head: "Chi thường xuyên" }],
};

const rule = (more: object): unknown => ({
  ...own,
  rules: [{ over: "lines", op: "of-which", total: "edu", parts: ["health", "culture"], ...more }],
});

describe("rules that people have written", () => {
  const table = formulaTable(budgetRows());

  test("find lines and columns by their words, and stand beside what is believed", () => {
    const now = withFormRules(table, [formOf(rule({}))]);
    expect(told(now)).toEqual([...told(table), "C2 of-which C3 C4 holds", "D2 of-which D3 D4 holds", "E2 of-which E3 E4 holds"]);
    expect(now.form?.missing).toEqual([]);
  });

  test("hold where their condition says", () => {
    const at = (when: object): string[] => told(withFormRules(table, [formOf(rule({ when }))])).slice(told(table).length);
    expect(at({ columns: ["b"] })).toEqual(["D2 of-which D3 D4 holds"]);
    expect(at({ except: ["b"] })).toEqual(["C2 of-which C3 C4 holds", "E2 of-which E3 E4 holds"]);
    expect(at({ years: [2025] })).toEqual([]);
    expect(at({ units: ["triệu đồng"] })).toEqual([]);
  });

  test("what is not there is told, and the rest goes on", () => {
    const more = { ...own, lines: [...own.lines, { id: "x", number: "9", label: "Quốc phòng" }] };
    const sum = { over: "lines", op: "sum", total: "edu", when: { columns: ["a"] } };
    const form = { ...more, rules: [{ ...sum, parts: ["health", "x"] }, { ...sum, op: "difference", parts: ["health", "x"] }] };
    const now = withFormRules(table, [formOf(form)]);
    expect(now.form?.missing).toEqual([{ of: "line", words: "9 Quốc phòng" }]);
    const [last] = now.relations.slice(-1);
    // with a part missing nothing is sure
    expect([toA1(last?.total.at ?? { row: 0, col: 0 }), last?.partial]).toEqual(["C2", true]);
  });

  test("are of no table that has few of their lines", () => {
    const form = formOf({ title: "", lines: ["a", "b", "c", "d"].map((id) => ({ id, label: `Dòng ${id}` })), rules: [] });
    expect(withFormRules(table, [form])).toBe(table);
  });
});

describe("rules that are written out", () => {
  const rows = budgetRows();
  const form = rulesOf(formulaTable(rows));
  const inserted = (row: readonly unknown[], at: number): Rows => {
    const typed = rows.map((cells) => cells.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? null : cell)));
    const sums = typed.map((cells, r) => (r === 0 ? cells : [...cells.slice(0, 4), null]));
    return [...sums.slice(0, at), row, ...sums.slice(at)] as Rows;
  };

  test("are a few lines of words", () => {
    expect(form.rules.map(({ over, op, total, parts, when, from }) => [over, op, total, parts, when, from])).toEqual([
      ["columns", "sum", "c3", ["c1", "c2"], { except: ["d6"] }, "formula"],
      ["lines", "sum", "d6", ["d1", "d2", "d3", "d4", "d5"], undefined, "formula"],
      ["columns", "sum", "c3", ["c1", "c2"], { lines: ["d6"] }, "label"],
    ]);
  });

  test("count a line that was put among the parts, by the numbers where these tell", () => {
    const [sumC, sumD] = [2310 + 1450 + 610 + 3120 + 420, 6245 + 2318 + 845 + 912 + 388];
    const put = (total: readonly number[]): OtherTable => {
      const all = inserted([null, "Môi trường", 200, 40], 3);
      const last = all.map((row, at) => (at === all.length - 1 ? [null, "Cộng", ...total] : row)) as Rows;
      return withFormRules(formulaTable(last), [form]);
    };
    expect(told(put([sumC + 200, sumD + 40]))).toContain("C8 sum C2 C3 C4 C5 C6 C7 holds");
    expect(told(put([sumC, sumD]))).toContain("C8 sum C2 C3 C5 C6 C7 holds");
    const wrong = put([sumC + 5000, sumD + 7000]);
    expect(told(wrong)).toContain("C8 sum C2 C3 C5 C6 C7 fails");
    expect(wrong.relations.every(({ partial }) => partial)).toBe(true);
  });
});

describe("blanks", () => {
  const blank = formulaTable(budgetRows({ C3: null, C7: 6460 }));
  const form = rulesOf(blank);
  const sumOf = (blanks?: "fail" | "zero" | "skip") => {
    const rules = form.rules.map((one) => (one.over === "lines" ? { ...one, ...(blanks ? { blanks } : {}) } : one));
    return withFormRules(blank, [{ ...form, rules }]).relations.find(({ total }) => toA1(total.at) === "C7");
  };

  test("are left out, are zero, or nothing is asked", () => {
    expect([sumOf()?.parts.length, sumOf()?.partial]).toEqual([4, true]);
    expect([sumOf("zero")?.parts.length, sumOf("zero")?.partial]).toEqual([5, false]);
    expect(sumOf("skip")).toBeUndefined();
    expect([sumOf("fail")?.parts.length, sumOf("fail")?.partial]).toEqual([4, true]);
  });
});

test("what it may be off is in the unit of the form", () => {
  const rows: Rows = [[null, null, null, null, "Đơn vị: nghìn đồng"], ...budgetRows({ C7: 7_915_000 })];
  const table = formulaTable(rows);
  const form = rulesOf(table);
  const own: Form = { ...form, unit: "trieu-dong", rules: form.rules.map((one) => ({ ...one, tolerance: 2 })) };
  expect(withFormRules(table, [own]).relations.map(({ slack }) => slack)).toEqual(table.relations.map(() => 2000));
});

describe("a file of rules that cannot be", () => {
  const faultOf = (text: string) => {
    const read = readFormRules(text);
    return "fault" in read ? [read.fault.at, read.fault.code, read.fault.text] : null;
  };
  const ofRule = (more: object) => faultOf(file(rule(more)));

  test.each([
    ["an id that is none", ofRule({ total: "nobody" }), ["forms[0].rules[0].total", "unknown-id", "nobody"]],
    ["a part twice", ofRule({ parts: ["health", "health"] }), ["forms[0].rules[0].parts[1]", "twice", "health"]],
    ["a part of itself", ofRule({ parts: ["edu"] }), ["forms[0].rules[0].parts[0]", "itself", "edu"]],
    ["a ratio of three", ofRule({ op: "ratio", parts: ["health"] }), ["forms[0].rules[0].parts", "bad-parts", "ratio"]],
    ["a condition of the other kind", ofRule({ when: { lines: ["edu"] } }), ["forms[0].rules[0].when.lines", "wrong-condition", "lines"]],
    ["a word that is none", ofRule({ blanks: "maybe" })?.slice(0, 2), ["forms[0].rules[0].blanks", "bad-value"]],
    ["a field that is none", ofRule({ tolerence: 1 })?.slice(0, 2), ["forms[0].rules[0]", "bad-value"]],
    [
      "a line under one below it",
      faultOf(file({ ...own, lines: [{ id: "a", under: "b" }, { id: "b" }], rules: [] })),
      ["forms[0].lines[0].under", "not-above", "b"],
    ],
    ["no JSON", faultOf("{")?.slice(0, 2), ["", "not-json"]],
    ["nothing", faultOf("null")?.slice(0, 2), ["", "bad-value"]],
    ["another version", faultOf('{"version":2,"forms":[]}')?.slice(0, 2), ["version", "bad-value"]],
  ])("%s", (_, told, wanted) => expect(told).toEqual(wanted));
});

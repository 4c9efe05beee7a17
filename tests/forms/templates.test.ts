import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseTemplate, publicForm, publicForms, type FormTemplate } from "../../src/app";
import { run } from "../../src/cli/program";
import type { CellInput } from "../../src/sheet";
import { writeXlsx } from "../../src/workbook/xlsx";
import { memoryIo } from "../support/memory-io";
import { minutes } from "../support/patience";
import { plainSheet, SPENDING } from "../support/plain-sheet";

async function done(io: ReturnType<typeof memoryIo>, ...args: string[]): Promise<number> {
  return run(["form", ...args], io.io);
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const facts = ({ tables }: FormTemplate) =>
  tables.map(({ title, unit, columns, lines, rules }) => ({ title, unit, columns, lines, rules }));
const typedIn = ({ sheet }: FormTemplate): [string, unknown][] =>
  Object.entries(sheet?.cells ?? {}).filter(([, input]) => typeof input === "number");

async function taken(cells: readonly (readonly CellInput[])[], ...args: string[]) {
  const world = memoryIo();
  world.files.set("bieu.xlsx", await writeXlsx([plainSheet("Chi cấp xã 2025", cells)]));
  expect(await done(world, "bieu.xlsx", "-o", "mau.json", ...args)).toBe(0);
  return { world, template: parseTemplate(textOf(world.files.get("mau.json"))) };
}

test("typed numbers go, words stay, and the form's rules are formulas", async () => {
  const { template, world } = await taken(SPENDING);
  expect(typedIn(template)).toEqual([]);
  expect(template.sheet?.cells).toMatchObject({
    B5: "Tổng số",
    C5: { formula: "=SUM(C6,C10)" },
    C6: { formula: "=SUM(C7:C9)" },
    E7: { formula: "=C7-D7" },
    E5: { formula: "=C5-D5" },
    E4: "3=1-2",
  });
  expect(template.tables[0]?.inputs).toEqual(["C7:D9", "C11:D14"]);
  expect(world.out.join("\n")).toContain("Xóa trắng 14 ô có số đã nhập: C7:D9, C11:D14.");
});

test("the year of the title and the heads moves, days of documents do not; the unit is another one", async () => {
  const cells: CellInput[][] = [
    ["DỰ TOÁN CHI NĂM 2025", null, null, null],
    ["(Kèm theo Thông tư số 342/2016/TT-BTC ngày 30 tháng 12 năm 2016)", null, null, null],
    [null, null, null, "Đơn vị: triệu đồng"],
    ["TT", "Nội dung", "Thực hiện 2024", 2025],
    ...SPENDING.slice(4).map((line) => line.slice(0, 4)),
  ];
  const { template } = await taken(cells, "--year", "2026", "--unit", "nghìn đồng");
  expect(template.name).toBe("Chi cấp xã 2026");
  expect(template.sheet?.cells).toMatchObject({
    A1: "DỰ TOÁN CHI NĂM 2026",
    A2: "(Kèm theo Thông tư số 342/2016/TT-BTC ngày 30 tháng 12 năm 2016)",
    D3: "Đơn vị: nghìn đồng",
    C4: "Thực hiện 2025",
    D4: 2026,
  });
  expect(template.tables[0]).toMatchObject({ title: "DỰ TOÁN CHI NĂM 2026", unit: "nghin-dong" });
});

test("a template that is filled in again is the form that it was made of", async () => {
  const { template, world } = await taken(SPENDING);
  await done(world, "mau.json", "-o", "mau.xlsx");
  const again = SPENDING.map((line, row) =>
    line.map((input, col): CellInput => {
      const made = template.sheet?.cells[`${"ABCDE".charAt(col)}${row + 1}`];
      return made === undefined || typeof made !== "object" ? input : made;
    }),
  );
  const { template: second } = await taken(again);
  expect(facts(second)).toEqual(facts(template));
});

test("what reads other sheets goes, and is told", async () => {
  const cells = SPENDING.map((line, row) =>
    line.map((input, col): CellInput => (row === 6 && col === 2 ? { formula: "='Biểu khác'!C7" } : input)),
  );
  const world = memoryIo();
  world.files.set("hai.xlsx", await writeXlsx([plainSheet("Chi", cells), plainSheet("Biểu khác", SPENDING)]));
  expect(await done(world, "hai.xlsx", "-o", "mau.json")).toBe(2);
  expect(world.errors.join()).toContain("--sheet: Chi, Biểu khác");
  expect(await done(world, "hai.xlsx", "--sheet", "chi", "-o", "mau.json")).toBe(0);
  expect(world.out.join("\n")).toContain("Bỏ 1 công thức lấy số từ trang tính khác, tệp khác hoặc vùng đặt tên: C7.");
  expect(parseTemplate(textOf(world.files.get("mau.json"))).tables[0]?.inputs).toContain("C7:D9");
});

test.each([
  ["{", "JSON"],
  ["{}", "form"],
  [JSON.stringify({ form: 2, name: "x", tables: [] }), "form"],
  [JSON.stringify({ form: 1, name: "x", tables: [{ title: null, unit: null, columns: [], lines: [], rules: [] }] }), "columns"],
])("a template that is none is refused in a sentence: %s", async (text, word) => {
  const world = memoryIo();
  world.files.set("mau.json", new TextEncoder().encode(text));
  expect(await done(world, "mau.json", "-o", "mau.xlsx")).toBe(2);
  expect(world.errors.join()).toContain(word);
  expect(world.files.has("mau.xlsx")).toBe(false);
});

test("public forms ship with their document, and become sheets", async () => {
  const world = memoryIo();
  expect(await run(["forms"], world.io)).toBe(0);
  expect(world.out).toEqual(publicForms.map(({ id, document, name }) => `${id}\t${document}\t${name}`));
  for (const { id } of publicForms) {
    expect(await done(world, id, "-o", `${id}.xlsx`)).toBe(0);
    expect(await done(world, `${id}.xlsx`, "-o", `${id}.json`)).toBe(0);
    const [shipped, again] = [publicForm(id)?.tables[0], parseTemplate(textOf(world.files.get(`${id}.json`))).tables[0]];
    expect(again?.lines.map(({ number, label }) => [number, label])).toEqual(shipped?.lines.map(({ number, label }) => [number, label]));
    expect(again?.columns.map(({ head, use }) => [head, use])).toEqual(shipped?.columns.map(({ head, use }) => [head, use]));
    expect(again?.rules.length).toBe(shipped?.rules.length);
  }
});

test("a template that would fetch anything is refused", async () => {
  const { template, world } = await taken(SPENDING);
  for (const formula of ['=WEBSERVICE("http://x")', "='[1]Biểu'!A1", "=cmd|' /C calc'!A0"]) {
    const bad = { ...template, sheet: { ...template.sheet, cells: { ...template.sheet?.cells, C7: { formula } } } };
    world.files.set("xau.json", new TextEncoder().encode(JSON.stringify(bad)));
    expect(await done(world, "xau.json", "-o", "xau.xlsx")).toBe(2);
  }
});

const held = (
  over: "lines" | "columns",
  op: "sum" | "difference",
  total: string,
  parts: string[],
): FormTemplate["tables"][number]["rules"][number] => ({
  over,
  op,
  total,
  parts,
  from: "formula",
  sure: 1,
});
const ROMAN = ["I", "II", "III", "IV"];
const made = fc.record({
  groups: fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 2, maxLength: 4 }),
  columns: fc.integer({ min: 2, max: 5 }),
  unit: fc.constantFrom("dong" as const, "trieu-dong" as const, null),
  left: fc.boolean(),
});

test(
  "data → sheet → data is the same, and holds no number",
  async () => {
    await fc.assert(
      fc.asyncProperty(made, async ({ groups, columns: count, unit, left }) => {
        const figures = Array.from({ length: count }, (_, at) => at + 2);
        const columns: FormTemplate["tables"][number]["columns"] = [
          { id: "c1", head: ["TT"], use: "outline", year: null, unit: null, rule: "A" },
          { id: "c2", head: ["Nội dung"], use: "label", year: null, unit: null, rule: "B" },
          ...figures.map((col) => ({
            id: `c${col + 1}`,
            head: [`Nguồn ${"ABCDE".charAt(col - 2)}`],
            use: "amount" as const,
            year: null,
            unit: null,
            rule: left && col === count + 1 && count > 2 ? `${count}=1-2` : String(col - 1),
          })),
        ];
        const lines: FormTemplate["tables"][number]["lines"] = [{ id: "d1", number: "", label: "Tổng số", level: 0 }];
        const rules: FormTemplate["tables"][number]["rules"] = [];
        const heads: number[] = [];
        groups.forEach((size, group) => {
          const at = lines.length;
          heads.push(at);
          lines.push({ id: `d${lines.length + 1}`, number: ROMAN[group] ?? "", label: `Nhóm ${group + 1}`, level: 0 });
          for (let one = 0; one < size; one++)
            lines.push({ id: `d${lines.length + 1}`, number: String(one + 1), label: `Khoản ${"abcde".charAt(one)}${group}`, level: 1 });
          rules.push(
            held(
              "lines",
              "sum",
              `d${at + 1}`,
              Array.from({ length: size }, (_, one) => `d${at + 2 + one}`),
            ),
          );
        });
        rules.unshift(
          held(
            "lines",
            "sum",
            "d1",
            heads.map((line) => `d${line + 1}`),
          ),
        );
        const own = left && count > 2 ? [held("columns", "difference", `c${count + 2}`, ["c3", "c4"])] : [];
        const template: FormTemplate = {
          form: 1,
          name: "Biểu",
          tables: [{ title: "BIỂU CHI", unit, columns, lines, rules: [...own, ...rules] }],
        };
        const world = memoryIo();
        world.files.set("mau.json", new TextEncoder().encode(JSON.stringify(template)));
        expect(await done(world, "mau.json", "-o", "mau.xlsx")).toBe(0);
        expect(await done(world, "mau.xlsx", "-o", "lai.json")).toBe(0);
        const again = parseTemplate(textOf(world.files.get("lai.json")));
        const byTotal = (all: FormTemplate["tables"][number]["rules"]) =>
          all
            .map((rule) => ({ ...rule, when: undefined }))
            .map((rule) => JSON.stringify(rule))
            .sort();
        const [before, after] = [template.tables[0], again.tables[0]];
        expect({ ...after, rules: byTotal(after?.rules ?? []), area: undefined, inputs: undefined }).toEqual({
          ...before,
          rules: byTotal(before?.rules ?? []),
          area: undefined,
          inputs: undefined,
        });
        expect(typedIn(again)).toEqual([]);
        await done(world, "lai.json", "-o", "lai.xlsx");
        await done(world, "lai.xlsx", "-o", "lai-2.json");
        expect(textOf(world.files.get("lai-2.json"))).toBe(textOf(world.files.get("lai.json")));
      }),
      { numRuns: 12 },
    );
  },
  minutes(1),
);

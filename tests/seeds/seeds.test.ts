import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { planJsonSchema } from "./schema";
import { seeds } from "./seeds";

const root = resolve(__dirname, "../..");
const readme = readFileSync(join(root, "seeds/README.md"), "utf8");
const blocks = (language: string): string[] =>
  [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter((match) => match[1] === language).map((match) => match[2] ?? "");
/** The example of README, and its id. */
const example = blocks("json")[0] ?? "";
const ID = "huyen-mau-2026";
const HELD = "2 indicators (2 targets, 1 of them in words), 4 budget lines, 1 task, 0 notes";
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plan-tables-seeds-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the script on files of the temporary folder, or on its seeds/ where none is given. */
function run(
  texts: Readonly<Record<string, string>>, args: readonly string[] = Object.keys(texts),
): { readonly code: number; readonly printed: string } {
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const lines: string[] = [];
  const code = seeds(args, folder, (line) => lines.push(line));
  return { code, printed: lines.join("\n") };
}

/** The example with facts replaced: "indicators.0.code" → another value. */
function changed(changes: Readonly<Record<string, unknown>>): string {
  const plan: unknown = JSON.parse(example);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    const parent = keys.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], plan);
    (parent as Record<string, unknown>)[last] = value;
  }
  return JSON.stringify(plan, null, 2);
}

const target = (comparator: string | null, value: number | null, value2: number | null, text: string): unknown => [
  { year: 2025, comparator, value, value2, unit: null, text },
];

describe("the plans of the project", () => {
  const lines: string[] = [];
  const code = seeds([], root, (line) => lines.push(line));

  test("fit the model", () => {
    expect([code, lines.filter((line) => line.startsWith("  error"))]).toEqual([0, []]);
    expect(lines.length).toBeGreaterThanOrEqual(5);
  });

  test("say in words what they say in numbers, and are in the catalogue", () => {
    expect(lines.filter((line) => line.startsWith("  warning"))).toEqual([]);
  });

  test("the schema for editors is what the model gives: npm run seeds -- --schema writes it anew", () => {
    expect(readFileSync(join(root, "seeds/plan.schema.json"), "utf8")).toBe(planJsonSchema());
  });
});

describe("a plan that is in order", () => {
  test("is told by what it holds", () => {
    expect(run({ [`${ID}.json`]: example })).toEqual({ code: 0, printed: `${ID}.json: ${HELD}` });
  });

  test("a target may be any that its words say", () => {
    for (const said of [
      target("<", 15, null, "dưới 5 tuổi dưới 15‰; dưới 1 tuổi dưới 10‰"),
      target("<", 10, null, "dưới 5 tuổi dưới 15‰; dưới 1 tuổi dưới 10‰"),
      target("=", 17, 17, "17/17 xã"),
    ]) {
      expect(run({ [`${ID}.json`]: changed({ "indicators.0.targets": said }) })).toMatchObject({
        code: 0,
        printed: expect.not.stringContaining("warning"),
      });
    }
  });
});

describe("what is in order though it may look wrong", () => {
  const percent = (comparator: string | null, value: number | null, text: string, where?: string): unknown => ({
    year: 2030,
    comparator,
    value,
    value2: null,
    unit: "%",
    text,
    ...(where === undefined ? {} : { where }),
  });

  test.each([
    ["all of them, in numbers", { "indicators.0.targets": [percent("=", 100, "Tất cả các cơ sở y tế đều được kết nối")] }],
    ["step by step is not each of them", { "indicators.0.targets": [percent(null, null, "từng bước giảm dần")] }],
    [
      "another place with another level",
      { "indicators.0.targets": [percent(">", 95, "trên 95%"), percent(">", 90, "trên 90%", "Mục V.5")] },
    ],
    ["a month", { date: "2026-01" }],
    ["a year", { date: "2026" }],
  ])("%s", (_, changes) => {
    const { code, printed } = run({ [`${ID}.json`]: changed(changes) });
    expect([code, printed.split("\n").length]).toEqual([0, 1]);
  });
});

describe("warnings: told, exit 0", () => {
  test.each([
    [
      "another comparator",
      target("=", 95, null, "trên 95%"),
      'indicators[0].targets[0].text: x: "trên 95%" reads as > 95, the data says = 95',
    ],
    ["another number", target(">", 59, null, "trên 95%"), '"trên 95%" reads as > 95, the data says > 59'],
    ["another end of a range", target("range", 16, 19, "16 - 18"), '"16 - 18" reads as 16 to 18, the data says 16 to 19'],
    ["another total", target("=", 17, null, "17/17 xã"), '"17/17 xã" reads as = 17 (value2 17), the data says = 17'],
    [
      "a number in words that have none", target("=", 3, null, "thuộc nhóm dẫn đầu"),
      '"thuộc nhóm dẫn đầu" reads as words, the data says = 3',
    ],
    ["words where a number stands", target(null, null, null, "trên 95%"), '"trên 95%" reads as > 95, the data says words'],
    ["a number without comparator", target(null, 95, null, "trên 95%"), '"trên 95%" reads as > 95, the data says no comparator 95'],
  ])("%s", (_, targets, message) => {
    const { code, printed } = run({ [`${ID}.json`]: changed({ "indicators.0.code": "x", "indicators.0.targets": targets }) });
    expect(code).toBe(0);
    expect(printed).toContain(`  warning  `);
    expect(printed).toContain(message);
  });

  const words = (text: string): unknown => target(null, null, null, text);

  test.each([
    ["a cycle by its name", { name: "Chu kỳ báo cáo", unit: "năm/lần" }, 'indicators[0].name: x: "Chu kỳ báo cáo" is a cycle'],
    ["a cycle by its unit", { name: "Kiểm tra, giám sát", unit: "tháng/lần" }, 'indicators[0].name: x: "Kiểm tra, giám sát" is a cycle'],
    [
      "a share without a unit",
      { name: "Tỉ lệ chuyển tuyến", unit: null, targets: words("giảm tỷ lệ chuyển tuyến") },
      'indicators[0].unit: x: "Tỉ lệ chuyển tuyến" has no unit',
    ],
    [
      "a count without a unit",
      { name: "Số bác sỹ định biên", unit: null, targets: words("tăng số bác sỹ") },
      'indicators[0].unit: x: "Số bác sỹ định biên" has no unit',
    ],
    [
      "all of them in words",
      { targets: words("tất cả trạm y tế có bác sĩ") },
      'indicators[0].targets: x: "tất cả trạm y tế có bác sĩ" says all of them: = 100 %',
    ],
    ["each of them in words", { targets: words("đến từng người dân") }, '"đến từng người dân" says all of them'],
    [
      "what is kept whole, without its baseline",
      { baseline: null, baselineYear: null, targets: target("=", 100, null, "duy trì tỷ lệ 100%") },
      'indicators[0].baseline: x: "duy trì tỷ lệ 100%" says that it is 100 today',
    ],
    [
      "a measure that stands twice, spelt and explained otherwise",
      {
        name: "Số cơ sở chăm sóc người cao tuổi (theo Đề án)",
        unit: "cơ sở",
        targets: [{ year: 2030, comparator: null, value: null, value2: null, unit: null, text: "tăng" }],
      },
      'ii.1-b: "Số cơ sở chăm sóc người cao tuổi" for 2030 is the measure of x',
    ],
  ])("%s", (_, changes, message) => {
    const paths = Object.fromEntries(Object.entries({ code: "x", ...changes }).map(([key, value]) => [`indicators.0.${key}`, value]));
    const { code, printed } = run({ [`${ID}.json`]: changed(paths) });
    expect(code).toBe(0);
    expect(printed).toContain("  warning  ");
    expect(printed).toContain(message);
  });

  test("a status in the place of an agency", () => {
    expect(run({ [`${ID}.json`]: changed({ "tasks.0.cooperating": "Đã phê duyệt chủ trương đầu tư" }) }).printed).toContain(
      'warning  tasks[0].cooperating: "Đã phê duyệt chủ trương đầu tư" is a status',
    );
  });

  test("a file that is not named as its plan", () => {
    expect(run({ "other.json": changed({}) })).toEqual({
      code: 0,
      printed: expect.stringContaining(`  warning  id: expected the name of the file, "other", not "${ID}"`),
    });
  });

  test("letters apart from their accents", () => {
    expect(run({ [`${ID}.json`]: changed({}).normalize("NFD") })).toEqual({ code: 0, printed: expect.stringContaining("(NFD)") });
  });
});

describe("errors: told with file, path and what was expected, exit 1", () => {
  test.each([
    ["no title", { title: undefined }, "title: Invalid input: expected string, received undefined"],
    [
      "a comparator that there is not",
      { "indicators.0.targets.0.comparator": "=>" },
      'indicators[0].targets[0].comparator: Invalid option: expected one of ">"|">="',
    ],
    ["an amount that is no integer", { "budgets.0.lines.0.amount": 1.5 }, "budgets[0].lines[0].amount: Invalid input: expected int"],
    ["a key too many", { surprise: 1 }, 'Unrecognized key: "surprise"'],
    ["a period the wrong way round", { "period.to": 2020 }, "period: `from` comes after `to`"],
    ["a line under none", { "budgets.0.lines.1.parent": "Z" }, 'budgets[0].lines[1].parent: no line "Z" stands above "A.1"'],
    ["a month that there is not", { date: "2026-13" }, "date: expected 2024-01-15, 2024-01 or 2024"],
    [
      "a target at another place only",
      { "indicators.0.targets": [{ year: 2030, comparator: ">", value: 95, value2: null, unit: "%", text: "trên 95%", where: "Mục V" }] },
      "indicators[0].targets: expected a target without `where`",
    ],
    ["a code twice", { "indicators.1.code": "ii.1-a" }, 'indicators[1].code: "ii.1-a" already stands at [0]'],
    [
      "a year twice",
      {
        "indicators.0.targets": [2030, 2030].map((year) => ({
          year,
          comparator: ">",
          value: 95,
          value2: null,
          unit: "%",
          text: "trên 95%",
        })),
      },
      "indicators[0].targets[1].year: 2030 already stands at [0]",
    ],
  ])("%s", (_, changes, message) => {
    const { code, printed } = run({ [`${ID}.json`]: changed(changes) });
    expect(code).toBe(1);
    expect(printed.split("\n")[0]).toContain(`${ID}.json: `);
    expect(printed).toContain(`  error    ${message}`);
  });

  test("one id in two files", () => {
    const { code, printed } = run({ [`${ID}.json`]: changed({}), "copy.json": changed({}) });
    expect(code).toBe(1);
    expect(printed).toContain(`error    id: "${ID}" is also the id of copy.json`);
    expect(printed).toContain(`error    id: "${ID}" is also the id of ${ID}.json`);
  });

  test.each([
    ["a comma at the end", '{\n  "id": "x",\n}', /line 2, column 12: JSON does not support trailing commas/],
    ["no comma, after Vietnamese letters", '{\n  "title": "Kế hoạch" "id": 1\n}', /line 2, column 23: Expected "," in JSON but found/],
    ["the end too soon", '{\n  "id": ', /line 2, column \d+: Unexpected end of file in JSON/],
    ["nothing", "", /line 1, column 1: Unexpected end of file in JSON/],
    ["a key twice", '{\n  "id": "x",\n  "id": "y"\n}', /line 3, column 3: Duplicate key "id"/],
    ["a byte-order mark", "\uFEFF{}", /line 1, column 1: .*without BOM/],
  ])("broken JSON: %s", (_, text, message) => {
    const { code, printed } = run({ "broken.json": text });
    expect([code, printed]).toEqual([1, expect.stringMatching(/^broken\.json: not a plan\n {2}error {4}line/)]);
    expect(printed).toMatch(message);
  });

  test("a file that is not there, and the others are checked all the same", () => {
    const { code, printed } = run({ [`${ID}.json`]: changed({}) }, ["nowhere.json", `${ID}.json`]);
    expect(code).toBe(1);
    expect(printed.split("\n")[0]).toBe(`${ID}.json: ${HELD}`);
    expect(printed).toContain("nowhere.json: cannot be read: Error: ENOENT");
  });
});

test("without arguments all of seeds/ is checked but the schema, and a plan outside of the catalogue is told", () => {
  for (const path of ["seeds", "src/plan"]) mkdirSync(join(folder, path), { recursive: true });
  const texts = {
    "seeds/plan.schema.json": "{}",
    [`seeds/${ID}.json`]: changed({}),
    "seeds/new.json": changed({ id: "new" }),
    "src/plan/catalogue.ts": `import mau from "../../seeds/${ID}.json";`,
  };
  const { code, printed } = run(texts, []);
  expect(code).toBe(0);
  expect(printed.split("\n")).toEqual([
    `seeds/${ID}.json: ${HELD}`,
    `seeds/new.json: ${HELD}`,
    "  warning  src/plan/catalogue.ts does not import it, so the add-in does not offer it",
  ]);
  expect(run({}, ["--schema"])).toEqual({ code: 0, printed: "seeds/plan.schema.json is written" });
  expect(readFileSync(join(folder, "seeds/plan.schema.json"), "utf8")).toBe(planJsonSchema());
});

describe("seeds/README.md", () => {
  test.each([
    ["an error", changed({ "indicators.0.targets.0.comparator": "=>", "budgets.0.lines.1.amount": 2.5 })],
    ["a warning", example.replace('"value": 95,', '"value": 59,')],
    ["broken JSON", example.replace('"notes": []\n', '"notes": [],\n')],
  ])("shows %s as the script prints it", (_, text) => {
    expect(blocks("text")).toContain(`${run({ [`${ID}.json`]: text }).printed}\n`);
  });

  test("its tables name every field of the model", () => {
    const schema: unknown = JSON.parse(planJsonSchema());
    const fields = new Set<string>();
    JSON.stringify(schema, (key, value: unknown) => {
      if (key === "properties" && typeof value === "object" && value !== null) Object.keys(value).forEach((name) => fields.add(name));
      return value;
    });
    expect([...fields].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

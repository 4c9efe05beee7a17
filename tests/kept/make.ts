import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { version } from "../../package.json";
import {
  checkWorkbook, createSpecs, explainFinding, keepRecord, turnOffRule, writeRecord, writeSummary, type CheckResult,
} from "../../src/app";
import { rules } from "../../src/checks";
import { run } from "../../src/cli/program";
import { savable } from "../../src/host/files/save";
import { wordsOf, type Words } from "../../src/i18n";
import { parseA1, toA1, type CellInput, type SheetSpec } from "../../src/sheet";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { convert } from "../libreoffice/office";
import { makeTables, options } from "../support/make-tables";
import { memoryIo } from "../support/memory-io";
import { figuresIn, said } from "./said";

const DAY = { year: 2026, month: 6, day: 30 };
const DATE = "30/06/2026";
type Typed = readonly (readonly [sheet: string, cell: string, value: string | number])[];

/** A year's part of an amount: four fifths rounded, the last year the rest. */
const split = (amount: number): number[] =>
  [0, 1, 2, 3, 4].map((year) => (year < 4 ? Math.round(amount / 5) : amount - 4 * Math.round(amount / 5)));

const LINES = [275556, null, 39705, 78960, 84640, 72151, 100, null, 158486, 56000, 4430, 56640] as const;
const BUDGET = "Biểu kinh phí";

/** The Lai Châu budget filled in so that everything adds up: years, disbursement of three years, two reporting units. */
const RIGHT: Typed = LINES.flatMap((amount, index): Typed => {
  if (amount === null) return [];
  const row = 8 + index;
  const years = index === 0 ? [55111, 55111, 55111, 55111, 55112] : split(amount);
  const first = index === 0 ? 110222 : Math.floor(amount * 0.4 + 0.0001);
  return [
    ...years.map((value, year) => [BUDGET, `${"FGHIJ"[year]}${row}`, value] as const),
    ...(index === 0 ? [] : ["L", "M", "N"].map((col) => [BUDGET, `${col}${row}`, Math.floor((years[0] ?? 0) * 0.6)] as const)),
    [BUDGET, `Q${row}`, first],
    [BUDGET, `R${row}`, amount - first],
  ];
});

const WRONG: Typed = [
  [BUDGET, "C10", 39750],
  [BUDGET, "G12", 1692.8],
  [BUDGET, "H17", "11200 tr"],
  [BUDGET, "M13", 86580],
  [BUDGET, "R16", -95092],
  [BUDGET, "K18", 4430],
  ["Biểu chỉ tiêu", "M10", 3], ["Biểu chỉ tiêu", "N10", 4], ["Biểu chỉ tiêu", "O10", 5], ["Biểu chỉ tiêu", "P10", 4],
  ["Biểu chỉ tiêu", "M11", 20], ["Biểu chỉ tiêu", "N11", 100], ["Biểu chỉ tiêu", "O11", 10], ["Biểu chỉ tiêu", "P11", 90],
  ["Biểu chỉ tiêu", "F17", "hai kíp"], ["Biểu chỉ tiêu", "G17", 2], ["Biểu chỉ tiêu", "E20", "trên chín mươi"],
  ["Biểu chỉ tiêu", "F30", 150], ["Biểu chỉ tiêu", "G30", 15],
  ["Biểu nhiệm vụ", "F8", "Quý V/2023"], ["Biểu nhiệm vụ", "F9", "Năm 2022"], ["Biểu nhiệm vụ", "G9", "Đang thực hiện"],
  ["Biểu nhiệm vụ", "H9", "Hoàn thành"], ["Biểu nhiệm vụ", "J10", 150],
];

const OWN: Typed = [
  ...["Immunised children", "Clinics with a doctor", "Deaths under one year", "Visits to clinics"].map(
    (name, index) => ["Indicators", `B${8 + index}`, name] as const,
  ),
  ...["%", "%", "‰", "visits"].map((unit, index) => ["Indicators", `C${8 + index}`, unit] as const),
  ...["≥ 95", "≥ 80", "≤ 15", "≥ 1000"].map((target, index) => ["Indicators", `F${8 + index}`, target] as const),
  ["Indicators", "G8", 91],
  ["Indicators", "H8", 195],
  ["Indicators", "G9", 0.78],
  ["Indicators", "H9", 79],
  ["Indicators", "G10", 14],
  ["Indicators", "H10", 13.5],
  ["Indicators", "G11", 1005],
  ["Indicators", "H11", "1.234"],
  ...[8, 10, 13, 16].map(
    (row, index) => ["Budget", `B${row}`, ["All clinics", "Buildings", "Equipment", "Training"][index] ?? ""] as const,
  ),
  ["Budget", "C8", 1280],
  ...(
    [[11, 300], [12, 200], [14, 400], [15, 100], [17, 190], [18, 90]] as const
  ).flatMap(([row, amount]): Typed => [
    ["Budget", `C${row}`, amount], ["Budget", `F${row}`, amount * 0.6], ["Budget", `G${row}`, amount * 0.4],
    ["Budget", `I${row}`, amount * 0.3],
  ]),
  ["Budget", "F8", 768],
  ["Budget", "G8", 512],
  ["Budget", "C14", 4000],
  ["Budget", "G12", 88],
  ["Budget", "I17", 570],
  ...["Build", "Buy", "Teach"].map((name, index) => ["Tasks", `B${8 + index}`, name] as const),
  ["Tasks", "C8", "District office"],
  ["Tasks", "E8", "31/02/2025"],
  ["Tasks", "F9", "Done"],
  ["Tasks", "E9", "2025"],
  ["Tasks", "G9", 40],
];

const finding = ({ findings }: CheckResult, at: string): string => {
  const one = findings.find((each) => `${each.at.sheet}!${toA1(each.at)}` === at);
  if (!one) throw new Error(`nothing is found at ${at}`);
  return one.id;
};

/** What a person does in the pane: types, checks, explains, turns a rule off, mends a cell, makes the summary and writes into it. */
async function worked(
  opened: OpenedWorkbook, words: Words, typed: Typed, explained: readonly [string, string], mended: Typed[number], off: string,
): Promise<Uint8Array> {
  const { workbook } = opened;
  const entry = { today: DAY, words };
  for (const [sheet, cell, value] of typed) await opened.type(sheet, cell, value);
  await writeRecord(workbook, await checkWorkbook(workbook, DAY), entry);
  for (const at of explained) {
    const result = await checkWorkbook(workbook, DAY);
    await explainFinding(
      workbook, result, finding(result, at),
      { text: `Theo biên bản / as recorded: ${at}`, who: "Nguyễn Văn An" },
      entry,
    );
  }
  await turnOffRule(workbook, await checkWorkbook(workbook, DAY), off, { text: "Chưa đến kỳ / not due yet", who: "An" }, entry);
  await opened.type(...mended);
  await keepRecord(workbook, await checkWorkbook(workbook, DAY), DAY);
  const { result } = await writeSummary(workbook, { today: DAY, date: DATE }, words);
  const [snapshot] = await workbook.read([{ sheet: result.sheet, area: { row: 0, col: 0, rows: 200, cols: 20 } }]);
  const row = (snapshot?.values ?? []).findIndex((cells) => String(cells[18] ?? "").startsWith("indicator "));
  if (row === -1) throw new Error("no indicator in the summary");
  await opened.type(result.sheet, `J${row + 1}`, "Xem lại số liệu");
  await opened.type(result.sheet, `W${row + 1}`, "Hỏi Sở Nội vụ");
  opened.insertRow(result.sheet, row + 1);
  await opened.type(result.sheet, `B${row + 2}`, "Dòng của tôi");
  return (await savable(opened.engine)).content();
}

async function live(make: (opened: OpenedWorkbook) => Promise<Uint8Array>): Promise<Uint8Array> {
  const opened = openExcelWorkbook();
  try {
    return await make(opened);
  } finally {
    await opened.dispose();
  }
}

/** The workbook of a unit as the command line writes tables, with what was typed into it. */
async function unitFile(typed: Typed): Promise<Uint8Array> {
  const specs = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["budget", "indicators"], disbursed: true }), wordsOf("vi"));
  return writeXlsx(specs.map((spec) => withTyped(spec, typed.filter(([sheet]) => sheet === spec.name))));
}

function withTyped(spec: SheetSpec, typed: Typed): SheetSpec {
  const cells = spec.cells.map((row): CellInput[] => [...row]);
  for (const [, cell, value] of typed) {
    const at = parseA1(cell);
    const own = at && cells[at.row];
    if (!at || !own) throw new Error(cell);
    own[at.col] = value;
  }
  return { ...spec, cells };
}

async function main(): Promise<void> {
  const folder = resolve("tests/kept", `v${version}`);
  // what a version wrote stays as it wrote it
  if (existsSync(folder)) throw new Error(`${folder} is there already`);
  const [vi, en] = [wordsOf("vi"), wordsOf("en")];
  const files = new Map<string, Uint8Array>();
  files.set("page-vi.xlsx", await live(async (opened) => {
    await makeTables(
      opened.workbook,
      options({
        plan: "lai-chau-2021-2025",
        kinds: ["indicators", "budget", "tasks"],
        reportingUnits: ["Xã Một", "Xã Hai"],
        disbursed: true,
      }),
      vi,
    );
    return worked(opened, vi, [...RIGHT, ...WRONG], [`${BUDGET}!C10`, `${BUDGET}!M13`], [BUDGET, "R16", 95092], "missing-actuals");
  }));
  const rows = { indicators: 4, items: 3, tasks: 3, sources: ["Province", "District"] };
  files.set("libreoffice-en.xlsx", await convert(await live(async (opened) => {
    await makeTables(
      opened.workbook,
      options({
        plan: { title: "Clinics", issuer: "District office", from: 2024, to: 2025 },
        kinds: ["indicators", "budget", "tasks"],
        layout: "item-source",
        disbursed: true,
        rows,
      }),
      en,
    );
    return worked(opened, en, OWN, ["Budget!C14", "Indicators!H8"], ["Budget", "G12", 80], "task-leads");
  }), "xlsx"));
  const own = RIGHT.filter(([, cell]) => !/^[QR]/.test(cell));
  files.set("unit-mot.xlsx", await unitFile([...own, [BUDGET, "C10", 39750], ["Biểu chỉ tiêu", "W11", 40], ["Biểu chỉ tiêu", "X11", 100]]));
  files.set("unit-hai.xlsx", await unitFile([...own, ["Biểu chỉ tiêu", "W11", 30], ["Biểu chỉ tiêu", "X11", 120]]));
  const { io, files: disk, out, errors } = memoryIo("", new Date("2026-06-30T00:00:00"));
  for (const name of ["unit-mot.xlsx", "unit-hai.xlsx"]) disk.set(`xa/${name}`, files.get(name) ?? new Uint8Array());
  await run(["summarize", "xa", "-o", "roll-up.xlsx", "--json"], io);
  const rolledUp = disk.get("roll-up.xlsx");
  if (!rolledUp) throw new Error(errors.join("\n"));
  files.set("roll-up.xlsx", rolledUp);
  const told = Object.fromEntries(
    await Promise.all([...files].map(async ([name, bytes]) => [name, await said(await openXlsx(bytes), DAY)] as const)),
  );
  mkdirSync(folder);
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  const known = {
    version,
    day: DAY,
    rules: rules.map(({ name }) => name),
    codes: rules.flatMap(({ codes }) => codes),
    files: told,
    figures: figuresIn(out.join("\n")),
  };
  writeFileSync(join(folder, "said.json"), `${JSON.stringify(known, null, 1)}\n`);
}

main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
  process.exitCode = 1;
});

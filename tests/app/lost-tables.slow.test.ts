import { describe, expect, test } from "@jest/globals";
import { checkWorkbook, createSpecs, gatherSheets, tableSheets, type CheckResult } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import type { CellInput, SheetSpec } from "../../src/sheet";
import { TABLE_KINDS, readDefinedName } from "../../src/templates";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { options } from "../support/make-tables";
import { today } from "../support/context";

const words = wordsOf("vi");
const PLANS = ["lai-chau-2021-2025", { title: "Kế hoạch của xã", issuer: "", from: 2025, to: 2027 }] as const;

const checked = async (specs: readonly SheetSpec[]): Promise<CheckResult> => checkWorkbook(await openXlsx(await writeXlsx(specs)), today);
/** What was found, wherever it stands in the names of tables. */
const said = ({ findings }: CheckResult): unknown =>
  findings.map(({ id, code, severity, at, cells }) => [id.split("/").slice(1), code, severity, at, cells]);
const nameless = (spec: SheetSpec, lost: (key: string) => boolean = () => true): SheetSpec => ({
  ...spec,
  names: spec.names.filter(({ name }) => !lost(readDefinedName(name)?.key ?? "")),
});
const wrong = (spec: SheetSpec): SheetSpec => ({
  ...spec,
  cells: spec.cells.map((row) => row.map((cell) => (cell === 39705 ? 39750 : cell))),
});
/** The cells of a sheet as they are copied without its hidden columns. */
const visible = (spec: SheetSpec): SheetSpec => ({
  ...nameless(spec),
  columns: spec.columns.filter(({ hidden }) => !hidden),
  cells: spec.cells.map((row) => row.filter((_, col) => !spec.columns[col]?.hidden)),
  merges: [],
  styles: [],
  validations: [],
  conditionalFormats: [],
  print: { ...spec.print, titleRows: { from: 4, to: 6 } },
});

describe.each(["vi", "en"] as const)("tables made in %s", (lang) => {
  test.each(PLANS)("%j: without names they are read by their heads and codes, and judged as with them", async (plan) => {
    for (const disbursed of [false, true]) {
      const specs = createSpecs(options({ plan, kinds: TABLE_KINDS, disbursed }), wordsOf(lang)).map(wrong);
      const [whole, without] = [await checked(specs), await checked(specs.map((spec) => nameless(spec)))];
      expect(without.tables.map(({ kind, area }) => [kind, area])).toEqual(whole.tables.map(({ kind, area }) => [kind, area]));
      expect(said(without)).toEqual(said(whole));
      expect(whole.lost).toEqual([]);
    }
  });

  test("copied without hidden columns they are named as not checked", async () => {
    const specs = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: TABLE_KINDS }), wordsOf(lang)).map(visible);
    const { tables, findings } = await checked(specs);
    expect(tables).toEqual([]);
    expect(new Set(findings.map(({ code, severity, at }) => [code, severity, at.sheet].join()))).toEqual(
      new Set(specs.map(({ name }) => ["table-lost", "error", name].join())),
    );
  });
});

test("a sheet that was copied without its names is offered to a roll-up in the workbook, and added up", async () => {
  const [spec] = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["budget"] }), words) as [SheetSpec];
  const book = await openXlsx(
    await writeXlsx([{ ...spec, name: "Xã A" }, { ...nameless(spec), name: "Xã B" }, { ...visible(spec), name: "Xã C" }]),
  );
  const listed = await tableSheets(book, words);
  expect(listed).toEqual([{ sheet: "Xã A", unit: "Xã A" }, { sheet: "Xã B", unit: "Xã B" }]);
  const { result, units } = await gatherSheets(
    book,
    { today, units: new Map(listed.map(({ sheet, unit }) => [sheet, unit])), expected: [] },
    words,
  );
  expect(units.map(({ unit, state }) => [unit, state])).toEqual([["Xã A", "read"], ["Xã B", "read"]]);
  expect(
    result.sections[0]?.lines.find(({ key }) => key === "T")?.figures.get("")?.get("amount"),
  ).toMatchObject({ value: 551_112, units: 2 });
});

test("whichever names are left, a table is read or named, and never passed over", async () => {
  const specs = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["budget"] }), words).map(wrong);
  const [spec] = specs as [SheetSpec];
  for (const key of ["table", "head", "plan", "caption", "label", "key", "amount", "number"]) {
    const { tables, findings } = await checked([nameless(spec, (one) => one === key)]);
    expect([key, tables.length]).toEqual([key, 1]);
    if (!["label", "key", "amount"].includes(key)) expect([key, findings.some(({ code }) => code === "sum-mismatch")]).toEqual([key, true]);
    const left = await checked([nameless(spec, (one) => one !== key)]);
    expect([key, left.tables.length + left.lost.length]).toEqual([key, 1]);
  }
});

test("rows put above a table without names, or columns that somebody added, do not hide it", async () => {
  const [spec] = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["budget"] }), words) as [SheetSpec];
  const bare = {
    ...nameless(wrong(spec)),
    merges: [],
    styles: [],
    rowHeights: [],
    validations: [],
    conditionalFormats: [],
    print: { ...spec.print, titleRows: { from: 6, to: 8 } },
  };
  const lower = await checked([
    {
      ...bare,
      cells: [["UBND TỈNH"], ["", "Số: 1/BC"], ...bare.cells.map((row) => row.map((cell) => (typeof cell === "object" ? null : cell)))],
    },
  ]);
  expect(lower.tables.map(({ kind, plan }) => [kind, plan?.plan])).toEqual([["budget", "lai-chau-2021-2025"]]);
  const wider = await checked([
    {
      ...bare,
      columns: [...spec.columns, { width: 10 }],
      cells: bare.cells.map((row, index) => [...row, index === 4 ? "Cột của tôi" : null]),
    },
  ]);
  expect(wider.findings.map(({ code }) => code)).toEqual(["table-lost"]);
});

describe("what is somebody's own is left alone", () => {
  const own = (cells: readonly (readonly CellInput[])[], names: SheetSpec["names"] = []): SheetSpec => {
    const [spec] = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["tasks"] }), words) as [SheetSpec];
    return {
      ...nameless(spec),
      name: "Của tôi",
      cells,
      columns: Array.from({ length: 12 }, () => ({ width: 12 })),
      names,
      merges: [],
      styles: [],
      rowHeights: [],
      validations: [],
      conditionalFormats: [],
      print: { ...spec.print, titleRows: { from: 0, to: 0 } },
    };
  };
  test.each([
    [
      "tasks with the usual heads",
      [
        ["KẾ HOẠCH CÔNG TÁC"],
        [],
        ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Tình trạng", "Tiến độ (%)", "Ghi chú"],
        [1, "Họp", "Văn phòng"],
      ],
    ],
    ["indicators with codes of its own", [["BIỂU CHỈ TIÊU"], ["STT", "Chỉ tiêu", "Đơn vị tính", "Mã"], [1, "Dân số", "người", "0101"]]],
    ["codes with a title over them", [["", "", "", "Mẫu 01"], ["STT", "Chỉ tiêu", "Năm báo cáo", "Mã số"], [1, "Dân số", 3, "0101"]]],
    [
      "codes with the number of a form over them",
      [["", "", "", "Mẫu 01"], ["STT", "Chỉ tiêu", "Đơn vị tính", "Mã"], [1, "Dân số", "người", "0101"]],
    ],
    ["a list", [["STT", "Họ và tên"], [1, "Nguyễn Văn A"]]],
    ["nothing", [[null]]],
  ])("%s", async (_name, cells) => {
    const { tables, findings, lost } = await checked([own(cells)]);
    expect([tables, findings, lost]).toEqual([[], [], []]);
  });
});

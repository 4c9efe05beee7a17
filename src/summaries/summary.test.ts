import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { budgetOf, indicatorOf, yearsOf } from "../../tests/support/grids";
import { columnOf, readSpec, specOf } from "../../tests/support/made-tables";
import { tasksOf } from "../../tests/support/task-rows";
import { check } from "../checks";
import { wordsOf } from "../i18n";
import type { Direction, Lang } from "../quantity";
import { overlap, specArea, type SheetSpec } from "../sheet";
import { SUMMARY_NAME } from "../templates";
import { linesOf, sheetOfLines, summaryLines, summarySheet } from ".";
import { count, headline, standings } from "./status";

const right = { total: 275556, items: [39705, 78960, 84640, 72151, 100], sources: [158486, 56000, 4430, 56640] };

function made(lang: "vi" | "en" = "vi"): SheetSpec {
  const tables = [indicatorOf("> 30", 28, { baseline: 20, actual2024: 26 }), budgetOf(right)];
  return summarySheet({ sheet: "Tổng hợp", tables, today, date: "22/11/2026" }, wordsOf(lang));
}

describe("the summary sheet", () => {
  const spec = made();
  const text = spec.cells.flat().filter((cell) => typeof cell === "string");

  test("says how many targets are met, and by how much the others are missed", () => {
    expect(text).toContain("0/1 chỉ tiêu đạt và vượt; 1 chưa đạt");
    expect(text).toContain("- Chỉ tiêu thử: năm 2025 thực hiện 28%, mục tiêu > 30%, còn thiếu 2 điểm phần trăm.");
  });

  test("the total stands in words, in đồng", () => {
    expect(text).toContain("Bằng chữ: Hai trăm bảy mươi lăm tỷ năm trăm năm mươi sáu triệu đồng.");
  });

  test("the shares are live formulas over its own amounts", () => {
    const first = spec.cells.findIndex((row) => row[2] === 275556);
    expect(spec.cells[first + 1]?.[4]).toEqual({ formula: `=IF(AND(ISNUMBER(C${first + 2}),ISNUMBER($C$${first + 1})),IF($C$${first + 1}=0,"",ROUND(C${first + 2}/$C$${first + 1}*100,1)),"")` });
  });

  test("a figure says from which cell it comes, outside of what is printed", () => {
    const row = spec.cells.find((cells) => cells[1] === "Chỉ tiêu thử" && cells[6] === 28);
    expect(row?.[11]).toBe("Biểu thử!G2");
    expect(spec.print.area?.cols).toBe(11);
  });

  test("charts over cells that hold numbers, clear of the tables, each with its figures in words", () => {
    expect(spec.charts.map(({ kind }) => kind)).toEqual(["bar", "line", "bar", "doughnut"]);
    for (const { series, at, alt, categories } of spec.charts) {
      for (const { values } of series) {
        const cells = spec.cells.slice(values.row, values.row + values.rows).map((row) => row[values.col]);
        expect(cells.some((cell) => typeof cell === "number")).toBe(true);
        expect(values.rows).toBe(categories.rows);
      }
      const covered = spec.cells.slice(at.row, at.row + at.rows).flatMap((row) => row.slice(at.col, at.col + at.cols));
      // only its own title and words lie under it
      expect(covered.filter((cell) => cell !== null)).toHaveLength(2);
      expect(alt).toMatch(/\d/);
    }
    expect(new Set(spec.charts.map(({ name }) => name)).size).toBe(spec.charts.length);
  });

  test("a chart numbers no two indicators the same", () => {
    const labelsOf = (plan: string, year: number): string[] => {
      const table = specOf("indicators", plan);
      const col = columnOf(table, "indicators", `actual${year}`);
      const typed = table.cells.flatMap((cells, row) =>
        cells[columnOf(table, "indicators", "unit")] === "%" ? [{ row, col, value: 50 }] : [],
      );
      const { charts, cells } = summarySheet(
        { sheet: "Tổng hợp", tables: [readSpec(table, typed)], today, date: "22/11/2026" },
        wordsOf("vi"),
      );
      const area = charts.find(({ kind }) => kind === "bar")?.categories;
      return area ? cells.slice(area.row, area.row + area.rows).map((row) => String(row[area.col])) : [];
    };
    expect(labelsOf("tp-lai-chau-2030-2045", 2030).filter((label) => /^\d/.test(label))).toEqual([]);
    expect(labelsOf("tp-lai-chau-2030-2045", 2030).length).toBeGreaterThan(4);
    expect(labelsOf("bac-ninh-2018-2030", 2025).map((label) => parseInt(label, 10))).toEqual([
      ...new Set(labelsOf("bac-ninh-2018-2030", 2025).map((label) => parseInt(label, 10))),
    ]);
  });

  test("nothing lies over anything else, and the name covers the whole", () => {
    for (const [index, merge] of spec.merges.entries())
      expect(spec.merges.slice(index + 1).some((other) => overlap(merge, other))).toBe(false);
    expect(spec.names[0]).toEqual({ name: SUMMARY_NAME, area: specArea(spec) });
    expect(spec.names.slice(1).map(({ area }) => area.col)).toEqual(spec.columns.map((_, col) => col));
    expect(spec.cells.every((row) => row.length === spec.columns.length)).toBe(true);
  });

  test("its cells alone are enough to lay it out again", () => {
    expect(sheetOfLines("Tổng hợp", linesOf(spec.cells), wordsOf("vi"))).toEqual(spec);
  });

  test("every page fits on its paper and begins with a head or a heading", () => {
    const tables = [
      {
        ...indicatorOf("> 30", 28),
        rows: Array.from({ length: 200 }, (_, index) => ({
          ...(indicatorOf("> 30", 28).rows[0] as ReturnType<typeof indicatorOf>["rows"][number]),
          key: `k${index}`,
          label: `Chỉ tiêu có tên khá dài để phải xuống dòng ${index}`,
        })),
      },
    ];
    const long = summarySheet({ sheet: "Tổng hợp", tables, today, date: "22/11/2026" }, wordsOf("vi"));
    const heights = new Map(long.rowHeights.map(({ row, height }) => [row, height]));
    const starts = [0, ...(long.print.pageBreakRows ?? []), long.cells.length];
    expect(starts.length).toBeGreaterThan(5);
    const points = ((170 / 25.4) * 72) / ((long.print.percent ?? 100) / 100);
    for (const [index, start] of starts.slice(0, -1).entries()) {
      const rows = Array.from({ length: (starts[index + 1] ?? 0) - start }, (_, at) => heights.get(start + at) ?? 15);
      expect(rows.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(points);
      if (index > 0)
        expect(summaryLines({ sheet: "x", tables, today, date: "" }, wordsOf("vi"))[start]?.kind).toMatch(
          /:head$|heading$|bullet|blank|chart/,
        );
    }
  });

  test("amounts over the years are shown year by year", () => {
    const table = yearsOf(60, [10, 20, 30]);
    const years = summarySheet({ sheet: "Tổng hợp", tables: [table], today, date: "22/11/2026" }, wordsOf("vi"));
    expect(years.cells.find((row) => row[2] === 60)?.slice(5, 8)).toEqual([10, 20, 30]);
  });

  test("English is complete", () => {
    expect(made("en").cells.flat().filter((cell) => typeof cell === "string")).toContain("0/1 indicators met; 1 not met");
  });
});

describe("tasks and findings", () => {
  const words = wordsOf("vi");
  const { done, doing, todo } = words.templates.tasks.statuses;

  test("tasks are counted by lead and status; what is late comes with its days, the oldest first", () => {
    const table = tasksOf([
      { lead: "Sở Y tế", time: "trước ngày 01/11/2026", status: todo },
      { lead: "Sở Y tế", time: "Năm 2025", status: doing },
      { lead: "Sở Y tế", time: "Năm 2025", status: done },
      { lead: "", time: "Thường xuyên" },
    ]);
    const { cells } = summarySheet({ sheet: "x", tables: [table], today, date: "" }, words);
    expect(cells.find((row) => row[1] === "Sở Y tế")?.slice(2, 9)).toEqual([3, 1, 1, 1, 0, 0, 2]);
    expect(cells.find((row) => row[1] === words.summary.total)?.slice(2, 9)).toEqual([4, 1, 1, 1, 0, 1, 2]);
    expect(cells.filter((row) => typeof row[9] === "number").map((row) => [row[1], row[9]])).toEqual([["Việc 2", 326], ["Việc 1", 22]]);
  });

  test("a task of which nobody says anything is due, not late; a unit that is silent beside those that are done is, too", () => {
    const table = tasksOf(
      [{ time: "Năm 2024", units: ["", ""] }, { time: "Năm 2024", units: [done, ""] }, { time: "Năm 2024", units: [todo, ""] }],
      ["Xã A", "Xã B"],
    );
    const { cells } = summarySheet({ sheet: "x", tables: [table], today, date: "" }, words);
    const told = cells.flatMap((row) => (typeof row[1] === "string" && row[1].startsWith("Việc") ? [[row[1], row[9]]] : []));
    expect(told).toEqual([["Việc 3", 691], ["Việc 1", "31/12/2024"], ["Việc 2", "31/12/2024"]]);
    expect(cells.flat()).toContain(words.summary.tasks.dueHeading(2));
  });

  test("what was given up or put off is counted where it occurs and is not late; a task that all others have done is done", () => {
    const table = tasksOf(
      [
        { time: "Năm 2024", units: [done, "Hủy"] },
        { time: "Năm 2024", units: ["Hủy", "Không thực hiện"] },
        { time: "Năm 2024", units: ["Lùi sang năm 2027", "Chuyển sang năm 2027"] },
        { time: "Năm 2024", units: [todo, "Dừng"] },
      ],
      ["Xã A", "Xã B"],
    );
    const { cells } = summarySheet({ sheet: "x", tables: [table], today, date: "" }, words);
    const { dropped, postponed } = words.templates.tasks.unlisted;
    expect(cells.find((row) => row.includes(postponed))?.slice(3, 11)).toEqual([
      done, doing, todo, words.templates.tasks.statuses.paused, dropped, postponed, words.summary.tasks.blank, words.summary.tasks.late,
    ]);
    expect(cells.find((row) => row[1] === words.summary.total)?.slice(2, 11)).toEqual([4, 1, 0, 1, 0, 1, 1, 0, 1]);
    expect(cells.flat().filter((cell) => typeof cell === "string" && cell.startsWith("- 4 nhiệm"))).toEqual([
      "- 4 nhiệm vụ: 1 đã hoàn thành; 1 chưa thực hiện; 1 dừng hoặc không thực hiện; 1 chuyển thời gian sau; 1 quá hạn.",
    ]);
  });

  test("without any value the headline says so, and nothing is coloured as met", () => {
    const { cells } = summarySheet(
      { sheet: "x", tables: [indicatorOf("> 30", null), indicatorOf("Duy trì", null)], today, date: "" },
      words,
    );
    expect(cells.flat()).toContain("Chưa có số liệu của 1 chỉ tiêu; ngoài ra 1 chỉ tiêu định tính không so sánh bằng số");
    expect(cells.flat()).not.toContain(words.summary.status.met);
  });

  test("no address of a cell and no word of the checks on the page that is signed", () => {
    const tables = [indicatorOf("> 30", 28), budgetOf({ ...right, items: [39750, 78960, 84640, 72151, 100] })];
    expect(check(tables, today).findings.map(({ code }) => code)).toContain("sum-mismatch");
    const { cells, print } = summarySheet({ sheet: "x", tables, today, date: "" }, words);
    const page = cells.flatMap((row) => row.slice(0, print.area?.cols)).filter((cell) => typeof cell === "string");
    expect(page.filter((text) => /(?<![\p{L}\d])\$?[A-Z]{1,3}\$?\d+(?!\d)|khả năng sai|kiểm tra/u.test(text))).toEqual([]);
  });
});

describe("status", () => {
  test.each([
    ["> 30", 31, "met"],
    ["> 30", 30, "notMet"],
    ["> 30", null, "open"],
    ["Duy trì và nâng cao", null, "words"],
  ])("target %p, actual %p: %s", (target, actual, status) => {
    expect(indicatorOf(target, actual).rows.flatMap((row) => standings(row)).map((one) => one.status)).toEqual([status]);
  });

  test("before the end of its year a target without a value is not due yet", () => {
    const [row] = indicatorOf("> 30", null).rows;
    expect(row && standings(row, { year: 2025, month: 12, day: 31 }).map(({ status }) => status)).toEqual(["notDue"]);
    expect(row && standings(row, { year: 2026, month: 1, day: 1 }).map(({ status }) => status)).toEqual(["open"]);
  });

  test("money in a phrase is held against values in the row's unit", () => {
    expect(
      indicatorOf("≥ 50", 60, { unit: "triệu đồng" })
        .rows.flatMap((row) => standings(row))
        .map(({ status, judgement }) => [status, judgement?.distance]),
    ).toEqual([["met", -10]]);
  });

  test("what is passed or lacking is said so that too many is never lacking, in both languages", () => {
    const told = (target: string | number, actual: number, direction: Direction, lang: Lang = "vi"): (string | undefined)[] => {
      const words = wordsOf(lang);
      const table = indicatorOf(target, actual, {
        unit: "giường bệnh",
        direction: wordsOf("vi").templates.indicators.direction[direction],
      });
      const cells = summarySheet({ sheet: "x", tables: [table], today, date: "22/11/2026" }, words).cells;
      const bullet = cells.flat().find((cell) => typeof cell === "string" && cell.startsWith("- Chỉ tiêu thử")) as string | undefined;
      const head = cells.findIndex((row) => row.includes(words.summary.columns.distance));
      return [
        cells.slice(head).find((row) => row[1] === "Chỉ tiêu thử")?.[cells[head]?.indexOf(words.summary.columns.distance) ?? 0] as string,
        bullet?.split(", ").slice(2).join(", "),
      ];
    };
    expect(told("100 - 200", 250, "equal")).toEqual(["vượt 50", "vượt 50 giường bệnh."]);
    expect(told("100 - 200", 80, "equal")).toEqual(["−20", "còn thiếu 20 giường bệnh."]);
    expect(told("100 - 200", 150, "equal")).toEqual(["0", undefined]);
    expect(told(1, 2, "equal")).toEqual(["vượt 1", "vượt 1 giường bệnh."]);
    expect(told("< 12", 12, "down")).toEqual(["0", "mới bằng mức, phải thấp hơn."]);
    expect(told("> 12", 12, "up")).toEqual(["0", "mới bằng mức, phải cao hơn."]);
    expect(told("≤ 12", 15, "down")).toEqual(["vượt 3", "vượt 3 giường bệnh."]);
    expect(told("≤ 12", 11, "down")).toEqual(["thấp hơn 1", undefined]);
    expect(told("≥ 12", 14, "up")).toEqual(["+2", undefined]);
    expect(told("< 12", 12, "down", "en")).toEqual(["0", "just at the level, has to be below it."]);
    expect(told("100 - 200", 250, "equal", "en")).toEqual(["50 over", "50 giường bệnh over."]);
  });

  test("to lie between two ends is no surplus", () => {
    const all = [indicatorOf("100 - 200", 150, { direction: "giữ" }), indicatorOf("≥ 100", 150), indicatorOf("≤ 200", 150)].flatMap(
      ({ rows }) => rows.flatMap((row) => standings(row)),
    );
    expect(count(all)).toMatchObject({ met: 3, exceeded: 2 });
  });

  test("an indicator is spoken for by its last target that has a value", () => {
    const [row] = indicatorOf("> 30", 31).rows;
    if (!row) throw new Error("no row");
    const [done] = standings(row);
    if (!done) throw new Error("no standing");
    const open = { ...done, year: 2030, status: "notDue" } as const;
    expect(headline([done, open])).toBe(done);
    expect(headline([open])).toBe(open);
  });

  test("what was reported of a target in words stands beside it as it was typed", () => {
    const shown = (actual: string | number) => {
      const spec = summarySheet({ sheet: "x", tables: [indicatorOf("Duy trì và nâng cao", actual)], today, date: "" }, wordsOf("vi"));
      return spec.cells.flatMap((row) => (row[3] === "Duy trì và nâng cao" ? [[row[6], row[8]]] : []));
    };
    expect(["Đạt", "95%", 95].map(shown)).toEqual([[["Đạt", "Chưa đánh giá"]], [["95%", "Chưa đánh giá"]], [[95, "Chưa đánh giá"]]]);
  });

  test("targets in words are counted apart", () => {
    const all = [indicatorOf("> 30", 31), indicatorOf("Duy trì và nâng cao", null), indicatorOf("< 5", null)].flatMap(({ rows }) =>
      rows.flatMap((row) => standings(row)),
    );
    expect(count(all)).toEqual({
      met: 1,
      exceeded: 1,
      checkable: 2,
      notMet: 0,
      open: 1,
      notDue: 0,
      words: 1,
      wordsMet: 0,
      wordsNotMet: 0,
      wordsWatched: 0,
      unjudged: 0,
    });
  });
});

import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { indicatorOf } from "../../tests/support/grids";
import { readSpec, specOfPlan } from "../../tests/support/made-tables";
import { wordsOf } from "../i18n";
import { findPlan, ownPlan } from "../plan";
import type { CellInput, SheetSpec } from "../sheet";
import { linesOf, summarySheet, type Previous } from ".";

const words = wordsOf("vi");
const own = words.summary.letter;

function made(plan: string | null = null, previous: Previous | null = null, year = today.year): SheetSpec {
  const table = indicatorOf("> 30", 28);
  return summarySheet(
    {
      sheet: "x",
      tables: [plan === null ? table : { ...table, plan: { plan, part: null } }],
      today: { ...today, year },
      date: "",
      previous,
    },
    words,
  );
}

/** The rows of the letterhead: left, right, beside the page. */
const head = ({ cells }: SheetSpec, rows = 4) => cells.slice(0, rows).map((row) => [row[0], row[4], row[11]]);
/** A summary as somebody has left it. */
function left({ cells }: SheetSpec, typed: readonly (readonly [row: number, col: number, cell: CellInput])[]): Previous {
  return { lines: linesOf(cells.map((row, r) => row.map((cell, c) => typed.find(([tr, tc]) => tr === r && tc === c)?.[2] ?? cell))) };
}

describe("the letterhead", () => {
  test("of the state: a rule under the agency that follows its name, one under the motto, the number, place and date", () => {
    const { cells } = made("lai-chau-2021-2025");
    expect(head({ cells } as SheetSpec)).toEqual([
      [own.above, own.state, null],
      [own.agency, own.motto, null],
      [{ formula: '=REPT("_",MIN(ROUND(0.9*LEN(A2),0),33))' }, "_".repeat(40), null],
      ["Số: ……/BC-……", own.place(today.year), null],
    ]);
  });

  test("never takes the issuer of the plan for the superior of who reports", () => {
    for (const plan of ["lai-chau-2021-2025", "bac-ninh-2018-2030", "kon-tum-2030"]) {
      const issuer = findPlan(plan)?.issuer.toLocaleUpperCase("vi") ?? "?";
      expect(head(made(plan)).flat()).not.toContain(issuer);
    }
  });

  test("of a Party committee: the Party's name, a star, no motto of the state", () => {
    const rows = head(made("kon-tum-2030"));
    expect(rows.map(([one]) => one)).toEqual([own.partyAbove, own.agency, "*", own.partyNumber]);
    expect(rows[0]?.[1]).toBe("ĐẢNG CỘNG SẢN VIỆT NAM");
    expect(made("kon-tum-2030").cells.flat()).not.toContain(own.motto);
  });
});

test.each([
  ["Ban Thường vụ Huyện ủy Mường Tè", true], ["Đảng ủy phường Tân Phong", true], ["Ủy ban nhân dân huyện Mường Tè", false], ["", false],
])("a plan of one's own of %j has the Party's letterhead: %s, and never its issuer as the superior", (issuer, party) => {
  const plan = ownPlan({
    title: "Kế hoạch phát triển đảng viên",
    issuer,
    from: 2025,
    to: 2026,
    rows: { indicators: 2, items: 2, tasks: 2, sources: [] },
  });
  const tables = (["indicators", "budget", "tasks"] as const).map((kind) => readSpec(specOfPlan(kind, plan)));
  const rows = head(summarySheet({ sheet: "x", tables, today, date: "", previous: null }, words));
  expect(rows.slice(0, 2).map(([one, two]) => [one, two])).toEqual(
    party ? [[own.partyAbove, own.party], [own.agency, "_".repeat(27)]] : [[own.above, own.state], [own.agency, own.motto]],
  );
});

describe("a refresh", () => {
  test("keeps what people have typed over, renews what they have not, and says what it would be now", () => {
    const first = made(null, null, 2025);
    const typed = left(first, [[1, 0, "SỞ Y TẾ"], [3, 4, "Lai Châu, ngày 05 tháng 3 năm 2025"]]);
    const again = made(null, typed, 2026);
    expect(head(again)).toEqual([
      [own.above, own.state, null],
      ["SỞ Y TẾ", own.motto, null],
      [expect.anything(), "_".repeat(40), null],
      [own.number, "Lai Châu, ngày 05 tháng 3 năm 2025", own.now(own.place(2026))],
    ]);
    // the next one says it still
    expect(head(made(null, left(again, []), 2026))[3]?.[2]).toBe(own.now(own.place(2026)));
    // nobody has filled in the place: it is that of the year
    expect(head(made(null, left(first, []), 2026))[3]?.[1]).toBe(own.place(2026));
  });

  test("what somebody has emptied stays empty", () => {
    const again = made(null, left(made(), [[0, 0, ""]]));
    expect(again.cells[0]?.[0]).toBe("");
  });

  test("of a summary that was made before: all stays, its place over the signatures too; what was taken from the plan is told", () => {
    const first = made("bac-ninh-2018-2030");
    const lines = linesOf(first.cells).flatMap((line) =>
      line.key === "letter/rule" || line.key === "letter/number" ? [] : [{ ...line, data: "" }],
    );
    const at = lines.findIndex(({ key }) => key === "sign/who");
    const place = {
      ...(lines[at] ?? lines[0]),
      kind: "place",
      key: "sign/place",
      page: false,
      data: "",
      cells: Array.from({ length: 20 }, (_, col) => (col === 6 ? "Bắc Ninh, ngày 12 tháng 02 năm 2025" : null)),
    } as const;
    const before = lines.map((line) =>
      line.key === "letter/1"
        ? { ...line, cells: line.cells.map((cell, col) => (col === 0 ? "ỦY BAN NHÂN DÂN TỈNH BẮC NINH" : cell)) }
        : line,
    );
    const again = made("bac-ninh-2018-2030", { lines: [...before.slice(0, at), place, ...before.slice(at)] });
    expect(head(again)).toEqual([
      ["ỦY BAN NHÂN DÂN TỈNH BẮC NINH", own.state, own.now(own.above)],
      [own.agency, own.motto, null],
      [expect.anything(), "_".repeat(40), null],
      [own.number, "", own.now(own.place(today.year))],
    ]);
    expect(again.cells.map((row) => row[6])).toContain("Bắc Ninh, ngày 12 tháng 02 năm 2025");
  });
});

import { describe, expect, test } from "@jest/globals";
import { indicatorRows, type IndicatorCells } from "../../../tests/support/indicator-rows";
import { catalogue } from "../../plan";
import { readTarget } from "../../quantity";
import { verdictOn } from "../../tables";

function verdict(cells: IndicatorCells): string {
  const [row] = indicatorRows([{ direction: null, ...cells }]).rows;
  if (!row) throw new Error("no row");
  return row.targets.get(2025)?.state === "words" ? "words" : verdictOn(row, row.targets.get(2025), row.actuals.get(2025)).status;
}

describe("targets that say all of a thing", () => {
  const all = "Tất cả các xã có bác sĩ";

  test("are held against 100 %, whether anybody has said which way the value should go or not", () => {
    for (const direction of [null, "tăng", "giữ"])
      expect([100, 90].map((actual2025) => verdict({ target2025: all, actual2025, direction }))).toEqual(["met", "not-met"]);
    expect(verdict({ target2025: all, actual2025: 90, direction: "giảm" })).toBe("words");
  });

  test("in a row without a unit whose name can only be a share, and in no other", () => {
    const named = (label: string) => verdict({ label, unit: null, target2025: all, actual2025: 90 });
    expect(["Tỷ lệ xã có bác sĩ", "Số xã có bác sĩ", "Mạng lưới y tế xã", "Tỷ lệ bác sĩ trên vạn dân"].map(named)).toEqual([
      "not-met", "words", "words", "words",
    ]);
  });

  test("what is to be kept at 100 % starts from there", () => {
    const [row] = indicatorRows([{ direction: null, target2025: "Duy trì 100%", actual2025: 99 }]).rows;
    expect(row?.targets.get(2025)).toMatchObject({ target: { value: 100, baseline: 100 } });
    expect([99, 100].map((actual2025) => verdict({ target2025: "Tiếp tục duy trì 100% trạm y tế có bác sĩ", actual2025 }))).toEqual([
      "not-met", "met",
    ]);
    expect(
      indicatorRows([{ target2025: "Duy trì 95%" }, { target2025: "100%" }]).rows.map(({ targets }) => targets.get(2025)),
    ).toMatchObject([{ target: { baseline: null } }, { target: { baseline: null } }]);
  });
});

test.each(catalogue.map((plan) => [plan.id, plan] as const))(
  "%s: what the plan keeps as words is read as words, and its shares of all as 100",
  (_, plan) => {
    for (const { unit, targets } of plan.indicators) {
      for (const { text, comparator, value } of targets) {
        const reading = readTarget(text, { unit });
        if (comparator === null) expect([text, reading.kind]).toEqual([text, "words"]);
        else if (reading.kind === "target" && !/\d/.test(text) && unit === "%") expect([text, reading.target.value]).toEqual([text, value]);
      }
    }
  },
);

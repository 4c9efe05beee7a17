import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CORPUS } from "../support/corpus";
import { randomNumbers } from "../corpus/planted-tables";
import { givenTexts, ownTexts, type Gold, type Labelled } from "./gold";
import { f1Of, judgeLines, judgeTargets, scoreOf, type Told, type ToldTarget } from "./score";
import { familyOf, overlapOf, placesOf, valuesOf, yearsOf } from "./score-text";

const SCRIPT = path.join(CORPUS, "plantexts/score_extract.py");
const canCompare = existsSync(SCRIPT) && spawnSync("python3", ["--version"]).status === 0;

const target = (gold: Gold["indicators"][number] | Gold["background"][number]): ToldTarget => ({
  name: gold.name, value: gold.value, value2: gold.value2, unit: gold.unit, evidence: gold.evidence ?? "", sure: true,
  year: "year" in gold ? gold.year : null, comparator: "comparator" in gold ? gold.comparator : "=",
});

/** What somebody tells who errs now and then: leaves out, takes another year or sign, tells background and the same twice. */
function erring({ gold }: Labelled, seed: number): Told {
  const random = randomNumbers(seed);
  const often = (share: number): boolean => random() < share;
  const indicators = gold.indicators.filter(() => often(0.85)).flatMap((wanted) => {
    const told = target(wanted);
    const wrong = { ...told, ...(often(0.2) ? { year: "2031" } : {}), ...(often(0.2) ? { comparator: "<" } : {}) };
    const { start, end } = wanted;
    if (start !== undefined && end !== undefined && often(0.5)) return [{ ...wrong, span: [start, end] as const }];
    return often(0.1) ? [wrong, { ...told, name: "Khác hẳn" }] : [often(0.1) ? { ...wrong, unit: "con" } : wrong];
  });
  const budget = gold.budget.filter(() => often(0.85)).map((line) => ({
    ...line, sure: true, ...(often(0.1) ? { parent: null } : {}), ...(often(0.1) ? { kind: "item" } : {}),
    ...(often(0.1) ? { label: "Khác" } : {}), ...(often(0.1) ? { amount: line.amount + 1 } : {}),
  }));
  return {
    indicators: [...indicators, ...[...gold.background, ...gold.optional].filter(() => often(0.5)).map(target)],
    budget: [...budget, ...gold.budget_optional.map((line) => ({ ...line, sure: true }))],
    tasks: gold.tasks.filter(() => often(0.8)).map((task) => ({ ...task, ...(often(0.3) ? { lead: "Sở Nội vụ" } : {}) })),
  };
}

const texts = [...givenTexts(), ...ownTexts("dev")];

describe("what is told of a text against its labels", () => {
  test("all of it told as it is labelled is all right", () => {
    for (const labelled of texts) {
      const { gold } = labelled;
      const budget = gold.budget.map((line) => ({ ...line, sure: true }));
      const told = { indicators: gold.indicators.map(target), budget, tasks: gold.tasks };
      const score = scoreOf(labelled, told);
      expect(score).toMatchObject({
        told: score.gold, matched: score.gold, both: score.gold, background: 0, duplicates: 0, sureRight: score.gold,
        linesTold: score.lines, linesMatched: score.lines, label: score.lines, kind: score.lines, parent: score.lines,
        sureLinesRight: score.lines,
      });
      expect(f1Of(score.matched, score.told, score.gold)).toBe(1);
    }
  });

  const labelled: Labelled = {
    text: "Năm 2025 đạt 80% xã; đến năm 2030 trên 90% số xã. Tổng 10 tỷ đồng, trong đó tỉnh 4.000 triệu đồng.",
    gold: {
      name: "made", tasks: [], optional: [], budget_optional: [],
      indicators: [{ name: "Xã", year: "2030", comparator: ">", value: 90, value2: null, unit: "%", evidence: "trên 90% số xã" }],
      background: [{ name: "Xã 2025", value: 80, value2: null, unit: "%", evidence: "80% xã" }],
      budget: [
        { label: "Tổng", amount: 10, unit: "tỷ đồng", kind: "total", parent: null },
        { label: "Ngân sách tỉnh", amount: 4000, unit: "triệu đồng", kind: "source", parent: "Tổng" },
      ],
    },
  };
  const ninety = { name: "Số xã", year: 2030, comparator: ">", value: 90, value2: null, unit: "%", evidence: "90% số xã", sure: true };

  test.each([
    ["right", ninety], ["year", { ...ninety, year: 2025 }], ["comparator", { ...ninety, comparator: "=" }],
    ["background", { ...ninety, value: 80, evidence: "80% xã" }], ["wrong", { ...ninety, value: 91 }], ["wrong", { ...ninety, unit: "‰" }],
  ] as const)("%s", (verdict, told) => {
    expect(judgeTargets(labelled, [told]).find((judged) => judged.told)?.verdict).toBe(verdict);
  });

  test("the same told twice is told once too often", () => {
    expect(judgeTargets(labelled, [ninety, ninety]).map(({ verdict }) => verdict)).toEqual(["right", "duplicate"]);
  });

  test("amounts are the same in any unit; a line is judged by parent, kind and label", () => {
    const line = { label: "Ngân sách tỉnh", amount: 4, unit: "tỷ đồng", kind: "source", parent: "Tổng", sure: true };
    const verdict = (change: object) => judgeLines(labelled, [{ ...line, ...change }]).find((judged) => judged.told)?.verdict;
    expect([verdict({}), verdict({ parent: null }), verdict({ kind: "item" }), verdict({ label: "Y tế" }), verdict({ amount: 5 })])
      .toEqual(["right", "parent", "kind", "label", "wrong"]);
  });

  test("names, units, values, years and places", () => {
    expect(overlapOf("Tỷ lệ hộ nghèo", "hộ nghèo đa chiều")).toBe(1);
    expect(overlapOf("Tỷ lệ hộ nghèo", "hộ cận")).toBe(0);
    const units = ["%/năm", "‰", "nghìn lao động", "triệu đồng/người", "tỷ USD", "điểm phần trăm"];
    expect(units.map(familyOf)).toEqual(["%", "‰", "other", "vnd", "usd", "%"]);
    expect(valuesOf({ value: 25, value2: 23, unit: "nghìn lượt" })).toEqual([23_000, 25_000]);
    expect([yearsOf("giai đoạn 2026 - 2030"), yearsOf(2025), yearsOf("hằng năm"), yearsOf(null)]).toEqual(["2026-2030", "2025", "", ""]);
    expect(placesOf("đạt 80%", "đạt\n80% và đạt  80%")).toEqual([[0, 7], [11, 19]]);
  });

  (canCompare ? test : test.skip)("as the script that came with the labelled texts counts", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "score-"));
    for (const part of ["gold", "told"]) mkdirSync(path.join(folder, part));
    const scores = texts.map((made, seed) => {
      const told = erring(made, seed + 1);
      writeFileSync(path.join(folder, "gold", `${made.gold.name}.txt`), made.text);
      writeFileSync(path.join(folder, "gold", `${made.gold.name}.json`), JSON.stringify(made.gold));
      const indicators = told.indicators.map(({ span, ...given }) => ({ ...given, ...(span ? { start: span[0], end: span[1] } : {}) }));
      writeFileSync(path.join(folder, "told", `${made.gold.name}.json`), JSON.stringify({ ...told, indicators }));
      return { name: made.gold.name, score: scoreOf(made, told) };
    });
    const { stdout } = spawnSync("python3", [SCRIPT, path.join(folder, "gold"), path.join(folder, "told"), "--json"], { encoding: "utf8" });
    const { documents } = JSON.parse(stdout);
    const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
    for (const { name, score } of scores) {
      const { indicators, budget, tasks } = documents[name];
      expect([name, indicators]).toEqual([name, expect.objectContaining({
        gold: score.gold, pred: score.told, matched: score.matched, comparator_right: share(score.comparator, score.matched),
        year_right: share(score.year, score.matched), both_right: share(score.both, score.matched),
        background_reported: score.background, duplicates: score.duplicates, optional_ignored: score.optional,
      })]);
      expect([name, budget]).toEqual([name, expect.objectContaining({
        gold: score.lines, pred: score.linesTold, matched: score.linesMatched, label_right: share(score.label, score.linesMatched),
        kind_right: share(score.kind, score.linesMatched), parent_right: share(score.parent, score.linesMatched),
        background_reported: score.backgroundLines,
      })]);
      expect([name, tasks]).toEqual([name, expect.objectContaining({
        gold: score.tasks, pred: score.tasksTold, matched: score.tasksMatched, lead_right: share(score.lead, score.tasksMatched),
      })]);
    }
  });
});

import { expect, test } from "@jest/globals";
import { DEFAULT_OPTIONS, Refusal, readYears, yearColumns } from "../app";
import { choiceOf, optionsOf, yearColumnsOf, type Choice } from "./choice";

test("an untouched form lays tables out as they are where nobody chooses", () => {
  const { plan, kinds, rows, ...choices } = optionsOf(choiceOf("kon-tum-2030", ["budget"]), 2026, readYears);
  const { rows: usual, ...usualChoices } = DEFAULT_OPTIONS;
  expect([plan, kinds, rows.sources]).toEqual(["kon-tum-2030", ["budget"], usual.sources]);
  expect(choices).toEqual(usualChoices);
});

test("following disbursement stays chosen when another plan is", () => {
  const choice = { ...choiceOf("kon-tum-2030", ["budget"]), disbursed: true };
  expect(optionsOf(choiceOf("lai-chau-2021-2025", ["indicators", "budget"], choice), 2026, readYears)).toMatchObject({
    plan: "lai-chau-2021-2025",
    disbursed: true,
  });
});

test("the form knows which years can be reported, and says nothing of what is refused", () => {
  const columns = (more: Partial<Choice>) =>
    yearColumnsOf({ ...choiceOf("kon-tum-2030", ["indicators", "tasks"]), ...more }, 2026, { readYears, yearColumns, Refusal });
  expect(columns({})).toEqual({ years: [2024, 2025, 2026, 2027, 2028, 2029, 2030], without: [], uncompared: [], byUnit: false });
  expect(columns({ years: "2025-2029, 2030" })).toEqual({
    years: [2025, 2026, 2027, 2028, 2029, 2030],
    without: [2024],
    uncompared: [],
    byUnit: false,
  });
  expect(columns({ reportingUnits: "Xã A\nXã B" })).toEqual({
    years: [2030],
    without: [2024, 2025, 2026, 2027, 2028, 2029],
    uncompared: [],
    byUnit: true,
  });
  expect([columns({ years: "năm sau" }), columns({ kinds: ["tasks"] }), columns({ kinds: [] })]).toEqual([null, null, null]);
});

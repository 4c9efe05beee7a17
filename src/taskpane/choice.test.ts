import { expect, test } from "@jest/globals";
import { DEFAULT_OPTIONS, readYears } from "../app";
import { choiceOf, optionsOf } from "./choice";

test("an untouched form lays tables out as they are where nobody chooses", () => {
  const { plan, kinds, rows, ...choices } = optionsOf(choiceOf("kon-tum-2030", ["budget"]), 2026, readYears);
  const { rows: usual, ...usualChoices } = DEFAULT_OPTIONS;
  expect([plan, kinds, rows.sources]).toEqual(["kon-tum-2030", ["budget"], usual.sources]);
  expect(choices).toEqual(usualChoices);
});

test("following disbursement stays chosen when another plan is", () => {
  const choice = { ...choiceOf("kon-tum-2030", ["budget"]), disbursed: true };
  expect(optionsOf(choiceOf("lai-chau-2021-2025", ["indicators", "budget"], choice), 2026, readYears)).toMatchObject({ plan: "lai-chau-2021-2025", disbursed: true });
});

import { expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { mergedRecord } from "./known-record";

const cells = { number: 1, severity: "lỗi", place: "", text: "", status: "Chưa xử lý", explanation: null, who: null, date: null };
const after = (present: readonly { key: string; sheet: string }[]): unknown[] => {
  const record = { rows: [{ row: 1, cells: { ...cells, id: "?Biểu 1∕2/table-lost/budget" } }], end: 2, lang: "vi" } as const;
  const run = { findings: [], failures: [], scope: { kind: "all" }, own: false, present, silent: new Set<string>() } as const;
  return mergedRecord(record, run, today).changes.flatMap(
    ({ field, to }) => (field === "status" ? [to] : []),
  );
};

test("a table that could not be read and is read again was put right; where its sheet has none any more nobody knows", () => {
  expect(after([{ key: "budget1", sheet: "Biểu 1/2" }])).toEqual(["Đã sửa"]);
  expect(after([{ key: "budget1", sheet: "Biểu khác" }])).toEqual(["Không còn biểu"]);
});

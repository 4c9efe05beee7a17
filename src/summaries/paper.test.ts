import { expect, test } from "@jest/globals";
import { chartBlock } from "./charts";
import type { Block, Line } from "./lines";
import { place } from "./paper";
import { block, blank } from "./parts";

const rows = (count: number): Line[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: "finding",
    key: `finding/${at}`,
    cells: [String(at + 1), "Nội dung", null, null, null, null, null, "Biểu 1", null, "Sai"],
  }));
const table = (count: number): Block =>
  block({
    lead: [{ kind: "heading", key: "heading", cells: ["I. Kết quả"] }],
    head: [{ kind: "finding:head", key: "head", cells: ["STT", "Nội dung"] }],
    rows: [...rows(count), blank("after")],
  });
const sign: Block = block({
  rows: [
    { kind: "place", key: "sign/place", cells: [] },
    ...Array.from({ length: 8 }, (_, at): Line => ({ kind: "signSpace", key: `sign/${at}`, cells: [] })),
  ],
  together: true,
});

test("signatures never stand alone on a page, a table that goes over has its head there, and no heading stays behind", () => {
  let over = 0;
  for (let count = 1; count <= 60; count++) {
    const lines = place([table(count), sign]);
    const at = lines.findIndex(({ key }) => key === "sign/place");
    const begin = lines.slice(0, at + 1).findLastIndex(({ page }) => page);
    const page = lines.slice(begin === -1 ? 0 : begin, at);
    expect({ count, page: page.map(({ key }) => key), rows: page.some(({ kind }) => kind === "finding") }).toMatchObject({ rows: true });
    if (begin > 0)
      expect([page[0]?.kind, lines[begin - 1]?.kind.endsWith(":head")]).toEqual([expect.stringMatching(/^(finding:head|heading)$/), false]);
    expect(lines.filter(({ kind }) => kind === "finding").map(({ key }) => key)).toEqual(rows(count).map(({ key }) => key));
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    if (page[0]?.key === "head~0") over++;
  }
  expect(over).toBeGreaterThan(5);
});

test("no page cuts a chart, however tall it is and wherever it begins", () => {
  const chart = (bars: number): Block =>
    chartBlock({
      key: "shares",
      kind: "bar",
      title: "Tỷ lệ",
      alt: "Tỷ lệ",
      caption: "Số liệu",
      series: ["Mục tiêu", "Thực hiện"],
      rows: Array.from({ length: bars }, (_, at) => ({ label: String(at), values: [1, 2] })),
    });
  for (const bars of [2, 8, 12]) {
    for (let count = 1; count <= 40; count++) {
      const lines = place([table(count), chart(bars), sign]);
      const [first, last] = [lines.findIndex(({ kind }) => kind === "chart"), lines.findLastIndex(({ kind }) => kind === "chart")];
      expect({ bars, count, cuts: lines.slice(first + 1, last + 1).filter(({ page }) => page) }).toEqual({ bars, count, cuts: [] });
    }
  }
});

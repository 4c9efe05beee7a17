import { describe, expect, test } from "@jest/globals";
import { readDocument } from "../document/read-document";
import { budgetOf } from "./index";

const said = (text: string) => {
  const { facts, gaps } = budgetOf(readDocument(text));
  const labels = new Map(facts.map(({ id, label }) => [id, label]));
  return {
    gaps: gaps.length,
    lines: facts.map(({ label, amount, unit, year, kind, parent }) => [label, amount, unit, year, kind, labels.get(parent ?? "") ?? null]),
  };
};

const HEAD = "KẾ HOẠCH\nPhát triển cấp nước năm 2026\n\nI. KINH PHÍ\n";

describe("what amounts are called", () => {
  test("other money with its worth in đồng beside it is one line", () => {
    const text = `${HEAD}Tổng kinh phí 200 tỷ đồng, gồm:\n- Ngân sách tỉnh: 70 tỷ đồng;\n- Vốn vay WB: 5 triệu USD (tương đương 130 tỷ đồng).`;
    expect(said(text)).toEqual({
      gaps: 0,
      lines: [
        ["Tổng kinh phí", 200, "tỷ đồng", 2026, "total", null],
        ["Ngân sách tỉnh", 70, "tỷ đồng", 2026, "source", "Tổng kinh phí"],
        ["Vốn vay WB", 130, "tỷ đồng", 2026, "source", "Tổng kinh phí"],
      ],
    });
  });

  test("a share behind a name, and a heading said again, are no part of it", () => {
    const text = `${HEAD}Tổng kinh phí 200 tỷ đồng: ngân sách tỉnh 60%, tương đương 120 tỷ đồng; Vốn dân góp Vốn dân góp thêm 40%, tương đương 80 tỷ đồng.`;
    expect(said(text).lines.map(([label]) => label)).toEqual(["Tổng kinh phí", "Ngân sách tỉnh", "Vốn dân góp thêm"]);
  });

  test("vốn đầu tư and vốn sự nghiệp within a source are sources", () => {
    const text = `${HEAD}- Ngân sách tỉnh: 36 tỷ đồng (vốn đầu tư 21 tỷ đồng, vốn sự nghiệp 15 tỷ đồng).`;
    expect(said(text).lines.map(([label, , , , kind]) => [label, kind])).toEqual([
      ["Ngân sách tỉnh", "source"], ["Vốn đầu tư", "source"], ["Vốn sự nghiệp", "source"],
    ]);
  });

  test("of a table of investment the plan's column is the money, and letters of an acronym stay", () => {
    const text = `${HEAD}Đơn vị: triệu đồng
TT\tDự án\tTổng mức đầu tư\tKế hoạch 2026\tNSTW\tĐối ứng
1\tHồ Suối Mây\t900\t500\t400\t100
2\tTrạm bơm Gò Dài\t700\t300\t200\t100
\tTổng cộng\t1.600\t800\t600\t200`;
    expect(said(text)).toEqual({
      gaps: 0,
      lines: [
        ["Hồ Suối Mây", 500, "triệu đồng", 2026, "item", "Tổng cộng"],
        ["Hồ Suối Mây (NSTW)", 400, "triệu đồng", 2026, "item", "Hồ Suối Mây"],
        ["Hồ Suối Mây (đối ứng)", 100, "triệu đồng", 2026, "item", "Hồ Suối Mây"],
        ["Trạm bơm Gò Dài", 300, "triệu đồng", 2026, "item", "Tổng cộng"],
        ["Trạm bơm Gò Dài (NSTW)", 200, "triệu đồng", 2026, "item", "Trạm bơm Gò Dài"],
        ["Trạm bơm Gò Dài (đối ứng)", 100, "triệu đồng", 2026, "item", "Trạm bơm Gò Dài"],
        ["Tổng cộng", 800, "triệu đồng", 2026, "total", null],
        ["NSTW", 600, "triệu đồng", 2026, "source", "Tổng cộng"],
        ["Đối ứng", 200, "triệu đồng", 2026, "source", "Tổng cộng"],
      ],
    });
  });

  test("lines that come to their whole are not put under one of them", () => {
    const text = `${HEAD}Tổng kinh phí 104 tỷ đồng, gồm:\n- Đường Gò Dài: 52 tỷ đồng;\n- Trường Hòa Bình: 30 tỷ đồng;\n- Trạm Suối Mây: 22 tỷ đồng.`;
    expect(said(text).lines.map(([, amount, , , , whole]) => [amount, whole])).toEqual([
      [104, null], [52, "Tổng kinh phí"], [30, "Tổng kinh phí"], [22, "Tổng kinh phí"],
    ]);
  });
});

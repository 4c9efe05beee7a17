import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { snapshotOf } from "../../tests/support/text-snapshots";
import { readOthers } from "../reading";
import type { CellValue } from "../sheet";
import { reportedResults } from "./reported-results";

type Rows = readonly (readonly CellValue[])[];

/** Social and economic indicators of a commune, as its office reports them to the people's council. */
const COMMUNE: Rows = [
  ["KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2025"],
  ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2025", "Thực hiện năm 2025", "Đánh giá"],
  ["I", "Kinh tế", null, null, null, null],
  ["1", "Tổng sản lượng lương thực có hạt", "tấn", 4850, 4912.5, "Đạt"],
  ["2", "Thu nhập bình quân đầu người", "triệu đồng", "≥ 48", 49.2, "Đạt"],
  ["3", "Thu ngân sách nhà nước trên địa bàn", "triệu đồng", 5200, 4875.3, "Không đạt"],
  ["II", "Xã hội", null, null, null, null],
  ["1", "Tỷ lệ hộ nghèo", "%", "Dưới 12,5", 11.8, "Đạt"],
  ["2", "Tỷ lệ người dân tham gia BHYT", "%", 95, 96.1, "Đạt"],
  ["3", "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "%", 21.5, 22.4, "Chưa đạt"],
  ["4", "Số lao động được giải quyết việc làm", "người", 150, 163, "Vượt kế hoạch"],
  ["5", "Dân số trung bình", "người", 5410, 5392, null],
];

/** Health figures of a district, marked by crosses. */
const HEALTH: Rows = [
  ["STT", "Nội dung", "Đơn vị tính", "Chỉ tiêu giao", "Kết quả thực hiện", "Đạt", "Chưa đạt"],
  ["1", "Tỷ lệ trẻ dưới 1 tuổi tiêm chủng đầy đủ", "%", ">=95", 96.4, "x", null],
  ["2", "Tỷ lệ phụ nữ đẻ được khám thai từ 4 lần trở lên", "%", "≥ 80", 77.2, null, "x"],
  ["3", "Tỷ suất tử vong trẻ em dưới 1 tuổi", "‰", "≤ 14", 13.1, "x", null],
  ["4", "Số bác sĩ/vạn dân", "bác sĩ", "≥ 8", 8.4, "x", null],
];

/** Schooling, without any word on the results. */
const SCHOOLS: Rows = [
  ["STT", "Chỉ tiêu", "ĐVT", "Mục tiêu", "Kết quả đạt được", "Ghi chú"],
  ["1", "Tỷ lệ huy động trẻ 5 tuổi đến trường", "%", "100", 99.6, null],
  ["2", "Tỷ lệ học sinh bỏ học", "%", "dưới 0,5", 0.42, null],
  ["3", "Số trường đạt chuẩn quốc gia", "trường", "từ 12 trở lên", 12, null],
  ["4", "Số học sinh đầu năm học", "học sinh", 4210, 4188, null],
];

const withCells = (rows: Rows, changes: readonly (readonly [row: number, col: number, to: CellValue])[]): Rows =>
  rows.map((cells, r) => cells.map((cell, c) => changes.find(([row, col]) => row === r && col === c)?.[2] ?? cell));
const said = (rows: Rows) => readOthers(snapshotOf(rows), []).flatMap((table) => found(reportedResults, table));
const told = (rows: Rows) => said(rows).map(({ code, at }) => `${code} ${at.row},${at.col}`);

describe("results of somebody else's table", () => {
  test("what was said rightly is told of by nothing, nor what only the direction could tell", () => {
    expect([...said(COMMUNE), ...said(HEALTH)]).toEqual([]);
  });

  test("a status that the figures contradict, in both directions and under crosses", () => {
    expect(told(withCells(COMMUNE, [[5, 5, "Đạt"], [7, 5, "Không đạt"], [9, 5, "Hoàn thành"]]))).toEqual([
      "assessment-differs 5,5", "assessment-differs 7,5", "assessment-differs 9,5",
    ]);
    expect(told(withCells(COMMUNE, [[4, 4, 44.2]]))).toEqual(["assessment-differs 4,5"]);
    expect(told(withCells(HEALTH, [[1, 4, 93.9], [3, 4, 15.2]]))).toEqual(["assessment-differs 1,5", "assessment-differs 3,5"]);
  });

  test("what is missed, where nobody says so and the way is sure", () => {
    expect(told(SCHOOLS)).toEqual(["result-not-met 1,4"]);
    const missed = [1, 2, 3].map((row) => `result-not-met ${row},4`);
    expect(told(withCells(SCHOOLS, [[2, 4, 0.61], [3, 4, 11]]))).toEqual(missed);
    expect(said(withCells(SCHOOLS, [[2, 4, 0.61]]))[1]).toMatchObject({ data: { actual: 0.61, judgement: { side: "high" } } });
  });

  test("part of a year, another year and an aim of later years are held against nothing", () => {
    const headed = (target: string, actual: string): Rows => withCells(SCHOOLS, [[0, 3, target], [0, 4, actual]]);
    for (const [target, actual] of [
      ["Kế hoạch năm 2025", "Thực hiện 6 tháng"], ["Kế hoạch 2026", "Thực hiện 2025"], ["Mục tiêu đến năm 2030", "Thực hiện 2025"],
      ["Kế hoạch", "Ước thực hiện quý III"], ["Kế hoạch", "Thực hiện so với kế hoạch (%)"], ["Kế hoạch", "Thực hiện cùng kỳ"],
    ] as const)
      expect([target, actual, ...told(headed(target, actual))]).toEqual([target, actual]);
    expect(told(headed("Kế hoạch năm 2025", "Thực hiện năm 2025"))).toEqual(["result-not-met 1,4"]);
  });

  test("of several years the last that has both is judged", () => {
    const years: Rows = [
      ["STT", "Chỉ tiêu", "ĐVT", "Năm 2024", null, "Năm 2025", null],
      [null, null, null, "Kế hoạch", "Thực hiện", "Kế hoạch", "Thực hiện"],
      ["1", "Tỷ lệ hộ sử dụng nước hợp vệ sinh", "%", 90, 88, 92, 93.1],
      ["2", "Tỷ lệ hộ nghèo", "%", 10, 11, 9, 9.4],
      ["3", "Thu nhập bình quân đầu người", "triệu đồng", 42, 43, 46, 46.5],
    ];
    expect(told(years)).toEqual(["result-not-met 3,6"]);
  });

  test("words that are no verdict, several targets and names that leave the way open say nothing", () => {
    for (const text of ["Cơ bản đạt", "Theo dõi", "Đạt một phần", "Đang triển khai"])
      expect(told(withCells(COMMUNE, [[5, 5, text]])).filter((one) => one.startsWith("assessment"))).toEqual([]);
    expect(told(withCells(SCHOOLS, [[1, 3, "≥ 95; phấn đấu 100"], [1, 1, "Giảm tỷ lệ bỏ học"]]))).toEqual([]);
    expect(told(withCells(SCHOOLS, [[1, 1, "Số vụ việc tồn đọng đã giải quyết"]]))).toEqual([]);
  });

  test("a fraction beside points is no missed target", () => {
    expect(told(withCells(SCHOOLS, [[1, 4, 0.996]]))).toEqual([]);
  });
});

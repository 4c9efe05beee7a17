import { expect, test } from "@jest/globals";
import { spelledState } from "./task-states";

test("states as people write them, with and without accents; other words are none", () => {
  expect(
    ["Hoàn thành", "HOÀN THÀNH.", "Xong", "đã xong", "HT", "Đang làm", "dang trien khai", "Chưa làm", "chưa hoàn thành", "Tạm hoãn"].map(
      spelledState,
    ),
  ).toEqual(["done", "done", "done", "done", "done", "doing", "doing", "todo", "doing", "paused"]);
  expect(["Hoàn thành một phần", "50%", "", "chờ ý kiến", "Hoàn thành (một phần)", "Đã xong, còn quyết toán"].map(spelledState)).toEqual([
    null, null, null, null, null, null,
  ]);
  expect(
    ["Tạm dừng", "Tạm đình chỉ", "Đang triển khai", "Hoàn thành đúng hạn", "Đã xong", "Chưa thực hiện (thiếu vốn)"].map(spelledState),
  ).toEqual(["paused", "paused", "doing", "done", "done", "todo"]);
});

test("what was given up is not what was put off, and neither is paused", () => {
  for (const text of ["Không thực hiện", "KHONG THUC HIEN", "Không triển khai", "Hủy", "Huỷ bỏ", "Dừng", "Dừng thực hiện (hết vốn)"])
    expect([text, spelledState(text)]).toEqual([text, "dropped"]);
  for (const text of [
    "Chuyển sang năm 2022", "chuyen sang nam sau", "Lùi sang quý IV/2026", "Đã lùi đến tháng 9", "Hoãn sang năm 2027", "Lùi thời gian",
    "Gia hạn đến 31/12/2026",
  ])
    expect([text, spelledState(text)]).toEqual([text, "postponed"]);
  for (const text of ["Chuyển sang Sở Tài chính", "Đúng", "Đáng", "Chuyển sang đơn vị khác", "Không thực hiện được hết", "Không dừng"])
    expect([text, spelledState(text)]).toEqual([text, null]);
});

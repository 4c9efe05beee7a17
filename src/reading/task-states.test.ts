import { expect, test } from "@jest/globals";
import { spelledState } from "./task-states";

test("states as people write them, with and without accents; other words are none", () => {
  expect(["Hoàn thành", "HOÀN THÀNH.", "Xong", "đã xong", "HT", "Đang làm", "dang trien khai", "Chưa làm", "chưa hoàn thành", "Tạm hoãn"].map(spelledState)).toEqual(["done", "done", "done", "done", "done", "doing", "doing", "todo", "doing", "paused"]);
  expect(["Hoàn thành một phần", "50%", "", "chờ ý kiến", "Hoàn thành (một phần)", "Đã xong, còn quyết toán"].map(spelledState)).toEqual([null, null, null, null, null, null]);
  expect(["Không thực hiện", "Không triển khai", "Tạm dừng", "Dừng", "Chuyển sang năm 2022", "Hủy", "Đang triển khai", "Hoàn thành đúng hạn", "Đã xong", "Chưa thực hiện (thiếu vốn)"].map(spelledState)).toEqual(["paused", "paused", "paused", "paused", "paused", "paused", "doing", "done", "done", "todo"]);
});

import { expect, test } from "@jest/globals";
import { spelledState } from "./task-states";

test("states as people write them, with and without accents; other words are none", () => {
  expect(["Hoàn thành", "HOÀN THÀNH.", "Xong", "đã xong", "HT", "Đang làm", "dang trien khai", "Chưa làm", "chưa hoàn thành", "Tạm hoãn"].map(spelledState)).toEqual(["done", "done", "done", "done", "done", "doing", "doing", "todo", "doing", "paused"]);
  expect(["Hoàn thành một phần", "50%", "", "không thực hiện", "chờ ý kiến"].map(spelledState)).toEqual([null, null, null, null, null]);
});

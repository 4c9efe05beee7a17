import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readTarget } from "../read-target";
import { spellDong } from "../spelling";
import type { Target } from "../types";

const short = (target: Target): string =>
  [target.comparator, target.value, ...(target.value2 === null ? [] : [`| ${target.value2}`]), target.unit ?? "-"].join(" ");
const all = (phrase: string): readonly string[] => {
  const reading = readTarget(phrase);
  return "target" in reading ? [reading.target, ...reading.more].map(short) : [reading.kind];
};

describe("numbers in words", () => {
  test.each([
    ["mỗi huyện, thành phố có một trung tâm y tế đa chức năng (y tế dự phòng, khám chữa bệnh...)", ["= 1 trung tâm y tế đa chức năng"]],
    ["mỗi xã, phường, thị trấn có một trạm y tế hoặc phòng khám đa khoa khu vực", ["= 1 trạm y tế"]],
    ["Mỗi trạm y tế hai bác sĩ", ["= 2 bác sĩ"]],
    ["có mười giường bệnh", ["= 10 giường bệnh"]],
    ["xây dựng ba trạm y tế", ["= 3 trạm y tế"]],
    ["ít nhất năm bác sĩ", [">= 5 bác sĩ"]],
    ["từ hai đến ba bác sĩ", ["range 2 | 3 bác sĩ"]],
    [
      "mỗi huyện có ít nhất một kíp phẫu thuật; mỗi chuyên khoa có ít nhất một bác sỹ chuyên khoa cấp 1",
      [">= 1 kíp phẫu thuật", ">= 1 bác sỹ chuyên khoa"],
    ],
    ["Mỗi thôn có 01 nhân viên y tế; mỗi xã có một trạm y tế", ["= 1 nhân viên y tế", "= 1 trạm y tế"]],
    [
      "trên 95% dân số được quản lý sức khỏe; được kiểm tra sức khỏe ít nhất mỗi năm một lần, hướng tới toàn dân",
      ["> 95 %", ">= 1 lần/năm"],
    ],
    ["mỗi năm khám ít nhất hai lần", [">= 2 lần/năm"]],
    ["định kỳ 6 tháng một lần", ["= 6 tháng/lần"]],
    ["02 (hai) bác sĩ", ["= 2 bác sĩ"]],
    ["chín mươi lăm phần trăm", ["= 95 %"]],
    ["giảm một nửa", ["= 50 %"]],
    ["dưới hai phần ba số hộ", ["< 2 | 3 -"]],
    ["tăng gấp ba lần", ["= 3 lần"]],
    ["không quá một tỷ đồng", ["<= 1000000000 đồng"]],
    ["hai tỷ rưỡi", ["= 2500000000 đồng"]],
    ["xếp thứ ba toàn quốc", ["= 3 thứ bậc"]],
  ])("%s", (phrase, expected) => {
    expect(all(phrase)).toEqual(expected);
    expect(all(phrase.normalize("NFD"))).toEqual(expected);
  });

  test.each([
    "một số xã", "một phần kinh phí", "một trong những nhiệm vụ trọng tâm", "thành một nội dung quan trọng", "một cách hợp lý",
    "ba nội dung chính của đề án", "nửa đầu năm", "Hội nghị lần thứ sáu", "kỳ họp thứ mười bốn", "khám bệnh ngày thứ bảy",
    "tỷ lệ sinh con thứ ba trở lên", "điều trị một số bệnh không lây nhiễm", "mỗi năm", "trên một địa bàn", "hai bên cùng thực hiện",
    "một mặt",
  ])("%j holds none", (phrase) => expect(all(phrase)).toEqual(["words"]));

  test("articles beside digits are no counts", () => {
    expect(all("100% trạm y tế quản lý, điều trị một số bệnh không lây nhiễm")).toEqual(["= 100 %"]);
    expect(all("một bệnh viện tuyến trên hỗ trợ, đạt 42% danh mục")).toEqual(["= 42 %"]);
  });

  test("an amount of money in words is the amount", () => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 1e15 }), (dong) => expect(all(spellDong(dong))).toEqual([`= ${dong} đồng`])));
  });
});

import { describe, expect, test } from "@jest/globals";
import { readTarget } from "../read-target";

const read = (text: string, unit: string | null = "%"): string => {
  const reading = readTarget(text, { unit });
  return reading.kind === "target" || reading.kind === "quantity"
    ? `${reading.target.comparator} ${reading.target.value} ${reading.target.unit ?? ""}`
    : reading.kind;
};

describe("all of the thing that a share is of", () => {
  test.each([
    "Tất cả các xã có bác sĩ",
    "tất cả các cơ sở y tế đều được triển khai ứng dụng công nghệ thông tin",
    "Đến năm 2025 tất cả các cơ sở khám chữa bệnh triển khai thống nhất",
    "mọi người dân đều được quản lý sức khỏe",
    "bảo đảm mọi người dân Bắc Ninh đều được quản lý, chăm sóc sức khoẻ",
    "Mỗi trường học, nông, lâm trường đều có bộ phận chăm sóc y tế",
    "Các trạm y tế đều có bác sĩ",
    "Toàn bộ trạm y tế đạt chuẩn",
    "100% trạm y tế có bác sĩ",
    "Tất cả trẻ em dưới 1 tuổi được tiêm chủng đầy đủ",
    "Phấn đấu tất cả các trường có nước sạch",
  ])("%p is 100 %%", (text) => {
    expect(read(text)).toBe("= 100 %");
  });

  test.each([
    "Hầu hết các xã có bác sĩ", "Cơ bản tất cả các xã có bác sĩ", "Gần như tất cả các xã có bác sĩ", "Không phải tất cả các xã có bác sĩ",
    "Tất cả các xã không có người nghèo", "Tất cả các xã, trừ xã A, có bác sĩ", "Tất cả các hộ thoát nghèo", "Tất cả các xã đều giảm",
    "Nâng cao trên tất cả các lĩnh vực", "Tất cả các mặt đều có chuyển biến", "Hướng tới tất cả người dân có bảo hiểm",
    "Tăng ở tất cả các huyện", "Phát triển đồng đều", "Phân bố đều khắp", "Khám sức khỏe đều đặn", "Duy trì và nâng cao",
    "Từng bước nâng lên", "bảo hiểm y tế toàn dân", "Các xã có bác sĩ", "mỗi năm một tăng",
  ])("%p stays words", (text) => {
    expect(read(text)).toBe("words");
  });

  test("a count of each is no share, and only a share can be all", () => {
    expect(read("mỗi xã có 1 trạm")).toBe("= 1 trạm");
    expect(read("mỗi cặp vợ chồng nên có 2 con")).toBe("= 2 con");
    expect(["xã", "‰", null].map((unit) => read("Tất cả các xã có bác sĩ", unit))).toEqual(["words", "words", "words"]);
  });
});

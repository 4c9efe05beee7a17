import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readDocument } from "../document/read-document";
import { tasksOf } from ".";

const told = (text: string) =>
  tasksOf(readDocument(text)).map(({ name, lead, cooperating, time }) => [name, lead, cooperating, time]);

const HEAD = "KẾ HOẠCH\nPhát triển y tế năm 2026\n\n";

describe("tasksOf", () => {
  test("under the heading of an office, or behind it", () => {
    const text = `${HEAD}V. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
a) Chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan xây dựng kế hoạch chi tiết, hoàn thành trước ngày 30/6/2026.
b) Theo dõi, đôn đốc việc thực hiện; định kỳ báo cáo Ủy ban nhân dân tỉnh.
2. Bệnh viện Đa khoa: Phối hợp với Trung tâm Y tế để triển khai đề án. Nâng cao chất lượng khám bệnh.
3. Các sở, ban, ngành căn cứ chức năng, nhiệm vụ được giao có trách nhiệm:
- Triển khai kế hoạch hằng năm phù hợp với tình hình thực tế.
Nơi nhận:
- Sở Y tế;
- Lưu: VT.`;
    expect(told(text)).toEqual([
      [
        "Xây dựng kế hoạch chi tiết", "Sở Y tế", "Sở Tài chính và các đơn vị liên quan",
        "Hoàn thành trước ngày 30/6/2026",
      ],
      ["Theo dõi, đôn đốc việc thực hiện; định kỳ báo cáo Ủy ban nhân dân tỉnh", "Sở Y tế", null, "Định kỳ"],
      ["Triển khai đề án", "Bệnh viện Đa khoa", "Trung tâm Y tế", null],
      ["Nâng cao chất lượng khám bệnh", "Bệnh viện Đa khoa", null, null],
      ["Triển khai kế hoạch hằng năm phù hợp với tình hình thực tế", "Các sở, ban, ngành", null, "Hằng năm"],
    ]);
  });

  test("a sentence that begins with an office, or gives it a task", () => {
    const text = `${HEAD}Điều 2. Tổ chức thực hiện
1. Giao Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết.
2. Phòng Văn hóa - Xã hội chủ trì, phối hợp với các trường học hoàn thành hồ sơ trong quý III/2026.
3. Định kỳ trước ngày 20 hằng tháng, các đơn vị báo cáo kết quả về Ủy ban nhân dân xã.`;
    expect(told(text)).toEqual([
      ["Tổ chức triển khai thực hiện Nghị quyết", "Ủy ban nhân dân tỉnh", null, null],
      ["Hoàn thành hồ sơ", "Phòng Văn hóa - Xã hội", "Các trường học", "Trong quý III/2026"],
      ["Báo cáo kết quả về Ủy ban nhân dân xã", "Các đơn vị", null, "Định kỳ trước ngày 20 hằng tháng"],
    ]);
  });

  test("a note behind items, a bracket, or labels say who is responsible", () => {
    const text = `${HEAD}III. NHIỆM VỤ, GIẢI PHÁP
1. Tăng cường lãnh đạo
- Tổ chức quán triệt Chỉ thị đến cán bộ, đảng viên. Đẩy mạnh phong trào.
- Rà soát, bổ sung các chỉ tiêu vào kế hoạch.
* Ban cán sự đảng Ủy ban nhân dân tỉnh, các huyện ủy triển khai thực hiện thường xuyên.
2. Đào tạo
- Mở lớp bồi dưỡng cho 100 cán bộ (Sở Nội vụ chủ trì, phối hợp với Sở Y tế; hoàn thành trong quý II/2026).
- Xây dựng phần mềm quản lý. Cơ quan chủ trì: Sở Y tế; cơ quan phối hợp: Sở Tài chính; thời gian: năm 2026.`;
    expect(told(text)).toEqual([
      ["Tổ chức quán triệt Chỉ thị đến cán bộ, đảng viên", "Ban cán sự đảng Ủy ban nhân dân tỉnh, các huyện ủy", null, "Thường xuyên"],
      ["Rà soát, bổ sung các chỉ tiêu vào kế hoạch", "Ban cán sự đảng Ủy ban nhân dân tỉnh, các huyện ủy", null, "Thường xuyên"],
      ["Mở lớp bồi dưỡng cho 100 cán bộ", "Sở Nội vụ", "Sở Y tế", "Hoàn thành trong quý II/2026"],
      ["Xây dựng phần mềm quản lý", "Sở Y tế", "Sở Tài chính", "năm 2026"],
    ]);
  });

  test("the sentence before names the work that an office is given", () => {
    const text = `${HEAD}III. NHIỆM VỤ
1. Xây dựng đề án đầu tư cơ sở vật chất. Giao Phòng Tài chính chủ trì, phối hợp với Ban Quản lý dự án tham mưu, trình UBND huyện trước ngày 30/6/2026.
2. Nâng cao chất lượng khám bệnh. Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện.
3. Mạng lưới y tế còn mỏng. Giao Sở Y tế xây dựng đề án sắp xếp trạm y tế trong quý II/2026.
4. Giao Sở Nội vụ xây dựng chương trình công tác hằng năm.`;
    expect(told(text)).toEqual([
      ["Xây dựng đề án đầu tư cơ sở vật chất", "Phòng Tài chính", "Ban Quản lý dự án", "Trước ngày 30/6/2026"],
      ["Nâng cao chất lượng khám bệnh", "Sở Y tế", "Sở Tài chính", null],
      ["Xây dựng đề án sắp xếp trạm y tế", "Sở Y tế", null, "Trong quý II/2026"],
      ["Xây dựng chương trình công tác hằng năm", "Sở Nội vụ", null, "Hằng năm"],
    ]);
  });

  test("what nobody is told to do is no task", () => {
    const text = `${HEAD}I. MỤC ĐÍCH, YÊU CẦU
Các đơn vị triển khai nghiêm túc, hiệu quả Kế hoạch này.
II. NHIỆM VỤ
- Hội nhập quốc tế sâu rộng, nâng cao chất lượng hợp tác.
- Đẩy mạnh các hoạt động văn hóa, thể thao; xây dựng nếp sống văn minh.
III. KIẾN NGHỊ
1. Sở Y tế: Cung cấp bổ sung trang thiết bị cho các trạm.`;
    expect(told(text)).toEqual([]);
  });

  test("never throws, and every evidence is a piece of the text", () => {
    const pieces = fc.constantFrom(
      "\n", "1. ", "- ", "a) ", "Sở Y tế", "chủ trì, phối hợp với", "các sở, ngành", "triển khai kế hoạch", ": ", "; ", ". ", "(", ")",
      "TỔ CHỨC THỰC HIỆN", "NHIỆM VỤ", "hoàn thành trong quý II/2026", "Cơ quan chủ trì:", "Nơi nhận:", "\t", "thường xuyên", "Giao",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (some) => {
        const text = some.join(" ");
        for (const { evidence, span, name } of tasksOf(readDocument(text))) {
          expect(text.slice(...span)).toBe(evidence);
          expect(name).not.toBe("");
        }
      }),
      { examples: [[[": ", "- ", "Cơ quan chủ trì:"]]] },
    );
  });
});

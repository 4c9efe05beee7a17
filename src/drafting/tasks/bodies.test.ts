import { expect, test } from "@jest/globals";
import { readDocument } from "../document/read-document";
import { tasksOf } from ".";

const told = (text: string) => tasksOf(readDocument(text)).map(({ name, lead }) => [name, lead]);

const HEAD = "KẾ HOẠCH\nPhát triển thủy lợi năm 2026\n\nIV. TỔ CHỨC THỰC HIỆN\n";

test("bodies of every kind lead what stands behind their colon", () => {
  expect(told(`${HEAD}- Các Ban quản lý hồ, đập: Ký biên bản bàn giao với các xã.
- Quỹ Phòng, chống thiên tai tỉnh: Chi trả tiền hỗ trợ cho hộ dân bị thiệt hại.
- Hiệp hội Nước sạch tỉnh: Thu thập ý kiến của hội viên về giá nước.`)).toEqual([
    ["Ký biên bản bàn giao với các xã", "Các Ban quản lý hồ, đập"],
    ["Chi trả tiền hỗ trợ cho hộ dân bị thiệt hại", "Quỹ Phòng, chống thiên tai tỉnh"],
    ["Thu thập ý kiến của hội viên về giá nước", "Hiệp hội Nước sạch tỉnh"],
  ]);
});

test("the lead ends where the doing begins", () => {
  expect(told(`${HEAD}1. Kho bạc Nhà nước khu vực II kiểm soát chi, thanh toán vốn kịp thời.
2. Công ty Khai thác thủy lợi đầu tư trạm bơm điện Gò Dài công suất lớn.
3. Các chủ đầu tư hoàn thiện hồ sơ, lựa chọn nhà thầu trong quý I/2026.
4. Ủy ban nhân dân tỉnh giao kế hoạch vốn cho các đơn vị trước ngày 31/12/2025.
5. Ban Quản lý dự án đầu tư xây dựng tỉnh chủ trì nghiệm thu công trình.`)).toEqual([
    ["Kiểm soát chi, thanh toán vốn kịp thời", "Kho bạc Nhà nước khu vực II"],
    ["Đầu tư trạm bơm điện Gò Dài công suất lớn", "Công ty Khai thác thủy lợi"],
    ["Hoàn thiện hồ sơ, lựa chọn nhà thầu", "Các chủ đầu tư"],
    ["Giao kế hoạch vốn cho các đơn vị", "Ủy ban nhân dân tỉnh"],
    ["Chủ trì nghiệm thu công trình", "Ban Quản lý dự án đầu tư xây dựng tỉnh"],
  ]);
});

test("an assembly's assent and the row of a total are no tasks", () => {
  expect(told(`NGHỊ QUYẾT\nVề thủy lợi năm 2026\n
Điều 3. Nhiệm vụ, giải pháp chủ yếu
Hội đồng nhân dân tỉnh cơ bản tán thành các nhiệm vụ do Ủy ban nhân dân tỉnh trình, trong đó tập trung giải ngân 100% vốn.`)).toEqual([]);
  expect(told(`${HEAD}TT\tNhiệm vụ\tChủ trì\tPhối hợp\n1\tNạo vét kênh Bắc\tSở Nông nghiệp\tSở Tài chính\n2\tTu sửa đê Nam\tSở Nông nghiệp\t\n\tTổng cộng\t\t`))
    .toEqual([["Nạo vét kênh Bắc", "Sở Nông nghiệp"], ["Tu sửa đê Nam", "Sở Nông nghiệp"]]);
});

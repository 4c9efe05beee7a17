import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readDocument } from "../document/read-document";
import { budgetOf } from ".";

/** Each line as "label amount < label of its whole", "<<" for what it is some of. */
function told(text: string): readonly string[] {
  const { facts } = budgetOf(readDocument(text));
  const labels = new Map(facts.map(({ id, label }) => [id, label]));
  return facts.map(({ label, amount, parent, of }) => {
    const under = parent !== null ? ` < ${labels.get(parent) ?? "?"}` : of !== null ? ` << ${labels.get(of) ?? "?"}` : "";
    return `${label} ${amount}${under}`;
  });
}

const gapsIn = (text: string) => budgetOf(readDocument(text)).gaps;

const HEAD = "KẾ HOẠCH\nPhát triển giáo dục giai đoạn 2026 - 2030\n\nI. KINH PHÍ THỰC HIỆN\n";

describe("budgetOf", () => {
  test("the same money by item and by who pays is one tree", () => {
    const text = `${HEAD}1. Tổng kinh phí thực hiện: 100 triệu đồng
- Kinh phí xây dựng: 70 triệu đồng;
- Kinh phí đào tạo: 30 triệu đồng.
2. Nguồn kinh phí: Tổng kinh phí: 100 triệu đồng
- Ngân sách tỉnh: 60 triệu đồng;
- Xã hội hóa: 40 triệu đồng.`;
    expect(told(text)).toEqual([
      "Tổng kinh phí thực hiện 100", "Kinh phí xây dựng 70 < Tổng kinh phí thực hiện", "Kinh phí đào tạo 30 < Tổng kinh phí thực hiện",
      "Ngân sách tỉnh 60 < Tổng kinh phí thực hiện", "Xã hội hóa 40 < Tổng kinh phí thực hiện",
    ]);
    const { facts, gaps } = budgetOf(readDocument(text));
    expect(facts.map(({ kind }) => kind)).toEqual(["total", "item", "item", "source", "source"]);
    expect(facts.every(({ sure, year, from }) => sure && year === 2030 && from === 2026)).toBe(true);
    expect(gaps).toEqual([]);
  });

  test("parts inside of one sentence, and of a bracket in it; years are lines, too", () => {
    const text = `${HEAD}Tổng nhu cầu vốn dự kiến 2.460 tỷ đồng,
trong đó: ngân sách tỉnh 460 tỷ đồng (đầu tư công 400 tỷ đồng, sự nghiệp 60 tỷ đồng), vốn xã hội hóa 2.000 tỷ đồng.
Riêng năm 2026, ngân sách tỉnh bố trí 46,5 tỷ đồng.`;
    expect(told(text)).toEqual([
      "Tổng nhu cầu vốn 2460", "Ngân sách tỉnh 460 < Tổng nhu cầu vốn", "Đầu tư công 400 < Ngân sách tỉnh", "Sự nghiệp 60 < Ngân sách tỉnh",
      "Vốn xã hội hóa 2000 < Tổng nhu cầu vốn", "Ngân sách tỉnh 46.5 << Ngân sách tỉnh",
    ]);
  });

  test("a name behind its amount, above it, or of the item that it stands under", () => {
    const text = `KẾ HOẠCH\nNăm 2026\n\nI. NHIỆM VỤ
1. Nâng cấp trung tâm dữ liệu
- Kinh phí: 12 tỷ đồng.
2. Đào tạo cán bộ
- Kinh phí: 8 tỷ đồng.
II. KINH PHÍ
Tổng kinh phí 20 tỷ đồng, gồm 15 tỷ đồng từ ngân sách tỉnh và 5 tỷ đồng từ nguồn xã hội hóa.
III. TỔ CHỨC THỰC HIỆN
Sửa chữa trụ sở các trạm. Dự kiến kinh phí là 2,5 tỷ đồng.`;
    expect(told(text)).toEqual([
      "Nâng cấp trung tâm dữ liệu 12 < Tổng kinh phí", "Đào tạo cán bộ 8 < Tổng kinh phí", "Tổng kinh phí 20",
      "Ngân sách tỉnh 15 < Tổng kinh phí",
      "Nguồn xã hội hóa 5 < Tổng kinh phí", "Sửa chữa trụ sở các trạm 2.5",
    ]);
  });

  test("prices, norms, indicators and what was spent are no lines", () => {
    const text = `KẾ HOẠCH\nGiai đoạn 2026 - 2030\n\nI. KẾT QUẢ THỰC HIỆN GIAI ĐOẠN 2021 - 2025
Tổng kinh phí đã bố trí 350 tỷ đồng.
II. MỤC TIÊU
- Thu nhập bình quân đạt 120 triệu đồng/người/năm; GRDP đạt 150.000 tỷ đồng.
III. NHIỆM VỤ
1. Hỗ trợ giáo viên với mức 4,5 triệu đồng mỗi người.
2. Gói thầu có giá trị không quá 500 triệu đồng được chỉ định thầu.
3. Năm 2025 đã giải ngân 320 tỷ đồng/350 tỷ đồng.`;
    expect(told(text)).toEqual([]);
  });

  test("a sum that fails is told with the one figure that a slip explains", () => {
    const text = `${HEAD}Tổng chi: 9.876.000 triệu đồng, gồm:
a) Chi đầu tư: 3.200.000 triệu đồng;
b) Chi thường xuyên: 6.401.000 triệu đồng;
c) Dự phòng: 257.000 triệu đồng.`;
    expect(gapsIn(text)).toEqual([
      {
        total: "b1", parts: ["b2", "b3", "b4"], stated: 9876e9, computed: 9858e9, kind: "sum",
        candidates: [{ id: "b4", value: 275000 }],
      },
    ]);
  });

  test("where one slip or another explains it, both figures are named", () => {
    const text = `${HEAD}Tổng số 1.234 triệu đồng, gồm: Sở Y tế 600 triệu đồng, Sở Giáo dục 543 triệu đồng,
Công an 100 triệu đồng.`;
    expect(gapsIn(text)).toMatchObject([
      { total: "b1", stated: 1234e6, computed: 1243e6, candidates: [{ id: "b1", value: 1243 }, { id: "b3", value: 534 }] },
    ]);
    // any of the three would do, and no slip explains one
    expect(gapsIn(`${HEAD}Tổng kinh phí 12.500 triệu đồng, gồm: Sở Y tế 7.500 triệu đồng, Công an 4.100 triệu đồng.`)).toMatchObject([
      { total: "b1", candidates: [] },
    ]);
  });

  test("some of a whole need not reach it", () => {
    const text = `${HEAD}Chi thường xuyên: 9.880 triệu đồng, trong đó:
- Chi giáo dục: 120 triệu đồng;
- Chi quản lý: 6.940 triệu đồng.`;
    expect(told(text)).toEqual(["Chi thường xuyên 9880", "Chi giáo dục 120 << Chi thường xuyên", "Chi quản lý 6940 << Chi thường xuyên"]);
    expect(gapsIn(text)).toEqual([]);
  });

  test("parts told far from their whole are held against it", () => {
    const text = `KẾ HOẠCH\nNăm 2024\n\nI. NHIỆM VỤ
1. Bệnh viện: nâng cấp, cải tạo cơ sở vật chất
- Hệ thống phòng cháy, dự kiến kinh phí 1.987.000.000 đồng;
- Tay vịn cầu thang, dự kiến 54.000.000 đồng.
II. KINH PHÍ
Tổng kinh phí: 4.157.000.000 đồng, gồm:
- Kinh phí đào tạo: 2.120.000.000 đồng;
- Kinh phí nâng cấp, cải tạo cơ sở vật chất: 2.037.000.000 đồng.`;
    expect(gapsIn(text)).toMatchObject([{ total: "b5", parts: ["b1", "b2"], stated: 2037000000, computed: 2041000000 }]);
    expect(told(text)).toContain("Tay vịn cầu thang 54000000 << Kinh phí nâng cấp, cải tạo cơ sở vật chất");
  });

  test("letters behind a number are below it though it is no heading; a list under a heading is of the line that this names", () => {
    const text = `${HEAD}2. Tổng mức vốn là 28.500 triệu đồng, gồm:
2.1. Vốn ngân sách trung ương: 11.200 triệu đồng.
a) Vốn trong nước: 9.850 triệu đồng;
b) Vốn nước ngoài: 1.350 triệu đồng.
2.2. Vốn ngân sách địa phương: 17.300 triệu đồng.
a) Vốn xây dựng tập trung: 16.995 triệu đồng;
b) Bội chi: 350 triệu đồng.
3. Phân bổ vốn ngân sách địa phương theo lĩnh vực
- Giao thông: 6.150 triệu đồng;
- Y tế: 1.460 triệu đồng.`;
    const [central, local] = ["Vốn ngân sách trung ương", "Vốn ngân sách địa phương"];
    expect(told(text)).toEqual([
      "Tổng mức vốn 28500", `${central} 11200 < Tổng mức vốn`, `Vốn trong nước 9850 < ${central}`, `Vốn nước ngoài 1350 < ${central}`,
      `${local} 17300 < Tổng mức vốn`, `Vốn xây dựng tập trung 16995 < ${local}`, `Bội chi 350 < ${local}`,
      `Giao thông 6150 << ${local}`, `Y tế 1460 << ${local}`,
    ]);
    expect(gapsIn(text)).toMatchObject([{ total: "b5", stated: 17300e6, computed: 17345e6, candidates: [{ id: "b7", value: 305 }] }]);
  });

  test("amounts before their names, norms beside them", () => {
    const text = `${HEAD}Kinh phí: Dự kiến cần 486 tỷ đồng cho cả giai đoạn, bao gồm 268 tỷ đồng cho vay giải quyết việc làm, 141,5 tỷ đồng hỗ trợ nhà ở
với mức 60 triệu đồng mỗi căn, phần còn lại 76,5 tỷ đồng dành cho đào tạo nghề.`;
    expect(told(text)).toEqual([
      "Kinh phí 486", "Cho vay giải quyết việc làm 268 < Kinh phí", "Hỗ trợ nhà ở 141.5 < Kinh phí", "Đào tạo nghề 76.5 < Kinh phí",
    ]);
  });

  test("an amount that is spelled out as another one", () => {
    expect(gapsIn(`${HEAD}Tổng kinh phí: 205 triệu đồng (Bằng chữ: Hai trăm năm mươi triệu đồng).`)).toEqual([
      { total: "b1", parts: [], stated: 205e6, computed: 250e6, kind: "words", candidates: [{ id: "b1", value: 250 }] },
    ]);
    expect(gapsIn(`${HEAD}Tổng kinh phí: 250 triệu đồng (Hai trăm năm mươi triệu đồng).`)).toEqual([]);
  });

  test("words below a list are of the amount that they say, else of its whole", () => {
    const list = `${HEAD}Tổng kinh phí dự kiến là 152.480 triệu đồng, trong đó:
- Ngân sách tỉnh: 142.480 triệu đồng;
- Xã hội hóa: 10 tỷ đồng.`;
    expect(gapsIn(`${list}\n(Bằng chữ: Một trăm năm mươi hai tỷ, bốn trăm tám mươi triệu đồng).`)).toEqual([]);
    expect(gapsIn(`${list}\n(Bằng chữ: Mười tỷ đồng).`)).toEqual([]);
    expect(gapsIn(`${list}\n(Bằng chữ: Một trăm năm mươi hai tỷ, bốn trăm linh tám triệu đồng).`)).toMatchObject([
      { kind: "words", total: "b1", stated: 152480e6, computed: 152408e6 },
    ]);
  });

  test("never throws, and every evidence is a piece of the text", () => {
    const pieces = fc.constantFrom(
      "\n", "- ", "1. ", "a) ", "KINH PHÍ", "Tổng kinh phí", "trong đó:", "gồm", "(", ")", "; ", ". ", "100 tỷ đồng", "60 triệu đồng",
      "40 tỷ",
      "1,5 triệu đồng/người", "ngân sách tỉnh", "Bằng chữ: Một đồng", "năm 2026", "là", "\t", "đã chi", "II. ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (some) => {
        const text = some.join(" ");
        const { facts, gaps } = budgetOf(readDocument(text));
        const ids = new Set(facts.map(({ id }) => id));
        for (const { evidence, span, parent, of, id } of facts) {
          expect(text.slice(...span)).toBe(evidence);
          expect(parent === null || (ids.has(parent) && parent !== id)).toBe(true);
          expect(of === null || (ids.has(of) && of !== id)).toBe(true);
        }
        for (const { total, parts } of gaps) expect([total, ...parts].every((id) => ids.has(id))).toBe(true);
      }),
    );
  });
});

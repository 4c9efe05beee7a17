import type { TakenWords } from "../taken-types";
import { UNITS } from "./units";

export const taken: TakenWords = {
  sheet: (table) => `Cách hiểu ${table}`,
  title: (table) => `CÁCH HIỂU BIỂU: ${table}`,
  where: (place, unit) => `Biểu ở ${place} khi nhận; đơn vị tính: ${unit === null ? "chưa rõ" : UNITS[unit]}. Kiểm tra theo các quy tắc ở dưới, dù biểu chuyển chỗ hay chen thêm dòng, cột.`,
  note: "Có thể sửa các ô nền vàng của quy tắc (mã bắt đầu bằng r), xóa dòng quy tắc, hoặc thêm quy tắc ở dòng dưới cùng: ghi phép tính (tổng, hiệu…), mã của dòng hoặc cột tổng và mã của các phần. Muốn bỏ cả biểu thì bấm “Bỏ nhận” ở “Biểu này”.",
  heads: {
    id: "Mã", text: "Dòng, cột, quy tắc", is: "Là", total: "Tổng / thuộc dòng", parts: "Các phần", only: "Chỉ ở / trừ", blanks: "Ô trống",
    tolerance: "Được lệch", severity: "Mức độ", from: "Căn cứ", data: "Dữ liệu",
  },
  uses: { amount: "số liệu cộng được", share: "tỷ lệ", quantity: "số lượng, đơn giá", words: "chữ", unit: "đơn vị tính" },
  level: (level) => `dòng cấp ${level}`,
  ops: { sum: "tổng", same: "bằng", "of-which": "số chung", difference: "hiệu", product: "tích", ratio: "tỷ lệ" },
  blanks: { fail: "báo lỗi", zero: "coi là 0", skip: "bỏ qua" },
  severities: { error: "lỗi", warning: "lưu ý", info: "thông tin" },
  froms: {
    formula: "công thức", "rule-row": "dòng đánh số cột", outline: "đề mục", label: "tên gọi", numbers: "số liệu", answer: "người dùng",
  },
  asked: "chưa chắc, sẽ hỏi",
  except: "trừ",
};

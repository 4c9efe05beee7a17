import type { FormWords } from "../form-types";
import { short } from "../sentences";

const cellsIn = (areas: readonly string[], more: number): string => `${areas.join(", ")}${more > 0 ? ` và ${more} vùng khác` : ""}`;

export const forms: FormWords = {
  counts: ({ tables, columns, lines, rules }) => `${tables} biểu: ${columns} cột, ${lines} dòng, ${rules} quan hệ bằng công thức.`,
  cleared: (cells, areas, more) => `Xóa trắng ${cells} ô có số đã nhập: ${cellsIn(areas, more)}.`,
  nothingCleared: "Không có số nào phải xóa.",
  added: (cells, areas, more) => `Thêm công thức theo quan hệ của biểu vào ${cells} ô: ${cellsIn(areas, more)}.`,
  dropped: (cells, areas, more) => `Bỏ ${cells} công thức lấy số từ trang tính khác, tệp khác hoặc vùng đặt tên: ${cellsIn(areas, more)}.`,
  reworded: (cell, from, to) => `${cell}: “${short(from)}” thành “${short(to)}”.`,
  moreReworded: (count) => `và ${count} ô chữ khác đổi năm hoặc đơn vị.`,
  inputs: (cells) => `${cells} ô để nhập số, được tô màu và chỉ nhận số.`,
  cli: {
    form: "lấy một biểu bất kỳ làm mẫu: xóa số đã nhập, giữ công thức, thêm công thức theo quan hệ của biểu; nguồn là tệp có biểu, mẫu .json hoặc mã của mẫu có sẵn",
    forms: "liệt kê các mẫu biểu công khai có sẵn",
    sheet: "trang tính có biểu",
    output: "ghi mẫu ra tệp mới, .xlsx hoặc .json",
    year: "đổi năm của biểu thành năm này; các năm khác ở tên biểu và đầu cột dời theo",
    unit: "đổi đơn vị tiền ghi trên biểu",
    written: (file) => `Đã ghi ${file}.`,
    whichSheet: (file, sheets) => `${file} có nhiều trang tính có biểu; hãy chọn một bằng --sheet: ${sheets.join(", ")}.`,
    badEnding: (file) => `Tên tệp ${file} phải có đuôi .xlsx hoặc .json. Chưa làm gì.`,
    badYear: (text) => `Năm “${short(text)}” không dùng được: cần một năm từ 1990 đến 2100. Chưa làm gì.`,
    badUnit: (text, units) => `“${short(text)}” không phải đơn vị tiền. Chọn trong: ${units.join(", ")}. Chưa làm gì.`,
    unknown: (text) => `Không có tệp hay mẫu biểu có sẵn nào tên “${short(text)}”. Xem các mẫu có sẵn: plan-tables forms`,
    noTable: (file) => `${file}: không nhận ra biểu nào.`,
    onlyForWorkbook: "--sheet, --year và --unit chỉ dùng cho biểu trong tệp .xlsx, .xls, .ods…. Chưa làm gì.",
  },
};

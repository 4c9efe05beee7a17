import type { PaneExportWords, PaneRollUpWords } from "../pane-roll-up-types";

export const paneRollUp: PaneRollUpWords = {
  title: "Tổng hợp nhiều đơn vị",
  hint: "Cộng biểu cùng mẫu của nhiều đơn vị thành biểu tổng hợp trên các trang tính mới. Tỷ lệ được tính lại từ tử số, mẫu số; thứ hạng và số bình quân không cộng.",
  from: "Lấy biểu từ",
  sources: { sheets: "Trang tính của sổ này", files: "Các tệp .xlsx, .xlsm, .xls, .xlsb, .ods" },
  listing: "Đang đọc danh sách trang tính…",
  noSheets: "Sổ làm việc này chưa có biểu nào do Bảng Kế hoạch tạo.",
  pickFiles: "Chọn tệp…",
  pickFolder: "Chọn thư mục…",
  noFolder: "Excel trên máy này không chọn được cả thư mục. Hãy mở thư mục, chọn mọi tệp trong đó (⌘A hoặc Ctrl+A) bằng “Chọn tệp…”.",
  clear: "Bỏ hết",
  noFiles: "Không có tệp sổ làm việc nào trong phần vừa chọn.",
  chosen: (count, of) => `Đã chọn ${count}/${of}`,
  rows: "Các đơn vị và nơi có biểu",
  choose: (name) => `Cộng “${name}”`,
  unit: (name) => `Đơn vị của “${name}”`,
  unitHint: "Sửa tên đơn vị ngay trong ô. “Huyện A/Xã B” là xã B thuộc huyện A; các dòng cùng tên là một đơn vị.",
  expected: "Đơn vị phải báo cáo (nếu cần đối chiếu)",
  expectedHint: "Mỗi dòng một đơn vị. Đơn vị không có biểu được nêu tên, không tính là 0.",
  run: "Cộng các đơn vị",
  reading: "Đang đọc biểu của các đơn vị…",
  writing: "Đang ghi biểu tổng hợp…",
  cancel: "Dừng",
  stopping: "Đang dừng…",
  counts: ({ units, read, broken, noTables, missing }) =>
    [`Có biểu: ${read}/${units} đơn vị`, broken > 0 ? `${broken} không đọc được` : "", noTables > 0 ? `${noTables} không có biểu` : "", missing > 0 ? `${missing} chưa có báo cáo` : ""].filter((part) => part !== "").join("; ") + ".",
  wrong: (units) => `Biểu có lỗi (${units} đơn vị)`,
  look: "Nội dung cần lưu ý trước khi cộng",
  nothing: "Không có biểu nào để cộng",
  more: (count) => `Còn ${count} nội dung khác; ghi đủ ở trang “Đơn vị” và “Không tổng hợp được”.`,
  anyway: "Vẫn cộng",
  leave: "Hủy",
  made: "Đã lập biểu tổng hợp. Mở trang tính:",
};

export const paneExport: PaneExportWords = {
  title: "Xuất PDF / .xlsx",
  hint: "Excel tự xuất; các trang tính đã đặt sẵn khổ giấy, lề và số trang. Muốn chỉ xuất vài trang tính thì giữ Ctrl (máy Mac: ⌘) và bấm tên từng trang tính trước.",
  ways: [
    { where: "Excel trên Windows", steps: ["PDF: Tệp > Xuất > Tạo tài liệu PDF/XPS (File > Export > Create PDF/XPS).", ".xlsx: Tệp > Lưu như (File > Save As)."] },
    { where: "Excel trên máy Mac", steps: ["PDF: Tệp > Lưu như, định dạng tệp PDF (File > Save As, File Format: PDF).", ".xlsx: Tệp > Lưu như, định dạng Sổ làm việc Excel (Excel Workbook)."] },
    { where: "Excel trên web", steps: ["PDF: Tệp > Xuất > Tải xuống dưới dạng PDF (File > Export > Download as PDF); nếu không có thì Tệp > In (File > Print) rồi chọn máy in PDF.", ".xlsx: Tệp > Tạo bản sao > Tải xuống bản sao (File > Create a Copy > Download a Copy)."] },
    { where: "Trang có sổ làm việc nhúng", steps: [".xlsx: nút “Tải về (.xlsx)” ở đầu trang; mở tệp đó bằng Excel để xuất PDF."] },
    { where: "Số liệu cho phần mềm khác", steps: ["Mở trang “Nguồn số liệu” rồi lưu thành CSV UTF-8: Tệp > Lưu như (File > Save As, CSV UTF-8)."] },
  ],
};

import type { PaneTextWords } from "../pane-text-types";

export const paneText: PaneTextWords = {
  hint: "Dán hoặc chọn báo cáo, tờ trình, thuyết minh đi kèm các biểu. Từng số tiền, tỷ lệ, số lượng trong văn bản được tìm trong các biểu theo tên dòng, cột, năm và đơn vị; không sửa gì trong sổ làm việc.",
  here: "Văn bản được đọc ngay trên máy này, không gửi đi đâu.",
  paste: "Văn bản cần đối chiếu",
  read: "Đối chiếu",
  pick: "Chọn tệp (.docx, .pdf, .txt)…",
  drop: "Thả tệp vào đây",
  reading: "Đang đối chiếu…",
  unread: (file) => (file === null ? "Chưa đọc được văn bản đã dán:" : `Chưa đọc được “${file}”:`),
  at: (time, file) => `Đối chiếu lúc ${time}: ${file === null ? "văn bản đã dán" : `“${file}”`}. Làm tròn không tính là khác.`,
  more: (count) => `Còn ${count} số liệu nữa; trang tính ghi đủ.`,
  hints: {
    unsure: "Gần với một ô của biểu nhưng chưa chắc văn bản nói về ô ấy; hãy xem lại.",
    "not-found": "Không dòng nào của các biểu có tên khớp với phần văn bản này.",
    agrees: "",
  },
};

import { parts, place } from "../sentences";
import type { Entry } from "../../workbook/port";
import type { FailureWords, FileFaultWords, RefusalWords, SystemWords, Words } from "../types";

const { cell, number: written } = parts("vi", "và");
const number = (digits: string): string => written(Number(digits));

/** What of a file is too large or broken; parts of the package are named as they are called in it. */
export const faults: FileFaultWords = {
  size: ({ what }) => `tối đa ${what}`,
  entries: ({ what }) => `có hơn ${number(what)} tệp con`,
  unpacked: ({ what }) => `giải nén ra hơn ${what}`,
  packing: ({ part, what }) => `${part} nén quá ${what} lần`,
  cells: ({ part, what }) => `${part} có hơn ${number(what)} ô`,
  rows: ({ part, what }) => `${part} có hơn ${number(what)} dòng`,
  columns: ({ part, what }) => `${part} có hơn ${number(what)} cột`,
  time: ({ what }) => `đọc quá ${number(what)} giây chưa xong`,
  memory: () => "cần nhiều bộ nhớ hơn mức cho phép",
  zip: () => "không giải nén được, có thể chưa được tải về đầy đủ",
  "part-twice": ({ part }) => `${part} có hai lần`,
  "part-missing": ({ part }) => `thiếu ${part}`,
  xml: ({ part }) => `${part} không đúng cú pháp XML`,
  doctype: ({ part }) => `${part} khai báo kiểu tài liệu, không được phép`,
  nesting: ({ part, what }) => `${part} lồng quá ${what} lớp`,
  "sheet-unnamed": ({ part }) => `${part} có trang tính không tên`,
  "sheet-missing": ({ what }) => `trang tính “${what}” không có nội dung`,
  "sheet-twice": () => "hai trang tính trùng tên",
  row: ({ part, what }) => `${part} có dòng số “${what}”`,
  cell: ({ part, what }) => `${part} có ô “${what}”`,
  string: ({ part, what }) => `${part} dùng chuỗi chữ số ${what} không có trong tệp`,
  number: ({ part, what }) => `${part} có số “${what}” không đọc được`,
  date: ({ part, what }) => `${part} có ngày “${what}” không đọc được`,
  "cell-type": ({ part, what }) => `${part} có ô kiểu “${what}” không rõ`,
  content: () => "không đọc được nội dung",
};

/** Why a sheet of ours is not removed. */
function entry(found: Entry): string {
  switch (found.kind) {
    case "cell":
      return `ô ${cell(found.at)} không còn như lúc tạo, đã có người nhập hoặc sửa`;
    case "remark":
      return `ô ${cell(found.at)} có ghi chú hoặc bình luận`;
    case "formula":
      return `công thức ở ${place(found.at)} đang dùng số của trang tính này`;
    case "chart":
      return `có biểu đồ “${found.name}” được thêm vào`;
    case "name":
      return `có vùng được đặt tên “${found.name}”`;
  }
}

export const failures: FailureWords = {
  busy: () => "Excel đang ở chế độ sửa ô hoặc đang mở một hộp thoại. Chưa có gì thay đổi. Hãy nhấn Enter hoặc Esc rồi làm lại.",
  protected: ({ sheet }) => `${sheet ? `Trang tính “${sheet}”` : "Sổ làm việc"} đang được bảo vệ nên không ghi được. Chưa có gì thay đổi. Hãy bỏ bảo vệ (Xem lại > Bỏ bảo vệ trang tính) rồi làm lại.`,
  unfocused: () => "Excel chưa làm được, có thể vì một sổ làm việc khác đang ở phía trước. Chưa có gì thay đổi. Hãy bấm vào một ô của sổ làm việc này rồi làm lại.",
  hidden: ({ sheet }) => `Trang tính “${sheet}” đang ẩn nên không mở ra được. Chưa có gì thay đổi. Hãy bỏ ẩn (bấm chuột phải vào thẻ tên trang tính > Bỏ ẩn) rồi làm lại.`,
  "sheet-gone": ({ sheet }) => `Không còn trang tính “${sheet}”. Chưa có gì thay đổi. Hãy kiểm tra lại.`,
  "name-taken": ({ name }) => `Trong sổ làm việc đã có “${name}”. Chưa có gì thay đổi. Hãy làm lại để dùng tên khác.`,
  "cell-changed": ({ at }) => `Ô ${place(at)} đã được sửa sau đó. Chưa có gì thay đổi. Hãy kiểm tra lại.`,
  "sheet-has-entries": ({ sheet, found }) => `Trang tính “${sheet}” không được gỡ bỏ: ${entry(found)}. Chưa có gì thay đổi. Nếu không cần nữa, hãy tự xóa trang tính.`,
  "notes-unseen": ({ sheets }) => `Phiên bản Excel này không cho biết trên trang tính có ghi chú hay không (${sheets.join(", ")}). Chưa có gì thay đổi. Hãy xem lại trang tính rồi bấm Hoàn tác lần nữa để gỡ bỏ.`,
  "would-overwrite": ({ sheet, area }) => `Vùng ${area} của trang tính “${sheet}” đã có nội dung khác. Chưa có gì thay đổi. Hãy chuyển nội dung đó đi rồi làm lại.`,
  "too-large": ({ what }) => `Lượng dữ liệu vượt mức Excel nhận trong một lần (${what}). Chưa có gì thay đổi. Hãy chia nhỏ bảng.`,
  "unreadable-file": ({ reason, fault, part, what }) =>
    ({
      "not-a-workbook": "tệp không phải sổ làm việc (.xlsx, .xlsm, .xls, .xlsb, .ods); nếu Excel mở được tệp này thì hãy mở bằng Excel rồi lưu thành .xlsx",
      "not-text": "tệp .csv phải là tệp chữ mà tệp này không phải; nếu Excel mở được thì hãy mở bằng Excel rồi lưu thành .xlsx hoặc “CSV UTF-8”",
      empty: "tệp trống (0 byte), có thể chưa được tải về đầy đủ",
      "old-format": "tệp của Excel 95 hoặc cũ hơn; hãy mở bằng Excel rồi lưu thành .xlsx",
      "too-large": "tệp lớn quá mức cho phép",
      encrypted: "tệp có mật khẩu; hãy mở bằng Excel rồi lưu thành .xlsx không mật khẩu",
      broken: "tệp bị hỏng",
      markup: "tệp là trang web hoặc tệp XML mang đuôi của sổ làm việc; hãy mở bằng Excel rồi lưu thành .xlsx",
      "no-sheets": "tệp chỉ có macro, biểu đồ hoặc hộp thoại, không có trang tính nào",
    })[reason] + (fault === null ? "" : ` (${faults[fault]({ part, what })})`),
  stopped: () => "Đã dừng theo yêu cầu. Chưa có gì thay đổi.",
  "not-supported": ({ what }) => `Phiên bản Excel này không có chức năng cần dùng (${what}). Chưa có gì thay đổi.`,
  "left-over": ({ sheets }) => `Công việc bị dừng giữa chừng và chưa trả lại hết như cũ được. Hãy xem lại trang tính: ${sheets.join(", ")}. Trang mới tạo thì xóa đi; trang có từ trước thì làm lại thao tác, hoặc nhấn Ctrl+Z trong Excel.`,
  unknown: ({ code, message }) => `Excel báo lỗi ${code}: ${message}`,
};

export const refusals: RefusalWords = {
  "no-tables": () => "Không nhận ra biểu nào trong sổ làm việc này. Hãy tạo biểu, hoặc mở tệp có biểu. Chưa có gì thay đổi.",
  "unknown-plan": ({ id }) => `Không có kế hoạch “${id}”.`,
  "nothing-chosen": () => "Chưa chọn biểu nào. Hãy chọn ít nhất một biểu.",
  "bad-years": ({ years }) => `Các năm “${years}” không dùng được: cần từ 1 đến 40 năm khác nhau, trong khoảng 1990–2100. Chưa có gì thay đổi.`,
  "bad-reporting-units": ({ name, most }) => (name === null ? `Chỉ nhận nhiều nhất ${most} đơn vị trong một biểu. Chưa có gì thay đổi.` : `Tên đơn vị “${name}” bị trùng hoặc để trống. Chưa có gì thay đổi.`),
  "bad-rows": ({ most }) => `Số dòng trống của mỗi biểu phải là số nguyên từ 1 đến ${most}. Chưa có gì thay đổi.`,
  "no-reason": () => "Chưa nêu lý do. Hãy nhập lý do. Chưa có gì thay đổi.",
  "finding-gone": () => "Nội dung này không còn trong kết quả kiểm tra. Chưa có gì thay đổi. Hãy kiểm tra lại.",
  "table-gone": () => "Ô này không còn nằm ở dòng, cột của biểu đã nhận ra. Chưa có gì thay đổi. Hãy kiểm tra lại, chọn ô trong biểu rồi bấm “Biểu này”.",
  "already-taken": ({ sheet }) => `Biểu ở trang tính “${sheet}” đã được nhận rồi. Chưa có gì thay đổi. Muốn nhận lại từ đầu thì bấm “Bỏ nhận” trước.`,
  "too-long": ({ sheet }) => `Biểu ở trang tính “${sheet}” có quá nhiều dòng rời nhau trong một tổng nên không ghi được cách hiểu vào ô. Chưa có gì thay đổi; biểu vẫn được kiểm tra như biểu chưa nhận.`,
  "no-parts": ({ axis, cell: at }) => `Vùng đang chọn không có ${axis === "column" ? "dòng" : "cột"} nào của biểu ngoài chính ${axis === "column" ? "dòng" : "cột"} của ${at}. Chưa có gì thay đổi. Hãy chọn các ${axis === "column" ? "dòng" : "cột"} là phần của ${at} (giữ Ctrl để chọn nhiều vùng) rồi bấm lại.`,
  "too-many-parts": ({ axis, most }) => `Vùng đang chọn gồm hơn ${most} đoạn ${axis === "column" ? "dòng" : "cột"} rời nhau. Chưa có gì thay đổi. Hãy chọn các đoạn liền nhau.`,
  "no-form": ({ sheet }) => `Không nhận ra biểu nào trên trang tính “${sheet}”. Chưa có gì thay đổi. Hãy chọn một ô của biểu có đầu cột, dòng và khung kẻ rồi thử lại.`,
  "bad-template": ({ at, fault }) => (fault === "json" ? "Đây không phải mẫu biểu dạng JSON. Chưa có gì thay đổi. Hãy dán nguyên nội dung đã sao chép hoặc chọn đúng tệp." : `Mẫu biểu không đúng cấu trúc${at === "" ? "" : ` tại ${at}`} (${fault}). Chưa có gì thay đổi.`),
  "no-year": ({ sheet }) => `Tên biểu và đầu cột của “${sheet}” không ghi năm nào nên không đổi năm được. Chưa có gì thay đổi. Hãy bỏ trống năm.`,
  "no-money-unit": ({ sheet }) => `Biểu “${sheet}” không ghi đơn vị tiền nên không đổi đơn vị được. Chưa có gì thay đổi. Hãy giữ nguyên đơn vị.`,
  "no-adjustment": ({ why }) => (why === "nothing" ? "Hai bản không khác nhau về số tiền nên không có gì để lập biểu điều chỉnh. Chưa ghi gì." : "Hai bản là của các năm khác nhau, không phải một dự toán trước và sau điều chỉnh. Chưa ghi gì."),
  "no-title": () => "Kế hoạch chưa có tên. Hãy nhập tên kế hoạch. Chưa có gì thay đổi.",
  "no-period": () => "Văn bản không nêu kế hoạch của những năm nào. Hãy nhập năm đầu và năm cuối. Chưa có gì thay đổi.",
};

/** What a file or a disk does not let us do. */
export const system: SystemWords = {
  ENOENT: "không có tệp hoặc thư mục này",
  ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
  EISDIR: "đây là thư mục, không phải tệp",
  EACCES: "không có quyền truy cập",
  EPERM: "hệ thống không cho phép",
  EROFS: "ổ đĩa chỉ cho phép đọc",
  EEXIST: "đã có tệp cùng tên",
  ENOSPC: "ổ đĩa đã đầy",
  EDQUOT: "đã dùng hết dung lượng được cấp trên ổ đĩa",
  EFBIG: "tệp lớn hơn mức ổ đĩa cho phép",
  EMFILE: "đang mở quá nhiều tệp cùng lúc",
  ENFILE: "hệ thống đang mở quá nhiều tệp cùng lúc",
  ENOMEM: "máy không đủ bộ nhớ",
  EBUSY: "tệp đang được chương trình khác sử dụng",
  ETXTBSY: "tệp đang được chương trình khác sử dụng",
  ENAMETOOLONG: "tên tệp hoặc đường dẫn quá dài",
  ELOOP: "đường dẫn dẫn vòng về chính nó",
  EIO: "ổ đĩa đọc hoặc ghi bị lỗi",
  ENXIO: "không có thiết bị này",
  ENODEV: "không có thiết bị này",
  ESTALE: "ổ đĩa mạng không còn giữ tệp này",
  ETIMEDOUT: "ổ đĩa mạng không trả lời",
  EPIPE: "chương trình nhận kết quả đã đóng",
  EINVAL: "hệ thống không đọc, ghi được tệp kiểu này",
  other: (code) => `hệ thống báo lỗi ${code}`,
};

export const ownFault: Words["ownFault"] = ({ name, message }) => `Lỗi của chính Bảng Kế hoạch (${name}: ${message}).`;

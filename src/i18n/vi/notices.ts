import { areaToA1, type Area } from "../../sheet";
import type { NoticeWords } from "../types";

export const notices: NoticeWords = {
  page: ({ sheet }) => `Chưa đặt được khổ giấy và trang in của trang tính “${sheet}” (có thể máy chưa cài máy in). Nội dung đã ghi đủ; khi in hãy đặt lại ở Bố trí Trang (Page Layout).`,
  freeze: ({ sheet }) => `Chưa cố định được tiêu đề của trang tính “${sheet}”. Nội dung đã ghi đủ; có thể cố định ở Xem > Cố định ngăn (Freeze Panes).`,
  show: ({ sheet }) => `Đã ghi trang tính “${sheet}” nhưng chưa mở ra được, có thể vì một sổ làm việc khác đang ở phía trước.`,
  calculation: ({ sheet }) => `Excel chưa tính xong công thức (trang tính “${sheet}”) nên kết quả có thể dựa trên số cũ. Hãy nhấn F9 rồi kiểm tra lại.`,
  "windows-1258": ({ sheet }) => `Tệp “${sheet}” không ghi bằng Unicode (UTF-8) nên được đọc theo bảng mã Windows-1258 (tiếng Việt). Nếu chữ có dấu bị sai thì hãy lưu lại thành “CSV UTF-8”; số không bị ảnh hưởng.`,
  "windows-1252": ({ sheet }) => `Tệp “${sheet}” không ghi bằng Unicode (UTF-8) nên được đọc theo bảng mã Windows-1252 (Tây Âu, phông chữ cũ). Nếu chữ có dấu bị sai thì hãy lưu lại thành “CSV UTF-8”; số không bị ảnh hưởng.`,
  "not-whole": ({ sheet, area }) => `Trang tính “${sheet}” dùng tới những ô rất xa nên chỉ kiểm tra vùng ${area ? areaToA1(area) : ""}; số liệu nằm ngoài vùng này chưa được xem. Hãy xóa nội dung lạc ở xa (nhấn Ctrl+End để đến ô cuối) hoặc chia thành nhiều trang tính.`,
  picture: ({ sheet }) => `Trang tính “${sheet}” chỉ có hình ảnh hoặc biểu đồ, không có ô số liệu nào, nên không kiểm tra được. Nếu đó là ảnh chụp một biểu thì hãy nhập số liệu vào ô rồi kiểm tra lại.`,
  unread: ({ sheet, area }) => `Trang tính “${sheet}” có những dòng số liệu (từ ${area ? areaToA1(area) : ""}) mà phần mềm không đọc được thành biểu, nên chưa kiểm tra. Hãy nhập mỗi ô một số, đơn vị tính ghi ở tiêu đề, và có dòng tiêu đề cột phía trên.`,
  pivot: ({ sheet }) => `Trang tính “${sheet}” có PivotTable: số trong đó do Excel tính từ nguồn và chỉ đúng đến lần làm mới cuối cùng; ở đây số được đọc như đang ghi trong ô. Hãy làm mới (Dữ liệu > Làm mới Tất cả) rồi kiểm tra, và sửa ở nguồn chứ không sửa trong bảng ấy.`,
  answer: ({ sheet, area }) => `Trên trang tính “${sheet}” (${rowsOf(area)}) có câu trả lời về cách hiểu biểu không dùng được nữa: các ô của nó không còn, hoặc ô Tình trạng không ghi “Phải” hay “Không phải”. Biểu được đọc như chưa có câu trả lời ấy; hãy trả lời lại, hoặc sửa ô Tình trạng, hoặc xóa dòng đó.`,
  rule: ({ sheet, area }) => `Trên trang tính “${sheet}” (${rowsOf(area)}) có quy tắc không dùng được: phép tính, mã dòng, cột, ô trống, mức độ hoặc sai số ghi không đúng. Quy tắc ấy được bỏ qua, các quy tắc khác vẫn dùng; hãy sửa lại hoặc xóa dòng đó.`,
  plan: ({ sheet }) => `Trang tính “${sheet}” giữ nguồn số liệu của một kế hoạch nhưng không đọc lại được nữa (dòng bị xóa hoặc cột dữ liệu bị sửa), nên các biểu của kế hoạch ấy không đối chiếu được với văn bản. Số trong biểu vẫn được kiểm tra như thường.`,
};

function rowsOf(area: Area | undefined): string {
  const [first, last] = [(area?.row ?? 0) + 1, (area?.row ?? 0) + (area?.rows ?? 1)];
  return first === last ? `dòng ${first}` : `trong các dòng ${first}–${last}`;
}

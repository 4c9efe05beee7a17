import type { DocumentWords } from "../document-types";
import { parts, yearRanges } from "../sentences";
import { faults } from "./failures";

const { number } = parts("vi", "và");

const KINDS = { ".doc": "văn bản Word đời cũ (.doc)", ".rtf": "văn bản .rtf", ".odt": "văn bản OpenDocument (.odt)", html: "trang web", xml: "tệp XML" } as const;

/** Hãy nói: xảy ra điều gì, điều gì không thay đổi, nên làm gì. */
export const documents: DocumentWords = {
  failures: {
    "not-a-document": () => "Tệp không phải văn bản đọc được (.docx, .pdf, .txt). Chưa có gì thay đổi. Nếu Word mở được tệp này thì hãy mở bằng Word rồi lưu thành .docx, hoặc dán nội dung vào.",
    "old-doc": ({ kind }) => `Tệp là ${KINDS[kind]}, chưa đọc trực tiếp được. Chưa có gì thay đổi. Hãy mở bằng Word rồi lưu thành .docx, hoặc dán nội dung vào.`,
    locked: () => "Tệp có mật khẩu nên không đọc được. Chưa có gì thay đổi. Hãy mở bằng mật khẩu rồi lưu một bản không mật khẩu, hoặc dán nội dung vào.",
    scan: ({ pages }) => `Tệp là bản quét (${number(pages)} trang là ảnh, không có lớp chữ) nên không đọc được. Chưa có gì thay đổi. Hãy xin bản .docx, hoặc nhận dạng chữ (OCR) rồi soát lại và dán nội dung vào.`,
    empty: () => "Tệp không có chữ nào, có thể chưa được tải về đầy đủ. Chưa có gì thay đổi. Hãy tải lại hoặc chọn tệp khác.",
    broken: (at) => `Tệp bị hỏng${at.fault === null ? "" : ` (${faults[at.fault](at)})`} nên không đọc được. Chưa có gì thay đổi. Hãy tải lại, hoặc mở bằng Word rồi lưu thành .docx mới.`,
    "too-large": ({ fault, part, what }) => `Tệp lớn quá mức cho phép (${fault === "pages" ? `tối đa ${number(Number(what))} trang` : fault === "letters" ? `tối đa ${number(Number(what))} ký tự` : faults[fault]({ part, what })}). Chưa có gì thay đổi. Hãy tách văn bản thành nhiều phần.`,
    stopped: () => "Đã dừng theo yêu cầu. Chưa có gì thay đổi.",
  },
  notices: {
    "windows-1258": () => "Tệp không ghi bằng Unicode (UTF-8) nên được đọc theo bảng mã Windows-1258 (tiếng Việt). Nếu chữ có dấu bị sai thì hãy lưu lại theo UTF-8.",
    "windows-1252": () => "Tệp không ghi bằng Unicode (UTF-8) nên được đọc theo bảng mã Windows-1252 (Tây Âu, phông chữ cũ). Nếu chữ có dấu bị sai thì hãy lưu lại theo UTF-8.",
    changes: ({ count }) => `Văn bản có ${number(count)} chỗ theo dõi thay đổi (Track Changes) chưa chấp nhận; văn bản được đọc như khi đã chấp nhận tất cả.`,
    pictures: ({ count }) => `Văn bản có ${number(count)} hình lớn; chữ và bảng trong hình không đọc được. Hãy xem lại các hình ấy.`,
    "foreign-parts": ({ count }) => `Văn bản có ${number(count)} phần được nhúng từ tệp khác và chưa được đọc. Hãy mở bằng Word rồi lưu lại thành .docx để các phần ấy thành nội dung của văn bản.`,
    "pages-without-text": ({ pages }) => `Các trang ${yearRanges(pages)} là ảnh, không có lớp chữ, nên chưa được đọc.`,
  },
};

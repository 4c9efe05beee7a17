import { parts, place, short } from "../sentences";
import type { TextCheckWords } from "../text-check-types";
import { TYPING } from "./findings-sums";

const { number } = parts("vi", "và");

const WAYS = {
  sum: "cộng các ô của dòng được", difference: "chênh lệch giữa hai ô của dòng là", growth: "tính từ các ô thì tăng, giảm",
  part: "tính từ các ô thì tỷ trọng là", ratio: "tính từ các ô thì tỷ lệ là",
} as const;

export const textCheck: TextCheckWords = {
  verdicts: { differs: "Khác biểu", unsure: "Cần xem lại", "not-found": "Không thấy trong biểu", agrees: "Khớp" },
  counts: (counts) =>
    `${number(counts.differs)} số liệu khác biểu, ${number(counts.unsure)} cần xem lại, ${number(counts.agrees)} khớp, ${number(counts["not-found"])} không thấy trong biểu`,
  told: ({ sure, shown, way, slip, elsewhere }) => {
    const said = shown === null ? "" : way === null ? `Biểu ghi ${shown}` : `${WAYS[way].charAt(0).toUpperCase()}${WAYS[way].slice(1)} ${shown}`;
    const why = slip !== null && TYPING[slip] !== undefined ? ` (có thể ${TYPING[slip]})` : "";
    const other = elsewhere === null ? "" : `${said === "" ? "Số" : "; số"} trong văn bản có ở ô ${place(elsewhere.at)} (${short(elsewhere.label)}, ${short(elsewhere.head)})`;
    return `${said}${why}${other}.${sure ? "" : " Chưa chắc văn bản nói về ô này."}`;
  },
  noFigures: "Văn bản không có số tiền, tỷ lệ hay số lượng nào để đối chiếu.",
  noTables: "Không nhận ra biểu nào trong sổ làm việc để đối chiếu.",
  cli: {
    text: "đối chiếu số liệu của văn bản này (.docx, .pdf, .txt) với các biểu của tệp",
    oneFile: "Với --text chỉ kiểm tra được một tệp biểu. Chưa làm gì.",
    inSentence: (sentence) => `Câu: “${sentence}”`,
  },
  sheet: {
    name: "Đối chiếu văn bản",
    pasted: "văn bản đã dán",
    title: "ĐỐI CHIẾU SỐ LIỆU CỦA VĂN BẢN VỚI CÁC BIỂU",
    made: (text, date) => `(Văn bản: ${text}; đối chiếu ngày ${date})`,
    note: "Số liệu được tìm trong biểu theo tên dòng, cột, năm và đơn vị; làm tròn không tính là khác. Chỉ ghi “khác biểu” khi chắc chắn đúng ô.",
    heads: {
      number: "STT", verdict: "Kết quả", figure: "Văn bản ghi", shown: "Biểu ghi", cell: "Ô", what: "Nội dung", sentence: "Câu trong văn bản",
    },
  },
};

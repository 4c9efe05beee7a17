import { cleanText } from "../../quantity";

const SHARE = /^(?:[-+*•] ?)?(?:tỷ|tỉ) lệ (?=\p{L})/iu;
/** What is called "tỷ lệ" and is given in ‰, per so many, as a quotient or against another time. */
const NO_PERCENT = /‰|%0|\d[\d.]{2,}|\/|(?<!\p{L})(?:phần nghìn|phần ngàn|vạn|nghìn|ngàn|trăm nghìn|giới tính|nam\s*[-,]?\s*nữ|trẻ em trai|bé trai|sinh|đẻ|chết|tử vong|tăng|giảm|gia tăng|phát triển|tốc độ|so với|trên (?:mỗi|một|tổng)|bình quân|trung bình|mắc|mới mắc|hiện mắc|bác sĩ trên|giường|phụ thuộc|chia|tiền|vốn|đô thị hóa)(?!\p{L})/iu;

/** The unit that the name of an indicator can only have: "%" of "Tỷ lệ xã có bác sĩ"; null where the name leaves a doubt. */
export function unitOfName(name: string): "%" | null {
  const text = cleanText(name);
  return SHARE.test(text) && !NO_PERCENT.test(text) ? "%" : null;
}

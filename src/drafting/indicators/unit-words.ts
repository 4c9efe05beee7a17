import type { SaidMeasure } from "../../quantity";

/** What counts and measures, and names nothing: "215 ha" of "ngô 215 ha", "2 ca" of "đình sản: 2 ca". */
const PURE = /^(?:con|ca|cái|chiếc|lượt|lần|tuổi|năm|tháng|ngày|giờ|phút|mm|cm|m|km|m2|m3|km2|ha|tấn|tạ|kg|g|lít|kwh|mw|mwp|gwh|kw|kwp|kva|mva|kv|µg|mg|db|buồng|suất|vụ|đồng|đ|vnđ|usd|%|‰|toe|gb|mbps|sào|héc ?ta|thứ bậc|người|trường hợp|bộ|gói)(?:\/.*|)$/iu;
const NUMBER = /^[~≈≥≤<>=\s]*(?:từ )?\d[\d.,]*(?:\s?\d{3})*(?:\s*(?:-|đến|tới|\/)\s*\d[\d.,]*)?\s*(?:\((?:[^()\d]{2,40})\)\s*)?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn)(?!\p{L})\s*)*/iu;
const NUMBER_WORD = /^(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: (?:đến|-) \p{L}+)?\s+/iu;

/** The words of a measure behind its number: "cầu dân sinh" of "36 cầu dân sinh", "bác sĩ" of "12 bác sĩ/vạn dân"; "" for mere units. */
export function countedWords(said: string): string {
  const behind = said.replace(NUMBER, "").replace(NUMBER_WORD, "");
  const words = behind.replace(/\s*\/.*$/u, "").replace(/\s+trên\s+(?:\d|một|mỗi|1).*$/iu, "").trim();
  return PURE.test(words) || /^(?:%|‰|điểm %|phần trăm|đồng|USD)/iu.test(words) ? "" : words;
}

/** "trên một vạn dân" of "/vạn dân"; "" for what is no rate per people. */
export function perWords({ target: { unit } }: SaidMeasure): string {
  if (unit?.startsWith("/") !== true) return "";
  const rest = unit.slice(1);
  if (/^\d+$/.test(rest)) return "";
  return /^(?:vạn|nghìn|ngàn)/i.test(rest) ? `trên một ${rest}` : `trên ${rest}`;
}

export const isShare = (unit: string | null): boolean => unit !== null && /^(?:điểm )?[%‰]/.test(unit);

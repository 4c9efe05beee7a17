/** "Tỉnh ủy", "Ban Thường vụ Huyện ủy", "Đảng ủy phường 2", "Ban Chấp hành Đảng bộ xã A"; "Ủy ban nhân dân tỉnh" is none. */
const COMMITTEE = /(?<!\p{L})(?:tỉnh|thành|huyện|quận|thị|đảng|quân|chi|khu) (?:ủy|uỷ)(?!\p{L})|đảng bộ|ban bí thư|bộ chính trị|ban chấp hành trung ương/iu;
/** "25-KH/TU": the kind stands before the stroke; the state's numbers are "220/KH-UBND". */
const NUMBER = /^\d*\s*-\s*\p{L}+\s*\/\s*\p{L}/u;

/** Whether a document is a Party committee's: its papers carry the Party's name in place of the state's (Hướng dẫn 36-HD/VPTW, mục II.1). */
export function isPartyPaper({ issuer, number }: { readonly issuer: string; readonly number: string | null }): boolean {
  return COMMITTEE.test(issuer.normalize("NFC").replace(/\s+/gu, " ")) || NUMBER.test(number ?? "");
}

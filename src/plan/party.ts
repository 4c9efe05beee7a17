/**
 * Organs of the Party, without accents told only where a name has none: "Ban Thường vụ Huyện ủy", "Đảng ủy phường 2", "Ban Chấp hành Đảng
 * bộ xã A", "Chi bộ thôn 3", "Ban cán sự đảng"; "Ủy ban nhân dân tỉnh" and the committees of the Youth Union are none.
 */
const ORGAN = /(?<!\p{L})(?:(?:tỉnh|thành|huyện|quận|thị|đảng|quân|chi|khu) (?:ủy|uỷ)(?!\p{L}| ban(?!\p{L}))|đảng bộ|chi bộ(?!\p{L})|đảng đoàn|ban cán sự đảng|ban bí thư(?! (?:đoàn|trung ương đoàn|tỉnh đoàn))|bộ chính trị|ban chấp hành trung ương(?! (?:đoàn|hội))|ban thường vụ$)/iu;
const ORGAN_BARE =
  /\b(?:(?:tinh|thanh|huyen|quan|thi|dang|chi|khu) uy(?! ban\b)|dang bo|chi bo|dang doan|ban can su dang|bo chinh tri|ban thuong vu$)\b/i;
/** "25-KH/TU": the kind stands before the stroke; the state's numbers are "220/KH-UBND". */
const NUMBER = /^\d*\s*-\s*\p{L}+\s*\/\s*\p{L}/u;

/**
 * Whether a document is a Party committee's: its papers carry the Party's name in place of the state's (Hướng dẫn 36-HD/VPTW, mục II.1).
 */
export function isPartyPaper({ issuer, number }: { readonly issuer: string; readonly number: string | null }): boolean {
  const name = issuer.normalize("NFC").replace(/\s+/gu, " ").trim();
  return ORGAN.test(name) || (/^[\x20-\x7e]+$/.test(name) && ORGAN_BARE.test(name)) || NUMBER.test(number ?? "");
}

/** The same of the line under a table's title that says what it is attached to: "(Kèm theo Kế hoạch số 25-KH/TU ngày … của Tỉnh ủy)". */
export function isPartyAnnex(line: string): boolean {
  const text = line.normalize("NFC").replace(/\s+/gu, " ").replace(/\)\s*$/u, "");
  const [, number = null] = /(?:^|\s)(?:số|No\.) (\d*\s?-\s?\S+)/u.exec(text) ?? [];
  const [, issuer = ""] = /(?:năm|ngày) (?:(?!của ).)*của (.+)$/iu.exec(text) ?? /, ([^,]+)$/u.exec(text) ?? [];
  return isPartyPaper({ issuer, number });
}

import { bareText, cleanText, readMoneyUnit } from "../../quantity";

/** Words by which the rows and columns of a table are told, in Vietnamese and English. All take texts in the shape of `cleanText`. */

const test =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(bareText(text));

/** Head of a column of outline numbers. */
export const isOutlineHead = test(/^(?:(?:so )?t\.? ?t\.?|s\.? ?t\.? ?t\.?|so thu tu|stt\b.{0,12}|no\.?|n°|ord\.?|#)$/);

/** "No." may be a count as well: only words beside it tell that it numbers them. */
export const isNumberHead = test(/^(?:no\.?|n°|#)$/);

/** Head of a column of what lines are about. */
export const isLabelHead = test(
  /^(?:(?:cac )?(?:noi dung|chi tieu|danh muc|khoan muc|hang muc|dien giai|nhiem vu|cong viec|muc tieu|ten |ho (?:va )?ten|loai |khoan |nguon |don vi(?! tinh)|dia phuong|dia ban|xa|huyen|tinh|nganh|linh vuc|du an|cong trinh)|items?\b|indicators?\b|descriptions?\b|particulars\b|tasks?\b|name\b|category\b|contents?\b)/,
);

/** Head of a column of units. */
export const isUnitHead = test(/^(?:don vi tinh|d\.? ?v\.? ?t\.?|don vi do|dv tinh|units?(?: of measure(?:ment)?)?)\.?$/);
/** Units, or agencies: what stands under it tells. */
export const isUnitOrAgencyHead = test(/^(?:don vi|dv)$/);

/** Head of a column of codes, days and numbers that are names: nobody adds them up. */
export const isCodeHead = test(
  /^(?:ma(?: so| qhns| don vi| chuong| ndkt| nganh| dvqhns| du an)?|chuong|loai|khoan|muc|tieu muc|ndkt|so hieu|so (?:tai khoan|dien thoai|cmnd|cccd|ct|chung tu|quyet dinh|qd|hop dong)|tai khoan|dien thoai|sdt|nam sinh|ngay.*|thoi (?:gian|han|diem).*|thang nam|thuyet minh|ghi chu|code|account(?: no\.?| number)?|phone|zip(?: code)?|dates?|notes?|ids?|year of birth|so nha|nam (?:khoi cong|hoan thanh).*)$/,
);

/** Heads of columns of codes that lie in each other, as in the index of the state budget: a line is on the level of its last one. */
export const isLevelHead = test(/^(?:ma )?(?:chuong|loai|khoan|nhom|tieu nhom|muc|tieu muc)$/);

/** Head of the column of codes by which labels refer to lines: "(20 = 10 - 11)". */
export const isLineCodeHead = test(/^(?:ma so|ma|ma chi tieu|code)$/);

/** Head of a column of notes. */
export const isRemarkHead = test(/^(?:ghi chu|chu thich|nhan xet|remarks?|notes?|comments?)$/);

const SHARE =
  /%|‰|^(?:ty|ti) (?:le|trong|so|suat)(?!\p{L})|^co cau|^percent|^per cent|^pct\b|^rate\b|^ratio\b|^share\b|\b(?:ratio|percent(?:age)?)\b|^toc do|^chi so phat trien/u;
/** Head of a column of shares, ratios or rates. */
export const isShareHead = test(SHARE);
/** "So sánh": a share or a difference, as the rest says. */
export const isComparisonHead = test(/^so sanh(?!\p{L})|^(?:thuc hien|th|qt|quyet toan) ?\/ ?(?:dt|du toan|kh|ke hoach)/u);
/** A comparison by how much, not by how many times. */
export const isDifferenceHead = test(
  /(?:^|\s|\()(?:tuyet doi|so tuyet doi|chenh lech|tang ?[,/(+-]? ?\(?\+?\)? ?giam|difference|change)(?!\p{L})/u,
);

/** "Tổng", "Cộng" and the like at the beginning of names of their own. */
const NO_TOTAL =
  /^(?:tổng (?:công ty|cục|hợp|kết|đài|đội|bí thư|tham mưu|kho|mức|quan|liên đoàn|vệ sinh|thầu|giám đốc|dự toán công trình)|cộng (?:hoà|hòa|đồng|tác|sản|hưởng|sinh))(?!\p{L})/iu;
const TOTAL = /^(?:tổng|cộng|toàn (?:tỉnh|xã|huyện|quốc|ngành|thành phố|phường|vùng|trường|đơn vị|bộ)|cả nước|chung)(?!\p{L})/iu;
const TOTAL_ENGLISH = /^(?:grand |sub-?|overall |net )?totals?\b|\btotals?[:.]?$|^sum(?:\b|:)|^all\b(?! other)|^overall\b/i;

/** Whether words say that a line or column adds up others. */
export function saysTotal(text: string): boolean {
  const bare = text.replace(/^[-+*•\s\d.)]*(?=\p{L})/u, "");
  return (TOTAL.test(bare) && !NO_TOTAL.test(bare)) || TOTAL_ENGLISH.test(bare);
}

/** "Trong đó": parts that need not reach the whole. */
export const saysOfWhich = test(/^[-+*•(\s]*(?:(?:trong|tr\.?) ?do(?!\p{L})|of which|in which|thereof)/u);
/** "Gồm", "Chia ra": parts that reach the whole. */
export const saysParts = test(/^[-+*•(\s]*(?:(?:bao )?gom|chia ra|includ(?:es|ing)|consist)(?!\p{L})/u);
/** "Phân theo …": one of several ways of adding up. */
export const saysBreakdown = test(
  /^[-+*•\d.)\s]*(?:(?:phan|chia|phan chia|phan to|phan bo|phan loai|tinh) theo|theo (?:nguon|loai|nganh|linh vuc|cap|noi dung|khu vuc|dia ban|hinh thuc|thanh phan|gioi|nhom|khoan)|classified by|by )/,
);

const NOTE =
  /^[*(\s]*(?:ghi chu|luu y|chu thich|chu y|nguon(?: so lieu)?|so lieu|sources?|notes?|remarks?|footnotes?|bang chu|(?:so tien|tong so tien)[^:]{0,20}bang chu|viet bang chu|last modified|explanation of symbols)\s*[:.)]|^(?:so tien )?(?:viet )?bang chu\b|^\(?\*+\)?\s*\S/;
const SIGNATURE =
  /^(?:nguoi (?:lap|tong hop|ghi so|kiem|duyet|giao|nhan|de nghi)|can bo lap|thu truong|ke toan(?: truong| vien)?$|phu trach|chu tai khoan|chu tich$|pho chu tich$|giam doc$|pho giam doc$|truong (?:phong|ban|don vi)$|hieu truong$|thu quy$|(?:tm|kt|tl|tuq)\.|tm |xac nhan cua|noi nhan|\(?(?:da )?ky\b.{0,30}$|.{0,40}ngay\s?[\d.…_ ]*\s?thang\s?[\d.…_ ]*\s?nam\b|prepared by|approved by|signature|lap bieu$|kiem soat$|phe duyet$|dai dien )/;

/** "Ghi chú: …", "Bằng chữ: …", "Nguồn: …". */
export const isNote = test(NOTE);
/** "Người lập biểu", "Thủ trưởng đơn vị", "…, ngày … tháng … năm …". */
export const isSignature = test(SIGNATURE);

/** "Trang 2", "Page 2 of 5". */
export const isPageMark = test(/^-?\s?(?:(?:trang|page)\s*\d+.{0,12}|\d+\s*\/\s*\d+)\s?-?$/);

const CAPTION =
  /(?:don vi(?: tinh| tien(?: te)?)?|d\/v tinh|d\.? ?v\.? ?t|dv tinh|dv)\s*(?:\(.*\))?\s*:|^\(?(?:don vi tinh|dvt)\b|\bin (?:thousands?|millions?|billions?)\b|^\(?units?\s*:/;
const SURE_CAPTION = /(?:don vi (?:tinh|tien)|d\/v tinh|d\.? ?v\.? ?t)/;
/** Units that are not money, as "Đơn vị: …" may name them: an agency is none. */
const PLAIN_UNIT =
  /^\(?(?:%|‰|nguoi|ha|tan|ta|kg|km|m2|m3|m²|ho|lop|hoc sinh|truong|cai|chiec|luot(?: nguoi)?|lan|giuong|usd|nghin usd|trieu usd|nghin nguoi|nghin tan|nghin ha|1\.?000 \p{L}+)\)?$/u;

/** "Đơn vị tính: triệu đồng" and the like; "Đơn vị: Sở Y tế" is none. */
export function isCaption(text: string): boolean {
  if (text.length > LONGEST_CAPTION) return false;
  const bare = bareText(text);
  if (!CAPTION.test(bare)) return /^\(.*\)$/.test(text) && readMoneyUnit(text) !== null;
  return (
    SURE_CAPTION.test(bare) ||
    readMoneyUnit(text) !== null ||
    PLAIN_UNIT.test(bare.slice(bare.lastIndexOf(":") + 1).trim()) ||
    /\bin (?:thousand|million|billion)/.test(bare)
  );
}
const LONGEST_CAPTION = 120;

/** Letters of a text, all of them capitals. */
export function isCapitals(text: string): boolean {
  const letters = text.replace(/\P{L}/gu, "");
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/** The same words, whatever blanks, capitals and marks of text. */
export const sameKey = (text: string): string => cleanText(text).toLowerCase();

import { upperFirst } from "../../base";
/** Where the names of offices begin and end in the words of a plan. */

const END = String.raw`(?![\p{L}\d])`;

/** Before a name, or before words that leave no doubt. */
const NAME = String.raw`(?=\s\p{Lu})`;
const OFFICE_WORDS = [
  "Sở", String.raw`Bộ(?=\s\p{Lu}|,)`, "Bộ trưởng", "Ban(?! hành| đầu)", String.raw`Phòng${NAME}`, "UBND", "Ủy ban", "Uỷ ban",
  "UBMTTQ", "HĐND", "Hội đồng", "Thường trực", "Văn phòng", "Trung tâm", "Bệnh viện", "Trạm [Yy] tế", "Công an", "BCH", "Mặt trận",
  "MTTQ", String.raw`Hội${NAME}`, String.raw`Đoàn${NAME}`, "Liên đoàn", "Tỉnh đoàn", "Thành đoàn", "Huyện đoàn",
  "Đoàn (?:thanh niên|đại biểu)", String.raw`(?:Đài|Báo|Cổng|Viện|Ngành|Tổ)${NAME}`, "Cục", "Chi cục", "Tổng cục",
  "Thanh tra (?:tỉnh|huyện|thành phố|Chính phủ|Sở|Bộ)", "Kho bạc", "Bảo hiểm xã hội", "BHXH", "Ngân hàng",
  String.raw`(?:Trường|Học viện)${NAME}`, "Thủ trưởng", "Chủ tịch", "Giám đốc", "Trưởng (?:ban|phòng|Công)", "Đơn vị(?! tính)",
  "Cơ quan", "Chính phủ", "Thủ tướng", "Tòa án", "Toà án", "Viện [Kk]iểm sát", "Đảng đoàn", "Đảng ủy", "Đảng bộ", "Tỉnh ủy",
  "Thành ủy", "Huyện ủy", "Cấp ủy", "Chi bộ", "Thuế (?:tỉnh|cơ sở|thành phố|huyện)", "Hải quan", "Người đứng đầu", "Chính quyền",
  "Ngành (?:y tế|giáo dục|công an|chuyên môn)", "Công ty", "Tập đoàn", "Hợp tác xã", "Chủ đầu tư",
  String.raw`Quỹ${NAME}`, "Hiệp hội", "Liên minh", "Liên hiệp",
];
const MANY_WORDS = [
  "sở", "bộ", "ban", "ngành", "cơ quan", "đơn vị", "tổ chức", "địa phương", "huyện", "xã", "phường", "cấp", "đoàn thể", "trường",
  "doanh nghiệp", "phòng", "đảng ủy", "ban cán sự", "hội", "chủ đầu tư", "cơ sở", "bệnh viện", "trung tâm", "trạm", "thành viên",
  "thôn", "nhà trường", "đại biểu",
];
const OFFICE = new RegExp(
  String.raw`^(?:(?:Giao|Đề nghị|Yêu cầu|Đối với)(?: cho)?\s)?(?:(?:[Cc]ác|[Nn]hững)\s(?:${[...OFFICE_WORDS, ...MANY_WORDS].join("|")})|` +
    String.raw`(?:${OFFICE_WORDS.join("|")}))${END}`,
  "u",
);

/** What offices are told to do; words of their names are written with capitals. */
const DEEDS = [
  "chủ trì", "phối hợp", "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "tham mưu", "căn cứ", "phối kết hợp", "hướng dẫn",
  "rà soát", "triển khai", "tổ chức(?= (?:triển|thực|kiểm|tuyên|sơ|tổng|các|tốt|rà|đánh|quán|lớp|hội nghị|tập))", "xây dựng",
  "thẩm định", "bố trí", "bảo đảm", "đảm bảo", "tăng cường", "đẩy mạnh", "theo dõi", "giám sát", "đôn đốc", "thực hiện", "báo cáo",
  "tổng hợp", "chỉ đạo", "kiểm tra", "thanh tra", "tuyên truyền", "phổ biến", "cân đối", "đưa", "lồng ghép", "định kỳ", "tiếp tục",
  "chủ động", "tích cực", "phát động", "lãnh đạo", "quán triệt", "thường xuyên", "cung cấp", "hoàn thành", "hoàn thiện", "xem xét",
  "trình", "hỗ trợ", "vận động", "khẩn trương", "cụ thể hóa", "phân công", "bám sát", "huy động", "đề xuất", "tập trung", "nâng cao",
  "phát huy", "ban hành", "nghiên cứu", "làm đầu mối", "là (?:cơ quan|đầu mối)", "nghiêm túc", "kịp thời", "giúp(?! việc)",
  "quản lý chặt", "đấu tranh", "tham gia", "phân bổ", "lập", "đánh giá", "công bố", "công khai", "kiện toàn", "củng cố", "ưu tiên",
  "quyết định", "tiến hành", "giải quyết", "tháo gỡ", "đăng ký", "khuyến khích", "sử dụng", "giáo dục", "vận hành", "mở",
  "kiểm soát (?:chi|chặt)", "chi trả", "thu thập", "ký(?: kết)? (?:hợp đồng|cam kết|quy chế)",
  "giao (?:kế hoạch|chỉ tiêu|nhiệm vụ|dự toán|vốn)",
  "(?<!(?:dự án|chủ|quản lý|vốn|xúc tiến|và) )đầu tư (?:trạm|nhà máy|hệ thống|nâng cấp|mở rộng|tuyến|công trình|mới)",
];
const DEED = new RegExp(String.raw`(?<=^|[\s,])(?:${DEEDS.join("|")})${END}`, "u");
/** Behind these a deed is part of a name: "đơn vị quản lý", "công tác tuyên truyền", "theo phân công"; some deeds never are. */
const INSIDE_NAME = /(?:công tác|việc|được|theo|nhà|sự|(?<!chủ )đầu tư|công nghệ)\s$/iu;
const BEHIND_KIND = /(?:cơ quan|đơn vị|tổ chức|ban|lực lượng|tổ)\s$/iu;
const OF_A_KIND = /^(?:quản lý|tham mưu|giúp|thực hiện|kiểm tra|thanh tra|giám sát|tuyên truyền|xây dựng|hỗ trợ)(?!\p{L})/u;
const NEVER_INSIDE = /^(?:chủ trì|phối hợp|phối kết hợp|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|căn cứ|định kỳ)/u;
/** "Định kỳ trước ngày 20 hằng tháng, các đơn vị báo cáo …": words about when or why before who. */
const WHEN_FIRST = /^(?:Định kỳ|Hằng|Hàng|Trước ngày|Trên cơ sở|Căn cứ|Trong quý|Trong tháng)[^,;.]{0,160},\s+/u;

const LONGEST_OFFICE = 260;

export const startsWithOffice = (text: string): boolean => OFFICE.test(text);

/** Where the first deed stands in a text, that is none of an office's name; null where there is none. */
export function deedAt(text: string): number | null {
  let from = 0;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const at = DEED.exec(text.slice(from))?.index;
    if (at === undefined) return null;
    const [before, deed] = [text.slice(0, from + at), text.slice(from + at)];
    const isName = INSIDE_NAME.test(before) || (BEHIND_KIND.test(before) && OF_A_KIND.test(deed));
    if (!isName || NEVER_INSIDE.test(deed)) return from + at;
    from += at + 1;
  }
  return null;
}

const MOST_TRIES = 12;

/** "Giao Sở Y tế chủ trì …": the offices before the first deed, and what follows them; null where the words do not begin with an office. */
export function leadOf(given: string): { readonly lead: string; readonly rest: string } | null {
  const when = WHEN_FIRST.exec(given)?.[0].length ?? 0;
  const text = startsWithOffice(given) ? given : given.charAt(when).toUpperCase() + given.slice(when + 1);
  if (!startsWithOffice(text)) return null;
  const at = deedAt(text.slice(0, LONGEST_OFFICE + 40));
  if (at === null || at > LONGEST_OFFICE || at < 3) return null;
  const lead = cleanOffice(text.slice(0, at));
  return lead === "" ? null : { lead, rest: text.slice(at) };
}

/** "1. Sở Y tế", "3. Bệnh viện Đa khoa thành phố: Phối hợp …": the offices of a heading, and what stands behind its colon. */
export function headOffice(text: string): { readonly lead: string; readonly rest: string } | null {
  const head = /^[^:]{2,260}(?=:|$)/u.exec(text)?.[0] ?? "";
  if (head === "" || !startsWithOffice(head) || TOLD.test(head)) return null;
  const isHeading = head.length === text.trimEnd().length;
  // a whole sentence is no name of offices
  if (isHeading && (/[.;]\s*$/u.test(head) || (deedAt(head) !== null && head.split(/\s+/u).length > MOST_WORDS))) return null;
  return { lead: cleanOffice(head), rest: text.slice(head.length + 1).trim() };
}

const MOST_WORDS = 25;
const TOLD = /(?<!\p{L})(?:chủ trì|phối hợp|có trách nhiệm|tham mưu|căn cứ)(?!\p{L})/u;

export function cleanOffice(text: string): string {
  const bare = text.replace(/^(?:Giao|Đề nghị|Yêu cầu|Đối với)(?: cho)?\s/u, "").replace(/\s+/gu, " ");
  const plain = bare.replace(/[\s,;:.–-]+$|^[\s,;:–-]+/gu, "").replace(/\s(?:để|cùng|và|tiếp tục|trong)$/u, "");
  return upperFirst(plain);
}

const ESTABLISHMENT =
  /^(?:Các\s)?(?:trung tâm|bệnh viện|trạm|trường|nhà trường|cơ sở|công ty|hợp tác xã|doanh nghiệp|y tế)/iu;

/** Authorities that others get their tasks from or with; hospitals, centres and schools may be what a heading is about. */
export const isAuthority = (office: string): boolean => !ESTABLISHMENT.test(office);

/** Words of two syllables whose second means something else of a figure when it stands alone: "người trưởng thành dưới 12%". */
const COMPOUNDS: readonly RegExp[] = [
  /(?<=(?<!\p{L})(?:trưởng|hoàn|hình|cấu|thuần) )thành(?!\p{L})/giu,
  /(?<=(?<!\p{L})đầy )đủ(?!\p{L})/giu,
  /(?<=(?<!\p{L})(?:chứng|địa|tín) )chỉ(?!\p{L})/giu,
  /(?<=(?<!\p{L})(?:quy|khế|hiệp|hương) )ước(?!\p{L})/giu,
  /(?<=(?<!\p{L})(?:công|cân|đồng|văn) )bằng(?!\p{L})/giu,
  /(?<=(?<!\p{L})(?:nhà|chỗ|đất|nơi) )ở(?!\p{L})/giu,
  /(?<!\p{L})tăng(?= trưởng)/giu,
  /(?<=(?:và|hoặc) )tương đương(?!\p{L})/giu,
  /(?<!\p{L})trừ(?= trợ cấp)/giu,
  /(?<=(?<!\p{L})các )(?:loại|cấp|nhóm)(?= \d)/giu,
  /(?<=(?<!\p{L})(?:điện|phần|giáo|nguyên) )tử(?!\p{L})/giu,
  // "tổng mức đầu tư dưới 5 tỷ đồng": no four
  /(?<=(?<!\p{L})đầu )tư(?= (?:trên|dưới|từ|đạt|là|còn|tối|không|[≥≤<>]))/giu,
  // "tỷ lệ chuyển tuyến trên dưới 4,5%": the tier above
  /(?<=(?<!\p{L})tuyến )(?:trên|dưới)(?= (?:trên|dưới|đạt|là|còn|tối|không|[≥≤<>]))/giu,
  // "5G", "3D"
  /\d(?=[GD](?!\p{L}))/gu,
  // "lúa cả năm 890 ha": no year
  /(?<=(?<!\p{L})cả )năm(?= \d(?!\d{3}(?!\d)))/giu,
  /(?<=(?<!\p{L})(?:hằng|hàng) )năm(?= \d(?!\d{3}(?!\d)))/giu,
];

/** A text of the same length in which second syllables of such words cannot be taken for words of their own. */
export function masked(text: string): string {
  // "năm 2027, 2028 lần lượt đạt": nothing is counted
  const counted = text.replace(/(?<!\p{L})lần lượt(?!\p{L})/giu, (words) => " ".repeat(words.length));
  return COMPOUNDS.reduce((result, pattern) => result.replace(pattern, (syllable) => "x".repeat(syllable.length)), counted);
}

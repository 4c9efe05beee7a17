import { kept } from "../../base";
import { cleanText, syllableKey } from "../../quantity";

/** What offices shorten, in lower case, and the words that it stands for. */
const SHORT: Readonly<Record<string, string>> = {
  nstw: "ngân sách trung ương", nsđp: "ngân sách địa phương", nsnn: "ngân sách nhà nước", nst: "ngân sách tỉnh", nsx: "ngân sách xã",
  nsh: "ngân sách huyện", đtpt: "đầu tư phát triển", bhyt: "bảo hiểm y tế", bhxh: "bảo hiểm xã hội", bhtn: "bảo hiểm thất nghiệp",
  ubnd: "ủy ban nhân dân", hđnd: "hội đồng nhân dân", thcs: "trung học cơ sở", thpt: "trung học phổ thông", dtts: "dân tộc thiểu số",
  ntm: "nông thôn mới", mtqg: "mục tiêu quốc gia", htx: "hợp tác xã", csvc: "cơ sở vật chất", cntt: "công nghệ thông tin",
  gd: "giáo dục", đt: "đào tạo", gdđt: "giáo dục đào tạo", cbcc: "cán bộ công chức", tscđ: "tài sản cố định", xdcb: "xây dựng cơ bản",
  knk: "khí nhà kính", ttyt: "trung tâm y tế",
  khcn: "khoa học công nghệ", lđtbxh: "lao động thương binh xã hội", pccc: "phòng cháy chữa cháy",
};

/** Words that tell nothing of what a figure is of: they join, measure, or say what became of it. */
const FILLERS: ReadonlySet<string> = new Set(
  ("và của các những được là đạt cho với trong đó tại ở ước khoảng gần hơn trên dưới bằng so tăng giảm từ đến hết năm theo về có còn để do bởi " +
    "này thì mà cùng kỳ đã sẽ đang lên xuống mức khi vào ra số tỷ lệ gồm bao như sau cụ thể nêu tới giai đoạn thời điểm cuối đầu tháng quý " +
    "thực hiện kế hoạch dự toán giao giải ngân quyết toán kết quả phấn đấu mục tiêu chỉ bố trí phân bổ chiếm lần lượt tương ứng đồng triệu nghìn " +
    "ngàn tổng cộng toàn cả hoặc hay một mỗi bình quân trung riêng qua đối tính thu chung nhất ít nhiều tối thiểu đa duy trì nâng hoàn thành " +
    "the of and in to for by is was a an total number rate year")
    .split(" ").map(syllableKey),
);

/** Weight of a filler beside that of other words: it tells two labels apart that are else the same. */
const FILLER_WEIGHT = 0.12;

/** A word of a text as it is compared, and whether a sign of punctuation parts it from the one before. */
export interface Word {
  readonly key: string;
  readonly apart: boolean;
}

/** The syllables and digits of a text in order, abbreviations written out. */
export const wordsOf = kept((text: string): readonly Word[] => {
  const words: Word[] = [];
  const clean = cleanText(text).toLowerCase();
  let end = 0;
  for (const match of clean.matchAll(/[\p{L}\p{M}]+(?:&[\p{L}\p{M}]+)?|\d+(?:[.,]\d+)*/gu)) {
    const apart = /[,;:.()[\]–]|- /u.test(clean.slice(end, match.index));
    end = match.index + match[0].length;
    const written = (SHORT[match[0].replace("&", "")] ?? match[0]).split(/[ &]/);
    written.forEach((word, place) => words.push({ key: syllableKey(word), apart: place === 0 && apart }));
  }
  return words;
}, 20_000);

export function keysOf(text: string): readonly string[] {
  return wordsOf(text).map(({ key }) => key);
}

export function isFiller(key: string): boolean {
  return FILLERS.has(key) || /^(?:19|20)\d\d$/.test(key);
}

/** How much a word tells: the fewer labels of a workbook have it the more. */
export interface Weights {
  readonly of: (key: string) => number;
}

/** What a word weighs that no label has. */
const STRANGE = 1.6;

/** The weights of words over the labels and heads of a workbook, each counted once. */
export function weightsOver(labels: Iterable<string>): Weights {
  const counts = new Map<string, number>();
  let all = 0;
  for (const label of new Set(labels)) {
    all += 1;
    for (const key of new Set(keysOf(label))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    of: (key) => {
      if (isFiller(key)) return FILLER_WEIGHT;
      const count = counts.get(key);
      return count === undefined ? STRANGE : Math.log(1 + (all + 1) / count);
    },
  };
}

/** A label found in a text. */
export interface Alignment {
  /** How much of the label stands there, 0 to 1, by weight. */
  readonly covered: number;
  readonly matched: number;
  /** The words of the text that are the label's. */
  readonly places: readonly number[];
}

/** The longest part of the label whose words stand in the text in their order, by weight; of several the one nearest to the text's end. */
export function align(label: readonly string[], text: readonly Word[], { of }: Weights): Alignment {
  const [rows, cols] = [label.length, text.length];
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(cols + 1));
  const at = (row: number, col: number): number => best[row]?.[col] ?? 0;
  for (let row = 1; row <= rows; row++) {
    const weight = of(label[row - 1] ?? "");
    const line = best[row] as Float64Array;
    for (let col = 1; col <= cols; col++) {
      const same = label[row - 1] === text[col - 1]?.key ? at(row - 1, col - 1) + weight : 0;
      line[col] = Math.max(same, at(row - 1, col), at(row, col - 1));
    }
  }
  const places: number[] = [];
  for (let [row, col] = [rows, cols]; row > 0 && col > 0; ) {
    if (label[row - 1] === text[col - 1]?.key && at(row, col) === at(row - 1, col - 1) + of(label[row - 1] ?? "")) {
      places.unshift(col - 1);
      [row, col] = [row - 1, col - 1];
    } else if (at(row, col) === at(row - 1, col)) row -= 1;
    else col -= 1;
  }
  const whole = label.reduce((sum, key) => sum + of(key), 0);
  const matched = at(rows, cols);
  return { covered: whole === 0 ? 0 : matched / whole, matched, places };
}

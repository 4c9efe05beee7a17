import { kept } from "../../base";
import { bareText, syllableKey } from "../text";
import type { Comparator } from "../types";

/** What a word or a group of words does in a phrase about a quantity. */
export type Role =
  | "comparator" // before the number: "trên", "tối thiểu"
  | "difference" // a comparator, or how far two values lie apart: "cao hơn", "vượt"
  | "post" // after the number: "trở lên"
  | "from" // "từ"
  | "to" // joins a range: "đến"
  | "reach" // leads to the end of a change: "lên", "xuống còn"
  | "grow" | "shrink" // "tăng", "giảm"
  | "increment" // what is said is the change itself: "hiện trạng +5"
  | "between" // "giữa 5 và 7"
  | "and"
  | "filler" // keeps a comparator waiting for its number: "đạt", "là", "ở mức"
  | "time" // the number after it is a date: "năm", "tháng"
  | "name" // the number after it names something: "Nghị quyết 57"
  | "rank" // the number after it is a place: "thứ", "top"
  | "compare" // what follows is the base of a comparison: "so với"
  | "now" // the number after it is where things stand: "hiện trạng"
  | "every" // "mỗi năm"
  | "person" // the age after it describes people: "trẻ em dưới 5 tuổi"
  | "aside" // the number after it is a circumstance: "với 12 loại vắc xin"
  | "beside" // the number after it is a count of its own beside the target: "với 12 loại vắc xin"
  | "not" // denies what follows: "không", "chưa"
  | "unclear" // what is said of the number after it cannot be told: "không phải"
  | "doubt" // beside a number it leaves open what is meant, elsewhere it ends the words of a unit: "gì đó", "chưa kể", "nếu"
  | "stop"; // ends the words of a unit

export interface Term {
  readonly role: Role;
  readonly op: Comparator | null;
  /** Kept where the phrase is written without accents, or with damaged ones. */
  readonly forgiving: boolean;
}

type Entry = readonly [role: Role, op: Comparator | null, phrases: string];

/** Vietnamese phrases; those marked with ! are recognized also by their letters alone (a scan or a hasty hand lost the accents). */
const VIETNAMESE: readonly Entry[] = [
  [
    "comparator",
    ">",
    "trên! | hơn | quá | vượt quá | vượt mức | vượt ngưỡng | vượt mốc | vượt trần | vượt trên! | ngoài | trên mức! | trên ngưỡng | từ trên!",
  ],
  ["comparator", ">=", `tối thiểu! | ít nhất! | chí ít | ít ra | ít cũng | bét nhất | bèo nhất | thấp nhất | mức sàn | sàn | không dưới! | không thấp hơn! | không ít hơn! | không nhỏ hơn! | không kém hơn | không thua | không thua kém
    | bằng hoặc trên | bằng hoặc hơn | bằng hoặc cao hơn | bằng hoặc lớn hơn | bằng hoặc vượt | lớn hơn hoặc bằng!
    | lớn hơn bằng | cao hơn hoặc bằng! | trên hoặc bằng! | đạt và vượt | đạt hoặc vượt | đạt và vượt mức | đạt hoặc trên | bằng và trên | bằng và cao hơn | từ ít nhất | từ tối thiểu`],
  ["comparator", "<", "dưới! | dưới mức! | dưới ngưỡng | từ dưới!"],
  ["comparator", "<=", `tối đa! | nhiều nhất! | cùng lắm | nhiều lắm | quá lắm | hết cỡ | kịch trần | mức trần | trần | cao nhất | không quá! | không vượt! | không vượt quá! | không vượt mức | không vượt ngưỡng | không vượt mốc | không vượt trần | cấm vượt | cấm vượt quá | không lớn hơn! | không cao hơn! | không nhiều hơn!
    | bằng hoặc dưới | bằng hoặc thấp hơn | bằng hoặc nhỏ hơn | bằng hoặc ít hơn | nhỏ hơn hoặc bằng! | nhỏ hơn bằng | thấp hơn hoặc bằng! | ít hơn hoặc bằng! | dưới hoặc bằng!`],
  ["comparator", "~", `khoảng | vào khoảng | khoảng chừng | khoảng trên dưới | ước khoảng | ước chừng | gần | gần bằng | gần như | chừng | độ chừng | xấp xỉ | sấp xỉ | ngót | ngót nghét | suýt soát
    | trên dưới! | dưới trên | quanh mức | xung quanh | quanh | loanh quanh | xoay quanh | tiệm cận | cỡ khoảng | tầm khoảng | xấp xỉ bằng | mấp mé | sát nút | sát mức | trong khoảng`],
  ["difference", ">", "cao hơn | lên cao hơn | lớn hơn | nhiều hơn | vượt | tăng hơn so | dài hơn | cao hơn mức | lớn hơn mức"],
  ["difference", "<", "thấp hơn | xuống thấp hơn | nhỏ hơn | bé hơn | ít hơn | kém hơn | ngắn hơn | hụt | thấp hơn mức | nhỏ hơn mức"],
  ["post", ">=", "trở lên! | trở nên | hoặc hơn | hoặc cao hơn | hoặc nhiều hơn | hoặc lớn hơn | hoặc trên | đổ lên | và cao hơn | và hơn | là tối thiểu | là ít nhất | là ít | là thấp nhất"],
  ["post", "<=", "trở xuống! | hoặc thấp hơn | hoặc ít hơn | hoặc nhỏ hơn | hoặc dưới | đổ xuống | và thấp hơn | là tối đa | trở lại | trở lại đây | đổ lại | là cùng | là nhiều | là nhiều nhất | là cao nhất | là hết cỡ"],
  ["from", null, "từ | từ đủ"],
  ["to", null, "đến | tới | cho đến | cho tới"],
  ["reach", null, `lên | lên mức | lên đến | lên tới | lên thành | xuống | xuống mức | xuống đến | xuống tới | xuống còn! | còn | còn mức | chỉ còn | tăng lên! | tăng lên đến | tăng lên mức | tăng đến | tăng tới
    | giảm xuống! | giảm xuống còn! | giảm còn! | giảm về | giảm đến | hạ xuống | hạ xuống còn | hạ còn | kéo giảm còn | kéo giảm xuống | kéo giảm xuống còn | nâng lên | nâng lên mức | đạt tới | thành | về mức | về còn`],
  ["grow", null, "tăng | tăng trưởng | tăng thêm | nâng | nâng thêm"],
  ["shrink", null, "giảm | kéo giảm | hạ | cắt giảm | giảm bớt | bớt | giảm thêm | giảm đi"],
  ["increment", null, "hiện trạng cộng | hiện trạng trừ | baseline plus | baseline minus"],
  ["between", null, "giữa | nằm giữa"],
  ["and", null, "và"],
  ["filler", null, `đạt | là | có | ở | ở mức | mức | tỷ lệ | bằng | tương đương | cho | phải | cần | được | ước | ước đạt | ước tính | dự kiến | phấn đấu | bình quân | trung bình | chiếm | số | giữ | duy trì | bảo đảm | đảm bảo
    | phải đạt | đủ | đạt đủ | trong | trong mức | chỉ | gấp | dao động | vào | đều | sẽ | xuống thấp | lên cao | phải có | đạt được | đạt mức | thực hiện | thực hiện được | nâng cấp | cung cấp | trang cấp | phụ cấp | trợ cấp | trung cấp | sơ cấp | cấp mới | cả | tỷ suất | ước thực hiện | khống chế | hoàn thành | tạm tính | cố gắng | đạt tỷ lệ | chỉ tiêu | cũng | vẫn | luôn | mục tiêu | mục tiêu là | định kỳ | thường kỳ`],
  ["time", null, "năm | tháng | quý | ngày | giai đoạn | nhiệm kỳ | niên độ | thời kỳ | kỳ | vụ | năm học | đến năm | tính đến | hết năm | cuối năm | đầu năm | trước năm | sau năm | từ năm | đến hết năm | giờ ngày"],
  ["name", null, `nghị quyết | nghị quyết số | quyết định | quyết định số | nghị định | nghị định số | thông tư | thông tư số | chỉ thị | chỉ thị số | đề án | đề án số | kế hoạch số | luật số | điều | khoản
    | phụ lục | biểu | biểu số | mục | mục số | tiêu chí | tiêu chí số | chỉ tiêu số | mức độ | cấp độ | cấp | loại | lớp | khóa | nhóm | mũi | phiên bản | tập | đợt | vùng | khu vực | tổ | khu | lần thứ | công nghiệp | bậc
    | số hiệu | công văn | công văn số | văn bản số | tờ trình số | báo cáo số | kết luận | kết luận số | hợp phần | tiểu dự án | quân y | trạm xá | bệnh xá | trung đoàn | sư đoàn | con thứ | sinh con thứ | bệnh viện hạng | đô thị hạng | trung tâm hạng | đơn vị hạng | viên chức hạng | chức danh hạng | cột | dòng | bảng | hình | chương | hộp | quốc lộ | tuyến | mục tiêu số`],
  ["rank", "=", "thứ | hạng | xếp hạng | thứ hạng | vị trí | vị trí thứ | xếp thứ | đứng thứ | thứ bậc"],
  [
    "rank",
    "<=",
    "top | tốp | trong top | trong tốp | trong nhóm | thuộc nhóm | vào nhóm | thuộc top | thuộc tốp | vào top | vào tốp | trong số",
  ],
  ["compare", null, "so với | so | so sánh với | so cùng kỳ | cùng kỳ"],
  ["now", null, "hiện trạng | hiện nay | hiện tại | hiện có | hiện là | hiện đạt | năm gốc | đầu kỳ | hiện nay là | hiện tại là | hiện nay đạt | hiện ở mức"],
  ["every", null, "mỗi năm | hằng năm | hàng năm | một năm | mỗi tháng | hằng tháng | hàng tháng | mỗi quý | hàng quý | hằng quý | mỗi tuần | hàng tuần | hằng tuần | mỗi ngày | hàng ngày | hằng ngày"],
  ["person", null, "trẻ em | trẻ | trẻ nhỏ | em | bé | người | phụ nữ | nam giới | nữ giới | dân số | thanh niên | thiếu niên | học sinh | người dân | trẻ trong | người cao tuổi | lao động | nhóm tuổi | độ tuổi | nhóm | con | cháu | đối tượng | công dân | nam | nữ | người lớn | bà mẹ | cụ | trẻ từ"],
  ["beside", null, "với | gồm | bao gồm | gồm có | cùng với | kèm"],
  ["aside", null, "đối với | sau | của | tại | trong vòng | trong đó | trước | thêm | qua | cứ | thời gian | thời hạn"],
  ["not", null, "không! | chưa | chẳng | đừng | chớ | tránh để"],
  ["doubt", null, `gì đó | nào đó | hay sao | thì phải | đâu đó | có lẽ | may ra | họa may | chưa chắc | không chắc | chắc là
    | có lẻ | có dư | hơn kém | hơn chút | hơn một chút | hơn ít | hơn tí | kém chút | một chút | một tí | chút ít | rưỡi | nhỏ nhất | bé nhất | lớn nhất | tệ nhất
    | trừ | trừ đi | trừ ra | ngoại trừ | chưa kể | không kể | chưa tính | không tính | không bao gồm | chưa bao gồm | chưa gồm | không gồm | loại trừ | nếu | tùy | tùy theo | trở ra | trở vào | đổ ra | đổ vào`],
  ["unclear", null, "khác | khác với | trên hoặc dưới | trên hay dưới | dưới hoặc trên | dưới hay trên"],
  ["stop", null, `vận tải hàng không | ngành hàng không | đường hàng không | cảng hàng không | không gian | không khí | không gian mạng | hoặc | theo | để | do | như | nhằm | khi | mà | thì | so | phù hợp | kể | mỗi | một | các | những | tăng dần | giảm dần | trở | đã | đang | nằm | thuộc | phục vụ | tham gia | cơ bản | nhưng | tương ứng | đồng thời | riêng | hay | cùng
    | về | bởi | vì | ra | nên | tiếp tục | hỗ trợ | sử dụng | triển khai | tổ chức thực hiện | đáp ứng | qua đào tạo | bị | mắc | tăng huyết áp | tăng cường | tăng nhãn áp | tăng động | trình độ | tốt nghiệp
    | lương tối thiểu | mức lương tối thiểu | lương tối thiểu vùng | thuế tối thiểu | yêu cầu tối thiểu | điều kiện tối thiểu | tiêu chuẩn tối thiểu `],
];

const ENGLISH: readonly Entry[] = [
  ["comparator", ">", "over | above | more than | greater than | higher than | exceed | exceeds | exceeding | in excess of"],
  ["comparator", ">=", "at least | no less than | not less than | not below | not lower than | no lower than | minimum | minimum of | a minimum of | min | greater than or equal to | no fewer than"],
  ["comparator", "<", "under | below | less than | lower than | fewer than"],
  ["comparator", "<=", "at most | no more than | not more than | not exceeding | not above | maximum | maximum of | a maximum of | max | up to | less than or equal to | not over | no higher than | no greater than"],
  ["comparator", "~", "about | around | approximately | approx | nearly | almost | roughly | close to | some"],
  ["post", ">=", "or more | or higher | or above | and above | and over | or over | and more | upwards"],
  ["post", "<=", "or less | or lower | or below | and below | or fewer | or under"],
  ["from", null, "from"],
  ["to", null, "to"],
  ["between", null, "between"],
  ["and", null, "and"],
  ["filler", null, "of | is | be | reach | reaches | reaching | the | by | equal to | equals | a | an | rate"],
  ["grow", null, "increase | increase by | rise | rise by | grow | grow by | up"],
  ["shrink", null, "decrease | decrease by | reduce | reduce by | fall | fall by | cut | cut by | down"],
  ["reach", null, "down to | rise to | rising to | reduced to | increase to | fall to | decrease to | reduce to | grow to"],
  ["time", null, "year | month | quarter | in | since | until"],
  ["name", null, "resolution | decision | decree | circular | article | grade | phase | level"],
  ["compare", null, "compared with | compared to | versus"],
  ["every", null, "per year | a year | annually | yearly | every year | each year"],
  ["doubt", null, "or so | maybe | perhaps | possibly | except | excluding | unless | if | something | give or take | depending | ish"],
  ["person", null, "children | people | women | men | child | aged"],
  ["not", null, "not | never"],
  ["stop", null, "or | with | for | who | that | which | are | at | on | from | have | has | as"],
];

/** The terms of these entries by their words; null for words that only begin one. */
function build(entries: readonly Entry[], keyOf: (word: string) => string, forgivingOnly: boolean): Map<string, Term | null> {
  const map = new Map<string, Term | null>();
  for (const [role, op, phrases] of entries) {
    for (const marked of phrases.split("|").map((phrase) => phrase.trim())) {
      const forgiving = marked.endsWith("!");
      if (forgivingOnly && !forgiving) continue;
      const words = marked.replace("!", "").split(/\s+/).map(keyOf);
      words.forEach((_, index) => {
        const key = words.slice(0, index + 1).join(" ");
        if (index === words.length - 1) map.set(key, map.get(key) ?? { role, op, forgiving });
        else if (!map.has(key)) map.set(key, null);
      });
    }
  }
  return map;
}

const FULL = build([...VIETNAMESE, ...ENGLISH], syllableKey, false);
/** For phrases without any accent, where English comes first: "to" is no "tổ". */
const BARE = build([...ENGLISH, ...VIETNAMESE], bareText, false);
const DAMAGED = build(VIETNAMESE, bareText, true);
const LONGEST = 6;

/** A word in the two forms under which terms are found. */
export interface WordKeys {
  readonly full: string;
  readonly bare: string;
}

const keysFor = (word: string): WordKeys => ({ full: syllableKey(word), bare: bareText(word) });
/** A language has some thousand syllables; what is longer is a slip. */
const SYLLABLES = 8000;
const LONGEST_SYLLABLE = 12;
const keptKeys = kept(keysFor, SYLLABLES);

export const keysOf = (word: string): WordKeys => (word.length > LONGEST_SYLLABLE ? keysFor : keptKeys)(word);

/** The longest term that begins at `at`, before `end`, and its number of words; null where no term begins. */
export function readTerm(
  words: readonly WordKeys[], at: number, end: number, unaccented: boolean,
): { readonly term: Term; readonly length: number } | null {
  let [full, bare] = ["", ""];
  let longest: { readonly term: Term; readonly length: number } | null = null;
  for (let length = 1; length <= LONGEST && at + length <= end; length += 1) {
    const word = words[at + length - 1];
    if (word === undefined) break;
    const blank = length === 1 ? "" : " ";
    [full, bare] = [full + blank + word.full, bare + blank + word.bare];
    const [exact, plain, damaged] = [FULL.get(full), unaccented ? BARE.get(bare) : undefined, DAMAGED.get(bare)];
    if (exact === undefined && plain === undefined && damaged === undefined) break;
    const term = exact ?? plain ?? damaged;
    if (term) longest = { term, length };
  }
  return longest;
}

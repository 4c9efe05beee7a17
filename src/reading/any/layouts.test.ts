import { describe, expect, test } from "@jest/globals";
import { snapshotOf, textSnapshot } from "../../../tests/support/text-snapshots";
import type { CellValue } from "../../sheet";
import type { Layout } from "./layout";
import { layoutsOf } from "./layouts";

/** Rows as lines, cells between "|": as a .csv holds them. */
const cellsOf = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) =>
      line
        .split("|")
        .map((cell) => cell.replace(/^ | $/g, ""))
        .map((cell) => (cell.trim() === "" ? "" : cell)),
    );
const texts = (text: string): Layout[] => layoutsOf(textSnapshot(cellsOf(text)), []);
/** The same with typed numbers. */
const typed = (text: string): Layout[] =>
  layoutsOf(
    snapshotOf(
      cellsOf(text).map((row) =>
        row.map((cell): CellValue => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell === "" ? null : cell)),
      ),
    ),
    [],
  );
const only = (layouts: readonly Layout[]): Layout => {
  const [first, ...others] = layouts;
  expect(others).toEqual([]);
  if (!first) throw new Error("no table");
  return first;
};
/** The lines as they lie: a "." for each level, the outline number, the label. */
const tree = ({ lines }: Layout): string[] => lines.map(({ depth, number, label }) => `${".".repeat(depth)}${number} ${label}`);
const kinds = ({ columns }: Layout): string => columns.map(({ kind }) => kind).join(" ");
const paths = ({ columns }: Layout): string[] => columns.map(({ path }) => path.join(" > "));
const values = ({ numbers, columns }: Layout, col: number): number[] =>
  Array.from(numbers.values).filter((_, place) => place % columns.length === col);
const rules = (layout: Layout): string[] =>
  layout.rules.map(
    ({ axis, op, total, parts, signs, factor, open }) =>
      `${axis} ${total} ${op} ${parts.map((part, index) => `${signs[index] === -1 ? "-" : ""}${part}`).join(",")}${factor ? ` x${factor}` : ""}${open ? " open" : ""}`,
  );

describe("extents", () => {
  test("a table is found among letterhead, title, caption, notes and signatures", () => {
    const layout = only(
      texts(`
UBND XÃ BÌNH AN
CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2026
(Kèm theo Báo cáo số    /BC-UBND)
 | | | Đơn vị tính: triệu đồng
STT | Nội dung | Dự toán năm | Trong đó
 | | | NSĐP
A | B | 1 | 2
 | TỔNG SỐ | 1.234,5 | 200,5
I | Chi đầu tư | 1.000 | -
1 | Đường thôn | 600 |
- | Đoạn 1 | 350 |
II | Chi thường xuyên | 234,5 | 200,5
 | | |
 | Ghi chú: số liệu tạm tính | |
 | Bằng chữ: Một tỷ hai trăm ba mươi bốn triệu năm trăm nghìn đồng | |
 | | Bình An, ngày 5 tháng 1 năm 2026 |
 | Người lập biểu | Thủ trưởng đơn vị |
 | Nguyễn Văn A | Trần Thị B |`),
    );
    expect(layout).toMatchObject({
      area: { row: 4, col: 0, rows: 8, cols: 4 },
      headRows: [4, 5, 6],
      numberRow: 6,
      unit: "trieu-dong",
      title: { text: "CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2026" },
      caption: { at: { row: 3, col: 3 } },
    });
    expect(kinds(layout)).toBe("outline label amount amount");
    expect(tree(layout)).toEqual([" TỔNG SỐ", "I Chi đầu tư", ".1 Đường thôn", "..- Đoạn 1", "II Chi thường xuyên"]);
    expect(values(layout, 2)).toEqual([1234.5, 1000, 600, 350, 234.5]);
    expect(layout.columns[3]).toMatchObject({ path: ["Trong đó", "NSĐP"], ofWhich: true, number: "2" });
  });

  test("tables one under another, each with its title", () => {
    const layouts = typed(`
BIỂU 1: THU
STT | Nội dung | Năm 2024
1 | Thu phí | 10
2 | Lệ phí | 5
 | Cộng | 15

BIỂU 2: CHI
STT | Khoản mục | Số tiền
1 | Chi lương | 10
2 | Chi khác | 16`);
    expect(layouts.map(({ title, lines }) => [title?.text, lines.length])).toEqual([
      ["BIỂU 1: THU", 3],
      ["BIỂU 2: CHI", 2],
    ]);
  });

  test("tables side by side, with and without a blank column, and two lists of labels under one head", () => {
    const apart = typed(`
STT | Nội dung | Tiền | | STT | Nội dung | Tiền
1 | a | 10 | | 1 | x | 3
2 | b | 20 | | 2 | y | 4
 | Cộng | 30 | | 3 | z | 5
 | | | | | Cộng | 12`);
    expect(apart.map(({ area }) => [area.col, area.cols, area.rows])).toEqual([
      [0, 3, 4],
      [4, 3, 5],
    ]);
    const joined = typed("STT | Nội dung | Tiền | STT | Nội dung | Tiền\n1 | a | 10 | 1 | x | 3\n2 | b | 20 | 2 | y | 4");
    expect(joined.map(({ area }) => [area.col, area.cols])).toEqual([
      [0, 3],
      [3, 3],
    ]);
    const balance = typed(`
 | | | ĐVT: 1.000 đồng
Nội dung thu | Dự toán | Nội dung chi | Dự toán
Tổng số thu | 1000 | Tổng số chi | 1000
I. Thu xã hưởng | 300 | I. Chi đầu tư | 400
II. Thu bổ sung | 700 | II. Chi thường xuyên | 600`);
    expect(balance.map(({ unit, lines }) => [unit, lines[1]?.number, lines[1]?.label])).toEqual([
      ["nghin-dong", "I.", "Thu xã hưởng"],
      ["nghin-dong", "I.", "Chi đầu tư"],
    ]);
  });

  test("the head with another word before it begins another table", () => {
    const lines = (word: string): CellValue[][] => [
      [word, "Nguồn", 2024, 2025], ["Thuế", "A", 120, 135], ["Phí", "B", 40, 45], ["Khác", "C", 15, 10], ["Cộng", null, 175, 190],
    ];
    const layouts = layoutsOf(snapshotOf([...lines("Thu"), [null, null, null, null], ...lines("Chi")]), []);
    expect(layouts.map(({ area }) => [area.row, area.rows])).toEqual([[0, 5], [6, 5]]);
  });

  test("blank rows end no table, and heads that each page prints again are no lines", () => {
    const layout = only(
      typed(`
BIỂU THU
TT | Nội dung | Số tiền
A | B | 1
I | Chi lương | 100
1 | Lương | 60

Trang 2
BIỂU THU
TT | Nội dung | Số tiền
A | B | 1
II | Chi khác | 50

 | Tổng cộng | 150`),
    );
    expect(tree(layout)).toEqual(["I Chi lương", ".1 Lương", "II Chi khác", " Tổng cộng"]);
  });

  test("prose, forms and lists without a head are no tables; tasks without a number are one", () => {
    expect(texts("ĐƠN XIN NGHỈ PHÉP\nTôi tên là: | Nguyễn Văn A\nĐiện thoại: | 0912345678\nLý do: | Việc gia đình")).toEqual([]);
    expect(texts("MỤC LỤC\nBiểu 1 | Dự toán thu\nBiểu 2 | Dự toán chi")).toEqual([]);
    expect(layoutsOf(textSnapshot([[]]), [])).toEqual([]);
    expect(
      tree(
        only(
          texts(`
STT | Nội dung nhiệm vụ | Đơn vị chủ trì | Thời gian
I | Nhóm 1 | |
1 | Rà soát văn bản | Phòng Tư pháp | Quý I/2025
2 | Tuyên truyền | Phòng Văn hóa | 2025`),
        ),
      ),
    ).toEqual(["I Nhóm 1", ".1 Rà soát văn bản", ".2 Tuyên truyền"]);
  });

  test("areas of other tables are passed over", () => {
    const snapshot = snapshotOf([
      ["a", 1, 2],
      ["b", 3, 4],
      ["c", 5, 6],
    ]);
    expect(layoutsOf(snapshot, [snapshot.area])).toEqual([]);
  });
});

describe("heads", () => {
  test("four rows, merged without anything that tells so", () => {
    const layout = only(
      typed(`
TT | Tên dự án | Quyết định đầu tư | | | Kế hoạch 2021-2025 | | | | Ghi chú
 | | Số QĐ, ngày | TMĐT | | Tổng số | Trong đó: | | |
 | | | Tổng số | Trong đó: NSTW | | NSTW | NSĐP | |
 | | | | | | | Tổng | Đất |
1 | 2 | 3 | 4 | 5 | 6=7+8 | 7 | 8 | 9 | 10
I | Giao thông | | 700 | 400 | 300 | 200 | 100 | 20 |
(1) | Đường A | 123/QĐ-UBND | 400 | 200 | 200 | 150 | 50 | 10 |
(2) | Đường B | 124/QĐ | 300 | 200 | 100 | 50 | 50 | 10 | x`),
    );
    expect(paths(layout).slice(3, 9)).toEqual([
      "Quyết định đầu tư > TMĐT > Tổng số",
      "Quyết định đầu tư > TMĐT > Trong đó: NSTW",
      "Kế hoạch 2021-2025 > Tổng số",
      "Kế hoạch 2021-2025 > Trong đó: > NSTW",
      "Kế hoạch 2021-2025 > Trong đó: > NSĐP > Tổng",
      "Kế hoạch 2021-2025 > Trong đó: > NSĐP > Đất",
    ]);
    expect(rules(layout)).toEqual(["row 5 sum 6,7"]);
    expect(tree(layout)).toEqual(["I Giao thông", ".(1) Đường A", ".(2) Đường B"]);
  });

  test("typed years are heads, quarters are periods, and the second language belongs to the first", () => {
    const years = only(typed(" | Chỉ tiêu | 2021 | 2022\n | | Thực hiện | Ước\n1 | Dân số | 2050 | 2070\n2 | Lao động | 1001 | 1002"));
    expect([years.headRows, years.columns.map(({ year }) => year)]).toEqual([
      [0, 1],
      [null, null, 2021, 2022],
    ]);
    const quarters = only(
      typed("STT | Nội dung | Cả năm | Quý I | 6 tháng đầu năm | Tháng 12\n1 | Thu A | 10 | 1 | 3 | 4\n2 | Thu B | 10 | 1 | 3 | 4"),
    );
    expect(quarters.columns.map(({ months }) => months)).toEqual([null, null, [1, 12], [1, 3], [1, 6], [12, 12]]);
    const two = only(
      texts(
        "STT | Chỉ tiêu | Tổng số | Trong đó - Of which |\nNo | Items | Total | Nhà nước | Tư nhân\n1 | Lao động | 10 | 4 | 6\n2 | Vốn | 20 | 5 | 15",
      ),
    );
    expect(two.headRows).toEqual([0, 1]);
    expect(paths(two)[4]).toBe("Trong đó - Of which > Tư nhân");
  });

  test("units in heads and captions; an agency is none", () => {
    const layout = only(
      texts(`
ĐƠN VỊ: SỞ Y TẾ
STT | Nội dung | Số lượng (người) | Thành tiền (triệu đồng) | Tỷ trọng (%)
1 | Tập huấn | 100 | 20 | 40
Cộng | | 150 | 50 | 100`),
    );
    expect(layout).toMatchObject({ caption: null, unit: null });
    expect(layout.columns.map(({ unit }) => unit)).toEqual([null, null, "người", "triệu đồng", "%"]);
    expect(kinds(layout)).toBe("outline label amount amount share");
    expect(tree(layout)).toEqual(["1 Tập huấn", " Cộng"]);
  });

  test("“No.” over counts numbers no lines", () => {
    const layout = only(
      typed("State | Entries |  | Exits | \n | No. | Pct. | No. | Pct.\nFlorida | 12 | 0.5 | 7 | 0.3\nTexas | 10 | 0.4 | 6 | 0.2"),
    );
    expect(kinds(layout)).toBe("label amount share amount share");
  });

  test("codes, days and account numbers are no amounts; each row may have a unit", () => {
    const layout = only(
      typed(
        "STT | Họ và tên | Ngày sinh | Số tài khoản | Hệ số | Thành tiền\n1 | A | 12/5/1980 | 123456789 | 2.34 | 4212000\n2 | B | 1979 | 98765432 | 3 | 5400000",
      ),
    );
    expect(kinds(layout)).toBe("outline label words words amount amount");
    const units = only(texts("STT | Chỉ tiêu | Đơn vị | Năm 2025\n1 | Sản lượng | Tấn | 12.345\n2 | Hộ nghèo | % | 5,6"));
    expect([kinds(units), units.lines.map(({ unit }) => unit)]).toEqual(["outline label unit amount", ["Tấn", "%"]]);
  });
});

describe("rules", () => {
  test("of column numbers, from wherever they begin", () => {
    const head =
      "TT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền | Số lượng | Đơn giá | Kinh phí | Chênh lệch\nA | B | C | 7 | 8 | 9=7*8 | 10 | 11 | 12=10*11 | 13=12-9";
    expect(
      rules(only(typed(`${head}\n1 | Máy tính | Cái | 2 | 15 | 30 | 3 | 15 | 45 | 15\n | Cộng | | | | 32 | | | 48 | 16`))),
    ).toEqual(["row 5 product 3,4", "row 8 product 6,7", "row 9 difference 8,-5"]);
    const row = (numbers: string): string[] =>
      rules(only(typed(`STT | Nội dung | Dự toán | Thực hiện | Kết quả\n${numbers}\n1 | Thu | 100 | 90 | 90\n2 | Chi | 50 | 25 | 50`)));
    expect(row("A | B | -1 | -2 | (3)=(2)/(1)*100")).toEqual(["row 4 ratio 3,2 x100"]);
    expect(row("A | B | 1=2+3(+Khác) | 2 | 3")).toEqual(["row 2 sum 3,4 open"]);
    expect(row("1 | 2 | 3 | 4 | 5=5*4")).toEqual([]);
    expect(
      rules(
        only(
          typed(
            "STT | Nội dung | Dự toán (1) | Thực hiện (2) | So sánh (3)=(2)-(1)\n1 | Thu | 100 | 90 | -10\n2 | Chi | 50 | 25 | -25",
          ),
        ),
      ),
    ).toEqual(["row 4 difference 3,-2"]);
  });

  test("in labels, by outline numbers and by codes", () => {
    expect(
      rules(
        only(
          typed(`
STT | Nội dung | Số tiền
A | Tổng thu | 100
1 | Thu phí | 60
2 | Thu khác | 40
B | Tổng chi | 110
C | BỘI CHI (A-B) | -10
 | Cộng thu (1+2) | 100
 | Trẻ em (3-5) | 7`),
        ),
      ),
    ).toEqual(["column 4 difference 0,-3", "column 5 sum 1,2"]);
    expect(
      rules(
        only(
          texts(`
CHỈ TIÊU | Mã số | Năm nay
1. Doanh thu | 01 | 1.000
2. Giảm trừ | 02 | 100
3. Doanh thu thuần (10 = 01 - 02) | 10 | 900`),
        ),
      ),
    ).toEqual(["column 2 difference 0,-1"]);
  });
});

describe("numbers that stand as text", () => {
  const column = (...cells: readonly string[]): number[] =>
    values(only(texts(["Khoản mục | Số tiền", ...cells.map((cell, row) => `Dòng ${row} | ${cell}`)].join("\n"))), 1);
  test("are read in the notation that all of them tell together", () => {
    expect(column("1.234", "934", "1.000")).toEqual([1234, 934, 1000]);
    expect(column("1.234", "934,5")).toEqual([1234, 934.5]);
    expect(column("1.234", "934.5")).toEqual([1.234, 934.5]);
    expect(column("1,234", "12,345,678")).toEqual([1234, 12345678]);
    expect(column("1 234 567,8", "1'000")).toEqual([1234567.8, 1000]);
    expect(column("25.000", "9.06", "1.234.567")).toEqual([25000, 9.06, 1234567]);
  });
  test("with brackets, signs, marks of notes and shares; a dash is none", () => {
    expect(column("(934.567)", "12-", "−5", "46*", "(1) 1.056.485", "–", "x", "12,5%")).toEqual([
      -934567, -12, -5, 46, 1056485, 0, 0, 12.5,
    ]);
  });
});

describe("the tree of lines", () => {
  test("a bare I is the letter after H, and the Roman number elsewhere", () => {
    const list = (marks: string): string =>
      only(
        texts(
          `STT | Đơn vị | Số tiền\n${marks
            .split(" ")
            .map((mark) => `${mark} | Mục | 10`)
            .join("\n")}`,
        ),
      )
        .lines.map(({ depth, number }) => ".".repeat(depth) + number)
        .join(" ");
    expect(list("A B C D Đ E G H I K")).toBe("A B C D Đ E G H I K");
    expect(list("A I 1 2 II B I 1.1 a b")).toBe("A .I ..1 ..2 .II B .I ..1.1 ...a ...b");
    expect(list("1 1.1 1.10 2")).toBe("1 .1.1 .1.10 2");
    expect(list("1 I II 2 I")).toBe("1 .I .II 2 .I");
  });

  test("numbers and dashes within labels, and indents alone", () => {
    expect(tree(only(typed("Nội dung | Số tiền\nI. Thu | 30\n1. Phí | 30\n- Phí A | 10\n- Phí B | 20\nII. Chi | 5")))).toEqual([
      "I. Thu",
      ".1. Phí",
      "..- Phí A",
      "..- Phí B",
      "II. Chi",
    ]);
    expect(tree(only(typed("Chỉ tiêu | Số\nTổng số | 100\n  Thành thị | 60\n    Phường A | 60\n  Nông thôn | 40")))).toEqual([
      " Tổng số",
      ". Thành thị",
      ".. Phường A",
      ". Nông thôn",
    ]);
  });

  test.each([
    ["once on each level", "|||6000||Tiền lương|60", "||||6001|Lương theo ngạch|40", "||||6003|Lương hợp đồng|20"],
    ["again on each line", "|070|072|6000||Tiền lương|60", "|070|072|6000|6001|Theo ngạch|40", "|070|072|6000|6003|Hợp đồng|20"],
  ])("codes of the budget's index lie in each other, written %s", (_, ...lines) => {
    const layout = only(typed(["STT|Loại|Khoản|Mục|Tiểu mục|Nội dung|Dự toán", "|070|072|||Chi thường xuyên|60", ...lines].join("\n")));
    expect(layout.lines.map(({ depth, parent }) => [depth, parent])).toEqual([[0, null], [1, 0], [2, 1], [2, 1]]);
  });

  test("bold lines are above plain ones", () => {
    const snapshot = snapshotOf([
      ["Chỉ tiêu", "Số"],
      ["Thành thị", 60],
      ["Phường A", 60],
      ["Nông thôn", 40],
      ["Xã B", 40],
    ]);
    const bold = [1, 3].map((row) => ({ area: { row, col: 0, rows: 1, cols: 2 }, value: true as const }));
    expect(tree(only(layoutsOf({ ...snapshot, looks: { bold } }, [])))).toEqual([" Thành thị", ". Phường A", " Nông thôn", ". Xã B"]);
  });

  test("“Trong đó” as a row and within labels, and “Phân theo” over the lines of one way", () => {
    const layout = only(
      typed(`
STT | Nội dung | Số tiền
A | Thu | 100
B | Chi | 90
 | Trong đó: |
1 | Đầu tư | 30
2 | Thường xuyên | 50
C | Dự phòng | 5
 | Tr.đó: từ đất | 3`),
    );
    expect(tree(layout)).toEqual(["A Thu", "B Chi", ". Trong đó:", "..1 Đầu tư", "..2 Thường xuyên", "C Dự phòng", ". Tr.đó: từ đất"]);
    expect(layout.lines.map(({ ofWhich }) => ofWhich)).toEqual([false, false, true, false, false, false, true]);
    const ways = only(
      typed(
        " | Chỉ tiêu | 2021 | 2022\n | TỔNG SỐ | 10 | 12\n | Phân theo giới tính | |\n | Nam | 4 | 5\n | Nữ | 6 | 7\n | Phân theo khu vực | |\n | Thành thị | 10 | 12",
      ),
    );
    expect(ways.lines.map(({ parent, breakdown }) => [parent, breakdown])).toEqual([
      [null, false],
      [0, true],
      [1, false],
      [1, false],
      [0, true],
      [4, false],
    ]);
  });

  test("totals stand beside what they add up, not under its last line", () => {
    const layout = only(
      typed("STT | Nội dung | Số tiền\nI | Thu |\n1 | Phí | 10\n2 | Lệ phí | 20\n | Cộng I | 30\nII | Chi | 20\n | Tổng cộng | 50"),
    );
    expect(layout.lines.map(({ parent, total }) => [parent, total])).toEqual([
      [null, false],
      [0, false],
      [0, false],
      [0, true],
      [null, false],
      [null, true],
    ]);
  });
});

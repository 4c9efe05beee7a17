/** The words of the page itself; the pane beside it has its own. */
export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

const vi = {
  save: "Tải về (.xlsx)",
  saving: "Đang ghi tệp…",
  saved: "Đã tải về.",
  savedInPart: (count: number) =>
    `Đã tải về; ${count} mục (quy tắc nhập, định dạng có điều kiện, tên hoặc biểu đồ) không ghi được vào tệp.`,
  chartsInFile: "Biểu đồ không hiện trong trang này; có trong tệp tải về.",
  saveFailed: (reason: string) => `Chưa ghi được tệp: ${reason}`,
  fileName: "ke-hoach.xlsx",
  hidePane: "Ẩn ngăn",
  showPane: "Hiện ngăn",
  pane: "Ngăn tác vụ Bảng Kế hoạch",
  workbook: "Sổ làm việc",
  resize: "Kéo để đổi độ rộng của ngăn",
  sheet: "Trang 1",
};

const en: typeof vi = {
  save: "Download (.xlsx)",
  saving: "Writing the file…",
  saved: "Downloaded.",
  savedInPart: (count) =>
    `Downloaded; ${count} items (validation rules, conditional formats, names or charts) could not be written into the file.`,
  chartsInFile: "Charts are not shown in this page; they are in the file that you download.",
  saveFailed: (reason) => `The file could not be written: ${reason}`,
  fileName: "plan.xlsx",
  hidePane: "Hide the pane",
  showPane: "Show the pane",
  pane: "Plan tables task pane",
  workbook: "Workbook",
  resize: "Drag to change the width of the pane",
  sheet: "Sheet1",
};

export type Words = typeof vi;

export function wordsOf(language: Language): Words {
  return language === "vi" ? vi : en;
}

/** `?lang=en` → "en"; anything else is Vietnamese. */
export function languageOf(query: string): Language {
  return new URLSearchParams(query).get("lang") === "en" ? "en" : "vi";
}

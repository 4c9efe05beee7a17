import { leftBehind } from "../i18n/left-behind";
import type { LeftBehind, LeftPart } from "../workbook/xlsx";

/** The words of the page itself; the pane beside it has its own. */
export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

/** What of a file is not shown, each as an item of a list. */
type LeftWords = Readonly<Record<LeftBehind, string>>;

const left: Readonly<Record<Language, LeftWords>> = leftBehind;

const gridVi = {
  nameBox: "Hộp tên",
  names: "Các tên đã đặt",
  addSheet: "Thêm trang tính",
  sheets: "Danh sách trang tính",
  sheetTabs: "Các trang tính",
  ribbon: "Nhóm công cụ",
  stopCalculating: "Dừng tính",
  zoomOut: "Thu nhỏ",
  zoomIn: "Phóng to",
  sidebar: "Ngăn bên",
  closeSidebar: "Đóng ngăn bên",
  choices: "Lựa chọn",
  close: "Đóng",
  remove: "Xóa",
  choose: (what: string) => `${what}: lựa chọn`,
  colour: (hex: string) => `Màu ${hex}`,
};

const gridEn: typeof gridVi = {
  nameBox: "Name box",
  names: "Defined names",
  addSheet: "Add a sheet",
  sheets: "List of sheets",
  sheetTabs: "Sheets",
  ribbon: "Groups of tools",
  stopCalculating: "Stop calculating",
  zoomOut: "Zoom out",
  zoomIn: "Zoom in",
  sidebar: "Side panel",
  closeSidebar: "Close the side panel",
  choices: "Choices",
  close: "Close",
  remove: "Remove",
  choose: (what) => `${what}: choices`,
  colour: (hex) => `Colour ${hex}`,
};

const vi = {
  product: "Bảng Kế hoạch",
  grid: gridVi,
  save: "Tải về (.xlsx)",
  saving: "Đang ghi tệp…",
  saved: "Đã tải về.",
  chart: (title: string) => `Biểu đồ: ${title}`,
  noCharts: "Trình duyệt chưa tải được phần vẽ biểu đồ: biểu đồ không hiện, nhưng có trong tệp tải về. Tải lại trang để thử lại.",
  notLoaded: (reason: string) => `Trình duyệt chưa tải được sổ làm việc: ${reason}. Chưa có gì thay đổi; tải lại trang để thử lại.`,
  saveFailed: (reason: string) => `Chưa ghi được tệp: ${reason}`,
  fileName: "ke-hoach.xlsx",
  hidePane: "Ẩn ngăn",
  showPane: "Hiện ngăn",
  pane: "Ngăn tác vụ Bảng Kế hoạch",
  workbook: "Sổ làm việc",
  resize: "Kéo để đổi độ rộng của ngăn",
  sheet: "Trang 1",
  open: "Mở tệp",
  opening: (name: string) => `Đang mở ${name}…`,
  opened: (name: string) => `Đã mở ${name}.`,
  openFailed: (name: string, reason: string) => `Chưa mở được ${name}: ${reason}. Chưa có gì thay đổi.`,
  unsaved: "Sổ làm việc đang mở có nội dung chưa tải về. Mở tệp khác thì phần đó sẽ mất.",
  openAnyway: "Mở tệp, bỏ phần chưa tải về",
  saveFirst: "Tải về trước",
  cancel: "Hủy",
  leftOnOpening: (name: string) => `Đã mở ${name}. Những phần sau của tệp không hiện được ở đây và sẽ không có trong tệp tải về; tệp gốc không bị thay đổi:`,
  understood: "Đã rõ",
  leftOnSaving: "Tệp tải về sẽ không có những phần sau:",
  saveAnyway: (name: string) => `Tải về “${name}”`,
  copy: "(bản mới)",
  dropHere: "Thả tệp vào đây để mở",
  left: left.vi,
  onSheets: (what: string, sheets: readonly string[], more: number) =>
    `${what} (${sheets.join(", ")}${more > 0 ? ` và ${more} trang khác` : ""})`,
  recent: "Tệp gần đây",
  noRecent: "Chưa có sổ làm việc nào khác được giữ trong trình duyệt này.",
  newBook: "Sổ làm việc mới",
  openRecent: (name: string) => `Mở ${name}`,
  removeRecent: (name: string) => `Xóa ${name} khỏi trình duyệt`,
  remove: "Xóa",
  removeQuestion: (name: string) => `Xóa hẳn sổ làm việc “${name}” khỏi trình duyệt này? Việc này không hoàn tác được.`,
  openElsewhere: (name: string) => `“${name}” đang mở ở cửa sổ khác; đóng cửa sổ đó rồi xóa.`,
  close: "Đóng",
  broughtBack: "Đã mở lại sổ làm việc như lần trước; các bước hoàn tác của lần đó không còn.",
  broughtBackInPart: "Chỉ mở lại được một phần sổ làm việc của lần trước, dưới dạng bản sao; bản đã giữ vẫn còn nguyên trong Tệp gần đây.",
  elsewhere: "Sổ làm việc của lần trước đang mở ở cửa sổ khác; cửa sổ này có một sổ mới.",
  neverStarts: "Sổ làm việc của lần trước không mở lên được; cửa sổ này có một sổ mới. Sổ đó vẫn còn trong Tệp gần đây.",
  notKept: (reason: string) =>
    `Trình duyệt không giữ được sổ làm việc này (hết chỗ, hoặc cửa sổ riêng tư): ${reason}. Hãy tải về trước khi đóng trang.`,
  keptAgain: "Sổ làm việc lại được giữ trong trình duyệt.",
  leaveUnkept: "Sổ làm việc này không được giữ trong trình duyệt: mở sổ khác thì mất những gì chưa tải về. Vẫn mở?",
};

const en: typeof vi = {
  product: "Plan Tables",
  grid: gridEn,
  save: "Download (.xlsx)",
  saving: "Writing the file…",
  saved: "Downloaded.",
  chart: (title) => `Chart: ${title}`,
  noCharts: "The browser could not load what draws charts: they are not shown, but are in the file that you download. Load the page again to try once more.",
  notLoaded: (reason) => `The browser could not load the workbook: ${reason}. Nothing was changed; load the page again to try once more.`,
  saveFailed: (reason) => `The file could not be written: ${reason}`,
  fileName: "plan.xlsx",
  hidePane: "Hide the pane",
  showPane: "Show the pane",
  pane: "Plan tables task pane",
  workbook: "Workbook",
  resize: "Drag to change the width of the pane",
  sheet: "Sheet1",
  open: "Open a file",
  opening: (name) => `Opening ${name}…`,
  opened: (name) => `${name} is open.`,
  openFailed: (name, reason) => `${name} could not be opened: ${reason}. Nothing was changed.`,
  unsaved: "The workbook that is open holds work that has not been downloaded. It is lost when another file is opened.",
  openAnyway: "Open the file, lose that work",
  saveFirst: "Download first",
  cancel: "Cancel",
  leftOnOpening: (name) => `${name} is open. These parts of it cannot be shown here and will not be in a file that you download; the file itself stays as it is:`,
  understood: "Understood",
  leftOnSaving: "The file that you download will lack these parts:",
  saveAnyway: (name) => `Download “${name}”`,
  copy: "(new)",
  dropHere: "Drop the file here to open it",
  left: left.en,
  onSheets: (what, sheets, more) => `${what} (${sheets.join(", ")}${more > 0 ? ` and ${more} more sheets` : ""})`,
  recent: "Recent files",
  noRecent: "This browser keeps no other workbook yet.",
  newBook: "New workbook",
  openRecent: (name) => `Open ${name}`,
  removeRecent: (name) => `Remove ${name} from the browser`,
  remove: "Remove",
  removeQuestion: (name) => `Remove the workbook “${name}” from this browser for good? This cannot be undone.`,
  openElsewhere: (name) => `“${name}” is open in another window; close that window, then remove it.`,
  close: "Close",
  broughtBack: "The workbook is back as it was; the undo steps of that time are gone.",
  broughtBackInPart: "Only a part of the workbook could be brought back, as a copy; what was kept is still whole under Recent files.",
  elsewhere: "The workbook of last time is open in another window; this window has a new one.",
  neverStarts: "The workbook of last time did not come up when it was tried; this window has a new one. That workbook is still under Recent files.",
  notKept: (reason) => `The browser cannot keep this workbook (no room, or a private window): ${reason}. Download it before you close the page.`,
  keptAgain: "The browser keeps the workbook again.",
  leaveUnkept: "This workbook is not kept in the browser: opening another one loses what was not downloaded. Open it all the same?",
};

export type Words = typeof vi;

/** So many sheets are named. */
const MOST_SHEETS = 5;

/** What is left behind, with its sheets, as an item of a list. */
export function leftItem({ kind, sheets }: LeftPart, words: Words): string {
  const named = sheets.slice(0, MOST_SHEETS);
  return named.length === 0 ? words.left[kind] : words.onSheets(words.left[kind], named, sheets.length - named.length);
}

export function wordsOf(language: Language): Words {
  return language === "vi" ? vi : en;
}

/** The language that the address names (`?lang=en`), else the one that was chosen before, else Vietnamese. */
export function languageOf(query: string, kept: string | null): Language {
  return [new URLSearchParams(query).get("lang"), kept].find((one): one is Language => one === "vi" || one === "en") ?? "vi";
}

/** The language that was chosen in the pane before, which keeps it under this name; null where none was, or where nothing is kept. */
export function keptLanguage(): string | null {
  try {
    return window.localStorage.getItem("plan-tables.lang");
  } catch {
    return null;
  }
}

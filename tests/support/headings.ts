/** Two headings of a table that is not ours, of which the second is not reached in every year: that is asked. */
export const HEADINGS: readonly (readonly (string | number)[])[] = [
  ["STT", "Nội dung", "2023", "2024", "2025", "2026"],
  ["I", "Chi cân đối", 8768, 8768, 9464, 9999],
  ["1", "Chi đầu tư", 2450, 2451, 2610, 4000],
  ["2", "Chi thường xuyên", 6318, 6317, 6854, 5999],
  ["II", "Chi chương trình", 900, 901, 902, 903],
  ["1", "Vốn nước ngoài", 1500, 501, 502, 703],
  ["2", "Vốn trong nước", 400, 400, 477, 200],
];

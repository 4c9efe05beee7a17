import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compareDays, readTime, type Day, type TimeReading } from "./time";

const write = (day: Day | null): string =>
  day ? [day.year, day.month, day.day].map((part) => String(part).padStart(2, "0")).join("-") : "…";
const said = (reading: TimeReading): string =>
  reading.kind === "span" ? `${write(reading.from)} ${write(reading.to)}${reading.recurring ? " again" : ""}` : reading.kind;

describe("readTime", () => {
  test.each([
    ["2025", "2025-01-01 2025-12-31"],
    ["Năm 2025", "2025-01-01 2025-12-31"],
    ["Trong năm 2024", "2024-01-01 2024-12-31"],
    ["Hoàn thành trong năm 2024", "2024-01-01 2024-12-31"],
    ["Cuối năm 2024", "2024-01-01 2024-12-31"],
    ["Đến năm 2025", "… 2025-12-31"],
    ["Đến hết năm 2025", "… 2025-12-31"],
    ["Trước năm 2025", "… 2024-12-31"],
    ["Từ năm 2024", "2024-01-01 …"],
    ["Từ năm 2024 trở đi", "2024-01-01 …"],
    ["Năm 2024 và các năm tiếp theo", "2024-01-01 …"],
    ["Sau năm 2025", "2026-01-01 …"],
    ["Giai đoạn 2021-2030", "2021-01-01 2030-12-31"],
    ["Giai đoạn 2021 – 2025", "2021-01-01 2025-12-31"],
    ["2018-2020", "2018-01-01 2020-12-31"],
    ["Từ năm 2021 đến năm 2025", "2021-01-01 2025-12-31"],
    ["Các năm 2021, 2023 và 2025", "2021-01-01 2025-12-31"],
    ["Đến năm 2030, tầm nhìn đến năm 2045", "… 2030-12-31"],
    ["Kế hoạch 5 năm 2021-2025", "2021-01-01 2025-12-31"],
    ["Năm học 2024-2025", "2024-09-01 2025-08-31"],
    ["Quý I/2024", "2024-01-01 2024-03-31"],
    ["Hoàn thành trong quý I-2024", "2024-01-01 2024-03-31"],
    ["quý 4-2024", "2024-10-01 2024-12-31"],
    ["Quý II năm 2024", "2024-04-01 2024-06-30"],
    ["QIII/2024", "2024-07-01 2024-09-30"],
    ["Q4/2024", "2024-10-01 2024-12-31"],
    ["Quý I, II năm 2024", "2024-01-01 2024-06-30"],
    ["Quý 2, 3/2024", "2024-04-01 2024-09-30"],
    ["Quý I-III/2024", "2024-01-01 2024-09-30"],
    ["Quý IV/2023 - Quý I/2024", "2023-10-01 2024-03-31"],
    ["Trước quý III/2024", "… 2024-06-30"],
    ["Tháng 6/2024", "2024-06-01 2024-06-30"],
    ["Tháng 02 năm 2024", "2024-02-01 2024-02-29"],
    ["T6/2024", "2024-06-01 2024-06-30"],
    ["06/2024", "2024-06-01 2024-06-30"],
    ["Tháng 3, 6, 9 năm 2024", "2024-03-01 2024-09-30"],
    ["Tháng 3-6/2024", "2024-03-01 2024-06-30"],
    ["Tháng 11, 12/2024", "2024-11-01 2024-12-31"],
    ["Từ tháng 3 đến hết tháng 6/2024", "2024-03-01 2024-06-30"],
    ["Tháng 10/2023 - tháng 3/2024", "2023-10-01 2024-03-31"],
    ["Chậm nhất tháng 6/2024", "… 2024-06-30"],
    ["6 tháng đầu năm 2024", "2024-01-01 2024-06-30"],
    ["6 tháng cuối năm 2024", "2024-07-01 2024-12-31"],
    ["9 tháng đầu năm 2024", "2024-01-01 2024-09-30"],
    ["Nửa đầu năm 2024", "2024-01-01 2024-06-30"],
    ["30/6/2024", "2024-06-30 2024-06-30"],
    ["30.6.2024", "2024-06-30 2024-06-30"],
    ["2024-06-30", "2024-06-30 2024-06-30"],
    ["Ngày 30 tháng 6 năm 2024", "2024-06-30 2024-06-30"],
    ["trước ngày 01-7-2025", "… 2025-06-30"],
    ["Hoàn thành trước ngày 01-7-2025", "… 2025-06-30"],
    ["trước 30/6/2024", "… 2024-06-29"],
    ["Chậm nhất là ngày 30/6/2024", "… 2024-06-30"],
    ["Không quá ngày 30/6/2024", "… 2024-06-30"],
    ["Đến ngày 31/12/2024", "… 2024-12-31"],
    ["Từ ngày 15/3 đến ngày 20/4/2024", "2024-03-15 2024-04-20"],
    ["Từ ngày 15 đến ngày 20/6/2024", "2024-06-15 2024-06-20"],
    ["15-20/6/2024", "2024-06-15 2024-06-20"],
    ["Năm 2024 (trước ngày 30/6)", "2024-01-01 2024-06-29"],
    ["Từ năm 2021, hoàn thành trước năm 2025", "2021-01-01 2024-12-31"],
    ["Quý I/2024 theo quy định", "2024-01-01 2024-03-31"],
    ["Tháng Sáu năm 2024", "2024-06-01 2024-06-30"],
    ["I/2024", "2024-01-01 2024-03-31"],
    ["Từ nay đến hết năm 2025", "… 2025-12-31"],
    ["Từ năm 2024 đến nay", "2024-01-01 …"],
    ["Sơ kết năm 2025, tổng kết năm 2030", "2025-01-01 2030-12-31"],
    ["Theo kế hoạch của tỉnh, hoàn thành trước 31/12/2025", "… 2025-12-30"],
    ["Mỗi năm ít nhất 1 lần", "… … again"],
    ["Cả giai đoạn", "open"],
    ["Hằng năm", "… … again"],
    ["Hàng năm", "… … again"],
    ["Hằng quý", "… … again"],
    ["Hàng tháng, quý, năm", "… … again"],
    ["Định kỳ", "… … again"],
    ["Định kỳ hàng năm và 5 năm", "… … again"],
    ["5 năm, hằng năm", "… … again"],
    ["6 tháng/lần", "… … again"],
    ["6 tháng/lần và đột xuất khi cần thiết", "… … again"],
    ["02 lần/năm", "… … again"],
    ["Mỗi năm 1 lần", "… … again"],
    ["Trước ngày 15/12 hằng năm", "… … again"],
    ["Ngày 20 hằng tháng", "… … again"],
    ["6/6; 11/7; 26/12", "… … again"],
    ["Quý I", "… … again"],
    ["Hằng năm, giai đoạn 2021-2025", "2021-01-01 2025-12-31 again"],
    ["Thường xuyên, từ năm 2024", "2024-01-01 … again"],
    ["Thường xuyên", "open"],
    ["Liên tục", "open"],
    ["Theo quy định", "open"],
    ["Khi có văn bản của tỉnh số 12 ngày 05/02/2024", "open"],
    ["Ngay sau khi Kế hoạch được ban hành", "open"],
    ["Trong vòng 30 ngày kể từ ngày ký", "open"],
    ["30 ngày", "open"],
    ["", "open"],
    ["45658", "2025-01-01 2025-01-01"],
    ["36526", "2000-01-01 2000-01-01"],
    ["abc", "unreadable"],
    ["12345678", "unreadable"],
    ["30/2/2024", "unreadable"],
    ["31/4", "unreadable"],
    ["6/30/2024", "unreadable"],
    ["Tháng 13/2024", "unreadable"],
    ["2025-2021", "unreadable"],
    ["Quyết định số 20/QĐ-UBND ngày 05/02/2024", "unreadable"],
    ["Chưa xác định", "unreadable"],
    ["?", "unreadable"],
  ])("%p", (text, expected) => {
    expect(said(readTime(text))).toBe(expected);
    expect(said(readTime(text.normalize("NFD").toUpperCase()))).toBe(expected);
  });

  test.each([
    ["Quý I", "2024-01-01 2024-03-31"],
    ["Tháng 6", "2024-06-01 2024-06-30"],
    ["6 tháng đầu năm", "2024-01-01 2024-06-30"],
    ["Trước ngày 30/6", "… 2024-06-29"],
    ["6/6; 11/7; 26/12", "2024-06-06 2024-12-26"],
    ["Ngày 29/2", "2024-02-29 2024-02-29"],
    ["Quý I/2025", "2025-01-01 2025-03-31"],
    ["Tháng 6 hằng năm", "… … again"],
    ["Trước ngày 15/12 hằng năm", "… … again"],
    ["Từ tháng 10 đến tháng 3", "… … again"],
    ["Quý I năm sau", "2024-01-01 …"],
    ["Thường xuyên", "open"],
    ["31/6", "unreadable"],
  ])("%s, in the plan of 2024: %s", (text, expected) => {
    expect(said(readTime(text, 2024))).toBe(expected);
  });

  test("what names its year means that year in the plan of any other", () => {
    const text = fc.constantFrom(
      "Quý I/2024", "Tháng 6 năm 2024", "31/12/2024", "Giai đoạn 2021-2025", "Hằng năm", "Thường xuyên",
      "Từ tháng 10/2024 đến tháng 3/2025", "x",
    );
    fc.assert(fc.property(text, fc.integer({ min: 2000, max: 2050 }), (one, year) => expect(readTime(one, year)).toEqual(readTime(one))));
  });

  test("no text throws, and no span ends before it begins", () => {
    const piece = fc.constantFrom(
      "quý", "tháng", "năm", "ngày", "trước", "đến", "từ", "sau", "hằng", "I", "IV", "13", "6", "2024", "31/12/2024", "30/6", "-", ",", ";",
      "/", "lần", "và", "giai đoạn", "đầu", "45658", "2024-2020",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(" ")),
          fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join("")),
        ),
        fc.constantFrom(null, 2023, 2024),
        (text, year) => {
          const reading = readTime(text, year);
          if (reading.kind !== "span") return;
          if (reading.from && reading.to) expect(compareDays(reading.from, reading.to)).toBeLessThanOrEqual(0);
          for (const day of [reading.from, reading.to])
            if (day) expect(new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDate()).toBe(day.day);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("a day is the same day however it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 36526, max: 55152 }), (serial) => {
        const date = new Date(Date.UTC(1899, 11, 30 + serial));
        const [d, m, y] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
        const day = { year: y, month: m, day: d };
        const padded = (part: number): string => String(part).padStart(2, "0");
        for (const text of [
          `${d}/${m}/${y}`, `ngày ${padded(d)}-${padded(m)}-${y}`, `${d}.${m}.${y}`, `Ngày ${d} tháng ${m} năm ${y}`,
          `${y}-${padded(m)}-${padded(d)}`, String(serial),
        ]) {
          expect(readTime(text)).toEqual({ kind: "span", from: day, to: day, recurring: false });
        }
        expect(readTime(`chậm nhất ngày ${d}/${m}/${y}`)).toEqual({ kind: "span", from: null, to: day, recurring: false });
      }),
    );
  });
});

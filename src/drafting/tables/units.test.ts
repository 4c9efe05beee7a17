import { expect, test } from "@jest/globals";
import { draftText } from "../draft-text";

const TABLE = `KẾ HOẠCH
Phát triển nước sạch năm 2026

I. MỤC TIÊU
2. Chỉ tiêu giao cho các xã, phường

Xã, phường            Dân số     Tỷ lệ hộ dùng     Số công trình
                      (người)    nước sạch (%)     được tu sửa (công trình)
Phường Gò Dài         21.400         92,5                12
Xã Suối Mây            8.350         81,0                 7
Xã Hòa Bình            9.120         84,5                 5
`;

test("places in rows and indicators in columns: each cell is the place's target, its size is none", () => {
  const { indicators, unread } = draftText(TABLE);
  expect(indicators.map(({ name, scope, value, unit, year }) => [name, scope, value, unit, year])).toEqual([
    ["Tỷ lệ hộ dùng nước sạch", "Phường Gò Dài", 92.5, "%", 2026],
    ["Số công trình được tu sửa", "Phường Gò Dài", 12, "công trình", 2026],
    ["Tỷ lệ hộ dùng nước sạch", "Xã Suối Mây", 81, "%", 2026],
    ["Số công trình được tu sửa", "Xã Suối Mây", 7, "công trình", 2026],
    ["Tỷ lệ hộ dùng nước sạch", "Xã Hòa Bình", 84.5, "%", 2026],
    ["Số công trình được tu sửa", "Xã Hòa Bình", 5, "công trình", 2026],
  ]);
  expect(indicators.every(({ evidence, span }) => TABLE.slice(...span) === evidence)).toBe(true);
  expect(unread).toEqual([]);
});

test("what places reached before is no target", () => {
  expect(draftText(TABLE.replace("I. MỤC TIÊU\n2. Chỉ tiêu giao cho các xã, phường", "I. KẾT QUẢ THỰC HIỆN")).indicators).toEqual([]);
});

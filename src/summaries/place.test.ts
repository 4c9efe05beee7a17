import { expect, test } from "@jest/globals";
import { catalogue } from "../plan";
import { placeOf } from "./place";

test("every plan of the catalogue says where it holds", () => {
  expect(catalogue.map((plan) => placeOf(plan))).toEqual([
    { name: "tỉnh Lai Châu", level: "province" },
    { name: "tỉnh Kon Tum", level: "province" },
    { name: "tỉnh Bắc Ninh", level: "province" },
    { name: "thành phố Lào Cai", level: "district" },
    { name: "thành phố Lai Châu", level: "district" },
  ]);
});

test.each([
  ["Ủy ban nhân dân Thành phố Hồ Chí Minh", { name: "thành phố Hồ Chí Minh", level: "province" }],
  ["ỦY BAN NHÂN DÂN XÃ MƯỜNG SO", null],
  ["Ủy ban nhân dân xã Mường So, huyện Phong Thổ", { name: "xã Mường So", level: "commune" }],
  ["Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu", { name: "tỉnh Bà Rịa - Vũng Tàu", level: "province" }],
  ["Ủy ban nhân dân tỉnh Huế".normalize("NFD"), { name: "tỉnh Huế", level: "province" }],
  ["Ban Thường vụ Tỉnh ủy", null],
  ["Sở Y tế", null],
])("%s", (issuer, expected) => {
  expect(placeOf({ issuer })).toEqual(expected);
});

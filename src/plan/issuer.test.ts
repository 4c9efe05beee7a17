import { expect, test } from "@jest/globals";
import { issuerOf } from "./issuer";

test.each([
  ["Ban Thường vụ Tỉnh ủy", "tỉnh Kon Tum", "Ban Thường vụ Tỉnh ủy Kon Tum"],
  ["Thành ủy", "thành phố Lào Cai", "Thành ủy Lào Cai"],
  ["Ủy ban nhân dân", "huyện Mẫu", "Ủy ban nhân dân huyện Mẫu"],
  ["Sở Y tế", "Bắc Ninh", "Sở Y tế Bắc Ninh"],
  ["Ủy ban nhân dân tỉnh Bắc Ninh", undefined, "Ủy ban nhân dân tỉnh Bắc Ninh"],
  ["", "tỉnh Kon Tum", ""],
])("%s of %s", (issuer, place, whole) => {
  expect(issuerOf({ issuer, ...(place === undefined ? {} : { place }) })).toBe(whole);
});

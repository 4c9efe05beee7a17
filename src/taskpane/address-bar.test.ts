import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { languageOf, placeOf, readsVietnamese } from "./address-bar";

describe("the place that the address names", () => {
  test.each(["create", "check", "summary"])("%s", (place) => expect(placeOf(`?_host_Info=Excel$Web&place=${place}`)).toBe(place));
  test("anything else is the first", () => {
    fc.assert(
      fc.property(fc.string(), (text) => ["check", "summary"].includes(text) || placeOf(`?place=${encodeURIComponent(text)}`) === "create"),
    );
    expect(placeOf("")).toBe("create");
  });
});

describe("the language", () => {
  test.each([
    ["?lang=en", "vi", "vi-VN", "en"],
    ["?lang=vi", "en", "en-US", "vi"],
    ["", "en", "vi-VN", "en"],
    ["", null, "vi-VN", "vi"],
    ["", null, "VI", "vi"],
    ["?lang=fr", "xx", "vi-VN", "vi"],
    ["", null, "fr-FR", "en"],
    ["", null, undefined, "en"],
    ["", null, "vie-x", "en"],
  ])("address %p, kept %p, Excel %p: %s", (query, kept, excel, lang) => expect(languageOf(query, kept, [excel])).toBe(lang));

  test("an English Excel in which people write Vietnamese speaks Vietnamese", () => {
    expect(languageOf("", null, ["en-US", "vi-VN"])).toBe("vi");
    expect(languageOf("", "en", ["en-US", "vi-VN"])).toBe("en");
    expect(languageOf("", null, ["en-US", undefined])).toBe("en");
  });

  test("a sheet's name tells Vietnamese by its letters, composed or not", () => {
    expect(["Biểu 1", "Trang_tính1".normalize("NFD"), "Kinh phí nhiệm vụ", "ĐVT"].map(readsVietnamese)).toEqual([true, false, true, true]);
    expect(["Sheet1", "Kinh phi", "Résumé", "Übersicht", "Año"].map(readsVietnamese)).toEqual([false, false, false, false, false]);
  });
});

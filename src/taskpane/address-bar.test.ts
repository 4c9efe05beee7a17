import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { languageOf, placeOf } from "./address-bar";

describe("the place that the address names", () => {
  test.each(["create", "check", "summary"])("%s", (place) => expect(placeOf(`?_host_Info=Excel$Web&place=${place}`)).toBe(place));
  test("anything else is the first", () => {
    fc.assert(fc.property(fc.string(), (text) => ["check", "summary"].includes(text) || placeOf(`?place=${encodeURIComponent(text)}`) === "create"));
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
  ])("address %p, kept %p, Excel %p: %s", (query, kept, excel, lang) => expect(languageOf(query, kept, excel)).toBe(lang));
});

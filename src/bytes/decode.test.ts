import { describe, expect, test } from "@jest/globals";
import { decode } from "./decode";

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

/** As a program of before Unicode writes it: each sign whose byte is not that of the table below stands for its own code. */
function windows1258(text: string): Uint8Array {
  const byte = new Map<string, number>();
  for (let code = 0; code < 256; code++) byte.set(new TextDecoder("windows-1258").decode(Uint8Array.of(code)), code);
  // the tone leaves its vowel, the mark of the vowel stays
  const apart = text.normalize("NFD").replace(/([aeouAEOU])([\u0323]?)([\u0302\u0306\u031b])/g, "$1$3$2");
  const signs = [...apart.replace(/[aeouAEOU][\u0302\u0306\u031b]/g, (letter) => letter.normalize("NFC"))];
  return Uint8Array.from(signs, (sign) => byte.get(sign) ?? byte.get(sign.normalize("NFC")) ?? 0x3f);
}

const TEXT = "Đơn vị tính: triệu đồng\nTổng chi ngân sách địa phương;1.234,5\nVốn đối ứng của hộ nghèo;2,5\n";

describe("the letters of a text", () => {
  test.each([
    ["UTF-8", new TextEncoder().encode(TEXT), "utf-8"],
    ["UTF-8 with a byte order mark", new TextEncoder().encode(`\ufeff${TEXT}`), "utf-8"],
    ["UTF-8 with its tones apart", new TextEncoder().encode(TEXT.normalize("NFD")), "utf-8"],
    ["UTF-16, little end first", utf16(TEXT, false), "utf-16"],
    ["UTF-16, big end first", utf16(TEXT, true), "utf-16"],
    ["Windows-1258", windows1258(TEXT), "windows-1258"],
  ])("%s", (_name, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: TEXT.normalize("NFC"), encoding });
  });

  const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  test.each([
    ["French", "Désignation;Montant exécuté\nÉtat prévu à la clôture;12\n"],
    ["the font .VnTime", "Tæng sè vèn ®Çu t­;12\n§¬n vÞ: triÖu ®ång\nTØnh Hµ Giang, huyÖn B¾c Mª\n"],
    ["the font VNI-Times", "Toång soá voán ñaàu tö;12\nÑôn vò: trieäu ñoàng\nHuyeän Bình Chaùnh\n"],
  ])("%s stays as Windows-1252 shows it", (_name, text) => {
    expect(decode(latin(text))).toEqual({ text, encoding: "windows-1252" });
  });

  test.each([
    ["nothing", new Uint8Array(0), "empty"],
    ["bytes that are zero", Uint8Array.of(0x41, 0x2c, 0, 0x42), "not-text"],
    ["half a sign of UTF-16", Uint8Array.of(0xff, 0xfe, 0x41), "not-text"],
    ["control signs all over", Uint8Array.from({ length: 300 }, (_, at) => 1 + (at % 6)), "not-text"],
  ])("%s is refused", (_name, bytes, reason) => {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ name: "UnreadableBytes", reason }));
  });

  test("a stray control sign is left out", () => {
    expect(decode(new TextEncoder().encode(`${"Chi thường xuyên;12\n".repeat(30)}a\u000bb\u0002c`)).text).toMatch(/a\u000bbc$/);
  });
});

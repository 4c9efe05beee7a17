import type { Plan } from "./model";

const KIND = /^(tỉnh|thành phố|thị xã|thị trấn|huyện|quận|xã|phường|đặc khu)\s+(?=\p{L})/iu;

/**
 * Who issued a plan, with the place where the name does not say it: "Ban Thường vụ Tỉnh ủy" of "tỉnh Kon Tum" is "Ban Thường vụ
 * Tỉnh ủy Kon Tum", "Ủy ban nhân dân" of "huyện Mẫu" is "Ủy ban nhân dân huyện Mẫu".
 */
export function issuerOf({ issuer, place }: Pick<Plan, "issuer" | "place">): string {
  if (place === undefined || issuer === "") return issuer;
  const kind = KIND.exec(place)?.[1] ?? "";
  // "Tỉnh ủy", "Thành ủy" and "Huyện ủy" name the kind already
  const named = kind !== "" && new RegExp(`(^|\\s)${kind.split(" ")[0] ?? ""} ủy$`, "iu").test(issuer);
  return `${issuer} ${named ? place.replace(KIND, "") : place}`;
}

import type { Plan } from "./model";

const KIND = /^(tỉnh|thành phố|thị xã|thị trấn|huyện|quận|xã|phường|đặc khu)\s+(?=\p{L})/iu;
/** "Tỉnh ủy", "Thành ủy": the name says the kind of place already. */
const COMMITTEE = /(?:^|\s)(\p{L}+) ủy$/iu;

/**
 * Who issued a plan, with the place where the name does not say it: "Ban Thường vụ Tỉnh ủy" of "tỉnh Kon Tum" is "Ban Thường vụ
 * Tỉnh ủy Kon Tum", "Ủy ban nhân dân" of "huyện Mẫu" is "Ủy ban nhân dân huyện Mẫu".
 */
export function issuerOf({ issuer, place }: Pick<Plan, "issuer" | "place">): string {
  if (place === undefined || issuer === "") return issuer;
  const kind = KIND.exec(place)?.[1]?.split(" ")[0];
  const named = kind !== undefined && COMMITTEE.exec(issuer)?.[1]?.toLocaleLowerCase("vi") === kind.toLocaleLowerCase("vi");
  return `${issuer} ${named ? place.replace(KIND, "") : place}`;
}

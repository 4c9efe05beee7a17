export * from "./model";
export * from "./catalogue";
export * from "./issuer";
export * from "./own";
export * from "./plan-file";
export { isPartyAnnex, isPartyPaper } from "./party";
export * from "./read-plan";

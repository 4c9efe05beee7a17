export { isEncryptedOle, isOle, LIMITS, namesInZip, unpack, unzipped, type Parts } from "./archive";
export { decode, type Encoding } from "./decode";
export { readRelations, type Relation } from "./relations";
export { broken, UnreadableBytes, type BytesAt, type BytesFault, type BytesReason } from "./unreadable";
export {
  attributesIn, isTrue, PLAIN_TEXT, prefixedAttribute, readXml, scanXml, unescapeText, xmlSteps, type Attributes, type Reading,
  type XmlEvents,
} from "./xml-events";

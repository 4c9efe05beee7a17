import { readXml as readPart, UnreadableBytes, type Reading, type XmlEvents } from "../../bytes";
import { WorkbookFailure } from "../port";
import { broken, ofBytes } from "./failures";

export {
  attributesIn, isTrue, PLAIN_TEXT, prefixedAttribute, scanXml, unescapeText, type Attributes, type XmlEvents,
} from "../../bytes";

/**
 * Reads an XML part: well-formed, without a document type (so without entities of its own), at most 100 deep. Throws WorkbookFailure
 * "unreadable-file" of reason "broken", naming the part.
 */
export function readXml(part: string, bytes: Uint8Array, events: XmlEvents, reading: Reading = {}): void {
  try {
    readPart(part, bytes, events, reading);
  } catch (error) {
    if (error instanceof WorkbookFailure) throw error;
    throw error instanceof UnreadableBytes ? ofBytes(error) : broken("xml", { part }, error);
  }
}

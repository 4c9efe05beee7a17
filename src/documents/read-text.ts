import { decode } from "../bytes";
import type { DocumentText } from "./document-text";
import { DocumentFailure } from "./failure";

/** Reads a text as it stands, its line ends as "\n". Throws UnreadableBytes for what is no text, DocumentFailure "empty". */
export function readText(bytes: Uint8Array): DocumentText {
  const { text, encoding } = decode(bytes);
  const guessed = encoding === "windows-1258" || encoding === "windows-1252";
  if (!/\S/.test(text)) throw new DocumentFailure("empty", {});
  return { text: text.replace(/\r\n?/g, "\n"), notices: guessed ? [{ kind: encoding }] : [] };
}

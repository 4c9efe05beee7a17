/**
 * What has to be told of a document that was read all the same. `windows-1258` and `windows-1252`: a text that is not Unicode was read as
 * that; `changes`: tracked changes were taken as accepted, so many; `pictures`: so many pictures are large enough to hold text or a table,
 * which was not read; `foreign-parts`: so many parts are kept in another format inside of the file and were not read; `pages-without-text`:
 * these pages, from 1, are pictures.
 */
export type DocumentNotice =
  | { readonly kind: "windows-1258" | "windows-1252" }
  | { readonly kind: "changes" | "pictures" | "foreign-parts"; readonly count: number }
  | { readonly kind: "pages-without-text"; readonly pages: readonly number[] };

/**
 * A document as text: a paragraph a line ("\n"), a line that was broken within a paragraph or a cell "\v", a row of a table one line with
 * its cells parted by "\t". Letters are composed (NFC).
 */
export interface DocumentText {
  readonly text: string;
  readonly notices: readonly DocumentNotice[];
}

/** How the reading of a document is followed. */
export interface DocumentCourse {
  /** How much of it is read, from 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Asked between parts; true ends the work with "stopped". */
  readonly stopped?: () => boolean;
  /** Lets others run, between slices of work in this thread; where it is absent nobody waits. */
  readonly rest?: () => Promise<void>;
}

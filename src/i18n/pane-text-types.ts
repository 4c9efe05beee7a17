/** The words of the pane for a text that is held against the tables; they come with that part. What was found is in `TextCheckWords`. */
export interface PaneTextWords {
  readonly hint: string;
  /** That nothing leaves the machine. */
  readonly here: string;
  readonly paste: string;
  readonly read: string;
  readonly pick: string;
  readonly drop: string;
  readonly reading: string;
  /** Before why it was not read: a file by its name, or null for what was pasted. */
  readonly unread: (file: string | null) => string;
  /** When what was compared; a file by its name, or null for what was pasted. */
  readonly at: (time: string, file: string | null) => string;
  readonly more: (count: number) => string;
  readonly hints: Readonly<Record<"unsure" | "not-found" | "agrees", string>>;
}

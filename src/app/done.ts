/** What an action of ours did, and how it is taken back; `undo` throws a `WorkbookFailure` or a `Refusal` and then changes nothing. */
export interface Done<T> {
  readonly result: T;
  readonly undo: () => Promise<void>;
}

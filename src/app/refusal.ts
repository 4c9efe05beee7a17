import type { RefusalCode, RefusalData } from "../i18n";

/** Thrown when an action does not begin; words for it are in i18n. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly code: C,
    readonly data: RefusalData[C],
  ) {
    super(`${code} ${JSON.stringify(data)}`);
  }
}

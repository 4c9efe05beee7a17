import type { ResultLine } from "./result-lines";
import type { TaskLine } from "./task-lines";
import type { WrongDay } from "./wrong-day";

/** What the heads of a table of somebody else's say of its lines beside the numbers; each only where there is any. */
export interface OtherFacts {
  readonly wrongDays?: readonly WrongDay[];
  /** Its lines as results. */
  readonly results?: readonly ResultLine[];
  /** Its lines as tasks. */
  readonly tasks?: readonly TaskLine[];
}

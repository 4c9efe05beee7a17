export {
  HELD, type ColumnKind, type Layout, type LayoutColumn, type LayoutLine, type Months, type NumberGrid, type SaidRule,
} from "./layout";
export { layoutsOf } from "./layouts";
export { believedIn } from "./relations";
export { monthsIn } from "./periods";
export { isPercentFormat } from "./percent-format";
export { withSaid } from "./said";
export { otherTable } from "./table";
export { unreadIn } from "./unread";
export { readingOthers, readOthers } from "./read-others";

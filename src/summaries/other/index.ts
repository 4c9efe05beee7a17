export { hiddenTelling, otherBlocks, otherSentence, tellingOf, type OtherFindings } from "./sections";
export { shareOf, shownUnit } from "./columns";

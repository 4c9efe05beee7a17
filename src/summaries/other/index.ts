export { otherBlocks, otherSentence, tellingOf, type OtherFindings } from "./sections";

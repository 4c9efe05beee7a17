import type { Block, Line } from "./lines";
import { block, blank, cellsAt, type Scene } from "./parts";

const SPACE = 4;

/**
 * The head of a report that gets signed (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1 and II.2): the agency at the left, the
 * national motto at the right.
 */
export function letterhead(issuer: string | null, { words: { summary: own } }: Scene): Block {
  return block({
    rows: [
      { kind: "letterhead", key: "letter/1", cells: cellsAt([[0, own.letter.above(issuer)], [4, own.letter.state]]) },
      { kind: "motto", key: "letter/2", cells: cellsAt([[0, own.letter.agency], [4, own.letter.motto]]) },
    ],
  });
}

/** Place and date, who made it, who signs it, to whom it goes (mục II.4, II.7 and II.9), on one page. */
export function signature({ words: { summary: own }, today }: Scene): Block {
  const { place, to, receivers, maker, makerNote, signer, signerNote } = own.letter;
  const row = (kind: Line["kind"], key: string, left: string, middle: string | null, right: string | null): Line => ({ kind, key: `sign/${key}`, cells: cellsAt([[0, left], [2, middle], [6, right]]) });
  const receiver = (index: number): string => receivers[index] ?? "";
  return block({
    rows: [
      blank("sign/before"),
      { kind: "place", key: "sign/place", cells: cellsAt([[6, place(today.year)]]) },
      row("signers", "who", to, maker, signer),
      row("signNote", "note", receiver(0), makerNote, signerNote),
      ...Array.from({ length: SPACE }, (_, index) => row("signSpace", `space${index + 1}`, receiver(index + 1), null, null)),
      row("signName", "name", "", own.letter.name, own.letter.name),
    ],
    together: true,
  });
}

import { isPartyAnnex, isPartyPaper } from "../plan";
import type { Words } from "../i18n";
import { COLUMN, type Block, type Line } from "./lines";
import { lookOf } from "./looks";
import type { Placed } from "./paper";
import { block, blank, cellsAt, type Part, type Scene } from "./parts";
import type { Previous } from "./previous";

const SPACE = 4;

type LetterWords = Words["summary"]["letter"];

/** Of an earlier summary the place and date stood over the signatures. */
const EARLIER_PLACE = "sign/place";
/** Signs of a rule for each letter of the name over it, and at most: a rule takes a third to a half of the name. */
const RULE = { letter: 0.9, most: 33, sign: "_" } as const;
/** Signs under the motto, and under the name of the Party in letters of its size: as long as the words. */
const UNDER = { state: 40, party: 27 } as const;

/**
 * Whether all of these plans are a Party committee's, whose papers have a head of their own. Of a plan of one's own its tables say whose it
 * is.
 */
function isParty(parts: readonly Part[]): boolean {
  return (
    parts.length > 0 &&
    parts.every(({ plan, indicators, budgets, tasks }) =>
      plan
        ? isPartyPaper(plan)
        : [...indicators, ...budgets, ...tasks].some(({ attachedTo }) => attachedTo !== undefined && isPartyAnnex(attachedTo)),
    )
  );
}

/**
 * The head of a report that gets signed. Of the state (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1 to II.4): at the left the agency over
 * the one that reports, a rule of a third to a half of its name, the number; at the right the state, its motto, a rule as long, place
 * and date. Of the Party (Hướng dẫn 36-HD/VPTW, mục II): its name with a rule as long, a star under the name of the agency. Who
 * reports, and to whom it belongs, is asked for: no plan says it.
 */
export function letterhead(
  parts: readonly Part[], previous: Previous | null, { words: { summary: { letter: own } }, today }: Scene,
): Block {
  const party = isParty(parts);
  const earlier = previous !== null && earlierPlace(previous, own) !== null;
  const place = own.place(today.year);
  const theirs = (kind: Line["kind"], key: string, left: string, right: string, note: string | null = null): Line => ({
    kind,
    key,
    cells: cellsAt([[0, left], [4, right], [COLUMN.source, note]]),
    data: `${left}\n${right}`,
  });
  const rule: Line["cells"][number] = party
    ? "*"
    : (rowOf) => ({ formula: `=REPT("${RULE.sign}",MIN(ROUND(${RULE.letter}*LEN(A${rowOf(KEYS.agency) + 1}),0),${RULE.most}))` });
  return block({
    rows: [
      theirs("letterhead", KEYS.above, party ? own.partyAbove : own.above, party ? own.party : own.state),
      theirs("motto", KEYS.agency, own.agency, party ? RULE.sign.repeat(UNDER.party) : own.motto),
      { kind: "rule", key: "letter/rule", cells: cellsAt([[0, rule], [4, party ? null : RULE.sign.repeat(UNDER.state)]]) },
      theirs("docNumber", "letter/number", party ? own.partyNumber : own.number, earlier ? "" : place, earlier ? own.now(place) : null),
    ],
  });
}

const KEYS = { above: "letter/1", agency: "letter/2" } as const;

/** Place and date of an earlier summary where somebody has filled them in; null where nobody has. */
function earlierPlace({ lines }: Previous, own: LetterWords): Placed | null {
  const line = lines.find(({ key }) => key === EARLIER_PLACE);
  const text = String(line?.cells[6] ?? "");
  const [year] = /\d{4}$/.exec(text) ?? [];
  return line && text !== "" && !(year !== undefined && text === own.place(Number(year))) ? line : null;
}

/**
 * A line of the letterhead as it stands on an earlier summary: what people have typed over stays, and beside the page stands what we
 * would write there now, where that is something else than what they typed over; everything else is as it is now. `issuer`: of the
 * plan, whom the first summaries took for the superior of who reports.
 */
export function keptLetter(line: Line, before: Placed, issuer: string | null, own: LetterWords): Line {
  const cells: Line["cells"][number][] = [...before.cells];
  const starts = lookOf(line.kind).merges.map(([from]) => from);
  const wrote = before.data === "" ? null : before.data.split("\n");
  const asked: readonly string[] = [own.above, own.partyAbove, own.agency, own.number, own.partyNumber];
  const beside = line.cells[COLUMN.source];
  const notes = typeof beside === "string" ? [beside] : [];
  const data = starts.map((col, index) => {
    const now = textOf(line.cells[col]);
    const stood = textOf(before.cells[col]);
    const then = wrote?.[index] ?? null;
    if (stood === now || stood === then) {
      cells[col] = now;
      return now;
    }
    // of a summary that does not say what we wrote, whatever stands there is people's; what is asked for they have answered
    if (then === null ? !asked.includes(now) || (now === own.above && stood === issuer?.toLocaleUpperCase("vi")) : then !== now)
      notes.push(own.now(now));
    return then;
  });
  const there = textOf(before.cells[COLUMN.source]);
  if (there === "" || there.startsWith(own.now(""))) cells[COLUMN.source] = notes.join("\n") || null;
  return { ...line, cells, data: data.every((one) => one !== null) ? data.join("\n") : "" };
}

function textOf(cell: Line["cells"][number] | undefined): string {
  return typeof cell === "string" || typeof cell === "number"
    ? String(cell)
    : cell === null || cell === undefined
      ? ""
      : JSON.stringify(cell);
}

/** Who made it, who signs it, to whom it goes (mục II.7 and II.9), on one page. */
export function signature(previous: Previous | null, { words: { summary: { letter: own } } }: Scene): Block {
  const { to, receivers, maker, makerNote, signer, signerNote } = own;
  const row = (kind: Line["kind"], key: string, left: string, middle: string | null, right: string | null): Line => ({
    kind,
    key: `sign/${key}`,
    cells: cellsAt([[0, left], [2, middle], [6, right]]),
  });
  const receiver = (index: number): string => receivers[index] ?? "";
  const earlier = previous && earlierPlace(previous, own);
  return block({
    rows: [
      blank("sign/before"),
      ...(earlier ? [{ kind: "place" as const, key: EARLIER_PLACE, cells: earlier.cells }] : []),
      row("signers", "who", to, maker, signer),
      row("signNote", "note", receiver(0), makerNote, signerNote),
      ...Array.from({ length: SPACE }, (_, index) => row("signSpace", `space${index + 1}`, receiver(index + 1), null, null)),
      row("signName", "name", "", own.name, own.name),
    ],
    together: true,
  });
}

/** Fewer lines of numbers with blank rows between them are parts of a form. */
const FEWEST_LINES = 4;
/** Of the rows of a stretch at least this part is followed by blank ones; where it is every second, those part pairs of lines. */
const MOST_FOLLOWED = 0.6;
/** Of these at least this part by equally many: others have their reason. */
const MOST_ALIKE = 0.5;

/**
 * The rows that are left where blank rows between nearly all lines of a table are taken for spacing, or for lines that are several rows
 * high; null where all are. Of more blank rows those are left that part what would stand apart without spacing, too.
 */
export function rowsWithoutSpacing(
  rows: number, isUsed: (row: number) => boolean, hasNumbers: (row: number) => boolean,
): readonly number[] | null {
  const used: number[] = [];
  for (let row = 0; row < rows; row++) if (isUsed(row)) used.push(row);
  const blanks = used.map((row, at) => (used[at + 1] ?? row + 1) - row - 1);
  const left = new Uint8Array(rows).fill(1);
  let [from, any] = [0, false];
  while (from < used.length) {
    if (blanks[from] === 0) {
      from++;
      continue;
    }
    const to = endOf(blanks, from);
    const spacing = spacingOf(used.slice(from, to + 2).filter(hasNumbers).length, blanks.slice(from, to + 1));
    for (let at = from; spacing > 0 && at <= to; at++) {
      const [own, row] = [blanks[at] ?? 0, used[at] ?? 0];
      // behind two blank rows a wider gap is the end of a table, not one more blank line in it
      const before = own > spacing && spacing > 1 ? own : Math.max(0, Math.ceil((own - spacing) / (spacing + 1)));
      left.fill(0, row + 1, row + 1 + own - before);
      any ||= own > before;
    }
    from = to + 1;
  }
  return any ? [...left.keys()].filter((row) => left[row] === 1) : null;
}

/** The last of the rows from one on that are followed by blank ones, a single one between them not. */
function endOf(blanks: readonly number[], from: number): number {
  const isFollowed = (at: number): boolean => (blanks[at] ?? 0) > 0;
  let at = from;
  while (isFollowed(at + 1) || (isFollowed(at) && isFollowed(at + 2))) at++;
  return at;
}

/** How many blank rows are spacing of a stretch in which so many follow each row; 0 for none. */
function spacingOf(lines: number, blanks: readonly number[]): number {
  const followed = blanks.filter((one) => one > 0);
  if (lines < FEWEST_LINES || followed.length < MOST_FOLLOWED * blanks.length) return 0;
  const counts = new Map<number, number>();
  for (const one of followed) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [spacing, most] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  return most >= MOST_ALIKE * followed.length ? spacing : 0;
}

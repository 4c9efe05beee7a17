/** Milliseconds between two lines where they cannot be written over: in a log. */
const PAUSE = 5000;
/** Milliseconds between two looks of the line on a terminal. */
const FRAME = 100;

interface Terminal {
  readonly isTTY?: boolean | undefined;
  readonly write: (text: string) => unknown;
}

/** Shows how far a work is: on a terminal in one line that changes, elsewhere in a line every few seconds. Null takes the line away. */
export function progressLine(to: Terminal, now: () => number = () => performance.now()): (line: string | null) => void {
  let last = now();
  let shown = 0;
  return (line) => {
    if (line === null) {
      if (shown > 0) to.write(`\r${" ".repeat(shown)}\r`);
      shown = 0;
      return;
    }
    const time = now();
    if (time - last < (to.isTTY ? FRAME : PAUSE)) return;
    last = time;
    if (!to.isTTY) {
      to.write(`${line}\n`);
      return;
    }
    to.write(`\r${line.padEnd(shown)}`);
    shown = Math.max(shown, line.length);
  };
}

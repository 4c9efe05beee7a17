import { expect, test } from "@jest/globals";
import { progressLine } from "../../src/cli/progress-line";

function shown(isTTY: boolean) {
  let time = 0;
  let text = "";
  const line = progressLine({ isTTY, write: (piece: string) => (text += piece) }, () => time);
  return { line, after: (ms: number) => (time += ms), text: () => text };
}

test("on a terminal one line changes, and is gone at the end", () => {
  const { line, after, text } = shown(true);
  for (const words of ["10 of 20 files", "11", "20"]) {
    after(150);
    line(words);
  }
  line(null);
  expect(text()).toBe(`\r10 of 20 files\r${"11".padEnd(14)}\r${"20".padEnd(14)}\r${" ".repeat(14)}\r`);
});

test("elsewhere there is a line every five seconds", () => {
  const { line, after, text } = shown(false);
  for (let file = 1; file <= 12; file++) {
    after(1000);
    line(`${file}`);
  }
  line(null);
  expect(text()).toBe("5\n10\n");
});

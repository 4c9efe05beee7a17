import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocumentFile } from "../../src/documents";
import { draftSteps } from "../../src/drafting";
import { CORPUS } from "../support/corpus";
import { madeDocx, paragraph, run as runOf } from "../support/made-docx";
import { madePdf } from "../support/made-pdf";
import type { Row } from "./row";
import { taken } from "./taken";

export const name = "draft: a plan from its text";

const PAGES = 200;
/** Of A4 in the letters of an official document, as LibreOffice prints the sources. */
const LETTERS_A_PAGE = 2_400;
const LETTERS_A_LINE = 72;
const LINES_A_PAGE = 40;
const LINE_HEIGHT = 18;
/** Rounds of which the quickest counts: what else the machine does makes others slower. */
const ROUNDS = 3;

export async function* run(): AsyncGenerator<Row> {
  const paragraphs = sources();
  if (paragraphs.length === 0) return;
  const [text, half] = [pagesOf(paragraphs, PAGES), pagesOf(paragraphs, PAGES / 2)];
  yield { label: `${PAGES} pages`, value: text.length, unit: "letters" };

  const whole = await quickest(() => drafted(text));
  const first = await quickest(() => drafted(half));
  yield { label: `${PAGES} pages drafted (at most 5)`, value: seconds(whole.processor), unit: "s of processor" };
  yield { label: `${PAGES} pages drafted, longest stretch (at most 500)`, value: Math.round(whole.longest), unit: "ms" };
  const times = Math.round((100 * whole.processor) / first.processor) / 100;
  yield { label: `${PAGES} pages / ${PAGES / 2} pages (2 are wanted)`, value: times, unit: "times" };

  const lines = text.split("\n");
  for (const [file, bytes] of [
    ["a.txt", new TextEncoder().encode(text)],
    ["a.docx", madeDocx({ body: lines.map((line) => paragraph(runOf(line))).join("") })],
    ["a.pdf", printed(lines)],
  ] as const) {
    const reading = await quickest(() => readOf(bytes, file));
    yield { label: `${file.slice(1)} of ${PAGES} pages read`, value: seconds(reading.processor), unit: "s of processor" };
    const stretch = `${file.slice(1)} of ${PAGES} pages read, longest stretch (at most 500)`;
    yield { label: stretch, value: Math.round(reading.longest), unit: "ms" };
  }
}

const seconds = (milliseconds: number): number => Math.round(milliseconds / 10) / 100;

interface Measured {
  readonly processor: number;
  /** For so long, in milliseconds, nobody else got to run. */
  readonly longest: number;
}

async function quickest(work: () => Promise<number>): Promise<Measured> {
  let best: Measured = { processor: Infinity, longest: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    let longest = 0;
    const { processor } = await taken(async () => {
      longest = await work();
    });
    best = { processor: Math.min(best.processor, processor), longest: Math.min(best.longest, longest) };
  }
  return best;
}

/** Drafts a text; the longest of its steps, in milliseconds. */
async function drafted(text: string): Promise<number> {
  let longest = 0;
  const steps = draftSteps(text);
  for (let done = false; !done; ) {
    const from = performance.now();
    done = steps.next().done === true;
    longest = Math.max(longest, performance.now() - from);
  }
  return longest;
}

/** Reads a document; the longest time, in milliseconds, that something else had to wait for its turn. */
async function readOf(bytes: Uint8Array, file: string): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let goesOn = true;
  const tick = (): void => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (goesOn) setImmediate(tick);
  };
  setImmediate(tick);
  await readDocumentFile(bytes, file, { rest: () => new Promise((resume) => setTimeout(resume, 0)) });
  goesOn = false;
  tick();
  return longest;
}

/** The paragraphs of plans: the sources and the labelled texts. */
function sources(): string[] {
  return [join(CORPUS, "../seeds"), join(CORPUS, "plantexts")].flatMap((folder) => {
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".txt")) : [];
    return files.flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"));
  });
}

/** So many pages of them; each time that a paragraph comes again its figures are others, as what was read of a text may be kept. */
function pagesOf(paragraphs: readonly string[], pages: number): string {
  const kept: string[] = [];
  let letters = 0;
  for (let at = 0; letters < pages * LETTERS_A_PAGE; at += 1) {
    const round = Math.floor(at / paragraphs.length);
    const line = paragraphs[at % paragraphs.length] ?? "";
    const changed = line.replace(/(?<![\d./])[1-9](?=\d?[,%])/g, (digit) => String(((Number(digit) + round) % 9) + 1));
    kept.push(changed);
    letters += changed.length + 1;
  }
  return kept.join("\n");
}

/** A .pdf of lines as they are printed, broken at blanks. */
function printed(paragraphs: readonly string[]): Uint8Array {
  const lines = paragraphs.flatMap((text) => text.match(new RegExp(`.{1,${LETTERS_A_LINE}}(?:\\s|$)`, "g")) ?? []);
  const pages = Array.from({ length: Math.ceil(lines.length / LINES_A_PAGE) }, (_, at) =>
    lines.slice(at * LINES_A_PAGE, (at + 1) * LINES_A_PAGE),
  );
  return madePdf(
    pages.map((page) => ({ texts: page.map((text, at) => ({ text: text.trimEnd(), x: 60, y: 750 - at * LINE_HEIGHT })) })),
  );
}

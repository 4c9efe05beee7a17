import { describe, expect, test } from "@jest/globals";
import { draftText, type Draft, type Fact } from "../../src/drafting";
import { randomNumbers } from "../corpus/planted-tables";
import { growth } from "../support/growth";
import { givenTexts, ownTexts, sources } from "./gold";

/** What holds for the draft of any text at all, whatever has happened to it. */

const TEXTS = [...sources(), ...givenTexts(), ...ownTexts("dev"), ...ownTexts("hid"), ...ownTexts("new")];
const LONG = 1_000_000;
const PHRASES = 50_000;

const factsOf = ({ indicators, budget, tasks }: Draft): Fact[] => [...indicators, ...budget, ...tasks];

/** The draft, held to what every draft keeps to. */
function sound(text: string): Draft {
  const draft = draftText(text);
  const facts = factsOf(draft);
  for (const { evidence, span: [from, to], sure, doubts } of facts) {
    expect(evidence).toBe(text.slice(from, to));
    expect(evidence.trim()).not.toBe("");
    expect(sure).toBe(doubts.length === 0);
  }
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  const lines = new Map(draft.budget.map((line) => [line.id, line]));
  for (const { parent, of, amount } of draft.budget) {
    expect(Number.isFinite(amount)).toBe(true);
    for (const whole of [parent, of]) if (whole !== null) expect(lines.has(whole)).toBe(true);
  }
  // no line is a part of itself
  for (let line of draft.budget)
    for (let steps = 0; line.parent !== null; steps++) {
      expect(steps).toBeLessThan(draft.budget.length);
      const whole = lines.get(line.parent);
      if (!whole) break;
      line = whole;
    }
  for (const { name, value, value2, comparator, doubts } of draft.indicators) {
    if (name.trim() === "") expect(doubts).toContain("name");
    expect(comparator === null).toBe(value === null);
    if (value2 !== null) expect(value).not.toBeNull();
  }
  return draft;
}

/** What a draft says, whatever the letters and line ends of its text. */
const saidBy = ({ indicators, budget, tasks }: Draft): unknown => [
  indicators.map(({ name, year, comparator, value, value2, unit }) => [name.normalize("NFC"), year, comparator, value, value2, unit]),
  budget.map(({ label, amount, unit, kind, parent }) => [label.normalize("NFC"), amount, unit, kind, parent]),
  tasks.map(({ name, lead, time }) => [name, lead, time].map((words) => words?.normalize("NFC").replace(/\s+/g, " "))),
];

const shuffled = <Item>(items: readonly Item[], seed: number): Item[] => {
  const random = randomNumbers(seed);
  return items.map((item) => ({ item, at: random() })).sort((a, b) => a.at - b.at).map(({ item }) => item);
};
/** Some of the letters left out, doubled or taken for others, as a scan does. */
const scanned = (text: string, seed: number): string => {
  const random = randomNumbers(seed);
  const slip = (letter: string): string => {
    const lot = random();
    return lot < 0.01 ? "" : lot < 0.02 ? letter + letter : lot < 0.03 ? "lI1O0.,%-\n"[Math.floor(random() * 10)] ?? letter : letter;
  };
  return [...text].map(slip).join("");
};

const MANGLED: Readonly<Record<string, (text: string, seed: number) => string>> = {
  "its lines shuffled": (text, seed) => shuffled(text.split("\n"), seed).join("\n"),
  "its words shuffled": (text, seed) => shuffled(text.split(/(?<=\s)/), seed).join(""),
  "read by a bad scanner": scanned,
  "cut off in the middle": (text, seed) => text.slice(0, Math.floor(text.length * randomNumbers(seed)())),
  "begun in the middle": (text, seed) => text.slice(Math.floor(text.length * randomNumbers(seed)())),
  "without line ends": (text) => text.replace(/\s*\n\s*/g, " "),
  "a line end after every word": (text) => text.replace(/ +/g, "\n"),
  "in capitals": (text) => text.toUpperCase(),
  "without accents": (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").replaceAll("đ", "d"),
  "backwards": (text) => [...text].reverse().join(""),
  "with signs of no width": (text) => text.replace(/ /g, " \u200b").replace(/\d/g, "$&\u00ad"),
  "half of a pair of letters": (text) => text.replace(/a/g, "\ud800"),
  "tabs for blanks": (text) => text.replaceAll(" ", "\t"),
};

describe("the draft of a text", () => {
  test.each(TEXTS.map(({ gold, text }) => [gold.name, text] as const))("%s: sound, and the same again", (_, text) => {
    expect(sound(text)).toEqual(draftText(text));
  });

  test.each(Object.entries(MANGLED))("%s: sound", (_, mangle) => {
    for (const [at, { text }] of TEXTS.entries()) sound(mangle(text, at + 1));
  });

  test("letters apart from their accents and line ends of Windows change nothing of what is said", () => {
    for (const { text } of TEXTS) {
      const said = saidBy(sound(text.normalize("NFC").replaceAll("\r\n", "\n")));
      expect(saidBy(sound(text.normalize("NFD").replaceAll("\r\n", "\n")))).toEqual(said);
      expect(saidBy(sound(text.normalize("NFC").replace(/\r?\n/g, "\r\n")))).toEqual(said);
    }
  });

  test.each([
    "", " ", "\n", "\t", "a", "đ", "1", "9", ".", ",", "-", "+", "|", "(", ")", "%", ";", "*", "\\", "\u0301", "\ud83d", "I", "Điều 1. ",
    "1.1. ", "đạt 5% ", "1 tỷ đồng; ", "năm 2030 ", "| 1 ", "(a ",
  ])("a long text of nothing but %j", (sign) => {
    sound(sign.repeat(Math.ceil((sign.length > 2 ? PHRASES : LONG) / Math.max(1, sign.length))));
  });

  test("twice the text takes about twice the time", () => {
    const [labelled] = ownTexts("dev").filter(({ gold }) => gold.name.includes("giamngheo"));
    const { text = "" } = labelled ?? {};
    expect(growth((times) => void draftText(text.repeat(times)), 6, 2)).toBeLessThan(3);
    const line = text.replace(/\s*\n\s*/g, " ");
    expect(growth((times) => void draftText(line.repeat(times)), 6, 2)).toBeLessThan(3);
  });
});

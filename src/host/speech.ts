import { type Language, type Words, wordsOf } from "./words";

/** The language of the page, which may change while it is open. */
export interface Speech {
  readonly language: Language;
  readonly words: Words;
  /** Calls `apply` now and whenever the language changes. */
  follow(apply: (words: Words) => void): void;
  /** Has an element say a sentence, in another language when that changes; null for nothing. */
  say(element: HTMLElement, sentence: ((words: Words) => string) | null): void;
  speak(language: Language): void;
}

export function createSpeech(first: Language): Speech {
  let language = first;
  const followers: ((words: Words) => void)[] = [];
  const said = new Map<HTMLElement, (words: Words) => string>();
  const repeat = (): void => {
    for (const [element, sentence] of said) element.textContent = sentence(wordsOf(language));
  };
  return {
    get language() {
      return language;
    },
    get words() {
      return wordsOf(language);
    },
    follow: (apply) => {
      followers.push(apply);
      apply(wordsOf(language));
    },
    say: (element, sentence) => {
      if (sentence) said.set(element, sentence);
      else said.delete(element);
      element.textContent = sentence?.(wordsOf(language)) ?? "";
    },
    speak: (next) => {
      if (next === language) return;
      language = next;
      for (const apply of followers) apply(wordsOf(language));
      repeat();
    },
  };
}

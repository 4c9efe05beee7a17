/** A question with its answers, shown over the page; the last answer is that of Escape. */
export interface Question {
  readonly text: string;
  readonly items?: readonly string[];
  readonly answers: readonly string[];
}

/** Asks, and resolves to the place of the answer. */
export function ask(dialog: HTMLDialogElement, { text, items = [], answers }: Question): Promise<number> {
  const paragraph = document.createElement("p");
  paragraph.id = "question-text";
  paragraph.textContent = text;
  const list = document.createElement("ul");
  list.append(...items.map((item) => Object.assign(document.createElement("li"), { textContent: item })));
  const buttons = document.createElement("div");
  return new Promise((resolve) => {
    const done = (at: number): void => {
      dialog.oncancel = null;
      dialog.close();
      resolve(at);
    };
    buttons.append(
      ...answers.map((answer, at) =>
        Object.assign(document.createElement("button"), { type: "button", textContent: answer, onclick: () => done(at) }),
      ),
    );
    dialog.replaceChildren(paragraph, ...(items.length > 0 ? [list] : []), buttons);
    dialog.setAttribute("aria-labelledby", paragraph.id);
    dialog.oncancel = (event) => {
      event.preventDefault();
      done(answers.length - 1);
    };
    dialog.showModal();
  });
}

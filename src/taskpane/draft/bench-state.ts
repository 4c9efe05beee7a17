/** The fact that is looked at; `by`: where it was chosen, "way" where the person goes to its piece of the text. */
export interface Selection {
  readonly id: string;
  readonly by: "text" | "list" | "way";
}

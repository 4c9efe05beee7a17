import type { Loaded } from "./checker";
import type { State } from "./state";
import { wishesOf, type TemplateState } from "./template-form";
import { wordsIn } from "./text-words";

/** Reads what is chosen; null where nothing is. Throws what the use cases throw. */
export async function draftChosen({ work, workbook }: Loaded, state: State): Promise<TemplateState["draft"]> {
  const { form } = state.template;
  const words = wordsIn(work, state);
  if (form.source === "front") {
    const wishes = wishesOf(form);
    if (!wishes) return null;
    const sheet = await work.readFormInFront(workbook);
    const draft = work.templateOf(sheet, wishes, { words, leaves: false });
    return { template: draft.template, lines: work.draftLines(draft, words), sheet: sheet.spec.name };
  }
  const template = form.source === "pasted" ? work.parseTemplate(form.pasted) : work.publicForm(form.source.shipped);
  return template && { template, lines: work.draftLines({ template }, words), sheet: template.name };
}

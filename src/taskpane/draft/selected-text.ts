/** Which piece of the text is selected within a box whose pieces say where they begin; null where none, or only blanks. */
export function spanOfSelection(box: HTMLElement | null): readonly [number, number] | null {
  const selection = box?.ownerDocument.getSelection();
  if (!box || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const [from, to] = [placeOf(box, range.startContainer, range.startOffset), placeOf(box, range.endContainer, range.endOffset)];
  return from !== null && to !== null && to > from && selection.toString().trim() !== "" ? [from, to] : null;
}

function placeOf(box: HTMLElement, node: Node, offset: number): number | null {
  // between two elements: where the next one begins
  const child = node.nodeType === Node.TEXT_NODE ? null : (node.childNodes[offset] ?? null);
  if (child) return placeOf(box, firstTextOf(child), 0);
  // behind the last element: where that one ends
  const text = node.nodeType === Node.TEXT_NODE ? null : lastTextOf(node);
  if (text?.nodeType === Node.TEXT_NODE) return placeOf(box, text, text.nodeValue?.length ?? 0);
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-from]");
  const from = Number(piece?.dataset["from"]);
  return piece && box.contains(piece) && Number.isInteger(from) ? from + (node.nodeType === Node.TEXT_NODE ? offset : 0) : null;
}

function firstTextOf(node: Node): Node {
  let first = node;
  while (first.firstChild) first = first.firstChild;
  return first;
}

function lastTextOf(node: Node): Node {
  let last = node;
  while (last.lastChild) last = last.lastChild;
  return last;
}

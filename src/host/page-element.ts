/** A part of page.html by its id. Throws where it is not there. */
export function element<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`page.html has no #${id}`);
  return found;
}

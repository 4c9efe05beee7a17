/**
 * What is kept of a password, so that it does not lie readable in what is kept of a workbook: the 16 bits that .xlsx has for it
 * (ECMA-376 part 4, 14.7.1); "" for none. One wrong password of 32,768 fits, too: protection keeps from slips, not from people.
 */
export function passwordVerifier(password: string): string {
  if (password === "") return "";
  let hash = 0;
  const turn = () => {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  };
  for (const code of Array.from(password, (sign) => sign.codePointAt(0) ?? 0).reverse()) {
    turn();
    hash ^= code & 0x7fff;
  }
  turn();
  hash ^= (Array.from(password).length & 0x7fff) ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, "0");
}

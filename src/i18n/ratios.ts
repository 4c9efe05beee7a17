/** "D5 ÷ C5"; of a growth "(D5 − C5) ÷ C5". */
export function ratioOf(parts: readonly string[], growth: boolean | undefined): string {
  return growth ? `(${parts.join(" − ")}) ÷ ${parts.at(-1) ?? ""}` : parts.join(" ÷ ");
}

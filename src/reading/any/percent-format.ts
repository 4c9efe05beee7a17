/** Whether a number format shows percents: "0%", "0.00%"; a "%" that is only written out is none. */
export function isPercentFormat(format: string | undefined): boolean {
  return format !== undefined && format.replace(/"[^"]*"|\\./g, "").includes("%");
}

import type { Host } from "./report";

/** The families of requirement sets that are asked for, with the newest minor version that is worth asking about. */
const FAMILIES: readonly (readonly [string, number])[] = [
  ["ExcelApi", 25], ["ExcelApiDesktop", 5], ["ExcelApiOnline", 1], ["SharedRuntime", 2], ["RibbonApi", 2], ["DialogApi", 2],
  ["KeyboardShortcuts", 1],
];

/** True where this Excel has ExcelApi of that version: "1.17". */
export function supports(excelApi: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", excelApi);
}

/** What this Excel says of itself. */
export async function describeHost(browser: string): Promise<Host> {
  const { context } = Office;
  const diagnostics: Partial<Office.ContextInformation> = context.diagnostics ?? {};
  return {
    platform: String(diagnostics.platform ?? context.platform),
    version: diagnostics.version ?? "",
    sets: FAMILIES.flatMap(([family, newest]) => {
      const minors = Array.from({ length: newest }, (_, at) => newest - at);
      const minor = minors.find((one) => context.requirements.isSetSupported(family, `1.${one}`));
      return minor === undefined ? [] : [`${family} 1.${minor}`];
    }),
    displayLanguage: context.displayLanguage,
    contentLanguage: context.contentLanguage,
    ...(await separators()),
    browser,
  };
}

async function separators(): Promise<Pick<Host, "decimalSeparator" | "thousandsSeparator">> {
  if (!supports("1.11")) return { decimalSeparator: null, thousandsSeparator: null };
  return Excel.run(async (context) => {
    const { application } = context.workbook;
    application.load("decimalSeparator,thousandsSeparator");
    await context.sync();
    return { decimalSeparator: application.decimalSeparator, thousandsSeparator: application.thousandsSeparator };
  });
}

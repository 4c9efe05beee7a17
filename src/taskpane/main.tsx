import { FluentProvider, MessageBar, MessageBarBody, webLightTheme } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { paneWordsOf } from "../i18n/pane";
import type { Lang } from "../quantity";
import { isVietnamese, languageOf, placeOf, readsVietnamese } from "./address-bar";
import type { FileSide, Loaded } from "./checker";
import { FaultBoundary } from "./fault-boundary";
import { keepLanguage, keptLanguage } from "./kept-language";
import { officeIsReady, pageFacts } from "./page-facts";
import { Pane } from "./pane";
import { openSession } from "./session";
import type { Session } from "./session-acts";
import { SessionContext } from "./use-session";

/** Loads the use cases and Excel's side of the workbook together; the side of files when it is asked for. */
async function load(): Promise<Loaded> {
  const [work, { ExcelWorkbook }] = await Promise.all([import("./work"), import("../workbook/excel")]);
  const workbook = new ExcelWorkbook();
  return {
    work,
    workbook,
    fileSide,
    selfTestSide: async () => {
      const { selfTest } = await import("../self-test");
      return (course) => selfTest({ ...course, ...pageFacts(), workbook });
    },
  };
}

async function fileSide(): Promise<FileSide> {
  const [{ copyOfSheet, openFile, openWhole }, { pageThreads }, { LARGEST_FILE }] = await Promise.all([
    import("../workbook/files"), import("../workbook/files/page-threads"), import("../workbook/xlsx"),
  ]);
  const apart = pageThreads();
  // a byte more than the limit is refused as too large without the rest having been read
  const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.slice(0, LARGEST_FILE + 1).arrayBuffer());
  return {
    open: async (file) => openFile(await bytesOf(file), file.name, apart),
    document: async (file, course) => {
      const [{ readDocumentFile }, { pdfOfPage }] = await Promise.all([import("../documents"), import("../documents/page-threads")]);
      return readDocumentFile(await bytesOf(file), file.name, course, pdfOfPage());
    },
    sheet: async (file, name) => copyOfSheet(await openWhole(await bytesOf(file), file.name, apart), name),
  };
}

function begin(lang: Lang): Session {
  const session = openSession({
    load,
    place: placeOf(window.location.search),
    lang,
    notation,
    now: () => new Date(),
    timers: { set: (run, ms) => window.setTimeout(run, ms), clear: (timer) => window.clearTimeout(timer as number) },
    remember: keepLanguage,
  });
  window.addEventListener("unhandledrejection", ({ reason }) => session.report(reason));
  window.addEventListener("error", ({ error }) => {
    // a browser reports harmless things here too, without an error
    if (error) session.report(error);
  });
  return session;
}

function show(content: ReactNode, lang: Lang): void {
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no #root");
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <FaultBoundary words={paneWordsOf(lang)}>{content}</FaultBoundary>
    </FluentProvider>,
  );
}

/** The languages of Excel's menus and of what people write in it; where none is Vietnamese, that of the names of the sheets. */
async function spoken(): Promise<(string | undefined)[]> {
  const { displayLanguage, contentLanguage } = Office.context ?? {};
  const languages = [displayLanguage ?? window.navigator.language, contentLanguage];
  if (typeof Excel === "undefined" || languages.some(isVietnamese)) return languages;
  try {
    const names = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      return sheets.items.map(({ name }) => name);
    });
    return names.some(readsVietnamese) ? ["vi"] : languages;
  } catch {
    // an Excel that is busy is asked for its languages alone
    return languages;
  }
}

/** How this Excel writes decimals: with a comma, as in Vietnamese, or with a point; null where it does not say. */
async function notation(): Promise<Lang | null> {
  if (typeof Excel === "undefined" || !Office.context.requirements.isSetSupported("ExcelApi", "1.11")) return null;
  try {
    return await Excel.run(async (context) => {
      const application = context.workbook.application.load("decimalSeparator");
      await context.sync();
      return application.decimalSeparator === "," ? "vi" : "en";
    });
  } catch {
    // an Excel that is busy is not waited for
    return null;
  }
}

function Outside({ sentence }: { readonly sentence: string }) {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody style={{ whiteSpace: "normal" }}>{sentence}</MessageBarBody>
    </MessageBar>
  );
}

/** Hands what broke before there was a pane to the one place that shows it. */
function Broken({ error }: { readonly error: unknown }): ReactNode {
  throw error;
}

async function main(): Promise<void> {
  // opening.js has said which version is needed
  if (document.documentElement.hasAttribute("data-too-old")) return;
  const query = window.location.search;
  if (typeof Office === "undefined") {
    const lang = languageOf(query, keptLanguage(), [window.navigator.language]);
    return show(<Outside sentence={paneWordsOf(lang).outside.noOffice} />, lang);
  }
  await Office.onReady();
  officeIsReady(Office.context && String(Office.context.platform));
  const lang = languageOf(query, keptLanguage(), await spoken());
  if (typeof Excel === "undefined") return show(<Outside sentence={paneWordsOf(lang).outside.noExcel} />, lang);
  show(
    <SessionContext value={begin(lang)}>
      <Pane />
    </SessionContext>,
    lang,
  );
}

main().catch((error: unknown) => {
  const lang = languageOf(window.location.search, keptLanguage(), [window.navigator.language]);
  show(<Broken error={error} />, lang);
});

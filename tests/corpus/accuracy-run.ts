import { readFileSync, writeFileSync } from "node:fs";
import { catalogueFigures, publishedFigures } from "./accuracy-figures";
import { snapshotOf } from "./others";
import { othersReport, transformedReport, versionsReport } from "./others-report";
import { catalogueReport, publishedReport, withFigures } from "./accuracy-report";
import { formFigures, tableFigures, vietnameseTables } from "./others-figures";
import { allDraftFigures } from "../drafting/figures";
import { draftReport, reportsReport } from "../drafting/report";
import { reportFigures } from "../drafting/report-score";
import { corpusFolder, readTables } from "./planted-tables";
import { transformedFigures } from "./transformed";
import { formSnapshots, handFigures } from "./versions";

const DOCUMENT = "docs/accuracy.md";

/** Measures how well the mistake is found, prints the figures and writes them into docs/accuracy.md. Run from the project's folder. */
async function main(): Promise<void> {
  const folder = corpusFolder();
  let text = readFileSync(DOCUMENT, "utf8");
  const tell = (name: string, figures: string) => {
    text = withFigures(text, name, figures);
    process.stdout.write(`\n## ${name}\n\n${figures}\n`);
  };
  if (folder) {
    const tables = readTables(folder);
    tell("others", othersReport([
      await formFigures(folder), tableFigures("Vietnamese published tables", vietnameseTables(folder)), tableFigures("AggreCol", tables),
    ]));
    tell("others, typed otherwise", transformedReport(transformedFigures([...vietnameseTables(folder), ...tables])));
    tell("two versions", versionsReport(handFigures([
      ...(await formSnapshots(folder)), ...[...vietnameseTables(folder), ...tables].map((table) => snapshotOf(table, "typed")),
    ])));
    tell("AggreCol", publishedReport(publishedFigures(tables)));
  } else
    process.stdout.write(
      "The tables of AggreCol are not here (PLAN_TABLES_CORPUS says where): only the catalogue is measured, the figures of AggreCol stay.\n",
    );
  tell("a plan's text", draftReport(allDraftFigures()));
  tell("reports against tables", reportsReport(await reportFigures()));
  tell("catalogue", catalogueReport(catalogueFigures()));
  writeFileSync(DOCUMENT, text);
}

void main();

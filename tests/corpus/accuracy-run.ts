import { readFileSync, writeFileSync } from "node:fs";
import { catalogueFigures, publishedFigures } from "./accuracy-figures";
import { catalogueReport, publishedReport, withFigures } from "./accuracy-report";
import { corpusFolder, readTables } from "./planted-tables";

const DOCUMENT = "docs/accuracy.md";

/** Measures how well the mistake is found, prints the figures and writes them into docs/accuracy.md. Run from the project's folder. */
function main(): void {
  const folder = corpusFolder();
  let text = readFileSync(DOCUMENT, "utf8");
  const tell = (name: string, figures: string) => {
    text = withFigures(text, name, figures);
    process.stdout.write(`\n## ${name}\n\n${figures}\n`);
  };
  if (folder) tell("AggreCol", publishedReport(publishedFigures(readTables(folder))));
  else
    process.stdout.write(
      "The tables of AggreCol are not here (PLAN_TABLES_CORPUS says where): only the catalogue is measured, the figures of AggreCol stay.\n",
    );
  tell("catalogue", catalogueReport(catalogueFigures()));
  writeFileSync(DOCUMENT, text);
}

main();

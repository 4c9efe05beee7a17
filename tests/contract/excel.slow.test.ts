import { openExcelWorkbook } from "./excel-workbook";
import { workbookContract } from "./workbook-contract";

workbookContract("Excel, over the bridge", () => Promise.resolve(openExcelWorkbook()));

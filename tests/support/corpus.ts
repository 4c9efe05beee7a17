import { resolve } from "node:path";

/**
 * Tables, workbooks and phrases of other people, not part of the repository: PLAN_TABLES_CORPUS, or `shared/corpus` beside the checkout.
 */
export const CORPUS = process.env["PLAN_TABLES_CORPUS"] ?? resolve(__dirname, "../../../shared/corpus");

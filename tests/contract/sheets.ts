export { budgetSheet, plainSheet } from "../../src/self-test/sheets";

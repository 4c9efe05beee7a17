import { writeFileSync } from "node:fs";
import { rulePages } from "./pages";

/** Writes docs/checks anew. Run from the project's folder. */
for (const [name, text] of rulePages()) writeFileSync(`docs/checks/${name}`, text);

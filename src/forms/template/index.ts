export { areasOf, makeTemplate, type ChangedCell, type FormSheet, type TemplateDraft, type TemplateOptions } from "./make";
export { formTemplateSchema, type FormTemplate, type TemplateSheet, type TemplateTable } from "./model";
export { formulaOfRule } from "./formulas";
export { placedRules, type RuleByPlaces } from "./placed-rules";
export { filledIn } from "./samples";
export { fromTemplateSheet, toTemplateSheet } from "./sheet-json";

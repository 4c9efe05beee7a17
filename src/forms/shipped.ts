import localBalance from "../../seeds/forms/10-cknsnsdp.json";
import stateBalance from "../../seeds/forms/12-ck-nsnn.json";
import { formTemplateSchema, type FormTemplate } from "./template";

/** Public forms whose structure is sure; a broken one stops at load, as our fault. */
export const shippedForms: readonly FormTemplate[] = [localBalance, stateBalance].map((form) => formTemplateSchema.parse(form));

/**
 * A piece of a formula; all pieces together are the formula. `sheet` is null where none is written, and names its workbook where that is
 * another one ("[1]Biểu", "[1]"): see `isLinked`. "structured" speaks of a table ("Bang1[[#This Row],[Số tiền]]"; null: the one that the
 * cell stands in): `part` is what its outer brackets hold.
 */
export type FormulaToken =
  | {
      readonly kind: "structured";
      readonly text: string;
      readonly sheet: string | null;
      readonly table: string | null;
      readonly part: string;
    }
  | { readonly kind: "reference"; readonly text: string; readonly sheet: string | null; readonly address: string }
  | { readonly kind: "name"; readonly text: string; readonly sheet: string | null; readonly name: string }
  | { readonly kind: "function"; readonly text: string; readonly name: string }
  | { readonly kind: "string" | "number" | "error" | "space" | "array" | "other"; readonly text: string };

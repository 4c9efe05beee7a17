/** A figure of a bench. */
export interface Row {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
}

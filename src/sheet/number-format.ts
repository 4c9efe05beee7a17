/** The number format of figures with so many decimals (from 0), thousands apart: "#,##0", "#,##0.00". */
export function formatWithDecimals(decimals: number): string {
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

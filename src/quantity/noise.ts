/** What binary fractions may make of a sum or a product, as a share of it: far below what anybody types. */
export const BINARY_NOISE = 1e-9;

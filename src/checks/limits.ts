/** đồng: more than the whole state budget of several years (2,5 million tỷ in one), so that no plan's amount comes to it. */
export const MOST_DONG = 1e16;

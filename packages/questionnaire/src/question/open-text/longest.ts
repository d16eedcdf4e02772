/** UTF-16 units of an open answer where the question names no limit. */
export const usualLongest = 1_000;

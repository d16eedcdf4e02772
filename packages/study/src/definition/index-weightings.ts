/** Ways to weigh the items of an index. */
export const indexWeightings = [
  "equal",
  "entered",
  "stated",
  "correlation",
  "regression",
  "lmg",
  "johnson",
  "entropy",
] as const;

export type IndexWeighting = (typeof indexWeightings)[number];

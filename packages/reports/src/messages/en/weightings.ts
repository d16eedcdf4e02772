import type { Messages } from "../zh.ts";

export const weightings: Messages["weightings"] = {
  heading: "Weighted and unweighted",
  intro:
    "The sample is the same in each column; only how much each respondent counts differs. A large difference says that the sample is made up differently from the population behind the weights.",
  unweighted: "Unweighted",
  caption: "Key figures under each weighting",
  measure: "Measure",
  effectiveN: "Effective sample size",
  designEffect: "Design effect",
  shown: (label) => `${label} (this report)`,
};

import type { Messages } from "../zh.ts";

export const drivers: Messages["drivers"] = {
  heading: "Drivers",
  caution:
    "This is association, not cause: items with a large share move together with overall satisfaction. Whether raising one of them raises satisfaction has to be verified by comparing before and after.",
  intro: (outcome, rSquared, adjusted, n) =>
    `Linear regression of “${outcome}” on the items: R² = ${rSquared} (adjusted ${adjusted}), n = ${n} (respondents with a rating of the outcome and of every item).`,
  shares:
    "Shares divide R² among the items by LMG (Shapley) and sum to 100%; with correlated items they are steadier than coefficients.",
  exact: "They are exact over all subsets;",
  sampled: "They are approximated by random orders;",
  resamples: (count) => `intervals come from ${count} bootstrap samples.`,
  noResamples: "no intervals were computed.",
  title: (names, even) => `Clearly above an even share of ${even}: ${names}`,
  titleEven: (even) => `No item stands out clearly from an even share of ${even}`,
  subtitle: "LMG share of R²",
  caption: "Drivers",
  columns: {
    item: "Item",
    lmg: "LMG share",
    interval: "Interval",
    johnson: "Johnson weight",
    beta: "Standardised",
    coefficient: "Coefficient (s.e.)",
    p: "p",
    vif: "VIF",
    correlation: "Correlation",
  },
  negative: (names) =>
    `The coefficient of ${names} is negative although the correlation with the outcome is positive: this comes from correlated items and does not mean that doing better displeases.`,
  collinear: (names) => `The VIF of ${names} is above 5: coefficients are unsteady, look at the LMG share.`,
  tooFew: (n, required) =>
    `Only ${n} respondents rated the outcome and every item, fewer than the ${required} needed; drivers were not computed.`,
  singular: (names) => `${names}: exactly determined by the other items, so drivers cannot be computed.`,
  unnamed: "Some items",
};

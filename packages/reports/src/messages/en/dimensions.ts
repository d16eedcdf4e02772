import type { Messages } from "../zh.ts";

export const dimensions: Messages["dimensions"] = {
  heading: "Dimensions",
  intro: "A dimension's score is the weighted mean of its items' scores; the weights stand in the appendix.",
  title: (count, lowest, highest) => `${count} dimensions score between ${lowest} and ${highest}`,
  titleEqual: (count, value) => `All ${count} dimensions score ${value}`,
  titleOne: (name, value) => `${name} scores ${value}`,
  titleNone: "No dimension has a score that can be shown",
  caption: "Scores of the dimensions",
  columns: {
    dimension: "Dimension",
    items: "Items",
    weight: "Weight",
    index: "Score",
    interval: "Interval",
    n: "n",
    reliability: "Reliability (α)",
  },
  reliabilityNote: (confidence) =>
    `Reliability is Cronbach's α with its ${confidence} interval (Feldt), of those who rated all of the items; below 0.7 read the items one by one.`,
  wholeReliability: (alpha, n) => `All items together: α = ${alpha}, n = ${n}.`,
  noReliability: { "one-item": "one item", "too-few-answers": "too few", "no-variation": "all alike" },
  reference: (value) => `Index ${value}`,
};

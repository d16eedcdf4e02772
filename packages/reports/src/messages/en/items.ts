import type { Messages } from "../zh.ts";

export const items: Messages["items"] = {
  heading: "Items",
  intro:
    "Each bar holds all valid ratings of an item, 100% in all, from worst to best. Answers without a rating are not in it; they are listed below.",
  title: (lowest, low, highest, high) => `${highest} scores highest (${high}), ${lowest} lowest (${low})`,
  titleOverlap: (low, high) => `Items score between ${low} and ${high}; their intervals overlap`,
  titleRange: (low, high) => `Questions outside the index score between ${low} and ${high}`,
  titleNone: "There are no ratings that can be shown",
  titleOne: (name, value) => `${name}: score ${value}`,
  distribution: "Distribution of ratings",
  scaleEnds: (lowest, highest) => `from “${lowest}” to “${highest}”`,
  caption: "Scores of the items",
  columns: {
    item: "Item",
    dimension: "Dimension",
    n: "n",
    index: "Score",
    mean: "Mean",
    top: "Satisfied",
    bottom: "Dissatisfied",
    noRating: "No rating",
    weight: "Weight",
  },
  outsideIndex: "outside the index",
  noRatingCaption: "Answers without a rating (respondents)",
  noRatingNote: "The six reasons mean different things and are kept apart; none of them counts as a rating.",
  distributionCaption: "Distribution of ratings (share of valid ratings)",
  standardDeviation: "Std. deviation",
  sorted: "sorted by score",
};

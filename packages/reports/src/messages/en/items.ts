import type { Messages } from "../zh.ts";

export const items: Messages["items"] = {
  heading: "Items",
  tooFewRated: (names, minimum) => `Fewer than ${minimum} people rated ${names}; no distribution is shown.`,
  allTooFewRated: (minimum) =>
    `Each item was rated by fewer than ${minimum} people; neither scores nor distributions are shown.`,
  hiddenRated: (names) => `The distribution of ${names} is hidden, lest a smaller group be worked out.`,
  notRated: (names) => `Nobody rated ${names}.`,
  some: (names, count) => `${names} and others (${count} in all)`,
  evidence:
    "Above (below) the index, as the summary says it: the whole confidence interval lies above (below) that of the index.",
  intro:
    "Each bar holds all valid ratings of an item, 100% in all, from worst to best. Answers without a rating are not in it; they are listed below.",
  title: (lowest, low, highest, high) => `${highest} scores highest (${high}), ${lowest} lowest (${low})`,
  titleOverlap: (low, high) => `Items score between ${low} and ${high}; their intervals overlap`,
  titleRange: (low, high) => `Questions outside the index score between ${low} and ${high}`,
  titleEqual: (value) => `All score ${value}`,
  titleNone: "Too few answers for a score",
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

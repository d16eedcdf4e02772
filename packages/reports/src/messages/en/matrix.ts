import type { Messages } from "../zh.ts";

export const matrix: Messages["matrix"] = {
  heading: "Importance and performance",
  importance: {
    stated: "importance stated by respondents",
    "derived-correlation": "derived importance (correlation with overall satisfaction)",
    "derived-partial": "derived importance (partial correlation with overall satisfaction)",
  },
  crosshair: { scale: "the middle of the scale", means: "the items' means", medians: "the items' medians" },
  quadrants: {
    "keep-up": "Keep up",
    "concentrate-here": "Improve first",
    "low-priority": "Low priority",
    "possible-overkill": "Possible overkill",
  },
  measures: { rating: "mean rating of satisfaction", index: "satisfaction score (0–100)" },
  intro: (measure, kind) =>
    `Across: ${measure}; upwards: ${kind}. The field at the top left, “Improve first”, is for what matters much and is rated low.`,
  derived:
    "Derived importance is an association, not a cause, and may differ from what respondents say matters to them.",
  title: (names) => `In the field “Improve first”: ${names}`,
  titleNone: "No item falls into the field “Improve first”",
  lines: (crosshair, performance, importance) =>
    `The lines stand at ${crosshair}: performance ${performance}, importance ${importance}; on the line counts as high.`,
  caption: "Importance and performance",
  columns: {
    number: "No.",
    item: "Item",
    importance: "Importance",
    performance: "Performance",
    n: "n",
    quadrant: "Field",
    gap: "Gap",
  },
  gapNote: "Gap = performance − importance.",
  noGapNote: "Importance and performance have different units, so no gap is given.",
  uncertain: (names) => `The confidence interval of these reaches over a line, so their field is open: ${names}.`,
  otherDefinitions: (count) => `Under ${count} other definitions (source of importance and place of the lines):`,
  stable: "every item stays in its field.",
  unstable: (names) => `these items change fields, so take care: ${names}.`,
};
